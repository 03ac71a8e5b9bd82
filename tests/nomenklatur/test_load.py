"""What files of every kind give: columns by their heads, codes in every form, problems told."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.nomenklatur.entry import PemdaKind
from selaras.nomenklatur.keys import encode_kode
from selaras.nomenklatur.load import LoadedList, LoadError, load_file
from selaras.nomenklatur.load.problems import ProblemKind
from selaras.values.kode_reading import read_kode

from .lists import HEAD, ROOT, ROWS, SHARED_NOMENKLATUR, write_csv, write_xlsx


def codes(loaded: LoadedList) -> dict[str, str]:
    return {str(entry.kode): entry.name for entry, _ in loaded.entries}


EXPECTED = {row[0]: row[2] for row in ROWS}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_separator_and_encoding(tmp_path: Path, separator: str, encoding: str) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *ROWS], separator, encoding)
    loaded = load_file(str(path))
    assert codes(loaded) == EXPECTED
    assert loaded.problems == ()
    entry, besides = next(e for e in loaded.entries if str(e[0].kode) == "X.XX.01.2.01.0001")
    assert (entry.indikator, entry.measure, besides.performance) == (
        "Jumlah Dokumen",
        "Dokumen",
        "K",
    )


def test_excels_note_of_the_separator(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *ROWS], ";")
    path.write_bytes(b"sep=;\r\n" + path.read_bytes())
    assert codes(load_file(str(path))) == EXPECTED


def test_columns_in_any_order_below_a_title(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["LAMPIRAN KEPUTUSAN MENTERI"],
        [],
        ["Satuan", "Uraian", "No", "Kode Rekening", "Indikator Kinerja"],
        [1, 2, 3, 4, 5],
        *([row[5], row[2], number, row[0], row[4]] for number, row in enumerate(ROWS, 1)),
    ]
    loaded = load_file(str(write_xlsx(tmp_path / "a.xlsx", rows)))
    assert codes(loaded) == EXPECTED
    assert loaded.entries[-1][0].measure == "Unit"
    assert loaded.problems == ()


def test_code_in_columns_of_its_own(tmp_path: Path) -> None:
    """As the annexes print it: "Kode" over five columns, the kegiatan as "2.01"."""
    rows: list[list[object]] = [
        ["KODE", None, None, None, None, "NOMENKLATUR URUSAN KABUPATEN/KOTA", "INDIKATOR"],
        ["URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN"],
    ]
    for code, _, name, _, indicator, _ in ROWS:
        parts = code.split(".")
        spoken = [*parts[:3], *([".".join(parts[3:5])] if len(parts) > 3 else []), *parts[5:]]
        rows.append([*spoken, *[None] * (5 - len(spoken)), name, indicator])
    assert codes(load_file(str(write_xlsx(tmp_path / "a.xlsx", rows)))) == EXPECTED


def test_own_pair_of_columns_for_each_level(tmp_path: Path) -> None:
    """As SIPD exports it flat: each row names its ancestors too."""
    head = [
        *("kode_urusan", "nama_urusan", "kode_bidang_urusan", "nama_bidang_urusan"),
        *("kode_program", "nama_program", "kode_giat", "nama_giat"),
        *("kode_sub_giat", "nama_sub_giat", "indikator", "satuan"),
    ]
    above = ["2", "U", "2.17", "B", "2.17.03", "P", "2.17.03.2.01", "K"]
    rows = [
        head,
        [*above, "2.17.03.2.01.0001", "S", "I", "Unit"],
        [*above, "2.17.03.2.01.0002", "T", "J", "Unit"],
    ]
    loaded = load_file(str(write_csv(tmp_path / "a.csv", rows)))
    assert list(codes(loaded).values()) == ["U", "B", "P", "K", "S", "T"]
    assert list(codes(loaded))[-1] == "2.17.03.2.01.0002"
    assert [entry.indikator for entry, _ in loaded.entries] == ["", "", "", "", "I", "J"]
    assert loaded.problems == ()


def _build_sipd(*rows: list[str]) -> list[list[object]]:
    """The columns of SIPD-RI's export, in its order: code and name of a level in one cell."""
    head = [
        *("JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA", "INDIKATOR"),
        *("SATUAN", "TAG", "DEFINISI OPERASIONAL", "PELAKSANA", "SPM", "JENIS"),
        "SUBKEGIATAN SEBELUMNYA",
    ]
    return [[*head], *([*row] for row in rows)]


