"""What a rule is, and how it is registered.

A rule is a generator of findings, registered with `@table_rule` (it sees one table) or `@book_rule`
(it sees the whole workbook). Its docstring explains it in Indonesian and `english` in English; both
have a first sentence (what it checks) and paragraphs that begin with "Mengapa:"/"Why:" and
"Perbaikan:"/"Fix:". The module's EXAMPLES show it silent and speaking, and are tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from selaras.rule.regulations import REGULATIONS, Basis
from selaras.values.finding import Finding, Severity
from selaras.values.text import Text

if TYPE_CHECKING:
    from selaras.model.table import Table
    from selaras.model.work import Work


#: What there must be before a rule can say anything; see `engine.needs`.
#: A list of official names and what two tables have in common are the workbook's; all others are a
#: table's.
Need = Literal[
    "nomenklatur",
    "setingkat",
    "program-disebut",
    "kode",
    "kode-tertulis",
    "satu-per-kode",
    "pohon",
    "bertingkat",
    "kegiatan-beranak",
    "program-beranak",
    "urusan-beranak",
    "uang",
    "rincian",
    "total",
    "jumlah",
    "target",
    "dua-target",
    "rumus",
    "sumber-dibagi",
]

#: What of a workbook a rule sees: tables that have data rows; all tables, for what their heads say;
#: or those with data rows and the lists of codes besides, of which nothing else is known.
Reads = Literal["rows", "heads", "codes"]

#: What the check of a rule yields.
Findings = Iterator[Finding]

TableCheck = Callable[["Table"], Findings]
BookCheck = Callable[["Work"], Findings]

#: The three letters of a code, the word in a rule's name, and the family's title.
FAMILIES: dict[str, tuple[str, Text]] = {
    "LBR": ("lembar", Text("Lembar dan tabel", "Sheets and tables")),
    "KOD": ("kode", Text("Kode", "Codes")),
    "JML": ("jumlah", Text("Penjumlahan", "Sums")),
    "ANG": ("angka", Text("Angka dan rumus", "Figures and formulas")),
    "IND": ("indikator", Text("Indikator dan target", "Indicators and targets")),
    "ISI": ("isi", Text("Sel wajib", "Required cells")),
    "DAN": ("dana", Text("Sumber dana", "Fund sources")),
    "RKP": ("rkpd", Text("Renja terhadap RKPD", "Renja against the RKPD")),
    "RST": ("renstra", Text("Renja terhadap Renstra", "Renja against the Renstra")),
    "TBL": ("tabel", Text("Antartabel Renja", "Between the Renja's tables")),
    "NAR": ("narasi", Text("Narasi", "Narrative")),
    "SYS": ("sistem", Text("Jalannya pemeriksaan", "The run itself")),
}


class Silent(NamedTuple):
    """An example on which the rule says nothing: a head line of column keys, then rows."""

    sheet: str
    table: str = "T-C.33"


class Speaks(NamedTuple):
    """An example on which it speaks: `expects` is "B2 expected=300 actual=301", one a line."""

    sheet: str
    expects: str
    table: str = "T-C.33"


Example = Silent | Speaks


class RuleCard(NamedTuple):
    """What a check must know of a rule before the rule is worth loading."""

    code: str
    name: str
    severity: Severity
    scope: Literal["table", "book", "run"]
    module: str
    needs: tuple[Need, ...] = ()
    #: Tables that a book rule compares, one of each group; without them it is skipped.
    needs_tables: tuple[tuple[str, ...], ...] = ()
    #: Tables that a table rule looks at; all where none is named.
    only: tuple[str, ...] = ()
    reads: Reads = "rows"
    #: Columns that a table must have for the rule to look at it.
    columns: tuple[str, ...] = ()

    def load(self) -> Rule:
        """Return the rule, its module imported."""
        import importlib

        importlib.import_module(self.module)
        return _registry[self.code]


class Rule(NamedTuple):
    """A registered rule with everything that people and programs may ask of it."""

    card: RuleCard
    basis: Text
    #: The whole explanation, in both languages.
    text: Text
    table_check: TableCheck | None = None
    book_check: BookCheck | None = None

    @property
    def code(self) -> str:
        """The code: "JML002"."""
        return self.card.code

    @property
    def name(self) -> str:
        """The name with the word of its family: "jumlah.program"."""
        return self.card.name

    @property
    def severity(self) -> Severity:
        """How bad its findings are, where they do not say themselves."""
        return self.card.severity

    @property
    def scope(self) -> Literal["table", "book", "run"]:
        """What it looks at."""
        return self.card.scope

    @property
    def needs(self) -> tuple[Need, ...]:
        """What there must be before it can say anything."""
        return self.card.needs

    @property
    def module(self) -> str:
        """The module that holds it."""
        return self.card.module

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @property
    def title(self) -> Text:
        """What it checks, in one sentence."""
        return Text(_take_title(self.text.id), _take_title(self.text.en))

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples that stand beside the rule."""
        import sys

        return tuple(getattr(sys.modules[self.module], "EXAMPLES", ()))


