"""Units, void words and abbreviations in heads do not change which column is which."""

# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.recognise.candidates import is_number_row
from selaras.recognise.words import read_words

from . import heads_other as others
from . import heads_renja as renja
from .document import DocumentLayout, assert_read
from .picture import DrawnSheet, build_in_memory, find_columns, only_table, read_picture

MONEY = (
    "ANGGARAN (Rp)",
    "JUMLAH PAGU",
    "PAGU (Rp)",
    "TOTAL ANGGARAN",
    "Jumlah (Rp)",
    "Nilai Pagu (Rp)",
    "Besaran Anggaran",
    "Rencana Biaya (Rp)",
    "Angg.",
    "Pagu Ind. (Rp)",
    "Kebut. Dana",
    "Jml. Angg. (Rp)",
    "Alokasi Dana",
)
#: A money head of the official forms, at the end of its cell.
_OFFICIAL = re.compile(
    r"(?:kebutuhan dana\s*/\s*(?:\\n)?pagu indikatif|kebutuhan dana|pagu indikatif|\bpagu\b|"
    r"\banggaran\b)(?: \((?:rp|rupiah)\))?(?= *(?:\||$|\n))",
    re.IGNORECASE,
)
LAYOUTS = (*renja.TC33, *renja.TABLE41, *renja.SIPD, *others.TC31, *others.TC27, *others.E81)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.table} {layout.name}")
def test_units_and_void_words_do_not_decide(layout: DocumentLayout) -> None:
    for money in MONEY:
        head = _OFFICIAL.sub(money, layout.head)
        worded = replace(layout, head=head)
        work = recognise(build_in_memory(worded.build_sheet()), Setting())
        assert_read(worded, only_table(work, layout.table))


ABBREVIATED = {
    "T-C.33": (
        """
Kd. | Urs./Bid. Urs./Prog./Keg./Sub Keg. | Ind. Kin. Prog./Keg. | Renc. Th. 2024 | < | < | < | Cat. | Prak. Maju Th. 2025 | <
^ | ^ | ^ | Lok. | Tgt Kin. | Kebut. Dana (Rp) | Sbr. Dana | ^ | Tgt Kin. | Kebut. Dana (Rp)
""",
        "kode nama indikator lokasi target pagu sumber_dana catatan target_maju pagu_maju",
    ),
    "Tabel 4.1": (
        """
Kd | Prog/Keg | Indik. Kin. | Lok. | Vol. | Sat. | Angg. (Rp) | Smbr Dana | Ket.
""",
        "kode nama indikator lokasi target +satuan pagu sumber_dana catatan",
    ),
    "T-C.32": (
        """
No. | Prog./Keg. | Lok. | Ind. Kin. | Besaran/Vol. | Cat.
""",
        "no nama lokasi indikator volume catatan",
    ),
}


@pytest.mark.parametrize("name", ABBREVIATED)
def test_abbreviated_heads_are_read(name: str) -> None:
    head, keys = ABBREVIATED[name]
    layout = DocumentLayout(name, name, head, keys, None)
    table = only_table(recognise(build_in_memory(layout.build_sheet()), Setting()), name)
    assert find_columns(table) == layout.columns


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lok.", ("lokasi",)),
        ("Kd. Rek.", ("kode", "rekening")),
        ("Sbr. Dana", ("sumber", "dana")),
        ("Sumb. Dana", ("sumber", "dana")),
        ("Angg.", ("anggaran",)),
        ("Tgt Kin.", ("target", "kinerja")),
        ("Kebut. Dana", ("kebutuhan", "dana")),
        ("Indik. Kin.", ("indikator", "kinerja")),
        ("Pagu Indik. (Rp)", ("pagu", "indikatif", "rp")),
        ("Real. Capaian", ("realisasi", "capaian")),
        ("Kel. Sasaran", ("kelompok", "sasaran")),
        ("Targ.", ("target",)),
    ],
)
def test_abbreviations_are_words(text: str, words: tuple[str, ...]) -> None:
    assert read_words(text).words == words


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ("1 2 3 4 4 6 7", True),
        ("1 2 3 14 5 6 7", True),
        ("1 2 3 5 6 7", True),
        ("#1 #2 #3 #4 l #6 #7", True),
        ("1 2 3 4 5 6 7 8 9 10 9 10 11", True),
        ("1 2 3 4 5 1 2 3 4", False),
        ("1 5 2 9 3 1", False),
        ("3 4 5 5 7 8", False),
        ("1 2 2 3", False),
    ],
)
def test_a_row_of_column_numbers_may_hold_one_slip(row: str, counts: bool) -> None:
    cells = [
        (column, text.lstrip("#") if not text.isdigit() else float(text))
        for column, text in enumerate(row.split(), 1)
    ]
    assert is_number_row(cells) is counts


@pytest.mark.parametrize("numbers", ["1 2 3 4 4 6 7 8", "1 2 3 5 6 7 8 9", "1 2 3 4 #o 6 7 8"])
def test_a_slip_in_the_column_numbers_leaves_the_head_whole(numbers: str) -> None:
    picture = f"""
Tabel 4.1 Rencana Program, Kegiatan, dan Pendanaan Tahun 2024
Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Sumber Dana | Catatan
{" | ".join(numbers.split())}
2.17.01 | Program Uji | Jumlah izin | Kab | 20 izin | 10000000 | DAU |
2.17.02 | Program Coba | Jumlah izin | Kab | 20 izin | 10000000 | DAU |
"""
    (table,) = recognise(
        build_in_memory(DrawnSheet("Sheet1", read_picture(picture))), Setting()
    ).tables
    assert (table.head_area.top, table.head_area.bottom) == (2, 3)
    assert [row.row for row in table.rows] == [4, 5]
