"""Every wording and arrangement of a head gives the same columns, codes and amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.model.setting import Setting
from selaras.recognise import recognise

from . import heads_more as variants
from . import heads_other as others
from . import heads_renja as renja
from .document import DocumentLayout, assert_read
from .picture import (
    DrawnSheet,
    build_in_memory,
    only_table,
    read_picture,
    recognise_file,
    write_sheets,
)

ALL_HEADS = (
    *renja.TC33,
    *renja.TABLE41,
    *renja.SIPD,
    *others.TC29,
    *others.TC30,
    *others.TC31,
    *others.TC32,
    *others.E81,
    *others.TC23,
    *others.TC24,
    *others.TC25,
    *others.TC26,
    *others.TC27,
    *others.ALLOCATION,
    *others.TABLE31,
    *variants.VARIETIES,
)


@pytest.mark.parametrize("layout", ALL_HEADS, ids=lambda layout: f"{layout.table} {layout.name}")
def test_heads(layout: DocumentLayout, tmp_path: Path) -> None:
    work = recognise_file(write_sheets(tmp_path / "buku.xlsx", layout.build_sheet()))
    assert_read(layout, only_table(work, layout.table))


def test_a_third_row_of_a_head_is_told_by_the_merged_cells_beside_it() -> None:
    text = """
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)
Kode | Program/Kegiatan | Indikator | Rencana Tahun 2024 | < | < | < | < | <
^ | ^ | ^ | Lokasi | Target | Pagu Indikatif (Rp) | < | < | Sumber Dana
^ | ^ | ^ | ^ | ^ | Belanja Operasi | Belanja Modal | Jumlah | ^
2.17.01 | Program A | Nilai A | Kota | 80 % | 200000000 | 100000000 | 300000000 | APBD
2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 % | 200000000 | 100000000 | 300000000 | APBD
"""
    table = only_table(
        recognise(build_in_memory(DrawnSheet("A", read_picture(text))), Setting()), "T-C.33"
    )
    assert (table.head_area.top, table.head_area.bottom) == (2, 4)
    assert table.columns["pagu"].columns == (8,)
    assert [row.name for row in table.rows] == ["Program A", "Kegiatan A"]


def test_the_amount_of_the_renja_goes_before_that_of_the_rkpd() -> None:
    text = """
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)
Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu RKPD (Rp) | Pagu Renja (Rp) | Dana
2.17.01 | Program A | Nilai A | Kota | 80 % | 300000000 | 290000000 | APBD
2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 % | 300000000 | 290000000 | APBD
2.17.01.2.01.01 | Sub A | Nilai B | Kota | 80 orang | 300000000 | 290000000 | APBD
"""
    table = only_table(
        recognise(build_in_memory(DrawnSheet("A", read_picture(text))), Setting()), "T-C.33"
    )
    assert table.columns["pagu"].columns == (7,)


@pytest.mark.parametrize(
    "name",
    ["Program", "Kegiatan", "Sub Kegiatan", "Nama Program", "Nama Kegiatan", "Uraian", "Nama"],
)
@pytest.mark.parametrize("code", ["Kode", "Kode Rekening", "Kode Program"])
def test_names_stand_under_whatever_one_head_calls_them(code: str, name: str) -> None:
    text = f"""
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)
{code} | {name} | Indikator | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana
2.17.01 | Program A | Nilai A | Kota | 80 % | 300000000 | APBD
2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 % | 300000000 | APBD
2.17.01.2.01.01 | Sub A | Nilai B | Kota | 80 orang | 300000000 | APBD
"""
    table = only_table(
        recognise(build_in_memory(DrawnSheet("A", read_picture(text))), Setting()), "T-C.33"
    )
    assert [row.name for row in table.rows] == ["Program A", "Kegiatan A", "Sub A"]
    assert [str(row.kode) for row in table.rows][-1] == "2.17.01.2.01.01"
