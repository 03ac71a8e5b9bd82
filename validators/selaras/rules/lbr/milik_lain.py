"""LBR010: a table of another agency, government or year than the rest of the workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Table, Work
from selaras.rules.lbr._owner import (
    Owner,
    find_agency,
    find_code,
    find_common,
    find_government,
    is_same,
    read_agency,
    read_code,
    read_government,
)
from selaras.values.lazy_regex import LazyPattern

#: Tables whose title names the plan year and whose heads need not (LBR003 looks at heads).
YEAR_TITLED = ("T-C.31", "T-C.32")
_YEAR = LazyPattern(r"\b20\d\d\b")


@book_rule(
    "LBR010",
    "milik-lain",
    Severity.WARNING,
    reads="heads",
    basis="planning",
    english="""Every table is of the agency, the government and the year of the workbook.

    Why: a table copied from another office or another year is easily left as it is, and everything
    in it may be theirs. Short forms and spellings of the same name are no difference, and a
    workbook that holds several agencies has none that is the other. Years are looked at in T-C.31
    and T-C.32; tables of the Renstra and of evaluations name other years with good reason.

    Fix: correct the title, or replace the table by your own. If the workbook's settings are wrong,
    correct those.
    """,
)
def check_owner(work: Work) -> Findings:
    """Setiap tabel milik perangkat daerah, pemerintah daerah, dan tahun yang sama.

    Mengapa: tabel yang disalin dari kantor atau tahun lain mudah tertinggal apa adanya, dan seluruh
    isinya bisa jadi milik mereka. Singkatan dan ejaan lain dari nama yang sama tidak
    dipermasalahkan; buku kerja yang memuat beberapa perangkat daerah juga tidak. Tahun diperiksa
    pada T-C.31 dan T-C.32; tabel Renstra dan evaluasi memang menyebut tahun lain.

    Perbaikan: betulkan judulnya, atau ganti dengan tabel Anda sendiri. Bila pengaturan buku kerja
    yang keliru, betulkan pengaturannya.
    """
    setting = work.setting
    told: set[tuple[str, int]] = set()
    for find, known, what in (
        (find_agency, read_agency(setting.opd.name or ""), _AGENCY),
        (find_code, read_code(setting.opd.kode or ""), _CODE),
        (find_government, read_government(setting.pemda.name or ""), _GOVERNMENT),
    ):
        for finding in _find_other_owners(work, find, known, what):
            place = (finding.sheet or "", finding.position[0] if finding.position else 0)
            if place not in told:
                told.add(place)
                yield finding
    yield from _find_other_years(work)


#: So many tables that name their owner tell by two against one.
SHORT = 3

_AGENCY = Text("perangkat daerah", "agency")
_CODE = Text("kode perangkat daerah", "agency code")
_GOVERNMENT = Text("pemerintah daerah", "government")


def _find_other_owners(
    work: Work, find: Callable[[Table], Owner | None], known: Owner | None, what: Text
) -> Findings:
    named = [(table, owner) for table in work.tables if (owner := find(table)) is not None]
    common = find_common([owner for _, owner in named]) or _find_all_but_one(named)
    if known is not None and (common is not None or len(named) <= 1):
        common = known
    if common is None:
        return
    for table, owner in named:
        if not is_same(owner, common):
            yield table.build_finding(
                (owner.row, owner.column),
                Text(
                    f"Judul {table.name} menyebut {what.id} “{owner.text}”, sedangkan buku kerja "
                    f"ini milik “{common.text}”.",
                    f"The title of {table.name} names the {what.en} “{owner.text}”, but this "
                    f"workbook is that of “{common.text}”.",
                ),
                advice=Text(
                    "Periksa apakah tabel ini salinan dari tempat lain. Bila tabelnya benar, "
                    "betulkan judulnya.",
                    "See whether the table was copied from elsewhere. If it is right, correct its "
                    "title.",
                ),
                row_key="judul",
            )


def _find_all_but_one(named: Sequence[tuple[Table, Owner]]) -> Owner | None:
    """Return whom the tables of a short workbook name, but for one that none is the like of.

    A second table of a kind may be that of a second agency.
    """
    if len(named) != SHORT:
        return None
    for table, owner in named:
        others = [one for one in named if one[0] is not table]
        first = others[0][1]
        agree = all(is_same(first, one) for _, one in others)
        if agree and not is_same(owner, first) and all(o.name != table.name for o, _ in others):
            return first
    return None


def _find_other_years(work: Work) -> Findings:
    year = work.setting.year
    if year is None:
        agreed = {table.year for table in work.named(*PLAN_TABLES, "T-C.29")} - {None}
        year = agreed.pop() if len(agreed) == 1 else None
    if year is None:
        return
    for table in work.named(*YEAR_TITLED):
        # A line with two years names a period: that of the Renstra.
        lines = [(row, column, _YEAR.findall(text)) for row, column, text in table.title_cells]
        said = [(row, column, int(years[0])) for row, column, years in lines if len(years) == 1]
        if not said or year in {one for _, _, one in said}:
            continue
        row, column, other = said[0]
        yield table.build_finding(
            (row, column),
            Text(
                f"Judul {table.name} menyebut tahun {other}, sedangkan buku kerja ini untuk tahun "
                f"{year}.",
                f"The title of {table.name} says {other}, but this workbook is for {year}.",
            ),
            advice=Text(
                "Periksa apakah tabel ini dari tahun lain. Bila tabelnya benar, betulkan judulnya.",
                "See whether the table is of another year. If it is right, correct its title.",
            ),
            row_key="tahun",
        )


_OURS = "-- judul Dinas Koperasi dan Usaha Mikro Kabupaten Mojokerto Tahun 2024\n"
_PLANS = "".join(
    f"== {name}\n{_OURS}kode|nama|pagu\n2.17.01|P|300\n" for name in ("T-C.33", "Tabel 4.1")
)
_EVALUATION = f"== T-C.29\n{_OURS}kode|nama|indikator\n2.17.01|P|I\n"
_PROPOSALS = "no|nama|volume\n1|Nihil|-"
EXAMPLES = (
    Silent(f"{_PLANS}{_EVALUATION}== T-C.32\n{_OURS}{_PROPOSALS}"),
    Silent(f"{_PLANS}{_EVALUATION}== T-C.32\n-- judul Dinas Koperasi dan UM\n{_PROPOSALS}"),
    Speaks(
        f"{_PLANS}{_EVALUATION}== T-C.32\n"
        f"-- judul Dinas Perikanan Kabupaten Mojokerto\n{_PROPOSALS}",
        "Lembar4!E1 actual=Dinas Perikanan Kabupaten Mojokerto",
    ),
    Speaks(
        f"{_PLANS}{_EVALUATION}== T-C.32\n"
        f"-- judul Dinas Koperasi dan Usaha Mikro Kota Mojokerto\n{_PROPOSALS}",
        "Lembar4!E1 actual=Dinas Koperasi dan Usaha Mikro Kota Mojokerto",
    ),
)
