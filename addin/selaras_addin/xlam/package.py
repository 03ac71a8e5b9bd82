"""The Office package around the ribbon and the VBA project: parts, types, relationships, zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from selaras_addin.xlam.modules import SHEET_MODULE, WORKBOOK_MODULE

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONSHIPS = f"{_PACKAGE}/relationships"
_DOCUMENT = f"{_OFFICE}/relationships"

PROPERTIES_PART = "docProps/custom.xml"

_CONTENT_TYPES = {
    "xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    "xl/worksheets/sheet1.xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    ),
    "xl/styles.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    PROPERTIES_PART: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}

_RELS = (
    (f"{_DOCUMENT}/officeDocument", "xl/workbook.xml"),
    (
        "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
        "customUI/customUI14.xml",
    ),
    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    (f"{_DOCUMENT}/extended-properties", "docProps/app.xml"),
    (f"{_DOCUMENT}/custom-properties", PROPERTIES_PART),
)

_WORKBOOK_RELS = (
    (f"{_DOCUMENT}/worksheet", "worksheets/sheet1.xml"),
    (f"{_DOCUMENT}/styles", "styles.xml"),
    ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
)


def build_package(
    *,
    ribbon: bytes,
    vba_project: bytes,
    settings_sheet: str,
    settings: Mapping[str, str],
    properties: Mapping[str, str],
) -> bytes:
    """Return the bytes of the .xlam: the same arguments give the same bytes on every machine.

    `settings` fill the workbook's only sheet, `properties` its document properties.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _write_content_types(),
        "_rels/.rels": _write_relationships(_RELS),
        "xl/workbook.xml": _write_workbook(settings_sheet),
        "xl/_rels/workbook.xml.rels": _write_relationships(_WORKBOOK_RELS),
        "xl/worksheets/sheet1.xml": _write_sheet(settings),
        "xl/styles.xml": _STYLES,
        "xl/vbaProject.bin": vba_project,
        "customUI/customUI14.xml": ribbon,
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
        PROPERTIES_PART: _write_properties(properties),
    }
    return _zip_parts(parts)


def _zip_parts(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip without times and without compression, which differs between zlibs."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 0
            archive.writestr(member, content)
    return buffer.getvalue()


def _write_content_types() -> str:
    defaults = {
        "bin": "application/vnd.ms-office.vbaProject",
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    lines = [
        *(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()),
        *(
            f'<Override PartName="/{part}" ContentType="{kind}"/>'
            for part, kind in _CONTENT_TYPES.items()
        ),
    ]
    return f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{"".join(lines)}</Types>'


def _write_relationships(targets: tuple[tuple[str, str], ...]) -> str:
    lines = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(lines)}</Relationships>'


def _write_workbook(sheet: str) -> str:
    return (
        f'{_DECLARATION}<workbook xmlns="{_SHEETS}" xmlns:r="{_DOCUMENT}">'
        f'<workbookPr codeName="{WORKBOOK_MODULE}"/>'
        "<bookViews><workbookView/></bookViews>"
        f'<sheets><sheet name={quoteattr(sheet)} sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    )


def _write_sheet(settings: Mapping[str, str]) -> str:
    rows = (
        f'<row r="{number}">{_write_cell("A", number, key)}{_write_cell("B", number, value)}</row>'
        for number, (key, value) in enumerate(settings.items(), 1)
    )
    return (
        f'{_DECLARATION}<worksheet xmlns="{_SHEETS}"><sheetPr codeName="{SHEET_MODULE}"/>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _write_cell(column: str, row: int, text: str) -> str:
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


_STYLES = (
    f'{_DECLARATION}<styleSheet xmlns="{_SHEETS}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)

# The title and the description are what Excel's list of add-ins shows.
_CORE = (
    f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Selaras</dc:title><dc:creator>The Selaras authors</dc:creator>"
    "<dc:description>Memeriksa buku kerja perencanaan pemerintah daerah.</dc:description>"
    "</cp:coreProperties>"
)

_APP = (
    f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
    "<Application>Microsoft Excel</Application></Properties>"
)


def _write_properties(properties: Mapping[str, str]) -> str:
    values = f"{_OFFICE}/docPropsVTypes"
    lines = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" '
        f"name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        # Numbers 0 and 1 are Office's own.
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{values}">'
        f"{''.join(lines)}</Properties>"
    )