_ABOVE = ["9.01 BIDANG CONTOH, SATU", "9.01.02 PROGRAM CONTOH", "9.01.02.2.01 Kegiatan 24 Jam"]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_code_and_name_in_one_cell_per_level(tmp_path: Path, form: str) -> None:
    rows = _build_sipd(
        ["PROV", *_ABOVE[:2], "9.01.02.1.01 Kegiatan Provinsi", "9.01.02.1.01.0001 Uji Petik"],
        [
            *("KABKOT", *_ABOVE, "9.01.02.2.01.0003 Layanan (24 Jam), Siang"),
            *("Kinerja", "Jumlah Orang", "Orang", "[null]", "Cakupan:\nsatu", "bidang", "NON-SPM"),
            *("Layanan", "9.01.02.2.01.0001 Layanan Pagi, 12 Jam"),
        ],
        ["KABKOT", *_ABOVE, "9.01.02.2.01.0004 Layanan Malam", "", "[null]", "", "", "", "", "SPM"],
    )
    if form == "xlsx":
        path = write_xlsx(tmp_path / "ekspor.xlsx", rows)
    else:
        path = write_csv(tmp_path / "ekspor.csv", [[str(cell) for cell in row] for row in rows])
    loaded = load_file(str(path))
    assert loaded.problems == ()
    assert [(str(e.kode), e.kind.name, e.name) for e, _ in loaded.entries] == [
        ("9.01", "PROVINCE", "BIDANG CONTOH, SATU"),
        ("9.01", "REGENCY_CITY", "BIDANG CONTOH, SATU"),
        ("9.01.02", "PROVINCE", "PROGRAM CONTOH"),
        ("9.01.02", "REGENCY_CITY", "PROGRAM CONTOH"),
        ("9.01.02.1.01", "PROVINCE", "Kegiatan Provinsi"),
        ("9.01.02.1.01.0001", "PROVINCE", "Uji Petik"),
        ("9.01.02.2.01", "REGENCY_CITY", "Kegiatan 24 Jam"),
        ("9.01.02.2.01.0003", "REGENCY_CITY", "Layanan (24 Jam), Siang"),
        ("9.01.02.2.01.0004", "REGENCY_CITY", "Layanan Malam"),
    ]
    entry, besides = loaded.entries[-2]
    assert (entry.indikator, entry.measure) == ("Jumlah Orang", "Orang")
    assert besides == ("Kinerja", "", "Cakupan: satu")
    assert loaded.entries[-1][0].indikator == ""
    assert loaded.entries[-1][1].spm == "SPM"
    # Details are those of the sub kegiatan, not of what is above it.
    assert loaded.entries[0][0].measure == ""
    old, new = read_kode("9.01.02.2.01.0001"), read_kode("9.01.02.2.01.0003")
    assert old is not None
    assert old.kode is not None
    assert new is not None
    assert new.kode is not None
    assert loaded.successors == {encode_kode(old.kode): [encode_kode(new.kode)]}


def test_cells_without_a_code_are_told_of(tmp_path: Path) -> None:
    rows = _build_sipd(
        ["KABKOT", *_ABOVE, "9.01.02.2.01.0003 Layanan"],
        ["KABKOT", *_ABOVE, "Layanan Tanpa Kode"],
        ["KABKOT", *_ABOVE, "9.01.02.2.01.0005"],
    )
    loaded = load_file(str(write_xlsx(tmp_path / "ekspor.xlsx", rows)))
    assert [(p.kind, p.examples[0][0]) for p in loaded.problems] == [
        (ProblemKind.KODE, "Lampiran 1!3"),
        (ProblemKind.NAME, "Lampiran 1!4"),
    ]


def test_national_export_is_the_national_list() -> None:
    export, listed = (
        SHARED_NOMENKLATUR / "ekspor_sipd_2027.xlsx",
        SHARED_NOMENKLATUR / "nomenklatur_2027.csv",
    )
    if not export.exists():
        pytest.skip("the national lists are not here")
    one, other = load_file(str(export)), load_file(str(listed))
    assert one.problems == ()
    assert [entry for entry, _ in one.entries] == [entry for entry, _ in other.entries]
    assert one.successors == other.successors
    assert (len(one.entries), len(one.successors), one.sub_width) == (9707, 346, 4)


def test_sheets_together_and_heads_repeated(tmp_path: Path) -> None:
    first: list[list[object]] = [[*HEAD], *([*row] for row in ROWS[:4]), [*HEAD]]
    second: list[list[object]] = [[*HEAD], *([*row] for row in ROWS[4:])]
    notes: list[list[object]] = [["Catatan"], ["tidak ada"]]
    assert codes(load_file(str(write_xlsx(tmp_path / "a.xlsx", first, notes, second)))) == EXPECTED


