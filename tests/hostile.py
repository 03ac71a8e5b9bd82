"""Files that must be refused, and in what words: bombs, lies, damage, and what is no workbook.

`HOSTILE` maps a name to a function that writes the file into a folder and returns its path;
`EXPECTED` maps the same names to the kind of refusal. All are made here, in moments.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from intake import xmlbook
from intake.xmlbook import MAIN, build_book, build_parts, build_sheet, build_strings, zip_members
from selaras.intake.refusal import RefusalKind

HOSTILE: dict[str, Callable[[Path], Path]] = {}
EXPECTED: dict[str, RefusalKind] = {}

Writer = Callable[[], bytes]


def _enter_hostile(name: str, kind: RefusalKind) -> Callable[[Writer], Writer]:
    """Register what makes the bytes of the file `name`."""

    def register(make: Writer) -> Writer:
        def write(folder: Path) -> Path:
            path = folder / name
            path.write_bytes(make())
            return path

        HOSTILE[name] = write
        EXPECTED[name] = kind
        return make

    return register


class Lie(NamedTuple):
    """A member as the directory tells of it, whatever its bytes really are."""

    name: str
    packed: bytes
    size: int
    crc: int = 0
    method: int = 8
    flags: int = 0


def build_zip(members: list[Lie], *, overlap: bool = False) -> bytes:
    """Return a zip file whose directory says what it is told to say."""
    body, directory = b"", b""
    for member in members:
        name = member.name.encode()
        at = 0 if overlap else len(body)
        head = b"".join(
            number.to_bytes(width, "little")
            for number, width in (
                (20, 2), (member.flags, 2), (member.method, 2), (0, 4), (member.crc, 4),
                (len(member.packed), 4), (member.size, 4), (len(name), 2), (0, 2),
            )
        )  # fmt: skip
        directory += b"PK\x01\x02\x14\0" + head + bytes(10) + at.to_bytes(4, "little") + name
        if not (overlap and body):
            body += b"PK\x03\x04" + head + name + member.packed
    count = len(members).to_bytes(2, "little")
    return (
        body
        + directory
        + b"PK\x05\x06"
        + bytes(4)
        + count
        + count
        + len(directory).to_bytes(4, "little")
        + len(body).to_bytes(4, "little")
        + bytes(2)
    )


def squeeze(content: bytes) -> bytes:
    """Return raw deflated bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def repeat_block(block: bytes, times: int) -> bytes:
    """Return raw deflated bytes of a block many times over, without ever holding them unpacked."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    # After a full flush nothing refers back, so that the packed block can stand again and again.
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed * times + packer.flush()


def build_honest_zip(members: dict[str, str | bytes]) -> list[Lie]:
    """Return members that say of themselves what is true."""
    told = []
    for name, content in members.items():
        raw = content.encode() if isinstance(content, str) else content
        told.append(Lie(name, squeeze(raw), len(raw), zlib.crc32(raw)))
    return told


_PLAIN = build_parts(build_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))


def _build_plain_with(*lies: Lie) -> bytes:
    names = {lie.name for lie in lies}
    kept = {name: content for name, content in _PLAIN.items() if name not in names}
    return build_zip([*build_honest_zip(kept), *lies])


# Bombs and lies.


@_enter_hostile("spasi-1500-mb.xlsx", RefusalKind.BOMB)
def _spaces() -> bytes:
    packed = repeat_block(b" " * 1_000_000, 1_500)
    return _build_plain_with(Lie("xl/worksheets/sheet1.xml", packed, 1_500_000_000))


@_enter_hostile("spasi-mengaku-kecil.xlsx", RefusalKind.BOMB)
def _lying_spaces() -> bytes:
    return _build_plain_with(
        Lie("xl/worksheets/sheet1.xml", repeat_block(b" " * 1_000_000, 1_500), 900_000)
    )


@_enter_hostile("bom-di-gambar.xlsx", RefusalKind.BOMB)
def _picture_bomb() -> bytes:
    return _build_plain_with(
        Lie("xl/media/image1.png", repeat_block(bytes(1_000_000), 300), 300_000_000)
    )


@_enter_hostile("bagian-tumpang-tindih.xlsx", RefusalKind.BOMB)
def _overlapping() -> bytes:
    packed = squeeze(bytes(1_000_000))
    return build_zip([Lie(f"{n}.xml", packed, 1_000_000) for n in range(300)], overlap=True)


def _used(times: int) -> str:
    rows = range(1, times + 1)
    return "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in rows)


@_enter_hostile("teks-30-mb-200-kali.xlsx", RefusalKind.BOMB)
def _long_string() -> bytes:
    return build_book(_used(200), shared=build_strings(f"<t>{'x' * 30_000_000}</t>"))


@_enter_hostile("teks-3-mb-2000-kali.xlsx", RefusalKind.BOMB)
def _long_string_that_packs_badly() -> bytes:
    return build_book(
        _used(2_000), shared=build_strings(f"<t>{Random(1).randbytes(1_500_000).hex()}</t>")
    )


@_enter_hostile("rumus-bersama-panjang.xlsx", RefusalKind.BOMB)
def _long_formula() -> bytes:
    formula = "+".join(["A1"] * 2_500)
    first = (
        f'<row r="1"><c r="B1"><f t="shared" ref="B1:B20000" si="0">{formula}</f><v>1</v></c></row>'
    )
    others = "".join(
        f'<row r="{n}"><c r="B{n}"><f t="shared" si="0"/><v>1</v></c></row>'
        for n in range(2, 20_001)
    )
    return build_book(first + others)


@_enter_hostile("bagian-210-mb.xlsx", RefusalKind.TOO_LARGE)
def _huge_part() -> bytes:
    return _build_plain_with(Lie("xl/media/film.bin", bytes(2_200_000), 210_000_000))


@_enter_hostile("semua-500-mb.xlsx", RefusalKind.TOO_LARGE)
def _huge_in_all() -> bytes:
    lies = [Lie(f"xl/media/{n}.bin", bytes(2_000_000), 180_000_000) for n in range(3)]
    return _build_plain_with(*lies)


@_enter_hostile("sel-terlalu-banyak.xlsx", RefusalKind.TOO_LARGE)
def _too_many_cells() -> bytes:
    # Cells of many values, so that they unpack to an honest number of times their packed size.
    block = b"".join(b'<c r="A1"><v>%d</v></c>' % (n * n) for n in range(40_000))
    head, tail = build_sheet('<row r="1">|</row>').encode().split(b"|")
    content = head + block * 76 + tail
    # In pieces that are packed once each.
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = first + middle * 76 + packer.compress(tail) + packer.flush()
    return _build_plain_with(
        Lie("xl/worksheets/sheet1.xml", packed, len(content), zlib.crc32(content))
    )


@_enter_hostile("1500-bagian.xlsx", RefusalKind.TOO_MANY_PARTS)
def _many_members() -> bytes:
    return zip_members({**_PLAIN, **{f"xl/media/{n}.txt": b"x" for n in range(1_500)}})


# Names.


@_enter_hostile("bagian-ganda.xlsx", RefusalKind.PART_NAME)
def _duplicate() -> bytes:
    return build_zip([*build_honest_zip(_PLAIN), build_honest_zip(_PLAIN)[-1]])


@_enter_hostile("bagian-ganda-huruf-besar.xlsx", RefusalKind.PART_NAME)
def _duplicate_case() -> bytes:
    return zip_members({**_PLAIN, "XL/Workbook.xml": "<x/>"})


@_enter_hostile("bagian-naik.xlsx", RefusalKind.PART_NAME)
def _dotdot() -> bytes:
    return zip_members({**_PLAIN, "../../etc/passwd": "x"})


@_enter_hostile("bagian-naik-windows.xlsx", RefusalKind.PART_NAME)
def _dotdot_windows() -> bytes:
    return build_zip([*build_honest_zip(_PLAIN), *build_honest_zip({"..\\..\\x.exe": "x"})])


@_enter_hostile("bagian-mutlak.xlsx", RefusalKind.PART_NAME)
def _absolute() -> bytes:
    return zip_members({**_PLAIN, "/etc/passwd": "x"})


@_enter_hostile("bagian-mutlak-windows.xlsx", RefusalKind.PART_NAME)
def _absolute_windows() -> bytes:
    return zip_members({**_PLAIN, "C:/x.exe": "x"})


# XML.

_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@_enter_hostile("entitas-lembar.xlsx", RefusalKind.ENTITIES)
def _entities() -> bytes:
    rows = '<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>'
    return zip_members(build_parts(f'<?xml version="1.0"?><!-- x -->{_LAUGHS}{build_sheet(rows)}'))


@_enter_hostile("entitas-teks.xlsx", RefusalKind.ENTITIES)
def _entities_in_strings() -> bytes:
    return zip_members(build_parts(build_sheet(""), shared=_LAUGHS + build_strings("<t>&c;</t>")))


@_enter_hostile("entitas-buku.xlsx", RefusalKind.ENTITIES)
def _entities_in_workbook() -> bytes:
    plain = str(_PLAIN["xl/workbook.xml"])
    return zip_members(
        {**_PLAIN, "xl/workbook.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + plain}
    )


@_enter_hostile("enkode-asing.xlsx", RefusalKind.ENCODING)
def _encoding() -> bytes:
    return zip_members(
        build_parts('<?xml version="1.0" encoding="EBCDIC-CP-US"?>' + build_sheet(""))
    )


@_enter_hostile("bukan-utf8.xlsx", RefusalKind.ENCODING)
def _not_utf8() -> bytes:
    formula = '<row r="1"><c r="A1"><f>"caf|"</f><v>1</v></c></row>'
    return zip_members(build_parts(build_sheet(formula).encode().replace(b"|", b"\xe9")))


@_enter_hostile("xml-rusak.xlsx", RefusalKind.BROKEN)
def _malformed() -> bytes:
    return zip_members(build_parts(build_sheet('<row r="1"><c r="A1"><v>1</c></row>')))


@_enter_hostile("sel-dalam-sekali.xlsx", RefusalKind.BROKEN)
def _deep() -> bytes:
    return zip_members(build_parts(build_sheet("<a>" * 200_000)))


@_enter_hostile("baris-99999999.xlsx", RefusalKind.OUT_OF_GRID)
def _far_row() -> bytes:
    return build_book('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')


@_enter_hostile("kolom-xfe.xlsx", RefusalKind.OUT_OF_GRID)
def _far_column() -> bytes:
    return build_book('<row r="1"><c r="XFE1"><v>1</v></c></row>')


@_enter_hostile("kolom-zzz-sendiri.xlsx", RefusalKind.OUT_OF_GRID)
def _far_cell_without_row() -> bytes:
    return build_book('<row><c r="ZZZ9999999"><v>1</v></c></row>')


@_enter_hostile("lembar-sama-berkali-kali.xlsx", RefusalKind.BROKEN)
def _one_part_many_sheets() -> bytes:
    tabs = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="a"/>' for n in range(1, 900))
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{xmlbook.OFFICE}"><sheets>{tabs}</sheets></workbook>'
    )
    return zip_members({**_PLAIN, "xl/workbook.xml": workbook})


@_enter_hostile("indeks-teks-tak-ada.xlsx", RefusalKind.BROKEN)
def _string_out_of_range() -> bytes:
    return build_book('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')


@_enter_hostile("lembar-hilang.xlsx", RefusalKind.BROKEN)
def _missing_part() -> bytes:
    return zip_members({n: c for n, c in _PLAIN.items() if n != "xl/worksheets/sheet1.xml"})


# Damage.


@_enter_hostile("kosong.xlsx", RefusalKind.EMPTY)
def _empty() -> bytes:
    return b""


@_enter_hostile("nol-semua.xlsx", RefusalKind.EMPTY)
def _zeros() -> bytes:
    return bytes(4096)


@_enter_hostile("terpotong.xlsx", RefusalKind.TRUNCATED)
def _truncated() -> bytes:
    whole = zip_members(_PLAIN)
    return whole[: len(whole) * 2 // 3]


@_enter_hostile("tanpa-awal.xlsx", RefusalKind.TRUNCATED)
def _headless() -> bytes:
    whole = zip_members(_PLAIN)
    return b"PK\x03\x04" + whole[len(whole) // 2 :]


@_enter_hostile("isi-berubah.xlsx", RefusalKind.BROKEN)
def _flipped() -> bytes:
    members = build_honest_zip(_PLAIN)
    last = members[-1]
    return build_zip([*members[:-1], last._replace(crc=last.crc ^ 1)])


@_enter_hostile("cara-kemas-asing.xlsx", RefusalKind.BROKEN)
def _method() -> bytes:
    members = build_honest_zip(_PLAIN)
    return build_zip([*members[:-1], members[-1]._replace(method=14)])


# Locked.

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@_enter_hostile("bersandi.xlsx", RefusalKind.PASSWORD)
def _password() -> bytes:
    names = "EncryptionInfo".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    return _COMPOUND + names[0].ljust(128, b"\0") + names[1].ljust(128, b"\0") + bytes(2048)


@_enter_hostile("zip-bersandi.xlsx", RefusalKind.PASSWORD)
def _zip_password() -> bytes:
    return build_zip([member._replace(flags=1) for member in build_honest_zip(_PLAIN)])


@_enter_hostile("bersandi.ods", RefusalKind.PASSWORD)
def _ods_password() -> bytes:
    return zip_members(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": b"\x01\x02\x03",
            "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
        }
    )


def build_ods(cell: str) -> bytes:
    """Return a spreadsheet of one sheet with these rows."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return zip_members(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="a">{cell}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


