"""A good document of the five-year plan, made from the corrected Renja: T-C.27, T-C.23, T-C.24,
and the evaluation of the running year, E.81, beside the Renja's T-C.33.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from renja_mojokerto.corrected import load_corrected
from renja_mojokerto.document import Document
from renja_mojokerto.heads import SPLIT_CODE, Column, Group, Head
from renja_mojokerto.source import Row, Table, Value

YEARS = range(2022, 2027)
_KINDS = ("program", "kegiatan", "sub_kegiatan", "indikator", "total")
_NAME = "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"


def _build_pair(year: int, number: int) -> Group:
    return Group(
        f"Tahun {2021 + year}",
        (
            Column(f"target_{year}", "Target", number, 13, "center"),
            Column(f"pagu_{year}", "Rp", number + 1, 16, "right"),
        ),
    )


_TC27: Head = (
    Column("kode", "Kode", 3, align="center", widths=SPLIT_CODE),
    Column("nama", "Program dan Kegiatan", 4, 40),
    Column("indikator", "Indikator Kinerja Program (outcome) dan Kegiatan (output)", 5, 36),
    Column("data_awal", "Data Capaian pada Tahun Awal Perencanaan", 6, 14, "center"),
    Group(
        "Target Kinerja Program dan Kerangka Pendanaan",
        tuple(_build_pair(year, 5 + 2 * year) for year in range(1, 6)),
    ),
    Group(
        "Kondisi Kinerja pada Akhir Periode Renstra",
        (
            Column("target_akhir", "Target", 17, 13, "center"),
            Column("pagu_akhir", "Rp", 18, 16, "right"),
        ),
    ),
)


def _build_five_years(label: str, key: str, first: int) -> Group:
    return Group(
        label,
        tuple(
            Column(f"{key}_{at}", str(year), first + at - 1, 14, "center")
            for at, year in enumerate(YEARS, 1)
        ),
    )


_TC23: Head = (
    Column("no", "No", 1, 5, "center"),
    Column("indikator", "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah", 2, 40),
    _build_five_years("Target Renstra Perangkat Daerah Tahun ke-", "target", 6),
    _build_five_years("Realisasi Capaian Tahun ke-", "realisasi", 11),
    _build_five_years("Rasio Capaian pada Tahun ke-", "rasio", 16),
)
_TC24: Head = (
    Column("nama", "Uraian", 1, 40),
    _build_five_years("Anggaran pada Tahun ke-", "anggaran", 2),
    _build_five_years("Realisasi Anggaran pada Tahun ke-", "realisasi", 7),
    _build_five_years("Rasio antara Realisasi dan Anggaran Tahun ke-", "rasio", 12),
)


def _build_both(key: str, money: str, label: str) -> Group:
    return Group(
        label,
        (
            Column(key, "K", None, 13, "center"),
            Column(money, "Rp", None, 16, "right"),
        ),
    )


_E81: Head = (
    Column("kode", "Kode", None, align="center", widths=SPLIT_CODE),
    Column("nama", _NAME, None, 40),
    Column("indikator", "Indikator Kinerja Program (outcome)/ Kegiatan (output)", None, 36),
    _build_both("target_akhir", "pagu_akhir", "Target Renstra Perangkat Daerah pada Tahun 2026"),
    _build_both(
        "realisasi_lalu",
        "uang_lalu",
        "Realisasi Capaian Kinerja Renstra s/d Renja Tahun Lalu (2023)",
    ),
    _build_both(
        "target", "pagu", "Target Kinerja dan Anggaran Renja Tahun Berjalan yang dievaluasi (2024)"
    ),
    Group(
        "Realisasi Kinerja pada Triwulan",
        tuple(
            _build_both(f"realisasi_{at}", f"uang_{at}", roman)
            for at, roman in enumerate(("I", "II", "III", "IV"), 1)
        ),
    ),
    _build_both(
        "realisasi", "uang", "Realisasi Capaian Kinerja dan Anggaran Renja yang dievaluasi (2024)"
    ),
    _build_both(
        "tingkat_realisasi",
        "tingkat_uang",
        "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja Tahun 2024 (%)",
    ),
    _build_both(
        "realisasi_berjalan",
        "uang_berjalan",
        "Realisasi Kinerja dan Anggaran Renstra s/d Tahun 2024",
    ),
    _build_both(
        "tingkat_capaian",
        "tingkat_uang_akhir",
        "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s/d Tahun 2024 (%)",
    ),
)


def _write_percent(part: int, whole: int) -> str:
    return f"{round(part * 10_000 / whole) / 100:g}%".replace(".", ",")


def _yield_tc27() -> Iterator[Row]:
    for row in load_corrected().tables["T-C.33"].rows:
        if row.kind not in _KINDS:
            continue
        now, then = row.values["pagu"], row.values["pagu_maju"]
        values: dict[str, Value] = {key: row.values[key] for key in ("kode", "nama", "indikator")}
        values["data_awal"] = None
        for year in range(1, 6):
            values[f"target_{year}"] = row.values["target" if year < 4 else "target_maju"]
            values[f"pagu_{year}"] = now if year < 4 else then
        values["target_akhir"] = row.values["target_maju"]
        amounts = isinstance(now, int) and isinstance(then, int)
        values["pagu_akhir"] = 3 * int(str(now)) + 2 * int(str(then)) if amounts else None
        yield Row(0, row.kind, values)


def _yield_tc23() -> Iterator[Row]:
    for number in range(1, 16):
        values: dict[str, Value] = {"no": number, "indikator": f"Jumlah layanan ke-{number}"}
        for year in range(1, 6):
            target, reached = 40 + number + year, 30 + number * 2
            values[f"target_{year}"] = f"{target} orang"
            values[f"realisasi_{year}"] = f"{reached} orang"
            values[f"rasio_{year}"] = _write_percent(reached, target)
        yield Row(0, "baris", values)


def _yield_tc24() -> Iterator[Row]:
    for number, row in enumerate(load_corrected().tables["T-C.33"].rows):
        budget = row.values.get("pagu")
        if row.kind != "program" or not isinstance(budget, int):
            continue
        values: dict[str, Value] = {"nama": row.values["nama"]}
        for year in range(1, 6):
            amount = budget + year * 1_000_000
            spent = amount - number * 1_000_003 // 10 - 500_000
            values[f"anggaran_{year}"] = amount
            values[f"realisasi_{year}"] = spent
            values[f"rasio_{year}"] = _write_percent(spent, amount)
        yield Row(0, "baris", values)


def _build_e81() -> Iterator[Row]:
    for number, row in enumerate(load_corrected().tables["T-C.33"].rows):
        budget = row.values.get("pagu")
        if row.kind != "sub_kegiatan" or not isinstance(budget, int):
            continue
        quarters = [number + 3 * at for at in (4, 1, 2, 3)]
        spent = [budget // 10 + at * 1000 for at in (3, 0, 2, 1)]
        done, used = sum(quarters), sum(spent)
        target, end, before = done + 7, 4 * done, number + 5
        values: dict[str, Value] = {
            "kode": row.values["kode"],
            "nama": row.values["nama"],
            "indikator": f"Jumlah peserta {row.values['nama']}",
            "target_akhir": f"{end} orang",
            "pagu_akhir": budget * 5,
            "realisasi_lalu": f"{before} orang",
            "uang_lalu": budget // 3,
            "target": f"{target} orang",
            "pagu": budget,
            "realisasi": f"{done} orang",
            "uang": used,
            "tingkat_realisasi": _write_percent(done, target),
            "tingkat_uang": _write_percent(used, budget),
            "realisasi_berjalan": f"{before + done} orang",
            "uang_berjalan": budget // 3 + used,
            "tingkat_capaian": _write_percent(before + done, end),
            "tingkat_uang_akhir": _write_percent(budget // 3 + used, budget * 5),
        }
        for at, (count, amount) in enumerate(zip(quarters, spent, strict=True), 1):
            values[f"realisasi_{at}"], values[f"uang_{at}"] = f"{count} orang", amount
        yield Row(0, row.kind, values)


def _build_table(name: str, rows: Iterator[Row]) -> Table:
    return Table(name, tuple(Row(at, row.kind, row.values) for at, row in enumerate(rows)))


@cache
def load_renstra() -> Document:
    """Return the document: the tables of the Renstra, the Renja's plan, and its evaluation."""
    renja = load_corrected()
    tables = {
        "T-C.23": _build_table("T-C.23", _yield_tc23()),
        "T-C.24": _build_table("T-C.24", _yield_tc24()),
        "T-C.27": _build_table("T-C.27", _yield_tc27()),
        "T-C.33": renja.tables["T-C.33"],
        "E.81": _build_table("E.81", _build_e81()),
    }
    heads = {"T-C.23": _TC23, "T-C.24": _TC24, "T-C.27": _TC27, "E.81": _E81}
    titles = {
        "T-C.23": ("Tabel T-C.23", "Pencapaian Kinerja Pelayanan Perangkat Daerah"),
        "T-C.24": ("Tabel T-C.24", "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah"),
        "T-C.27": ("Tabel T-C.27", "Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah"),
        "T-C.33": renja.titles["T-C.33"],
        "E.81": ("Formulir E.81", "Evaluasi terhadap Hasil Renja Perangkat Daerah Tahun 2024"),
    }
    return Document(tables, {**heads, "T-C.33": renja.heads["T-C.33"]}, titles, {})
