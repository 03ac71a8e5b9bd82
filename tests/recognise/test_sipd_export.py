"""The raw export of SIPD-RI: one row a sub kegiatan, the keys of its fields as heads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.recognise import recognise
from selaras.values.finding import Finding

KEYS = (
    *("id_unik", "tahun", "id_skpd", "kode_skpd", "nama_skpd", "kode_sub_skpd", "nama_sub_skpd"),
    *("id_urusan", "kode_urusan", "nama_urusan", "kode_bidang_urusan", "nama_bidang_urusan"),
    *("id_program", "kode_program", "nama_program", "id_giat", "kode_giat", "nama_giat"),
    *("id_sub_giat", "kode_sub_giat", "nama_sub_giat", "sasaran", "indikator", "target"),
    *("satuan", "pagu_n_lalu", "pagu", "pagu_n_depan", "nama_lokasi", "nama_dana"),
    *("waktu_awal", "waktu_akhir"),
)
ExportRow = dict[str, object]


def _build_rows(units: Sequence[str] = ("A",), *, coded_names: bool = True) -> list[ExportRow]:
    rows: list[ExportRow] = []
    for unit in units:
        for program in ("02", "03"):
            for activity in (1, 2):
                for number in (1, 2, 3):
                    above = f"2.17.{program}.2.0{activity}"
                    code = f"{above}.000{number}"
                    amount = (100 * int(program) + 10 * activity + number) * 1_000_000
                    name = f"Pelaksanaan Pembinaan {program} {activity} {number}"
                    rows.append(
                        {
                            "id_unik": f"529.{code}",
                            "tahun": 2026,
                            "id_skpd": 52900,
                            "kode_skpd": "2.17.0.00.0.00.01.0000",
                            "nama_skpd": "Dinas Koperasi",
                            "kode_sub_skpd": f"2.17.0.00.0.00.01.000{ord(unit) - 65}",
                            "nama_sub_skpd": f"UPT {unit}",
                            "id_urusan": 20123,
                            "kode_urusan": "2",
                            "nama_urusan": "URUSAN PEMERINTAHAN WAJIB",
                            "kode_bidang_urusan": "2.17",
                            "nama_bidang_urusan": "URUSAN PEMERINTAHAN BIDANG KOPERASI",
                            "id_program": 451_230,
                            "kode_program": f"2.17.{program}",
                            "nama_program": f"PROGRAM PENGAWASAN {program}",
                            "id_giat": 370_512,
                            "kode_giat": above,
                            "nama_giat": f"Pemeriksaan Kesehatan {program} {activity}",
                            "id_sub_giat": 912_340 + number,
                            "kode_sub_giat": code,
                            "nama_sub_giat": f"{code} {name}" if coded_names else name,
                            "sasaran": "Masyarakat",
                            "indikator": f"Jumlah Dokumen {program} {activity} {number}",
                            "target": number,
                            "satuan": "Dokumen",
                            "pagu_n_lalu": amount - 1_000_000,
                            "pagu": amount,
                            "pagu_n_depan": amount // 10 * 11,
                            "nama_lokasi": "Kab. Alas",
                            "nama_dana": "DAU",
                            "waktu_awal": 1,
                            "waktu_akhir": 12,
                        }
                    )
    return rows


def _write(path: Path, keys: Sequence[str], rows: Sequence[ExportRow]) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.append(list(keys))
    for row in rows:
        sheet.append([row[key] for key in keys])
    book.save(path)
    return path


def _read_export(path: Path) -> tuple[Table, list[Finding]]:
    book = read_book(str(path))
    (table,) = recognise(book, Setting()).tables
    return table, list(check_book(book, Setting()).findings)


def _list_columns(table: Table, keys: Sequence[str]) -> dict[str, str]:
    return {key: keys[column.first - 1] for key, column in table.columns.items()}


@pytest.mark.parametrize("letters", [str, str.upper])
@pytest.mark.parametrize("coded_names", [True, False])
def test_the_export_is_a_plan_of_sub_kegiatan(
    tmp_path: Path, letters: Callable[[str], str], coded_names: bool
) -> None:
    keys = [letters(key) for key in KEYS]
    rows = [
        {letters(key): value for key, value in row.items()}
        for row in _build_rows(coded_names=coded_names)
    ]
    table, findings = _read_export(_write(tmp_path / "a.xlsx", keys, rows))
    taken = {key: head.lower() for key, head in _list_columns(table, keys).items()}
    assert taken == {
        "kode": "kode_sub_giat",
        "nama": "nama_sub_giat",
        "indikator": "indikator",
        "lokasi": "nama_lokasi",
        "target": "target",
        "pagu": "pagu",
        "sumber_dana": "nama_dana",
        "pagu_maju": "pagu_n_depan",
    }
    assert table.columns["target"].measure_column == KEYS.index("satuan") + 1
    assert {row.level.name for row in table.main_rows if row.level} == {"SUB_KEGIATAN"}
    assert table.main_rows[0].name == "Pelaksanaan Pembinaan 02 1 1"
    assert not findings


def test_mistakes_in_the_export_are_found_at_their_cells(tmp_path: Path) -> None:
    rows = _build_rows()
    rows[3]["pagu"] = -5
    rows[4]["kode_sub_giat"] = rows[3]["kode_sub_giat"]
    rows[4]["nama_sub_giat"] = "Pelaksanaan Pembinaan lain"
    rows[6]["indikator"] = None
    _, findings = _read_export(_write(tmp_path / "a.xlsx", KEYS, rows))
    places = {(f.code, f.cell) for f in findings}
    assert {("JML007", "AA5"), ("KOD003", "T6"), ("IND001", "W8")} <= places, places


def test_codes_repeat_among_the_units_of_an_export(tmp_path: Path) -> None:
    _, findings = _read_export(_write(tmp_path / "a.xlsx", KEYS, _build_rows("AB")))
    assert not findings


def test_codes_stand_before_the_names_only(tmp_path: Path) -> None:
    keys = ("nama_sub_skpd", "kode_program", "nama_program", "nama_giat", "nama_sub_giat")
    keys += ("indikator", "target", "satuan", "pagu", "pagu_n_depan")
    table, findings = _read_export(_write(tmp_path / "a.xlsx", keys, _build_rows()))
    assert {row.level.name for row in table.main_rows if row.level} == {"SUB_KEGIATAN"}
    assert not findings


@pytest.mark.parametrize("level", ["giat", "kegiatan"])
def test_an_export_of_a_few_fields(tmp_path: Path, level: str) -> None:
    few = ("kode_program", "nama_program", "kode_giat", "nama_giat", "kode_sub_giat")
    few += ("nama_sub_giat", "pagu", "pagu_n_depan", "kode_skpd")
    keys = [key.replace("giat", level) for key in few]
    rows = [
        {key: row[old] for key, old in zip(keys, few, strict=True)}
        for row in _build_rows(coded_names=False)
    ]
    table, findings = _read_export(_write(tmp_path / "a.xlsx", keys, rows))
    assert _list_columns(table, keys) == {
        "kode": f"kode_sub_{level}",
        "nama": f"nama_sub_{level}",
        "pagu": "pagu",
        "pagu_maju": "pagu_n_depan",
    }
    assert not findings
