"""One mistake put into a document without errors: the rule names its cell, and nothing else errs.

Each test draws places and wrong values, in several layouts. What follows from a mistake (a changed
kegiatan breaks its own sum and its program's) is stated, told with its cause, and no more.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from layouts import Place, Row, read
from layouts.formulas import children
from selaras.finding import Finding
from selaras.model.book import DenseGrid, Sheet, Value

from .dokumen import ATURAN_JUMLAH, UANG, Salinan, betul, galat, kode, posisi, sel
from .jalankan import LANGKAH_INI

banyak = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
SEMUA = ("asli", "titik-4", "sipd", "sipd-2baris", "bergeser")
SATU_SEL = ("titik-2", "titik-4", "sipd")
BERPISAH = ("asli", "tumpuk", "nama-lain")
tata_letak = pytest.mark.parametrize("layout", SEMUA)
satu_sel = pytest.mark.parametrize("layout", SATU_SEL)
berpisah = pytest.mark.parametrize("layout", BERPISAH)
T33 = "T-C.33"


class Pohon(NamedTuple):
    """Who stands above whom in a table of the document."""

    rows: dict[int, Row]
    atas: dict[int, int]
    bawah: dict[int, list[Row]]


def pohon(table: str) -> Pohon:
    rows = {row.index: row for row in read(table).rows}
    below = {row.index: kids for row, kids in children(read(table).rows)}
    above = {kid.index: index for index, kids in below.items() for kid in kids}
    return Pohon(rows, above, below)


def baris(table: str, *kinds: str) -> list[Row]:
    return [row for row in read(table).rows if row.kind in kinds]


def sebagian(data: st.DataObject, rows: Sequence[Row]) -> Row:
    return data.draw(st.sampled_from(list(rows)))


def tabel(data: st.DataObject, copy: Salinan) -> str:
    """Draw one of the plan tables that the copy holds."""
    asal = copy.asal
    here = [
        t
        for t in (T33, "Tabel 4.1")
        if asal.ada(t) and tempat(copy, t, 0, "nama").sheet in copy.lembar
    ]
    return data.draw(st.sampled_from(here))


def rencana(layout: str) -> Salinan:
    """Return the sheets of the plan tables, without errors."""
    return betul(layout, (T33, "Tabel 4.1"))


def tempat(copy: Salinan, table: str, index: int, key: str) -> Place:
    return copy.asal.tempat(table, index, key)


def uang(copy: Salinan, place: Place) -> int:
    value = copy.nilai(place)
    assert isinstance(value, float | int)
    return int(value)


Akibat = set[tuple[str, Place]]


def akibat(copy: Salinan, table: str, index: int, key: str) -> Akibat:
    """Return the sums that a changed amount breaks: its own and the one above it."""
    tree = pohon(table)
    found: Akibat = set()
    row = tree.rows[index]
    below = [kid for kid in tree.bawah.get(index, ()) if isinstance(kid.values[key], int)]
    if copy.asal.nama.startswith("sipd"):
        below = [kid for kid in below if kid.kind != "rincian"]
    if below:
        found.add((ATURAN_JUMLAH[row.kind], copy.alamat(tempat(copy, table, index, key))))
    above = tree.atas.get(index)
    if above is not None:
        rule = ATURAN_JUMLAH[tree.rows[above].kind]
        found.add((rule, copy.alamat(tempat(copy, table, above, key))))
    return found


def tegakkan(
    copy: Salinan, code: str, place: Place, also: Iterable[tuple[str, Place]] = ()
) -> list[Finding]:
    """Assert that the rule speaks at the cell, and that no error is unexplained."""
    findings = [f for f in copy.periksa() if f.code in LANGKAH_INI]
    hits = [f for f in findings if (f.code, sel(f)) == (code, place)]
    assert len(hits) == 1, (code, place, [(f.code, *sel(f), f.message.id) for f in findings])
    errors = {(f.code, sel(f)) for f in galat(findings, LANGKAH_INI)} - {(code, place)}
    assert errors <= set(also), [
        (f.code, *sel(f), f.message.id) for f in findings if (f.code, sel(f)) in errors - set(also)
    ]
    return findings


def satu_cerita(findings: Iterable[Finding]) -> None:
    """Assert that of several broken sums one is told, and the others point to it."""
    told = [f for f in findings if f.code.startswith("JML") and f.difference]
    known = {f.fingerprint for f in findings}
    assert all(f.cause in known for f in told if f.cause)
    if len(told) > 1:
        assert sum(f.cause is None for f in told) <= 1, [(f.code, *sel(f), f.cause) for f in told]


# Amounts


def ubah_pagu(data: st.DataObject, layout: str, kind: str) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    tree = pohon(table)
    key = data.draw(st.sampled_from(UANG[table]))
    rows = [row for row in baris(table, kind) if isinstance(row.values[key], int)]
    if kind == "sub_kegiatan":
        rows = [row for row in rows if akibat(copy, table, row.index, key)]
    row = sebagian(data, rows)
    place = tempat(copy, table, row.index, key)
    before = uang(copy, place)
    delta = data.draw(st.integers(1, 9_999_999)) * data.draw(st.sampled_from((1, -1)))
    assume(before + delta > 0)
    copy.tulis(place, before + delta)
    expected = akibat(copy, table, row.index, key)
    own = ATURAN_JUMLAH[kind], copy.alamat(place)
    main = own if own in expected else next(iter(sorted(expected)))
    assert tree.rows[row.index].kind == kind
    findings = tegakkan(copy, *main, expected)
    assert {(f.code, sel(f)) for f in galat(findings, LANGKAH_INI)} == expected
    satu_cerita(findings)


@tata_letak
@banyak
@given(data=st.data())
def test_jml001_kegiatan(layout: str, data: st.DataObject) -> None:
    ubah_pagu(data, layout, "kegiatan")


@tata_letak
@banyak
@given(data=st.data())
def test_jml002_program(layout: str, data: st.DataObject) -> None:
    ubah_pagu(data, layout, "program")


@tata_letak
@banyak
@given(data=st.data())
def test_jml004_total(layout: str, data: st.DataObject) -> None:
    ubah_pagu(data, layout, "total")


@tata_letak
@banyak
@given(data=st.data())
def test_jml005_and_jml001_sub_kegiatan(layout: str, data: st.DataObject) -> None:
    ubah_pagu(data, layout, "sub_kegiatan")


@berpisah
@banyak
@given(data=st.data())
def test_jml005_rincian(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, [r for r in baris(table, "rincian") if r.values["pagu"]])
    place = tempat(copy, table, row.index, "pagu")
    copy.tulis(place, uang(copy, place) + data.draw(st.integers(1, 9_999_999)))
    above = pohon(table).atas[row.index]
    tegakkan(copy, "JML005", copy.alamat(tempat(copy, table, above, "pagu")))


@tata_letak
@banyak
@given(data=st.data())
def test_a_blank_amount_is_a_gap(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    key = data.draw(st.sampled_from(UANG[table]))
    kind = data.draw(st.sampled_from(("program", "kegiatan", "sub_kegiatan")))
    rows = [row for row in baris(table, kind) if row.values[key]]
    row = sebagian(data, rows)
    place = tempat(copy, table, row.index, key)
    copy.tulis(place, data.draw(st.sampled_from((None, "-"))))
    expected = akibat(copy, table, row.index, key)
    own = ATURAN_JUMLAH[kind], copy.alamat(place)
    main = own if own in expected else next(iter(sorted(expected)))
    satu_cerita(tegakkan(copy, *main, expected))


@tata_letak
@banyak
@given(data=st.data())
def test_jml003_bidang_urusan(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    keys = UANG[table]
    first, total = baris(table, "program")[0], baris(table, "total")[-1]
    cells: dict[int, Value] = {}
    start = tempat(copy, table, first.index, "kode")
    number, column = posisi(start.address)
    split = layout in (*BERPISAH, "bergeser")
    cells |= {column: 2, column + 1: 17} if split else {column: "2.17"}
    cells[posisi(tempat(copy, table, first.index, "nama").address)[1]] = "URUSAN KOPERASI"
    wrong = data.draw(st.sampled_from(keys))
    for key in keys:
        place = tempat(copy, table, total.index, key)
        amount = uang(copy, place) + (data.draw(st.integers(1, 10**9)) if key == wrong else 0)
        cells[posisi(tempat(copy, table, first.index, key).address)[1]] = amount
    row = copy.sisip(start.sheet, number, cells, bawah=False)
    letters = tempat(copy, table, first.index, wrong).address.rstrip("0123456789")
    tegakkan(copy, "JML003", Place(start.sheet, f"{letters}{row}"))


TAK_TERBACA = ("25.OOO.OOO", "Rp 1.500.00O,-", "lima juta lima ratus", "12.5OO.000", "1.500 orang")


@tata_letak
@banyak
@given(data=st.data())
def test_jml007_unreadable(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    key = data.draw(st.sampled_from(UANG[table]))
    rows = [r for r in baris(table, "program", "kegiatan", "sub_kegiatan") if r.values[key]]
    place = tempat(copy, table, sebagian(data, rows).index, key)
    copy.tulis(place, data.draw(st.sampled_from(TAK_TERBACA)))
    tegakkan(copy, "JML007", copy.alamat(place))


@tata_letak
@banyak
@given(data=st.data())
def test_jml007_negative_or_with_cents(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    key = data.draw(st.sampled_from(UANG[table]))
    rows = [r for r in baris(table, "program", "kegiatan", "sub_kegiatan") if r.values[key]]
    row = sebagian(data, rows)
    place = tempat(copy, table, row.index, key)
    amount = uang(copy, place)
    copy.tulis(place, data.draw(st.sampled_from((float(-amount), amount + 0.5, amount - 0.25))))
    tegakkan(copy, "JML007", copy.alamat(place), akibat(copy, table, row.index, key))


@tata_letak
@banyak
@given(data=st.data())
def test_jml008_pasted(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    if not copy.asal.ada(T33):
        return
    tree = pohon(T33)
    subs = [
        row
        for row in baris(T33, "sub_kegiatan")
        if isinstance(row.values["pagu"], int) and isinstance(row.values["pagu_maju"], int)
    ]
    source = sebagian(data, [r for r in subs if len(str(r.values["pagu"]).rstrip("0")) >= 5])
    others = [
        row
        for row in subs
        if kode(row)[:3] == kode(source)[:3]
        and abs(subs.index(row) - subs.index(source)) <= 5
        and row.values["pagu_maju"] != source.values["pagu_maju"]
        and int(str(row.values["pagu"])) < int(str(source.values["pagu"]))
        and len(tree.bawah[tree.atas[row.index]]) > 1
    ]
    assume(others)
    target = sebagian(data, others)
    place = tempat(copy, T33, target.index, "pagu")
    copy.tulis(place, int(str(source.values["pagu"])))
    findings = tegakkan(copy, "JML008", copy.alamat(place), akibat(copy, T33, target.index, "pagu"))
    broken = [f for f in findings if f.code == "JML001"]
    pasted = {f.fingerprint for f in findings if f.code == "JML008"}
    assert [f.cause in pasted for f in broken] == [True]


# Figures


@tata_letak
@banyak
@given(data=st.data())
def test_ang001_text(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    key = data.draw(st.sampled_from(UANG[table]))
    kinds = ("program", "kegiatan", "sub_kegiatan", "total")
    row = sebagian(data, [r for r in baris(table, *kinds) if r.values[key]])
    place = tempat(copy, table, row.index, key)
    dotted = f"{uang(copy, place):,}".replace(",", ".")
    forms = (dotted, f"Rp {dotted},-", f"Rp. {dotted}", f"{dotted},00", f"'{dotted}")
    copy.tulis(place, data.draw(st.sampled_from(forms)))
    tegakkan(copy, "ANG001", copy.alamat(place))


@tata_letak
@banyak
@given(data=st.data())
def test_ang002_error_value(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    key = data.draw(st.sampled_from(("target", *UANG[table])))
    kinds = ("program", "kegiatan", "sub_kegiatan", "total")
    row = sebagian(data, [r for r in baris(table, *kinds) if r.values[key]])
    place = tempat(copy, table, row.index, key)
    copy.galat(place, data.draw(st.sampled_from(("#REF!", "#DIV/0!", "#NAME?", "#N/A", "#VALUE!"))))
    tegakkan(copy, "ANG002", copy.alamat(place))


@tata_letak
@banyak
@given(data=st.data())
def test_ang005_never_calculated(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    key = data.draw(st.sampled_from(("target", *UANG[table])))
    kinds = ("program", "kegiatan", "sub_kegiatan", "total")
    row = sebagian(data, [r for r in baris(table, *kinds) if r.values[key]])
    place = tempat(copy, table, row.index, key)
    copy.tak_dihitung(place, "=SUM(A1:A2)")
    tegakkan(copy, "ANG005", copy.alamat(place))


# Codes


def keturunan(table: str, index: int) -> list[Row]:
    tree = pohon(table)
    found = []
    for kid in tree.bawah.get(index, ()):
        if kid.kind != "rincian":
            found += [kid, *keturunan(table, kid.index)]
    return found


def akibat_kode(copy: Salinan, table: str, row: Row) -> Akibat:
    """Return what may follow from a wrong code: orphans below it, and sums that it falls out of."""
    found = {
        ("KOD002", copy.alamat(tempat(copy, table, kid.index, "kode")))
        for kid in pohon(table).bawah.get(row.index, ())
        if kid.kind != "rincian"
    }
    tree, index = pohon(table), row.index
    while index in tree.atas:
        index = tree.atas[index]
        rule = ATURAN_JUMLAH[tree.rows[index].kind]
        found |= {(rule, copy.alamat(tempat(copy, table, index, key))) for key in UANG[table]}
    return found


def tanpa_sebab(findings: Iterable[Finding]) -> list[Finding]:
    sums = ("JML001", "JML002", "JML003", "JML005")
    return [f for f in findings if f.code in sums and f.difference and not f.cause]


@satu_sel
@banyak
@given(data=st.data())
def test_kod001_in_one_cell(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "program", "kegiatan", "sub_kegiatan"))
    place = tempat(copy, table, row.index, "kode")
    code = str(copy.nilai(place))
    parts = code.split(".")
    wrong = [
        f"{code}{'.01' * (7 - len(parts))}",
        code.replace("17", "l7"),
        ".".join([*parts[:2], "O" + parts[2][-1], *parts[3:]]),
        ".".join([*parts[:2], "0" + parts[2], *parts[3:]]),
        code.replace("2.17", "2..17"),
        code.replace("2.17", "2/17") + "/A" if len(parts) > 3 else code.replace("17", "I7"),
    ]
    if len(parts) >= 5:
        wrong += [".".join([*parts[:3], "02", *parts[4:]]), ".".join(parts[:4])]
    copy.tulis(place, data.draw(st.sampled_from(wrong)))
    findings = tegakkan(copy, "KOD001", copy.alamat(place), akibat_kode(copy, table, row))
    assert tanpa_sebab(findings) == []


@berpisah
@banyak
@given(data=st.data())
def test_kod001_in_split_cells(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "kegiatan", "sub_kegiatan"))
    place = tempat(copy, table, row.index, "kode")
    number, first = posisi(place.address)
    cells = copy.lembar[place.sheet].rows[copy.lembar[place.sheet].indeks(number)][1]
    digit = kode(row)[4]
    at, value = data.draw(st.sampled_from(((3, "02"), (1, "l7"), (4, f"O{digit}"))))
    cells[first - 1 + at] = value
    findings = tegakkan(copy, "KOD001", copy.alamat(place), akibat_kode(copy, table, row))
    assert tanpa_sebab(findings) == []


@tata_letak
@banyak
@given(data=st.data())
def test_kod002_parent_deleted(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "program", "kegiatan"))
    place = tempat(copy, table, row.index, "kode")
    copy.hapus(place.sheet, posisi(place.address)[0])
    kids = [k for k in pohon(table).bawah[row.index] if k.kind != "rincian"]
    orphans = {("KOD002", copy.alamat(tempat(copy, table, k.index, "kode"))) for k in kids}
    for code, orphan in orphans:
        tegakkan(copy, code, orphan, orphans)


@tata_letak
@banyak
@given(data=st.data())
def test_kod002_under_another_parent(layout: str, data: st.DataObject) -> None:
    """A sub kegiatan between those of another kegiatan."""
    copy = rencana(layout)
    table = tabel(data, copy)
    tree = pohon(table)
    row = sebagian(data, baris(table, "sub_kegiatan"))
    others = [
        r
        for r in baris(table, "sub_kegiatan")
        if tree.atas[r.index] != tree.atas[row.index]
        and tree.bawah[tree.atas[r.index]][-1] is not r
    ]
    other = sebagian(data, others)
    assume(len(tree.bawah[tree.atas[row.index]]) > 1)
    place = tempat(copy, table, row.index, "kode")
    number = posisi(place.address)[0]
    lembar = copy.lembar[place.sheet]
    # The row goes, its rincian stay: they are dropped with it, to change one thing only.
    block = [lembar.rows[lembar.indeks(number)]]
    last = number
    tall = 2 if layout == "sipd-2baris" else 1
    kids = tree.bawah.get(row.index, []) if not layout.startswith("sipd") else []
    tall += len(kids) + bool(kids)
    at = lembar.indeks(number)
    block = lembar.rows[at : at + tall]
    del lembar.rows[at : at + tall]
    after = posisi(tempat(copy, table, other.index, "kode").address)[0]
    kids = tree.bawah.get(other.index, []) if not layout.startswith("sipd") else []
    goal = lembar.indeks(after) + (2 if layout == "sipd-2baris" else 1) + len(kids) + bool(kids)
    lembar.rows[goal:goal] = block
    assert last == number
    tegakkan(copy, "KOD002", copy.alamat(place))


@tata_letak
@banyak
@given(data=st.data())
def test_kod003_copied_row(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "program", "kegiatan", "sub_kegiatan"))
    place = tempat(copy, table, row.index, "kode")
    number = posisi(place.address)[0]
    new = copy.gandakan(place.sheet, number)
    letters = place.address.rstrip("0123456789")
    tree, above = pohon(table), pohon(table).atas[row.index]
    rule = ATURAN_JUMLAH[tree.rows[above].kind]
    also = {(rule, copy.alamat(tempat(copy, table, above, key))) for key in UANG[table]}
    findings = tegakkan(copy, "KOD003", Place(place.sheet, f"{letters}{new}"), also)
    assert tanpa_sebab(findings) == []


@satu_sel
@banyak
@given(data=st.data())
def test_kod004_other_style(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "sub_kegiatan"))
    place = tempat(copy, table, row.index, "kode")
    code = str(copy.nilai(place))
    short = code[:-4] + code[-2:] if layout != "titik-2" else code[:-2] + "00" + code[-2:]
    bare = ".".join(str(int(part)) for part in code.split("."))
    forms = (short, bare, code.replace(".", " "), code.replace(".", "-"), code + ".")
    copy.tulis(place, data.draw(st.sampled_from(forms)))
    tegakkan(copy, "KOD004", copy.alamat(place))


@tata_letak
@banyak
@given(data=st.data())
def test_kod009_swapped_codes(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    tree = pohon(table)
    pairs = [
        (one, other)
        for kids in tree.bawah.values()
        for one, other in pairwise(kids)
        if one.kind == "sub_kegiatan"
    ]
    one, other = data.draw(st.sampled_from(pairs))
    places = [tempat(copy, table, row.index, "kode") for row in (one, other)]
    wide = 6 if layout in (*BERPISAH, "bergeser") else 1
    for offset in range(wide):
        cells = []
        for place in places:
            number, first = posisi(place.address)
            values = copy.lembar[place.sheet].rows[copy.lembar[place.sheet].indeks(number)][1]
            cells.append((values, first - 1 + offset))
        (a, at), (b, bt) = cells
        a[at], b[bt] = b[bt], a[at]
    findings = [f for f in copy.periksa() if f.code in LANGKAH_INI]
    told = [f for f in findings if f.code == "KOD009"]
    assert len(told) == 1
    assert sel(told[0]) in [copy.alamat(place) for place in places]
    assert galat(findings, LANGKAH_INI) == []


@satu_sel
@banyak
@given(data=st.data())
def test_kod010_date(layout: str, data: st.DataObject) -> None:
    """2.17.01 typed as 2-17-01 becomes 17 February 2001."""
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "program"))
    place = tempat(copy, table, row.index, "kode")
    copy.tulis(place, datetime.datetime(2000 + kode(row)[2], 2, 17))
    tegakkan(copy, "KOD010", copy.alamat(place))


# Sheets and tables


@pytest.mark.parametrize("layout", ["asli", "titik-2", "rumus"])
@banyak
@given(data=st.data())
def test_lbr001_sheet_deleted(layout: str, data: st.DataObject) -> None:
    copy = betul(layout)
    table = data.draw(st.sampled_from(("T-C.29", "T-C.30", "T-C.31", "T-C.32")))
    key = "indikator" if table == "T-C.30" else "nama"
    del copy.lembar[copy.asal.placement.heads[table, key].sheet]
    findings = [f for f in copy.periksa() if f.code in LANGKAH_INI]
    missing = [(f.code, f.cell, f.table) for f in findings if f.code == "LBR001"]
    assert missing == [("LBR001", None, table)]
    assert galat(findings, LANGKAH_INI) == []


@pytest.mark.parametrize("layout", ["asli", "titik-4", "sipd", "bergeser"])
@banyak
@given(data=st.data())
def test_lbr002_column_deleted(layout: str, data: st.DataObject) -> None:
    copy = betul(layout, (T33,))
    table = copy.asal.nama_tabel(T33)
    key = data.draw(st.sampled_from(("lokasi", "sumber_dana", "target", "target_maju")))
    head = copy.asal.placement.heads[table, key]
    copy.hapus_kolom(head.sheet, posisi(head.address)[1])
    findings = [f for f in copy.periksa() if f.code in LANGKAH_INI]
    assert [(f.code, f.column) for f in findings if f.code == "LBR002"] == [("LBR002", key)]
    assert galat(findings, LANGKAH_INI) == []


@tata_letak
@banyak
@given(data=st.data())
def test_lbr005_row_without_code(layout: str, data: st.DataObject) -> None:
    copy = rencana(layout)
    table = tabel(data, copy)
    row = sebagian(data, baris(table, "kegiatan"))
    sheet, address = tempat(copy, table, row.index, "nama")
    number, name = posisi(address)
    money = posisi(tempat(copy, table, row.index, "pagu").address)[1]
    cells: dict[int, Value] = {
        name: data.draw(st.sampled_from(("Rapat koordinasi", "Cadangan", "Sisa pagu"))),
        money: data.draw(st.integers(1, 10**9)),
    }
    new = copy.sisip(sheet, number, cells, bawah=True)
    letters = address.rstrip("0123456789")
    tegakkan(copy, "LBR005", Place(sheet, f"{letters}{new}"))


@pytest.mark.parametrize("layout", ["asli", "titik-4", "sipd"])
@banyak
@given(data=st.data())
def test_lbr006_unknown_sheet(layout: str, data: st.DataObject) -> None:
    copy = betul(layout, (T33,))
    amounts = data.draw(st.lists(st.integers(100_000, 10**10), min_size=3, max_size=30))
    rows: list[list[Value]] = [["Belanja", "Harga"]]
    rows += [[f"Barang {number}", float(amount)] for number, amount in enumerate(amounts)]
    copy.lain.append(Sheet("Hitungan", DenseGrid(rows)))
    tegakkan(copy, "LBR006", Place("Hitungan", "A1"))


# Tables without codes


@pytest.mark.parametrize("layout", ["asli", "nama-lain", "tumpuk"])
@banyak
@given(data=st.data())
def test_sums_without_codes(layout: str, data: st.DataObject) -> None:
    """A changed amount is told in its own row or the one above, within its program."""
    table = data.draw(st.sampled_from(("Tabel 2.1", "Tabel 2.2")))
    copy = betul(layout, (table,))
    key = data.draw(st.sampled_from(UANG[table]))
    kind = data.draw(st.sampled_from(("program", "kegiatan", "sub_kegiatan", "total")))
    row = sebagian(data, [r for r in baris(table, kind) if r.values[key]])
    place = tempat(copy, table, row.index, key)
    before = uang(copy, place)
    delta = data.draw(st.integers(1, 9_999_999)) * data.draw(st.sampled_from((1, -1)))
    assume(before + delta > 0)
    copy.tulis(place, before + delta)
    expected = akibat(copy, table, row.index, key)
    findings = [f for f in copy.periksa() if f.code in LANGKAH_INI]
    errors = {(f.code, sel(f)) for f in galat(findings, LANGKAH_INI)}
    assert errors
    assert errors <= expected
    satu_cerita(findings)