def _take_title(text: str) -> str:
    return " ".join(text.strip().split("\n\n", 1)[0].split())


_registry: dict[str, Rule] = {}


def _register(rule: Rule) -> None:
    if rule.code in _registry:
        raise ValueError(f"rule {rule.code} is registered twice")
    _registry[rule.code] = rule


def _name_fully(code: str, name: str) -> str:
    """Return the name of a rule with the word of its family: "jumlah.program"."""
    return f"{FAMILIES[code[:3]][0]}.{name}"


def table_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    basis: Basis,
    english: str,
    needs: tuple[Need, ...] = (),
    only: tuple[str, ...] = (),
    reads: Reads = "rows",
    columns: tuple[str, ...] = (),
) -> Callable[[TableCheck], TableCheck]:
    """Register a rule that looks at one table at a time; at those that `only` names, if any."""

    def register(check: TableCheck) -> TableCheck:
        text = Text(_strip_indentation(check.__doc__), _strip_indentation(english))
        full, module = _name_fully(code, name), check.__module__
        card = RuleCard(
            code, full, severity, "table", module, needs, only=only, reads=reads, columns=columns
        )
        _register(Rule(card, REGULATIONS[basis], text, table_check=check))
        return check

    return register


def book_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    basis: Basis,
    english: str,
    needs: tuple[Need, ...] = (),
    needs_tables: tuple[tuple[str, ...], ...] = (),
    reads: Reads = "rows",
    columns: tuple[str, ...] = (),
) -> Callable[[BookCheck], BookCheck]:
    """Register a rule that looks at the whole workbook and all its tables.

    Some table must have what `needs` and `columns` name. Of each group of `needs_tables` the
    workbook must hold a table (one of its own for each group). Otherwise the rule is skipped and
    says so.
    """

    def register(check: BookCheck) -> BookCheck:
        text = Text(_strip_indentation(check.__doc__), _strip_indentation(english))
        full, module = _name_fully(code, name), check.__module__
        card = RuleCard(
            code, full, severity, "book", module, needs, needs_tables, (), reads, columns
        )
        _register(Rule(card, REGULATIONS[basis], text, book_check=check))
        return check

    return register


def run_rule(code: str, name: str, severity: Severity, *, text: Text, module: str) -> None:
    """Register a finding of the run itself (SYS): no check, the engine and the run raise it."""
    basis = Text("Kontrak Selaras", "The Selaras contract")
    _register(Rule(RuleCard(code, _name_fully(code, name), severity, "run", module), basis, text))


def _strip_indentation(text: str | None) -> str:
    """Strip the indentation that a docstring carries, without importing inspect."""
    lines = (text or "").strip().splitlines()
    return "\n".join(line.strip() for line in lines)


def registered() -> dict[str, Rule]:
    """Return the rules by code, in the order of their codes, of all modules imported so far."""
    return dict(sorted(_registry.items()))


def write_card(card: RuleCard) -> str:
    """Return a card as one line of the list `selaras.rules._cards`."""
    groups = "|".join(",".join(names) for names in card.needs_tables)
    words = (card.code, card.name, card.severity.value, card.scope, card.module)
    lists = (",".join(card.needs), groups, ",".join(card.only))
    return ";".join((*words, *lists, card.reads, ",".join(card.columns)))


def read_card(line: str) -> RuleCard:
    """Return the card that a line of that list holds."""
    code, name, severity, scope, module, needs, groups, only, reads, columns = line.split(";")
    return RuleCard(
        code,
        name,
        Severity(severity),
        cast("Literal['table', 'book', 'run']", scope),
        module,
        cast("tuple[Need, ...]", tuple(needs.split(",")) if needs else ()),
        tuple(tuple(group.split(",")) for group in groups.split("|")) if groups else (),
        tuple(only.split(",")) if only else (),
        cast("Reads", reads),
        tuple(columns.split(",")) if columns else (),
    )
