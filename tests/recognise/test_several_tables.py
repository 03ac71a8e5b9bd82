"""Several tables in one workbook: stacked, side by side, repeated on pages, in any order."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

from selaras.model.table import Table

from . import heads_other as lain
from . import heads_renja as renja
from .document import PLAN, Baris, Tata, periksa
from .picture import Lembar, jenis, kenali, letak, satu, tulis

TANDA_TANGAN = [
    [],
    ["", "", "", "", "", "", "Lumajang, 3 Juli 2023"],
    ["", "", "", "", "", "", "Kepala Dinas Koperasi"],
    [],
    ["", "", "", "", "", "", "Drs. SUGENG"],
    ["", "", "", "", "", "", "NIP. 19680101 199003 1 010"],
    [],
]


def _ringkas(table: Table) -> tuple[str, dict[str, str], dict[str, int]]:
    return table.name, letak(table), jenis(table)


def _sendiri(layout: Tata, tmp_path: Path) -> tuple[str, dict[str, str], dict[str, int]]:
    return _ringkas(satu(kenali(tulis(tmp_path / "satu.xlsx", layout.build_sheet())), layout.tabel))


def test_bertumpuk_dengan_judul(tmp_path: Path) -> None:
    layouts = (lain.TC29[0], lain.TC30[0], lain.TC31[0], renja.TC33[0], lain.TC27[0])
    rows = [line for layout in layouts for line in (*layout.build_sheet().rows, *TANDA_TANGAN)]
    work = kenali(tulis(tmp_path / "b.xlsx", Lembar("Semua", rows)))
    assert [_ringkas(table) for table in work.tables] == [
        _sendiri(one, tmp_path) for one in layouts
    ]


def test_bertumpuk_tanpa_judul(tmp_path: Path) -> None:
    layouts = (renja.TC33[1], lain.TC29[2], lain.TC27[2])
    rows = []
    for layout in layouts:
        plain = Tata(layout.nama, layout.tabel, layout.head, layout.keys, layout.tahun)
        rows += [*plain.build_sheet().rows, [], []]
    work = kenali(tulis(tmp_path / "b.xlsx", Lembar("Semua", rows, gabung=True)))
    assert [table.name for table in work.tables] == ["T-C.33", "T-C.29", "T-C.27"]
    assert [len(table.pokok) for table in work.tables] == [9, 9, 9]


def test_berdampingan(tmp_path: Path) -> None:
    left, right = lain.TC26[0].build_sheet().rows, lain.TC32[0].build_sheet().rows
    left, right = left[2:], right[2:]
    wide = max(len(row) for row in left)
    rows = [
        [
            *(left[at] if at < len(left) else []),
            *[""] * (wide - len(left[at]) if at < len(left) else wide),
            "",
            "",
            *(right[at] if at < len(right) else []),
        ]
        for at in range(max(len(left), len(right)))
    ]
    work = kenali(tulis(tmp_path / "b.xlsx", Lembar("Dua", rows)))
    assert sorted(table.name for table in work.tables) == ["T-C.26", "T-C.32"]


def test_kepala_diulang(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    first = layout.build_sheet(PLAN[:5]).rows
    head = first[5:8]
    last = layout.build_sheet(PLAN[5:]).rows[8:]
    for between in ([], [[]], [["Halaman 2 dari 2"], []], [["Tabel T-C.33 (lanjutan)"]]):
        rows = [*first, *between, *head, *last]
        table = satu(kenali(tulis(tmp_path / "b.xlsx", Lembar("R", rows))), "T-C.33")
        assert len(table.pokok) == 9
        assert jenis(table).get("total") == 1
        assert table.pokok[-1].induk is not None


def test_kepala_diulang_setelah_jumlah_bagian(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    first = layout.build_sheet(PLAN[:6]).rows
    subtotal = ["", "Jumlah Program Penunjang", "", "", "", "600"]
    last = layout.build_sheet(PLAN[6:]).rows[8:]
    rows = [*first, subtotal, *first[5:8], *last]
    table = satu(kenali(tulis(tmp_path / "b.xlsx", Lembar("R", rows))), "T-C.33")
    assert jenis(table) == {"pokok": 9, "total": 2}


def test_tabel_kedua_dengan_kepala_yang_sama(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    whole = layout.build_sheet().rows
    tables = kenali(tulis(tmp_path / "b.xlsx", Lembar("R", [*whole, [], *whole[5:]]))).tables
    assert [(table.name, jenis(table)) for table in tables] == [
        ("T-C.33", {"pokok": 9, "total": 1}),
        ("Tabel 4.1", {"pokok": 9, "total": 1}),
    ]


def test_urutan_dan_nama_lembar(tmp_path: Path) -> None:
    layouts = (lain.TC29[0], renja.TC33[0], lain.TC30[0], lain.TC24[0])
    names = ("Sheet9", "rekap fix (2)", "Lamp.", "x")
    sheets = [layout.build_sheet(nama=name) for layout, name in zip(layouts, names, strict=True)]
    forward = kenali(tulis(tmp_path / "a.xlsx", *sheets)).tables
    backward = kenali(tulis(tmp_path / "b.xlsx", *reversed(sheets))).tables
    assert [_ringkas(one) for one in forward] == [_ringkas(one) for one in reversed(backward)]


def test_baris_tersembunyi(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    sheet = layout.build_sheet()
    sheet.tersembunyi = (10, 11, 12)
    periksa(layout, satu(kenali(tulis(tmp_path / "b.xlsx", sheet)), "T-C.33"))


def test_ribuan(tmp_path: Path) -> None:
    table = satu(kenali(tulis(tmp_path / "b.xlsx", lain.TC31[0].build_sheet())), "T-C.31")
    said = table.columns["rkpd_pagu"].satuan_tertulis
    assert said is not None
    assert said.skala == 1000
    for head, scale in (
        ("Pagu Indikatif (dalam ribuan)", 1000),
        ("Pagu Indikatif (Rp. 000)", 1000),
        ("Pagu Indikatif (Ribu Rupiah)", 1000),
        ("Pagu Indikatif (juta Rp)", 1_000_000),
        ("Pagu Indikatif (Rp. Juta)", 1_000_000),
        ("Pagu Indikatif (Rp)", 1),
    ):
        layout = Tata(
            "skala",
            "T-C.33",
            f"Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Lokasi | Target 2024 | {head} | Sumber Dana",
            "kode nama indikator lokasi target pagu sumber_dana",
            2024,
            ("Rumusan Rencana Program dan Kegiatan",),
        )
        table = satu(kenali(tulis(tmp_path / "b.xlsx", layout.build_sheet())), "T-C.33")
        said = table.columns["pagu"].satuan_tertulis
        assert (said.skala if said else 1) == scale, head


RATA = (
    Baris("1", "Program Penunjang", "a", 600),
    Baris("1.1", "Perencanaan", "b", 600),
    Baris("1.1.1", "Penyusunan Dokumen", "c", 400),
    Baris("1.1.2", "Evaluasi Kinerja", "d", 200),
    Baris("2", "Program Pengawasan Koperasi", "e", 300),
    Baris("2.1", "Pemeriksaan Koperasi", "f", 300),
    Baris("2.1.1", "Pengawasan Kekuatan", "g", 300),
)
TINGKAT = [
    "PROGRAM",
    "KEGIATAN",
    "SUB_KEGIATAN",
    "SUB_KEGIATAN",
    "PROGRAM",
    "KEGIATAN",
    "SUB_KEGIATAN",
]
_ALOKASI = "NO | PROGRAM/KEGIATAN/SUB KEGIATAN | TARGET KINERJA | ANGGARAN (Rp)"


def _tingkat(tmp_path: Path, nomor: list[str], nama: list[str]) -> list[str]:
    rows = [["ALOKASI ANGGARAN TAHUN 2023"], [], [cell.strip() for cell in _ALOKASI.split("|")]]
    for row, number, name in zip(RATA, nomor, nama, strict=True):
        rows.append([number, name, "2 dok", str(row.juta)])
    rows.append(["", "JUMLAH", "", "900"])
    table = satu(kenali(tulis(tmp_path / "b.xlsx", Lembar("A", rows))), "Tabel 2.2")
    assert [row.nama for row in table.pokok] == [row.nama for row in RATA]
    assert jenis(table) == {"pokok": 7, "total": 1}
    return [row.tingkat.name if row.tingkat else "-" for row in table.pokok]


def test_tingkat_tanpa_kode(tmp_path: Path) -> None:
    names = [row.nama for row in RATA]
    blank = [""] * 7
    numbering = (
        [row.kode if "." in row.kode else f"#{row.kode}" for row in RATA],
        ["I", "A", "1", "2", "II", "A", "1"],
        ["A", "1", "a", "b", "B", "1", "a"],
        ["I.", "1.", "a.", "b.", "II.", "1.", "a."],
        ["1", "", "", "", "2", "", ""],
        blank,
    )
    for numbers in numbering:
        assert _tingkat(tmp_path, numbers, names) == TINGKAT, numbers
    mark = ("*{}*", "/{}/", "{}", "{}", "*{}*", "/{}/", "{}")
    assert (
        _tingkat(tmp_path, blank, [m.format(n) for m, n in zip(mark, names, strict=True)])
        == TINGKAT
    )
    indent = ("{}", "~~{}", "~~~~{}", "~~~~{}", "{}", "~~{}", "~~~~{}")
    # Leading blanks are what names are told by, so the names differ: levels only.
    assert (
        _tingkat(tmp_path, blank, [m.format(n) for m, n in zip(indent, names, strict=True)])
        == TINGKAT
    )
    indent = ("{}", ">1 {}", ">2 {}", ">2 {}", "{}", ">1 {}", ">2 {}")
    assert (
        _tingkat(tmp_path, blank, [m.format(n) for m, n in zip(indent, names, strict=True)])
        == TINGKAT
    )
