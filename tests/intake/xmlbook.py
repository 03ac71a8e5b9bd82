"""Workbooks written as XML by hand, for what no library would write."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="165" formatCode="#,##0.000"/></numFmts>'
    '<fonts><font/><font><b/></font><font><i/><b val="0"/></font></fonts>'
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/>'
    '<xf numFmtId="164" fontId="0"/><xf numFmtId="10" fontId="1"/>'
    '<xf numFmtId="165" fontId="2"><alignment indent="3"/></xf></cellXfs>'
    "<dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>"
)


def build_sheet(rows: str, before: str = "", after: str = "") -> str:
    """Return a worksheet part with these rows, and these elements around them."""
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def build_strings(*items: str) -> str:
    """Return a part of shared strings; each item is the XML inside one <si>."""
    return f'<sst xmlns="{MAIN}">' + "".join(f"<si>{item}</si>" for item in items) + "</sst>"


def build_parts(
    sheet_part: str | bytes,
    *,
    shared: str | bytes = "",
    styles: str | bytes = STYLES,
    properties: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """Return the parts of a workbook with one sheet "Data"."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<workbookPr {properties}/><sheets><sheet name="Data" sheetId="1" r:id="a"/></sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="a" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml": shared or build_strings(),
        "xl/worksheets/sheet1.xml": sheet_part,
    }
    made.update(extra or {})
    return made


def zip_members(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of these members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def build_book(rows: str, before: str = "", after: str = "", **more: str) -> bytes:
    """Return a workbook whose only sheet has these rows; `more` is passed to `parts`."""
    return zip_members(build_parts(build_sheet(rows, before, after), **more))  # type: ignore[arg-type]