@_enter_hostile("sel-berulang.ods", RefusalKind.TOO_LARGE)
def _ods_repeated() -> bytes:
    return build_ods(
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'
        "</table:table-row>"
    )


@_enter_hostile("di-luar-lembar.ods", RefusalKind.OUT_OF_GRID)
def _ods_far() -> bytes:
    return build_ods(
        '<table:table-row table:number-rows-repeated="99999999"/><table:table-row>'
        '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    )


# Other kinds of file, whatever their names say.


@_enter_hostile("lama-rusak.xls", RefusalKind.OLD_XLS)
def _broken_xls() -> bytes:
    return _COMPOUND + "Workbook".encode("utf-16-le").ljust(128, b"\0") + bytes(2048)


@_enter_hostile("excel-4.xls", RefusalKind.OLD_XLS)
def _ancient_xls() -> bytes:
    return b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(200)


@_enter_hostile("laman-tanpa-tabel.xls", RefusalKind.HTML)
def _login_page() -> bytes:
    return b"<!DOCTYPE html><html><body><form>Silakan masuk</form></body></html>"


@_enter_hostile("xml-2003.xls", RefusalKind.XML)
def _spreadsheet_2003() -> bytes:
    return (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    )


@_enter_hostile("kutip-terbuka.csv", RefusalKind.CSV)
def _csv() -> bytes:
    return b'Kode;Nama;Pagu\r\n2.17.01;Program;100\r\n2.17.02;"Program;200\r\n' + b"x;" * 99_999


@_enter_hostile("renja.xlsx", RefusalKind.PDF)
def _pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


@_enter_hostile("dokumen.xlsx", RefusalKind.NOT_WORKBOOK)
def _docx() -> bytes:
    links = str(_PLAIN["_rels/.rels"]).replace("xl/workbook.xml", "word/document.xml")
    return zip_members({"_rels/.rels": links, "word/document.xml": "<document/>"})


@_enter_hostile("arsip.xlsx", RefusalKind.NOT_WORKBOOK)
def _jar() -> bytes:
    return zip_members({"META-INF/MANIFEST.MF": "Manifest-Version: 1.0\n", "A.class": b"\xca\xfe"})


@_enter_hostile("arsip-buku.xlsx", RefusalKind.ARCHIVE)
def _archive_of_workbooks() -> bytes:
    return zip_members({"OPD/renja.xlsx": zip_members(_PLAIN), "surat.docx": b"x"})


@_enter_hostile("gambar.xlsx", RefusalKind.NOT_WORKBOOK)
def _picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(60)


@_enter_hostile("surat.xlsx", RefusalKind.NOT_WORKBOOK)
def _letter() -> bytes:
    return b"Yth. Kepala Bappeda\n\nBersama ini kami kirimkan Renja.\n"


@_enter_hostile("arsip-kosong.xlsx", RefusalKind.NOT_WORKBOOK)
def _empty_zip() -> bytes:
    return zip_members({})


def write_folder(folder: Path, name: str) -> Path:
    """Write a folder that is named like a workbook."""
    path = folder / name
    path.mkdir()
    return path


HOSTILE["folder.xlsx"] = lambda folder: write_folder(folder, "folder.xlsx")
EXPECTED["folder.xlsx"] = RefusalKind.UNREADABLE
HOSTILE["tidak-ada.xlsx"] = lambda folder: folder / "tidak-ada.xlsx"
EXPECTED["tidak-ada.xlsx"] = RefusalKind.UNREADABLE