def test_kind_of_government_and_former_codes(tmp_path: Path) -> None:
    rows = [
        ["jenis_pemda", "kode", "nama", "kode_sebelumnya"],
        ["PROV", "1.02", "KESEHATAN", ""],
        ["KABKOT", "1.02", "KESEHATAN KABUPATEN", ""],
        ["KABKOT", "1.02.02", "P", "1.02.09; 1.02.08"],
    ]
    loaded = load_file(str(write_csv(tmp_path / "a.csv", rows)))
    kinds = [entry.kind for entry, _ in loaded.entries]
    assert kinds == [PemdaKind.PROVINCE, PemdaKind.REGENCY_CITY, PemdaKind.REGENCY_CITY]
    assert len(loaded.successors) == 2
    assert loaded.problems == ()


def test_problems_are_counted_and_the_rest_is_loaded(tmp_path: Path) -> None:
    rows = [
        HEAD,
        *ROWS,
        ["2.17.03.2.01.0003", "sub_kegiatan", "Nama Lain", "", "", ""],
        ["2.17.03.2.01.3", "sub_kegiatan", "PENGUATAN KELEMBAGAAN", "", "", ""],
        ["2.17.09.2.01.0001", "sub_kegiatan", "Tanpa Kegiatan", "", "", ""],
        ["2.17.0O.2.99.99.99", "", "Tak Terbaca", "", "", ""],
        ["2.17.04", "program", "", "", "", ""],
        ["", "", "Judul Tanpa Kode", "", "", ""],
        ["", "", "", "", "", ""],
        ["2.17.05", "kegiatan", "PROGRAM LAIN", "", "", ""],
    ]
    loaded = load_file(str(write_csv(tmp_path / "a.csv", rows)))
    assert {problem.kind: problem.row_count for problem in loaded.problems} == {
        ProblemKind.KODE: 1,
        ProblemKind.NO_KODE: 1,
        ProblemKind.NAME: 1,
        ProblemKind.REPEATED: 1,
        ProblemKind.LEVEL: 1,
        ProblemKind.PARENT: 1,
    }
    by_kind = {problem.kind: problem.examples[0] for problem in loaded.problems}
    assert by_kind[ProblemKind.REPEATED] == (
        "a.csv!10",
        "2.17.03.2.01.0003 “Penguatan Kelembagaan” (a.csv!9) / “Nama Lain”",
    )
    assert codes(loaded) == {
        **EXPECTED,
        "2.17.05": "PROGRAM LAIN",
        "2.17.09.2.01.0001": "Tanpa Kegiatan",
    }


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("kosong.csv", b"", "kosong"),
        ("surat.txt", b"Yth. Bapak Kepala Dinas,\nterlampir daftar nomenklatur.\n", "baris judul"),
        ("lain.csv", b"kota,penduduk\nA,1\nB,2\n", "baris judul"),
        ("tanpa.csv", b"kode,nama\nA,Alfa\nB,Beta\n", "baris judul"),
        ("rusak.xlsx", b"PK\x03\x04" + b"\0" * 200, ""),
        ("gambar.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ""),
    ],
)
def test_refuses_what_is_no_nomenclature(
    tmp_path: Path, name: str, content: bytes, word: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LoadError) as refusal:
        load_file(str(path))
    assert word in refusal.value.message.id.lower()
    assert refusal.value.message.en


@pytest.mark.parametrize("path", ["tidak/ada.csv", ".", "nol\0byte"])
def test_refuses_a_path_that_leads_nowhere(path: str) -> None:
    with pytest.raises(LoadError):
        load_file(path)


def test_refuses_a_plan() -> None:
    with pytest.raises(LoadError, match="tampaknya rencana"):
        load_file(str(ROOT / "examples" / "renja-mojokerto-2024.xlsx"))


@pytest.mark.parametrize(
    ("name", "count"),
    [("nomenklatur_2027.csv", 9707), ("nomenklatur_900_2023_kabkota.csv", 4367)],
)
def test_national_lists_load_completely(name: str, count: int) -> None:
    path = SHARED_NOMENKLATUR / name
    if not path.exists():
        pytest.skip("the national lists are not here")
    loaded = load_file(str(path))
    assert len(loaded.entries) == count
    assert loaded.problems == ()
    assert loaded.sub_width == 4
