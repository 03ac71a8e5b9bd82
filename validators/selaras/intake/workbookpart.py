"""The parts around the sheets: which part is which sheet, and what else the workbook holds."""

from __future__ import annotations

from typing import NamedTuple

from selaras.intake.package import Member, Package
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.xmlpart import Attributes, as_utf8, is_true, local, run
from selaras.model.book import State
from selaras.values.text import Text

_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

_MACROS = Text(
    "Buku kerja memuat makro; makro tidak dijalankan dan tidak diperiksa.",
    "The workbook has macros; they were neither run nor checked.",
)
_LINKS = Text(
    "Buku kerja memuat tautan ke buku kerja lain; tautan tidak diikuti, nilainya seperti yang "
    "tersimpan.",
    "The workbook links to other workbooks; links were not followed, values are those stored.",
)
_CONNECTIONS = Text(
    "Buku kerja memuat sambungan data luar; sambungan tidak dibuka.",
    "The workbook has outside data connections; they were not opened.",
)
_OLD_SHEETS = Text(
    "Lembar dialog atau lembar makro Excel 4.0 tidak dibaca.",
    "Dialog sheets and Excel 4.0 macro sheets were not read.",
)
_BY_RELATION = {
    "vbaProject": _MACROS,
    "externalLink": _LINKS,
    "connections": _CONNECTIONS,
    "dialogsheet": _OLD_SHEETS,
    "xlMacrosheet": _OLD_SHEETS,
    "xlIntlMacrosheet": _OLD_SHEETS,
}


class Relation(NamedTuple):
    """A relationship: the last step of its type, and the part it points to ("" when outside)."""

    kind: str
    target: str


class SheetEntry(NamedTuple):
    """A worksheet as the workbook lists it, and the member that holds it."""

    name: str
    state: State
    member: Member


class WorkbookParts(NamedTuple):
    """All that is needed to read the sheets."""

    sheets: list[SheetEntry]
    date1904: bool
    styles: Member | None
    strings: Member | None
    notes: tuple[Text, ...]


def main_part(package: Package) -> str:
    """Return the name of the part that is the document; "" when the package names none."""
    for relation in relations(package, "").values():
        if relation.kind == "officeDocument":
            return relation.target
    return ""


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Return the relationships of a part by their ids; "" is the package itself."""
    folder, _, name = part.rpartition("/")
    member = package.find(f"{folder}/_rels/{name}.rels".lstrip("/"))
    if member is None:
        return {}
    found: dict[str, Relation] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element.endswith(" Relationship"):
            outside = attributes.get("TargetMode") == "External"
            target = "" if outside else _resolve(folder, attributes.get("Target", ""))
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(kind, target)

    run(as_utf8(package.read(member), member.name), member.name, start)
    return found


def _resolve(folder: str, target: str) -> str:
    """Return the name of the part that a relative or absolute target means."""
    target = target.replace("\\", "/")
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            if steps:
                steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(step for step in steps if step)


def workbook_parts(package: Package, part: str) -> WorkbookParts:
    """Return what the workbook part lists. Raises Refusal when it is broken or no workbook."""
    member = package.find(part)
    if member is None:
        raise Refusal(RefusalKind.BROKEN, f"{part} is missing")
    listed: list[tuple[str, str, str]] = []
    date1904 = False
    root = ""

    def start(element: str, attributes: Attributes) -> None:
        nonlocal date1904, root
        own = local(element)
        root = root or own or element
        if own == "sheet":
            link = next((attributes[key] for key in _ID_KEYS if key in attributes), "")
            state = attributes.get("state", "visible")
            listed.append((attributes.get("name", ""), state, link))
        elif own == "workbookPr":
            date1904 = is_true(attributes.get("date1904"))

    run(as_utf8(package.read(member), part), part, start)
    if root != "workbook":
        raise Refusal(RefusalKind.NOT_WORKBOOK, f"{part}: {root}")
    links = relations(package, part)
    kinds = {relation.kind for relation in links.values()}
    single = {
        relation.kind: package.find(relation.target)
        for relation in links.values()
        if relation.kind in ("styles", "sharedStrings")
    }
    return WorkbookParts(
        _sheets(package, listed, links),
        date1904,
        single.get("styles"),
        single.get("sharedStrings"),
        tuple(dict.fromkeys(note for kind, note in _BY_RELATION.items() if kind in kinds)),
    )


_STATES: dict[str, State] = {"hidden": "hidden", "veryHidden": "veryHidden"}
_ID_KEYS = tuple(f"{namespace} id" for namespace in _RELATIONS)


def _sheets(
    package: Package, listed: list[tuple[str, str, str]], links: dict[str, Relation]
) -> list[SheetEntry]:
    sheets: list[SheetEntry] = []
    used: set[str] = set()
    for name, state, link in listed:
        relation = links.get(link)
        if relation is None:
            raise Refusal(RefusalKind.BROKEN, f"sheet {name!r} has no part")
        if relation.kind != "worksheet":
            continue
        member = package.find(relation.target)
        if member is None or member.name in used:
            raise Refusal(RefusalKind.BROKEN, f"sheet {name!r}: {relation.target}")
        used.add(member.name)
        sheets.append(SheetEntry(name, _STATES.get(state, "visible"), member))
    if not sheets:
        raise Refusal(RefusalKind.BROKEN, "no worksheet")
    return sheets
