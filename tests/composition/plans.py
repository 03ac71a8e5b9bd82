"""Plans of any size whose codes, sums and tables agree, as a document to be laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from layouts import PRINTED, Document, Row, Table
from renja_mojokerto.source import Value

#: Amounts are whole thousands, so that a plan may be printed in thousands.
THOUSAND = 1000
#: The index of a row of the sheet that is no row of the document.
ADDED = -1

#: Urusan with its first and last bidang urusan in the national list.
_BIDANG = ((1, 1, 6), (2, 7, 24), (3, 25, 32), (7, 1, 1), (5, 1, 5))
_PROGRAMS = (
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Program Pengelolaan Perikanan Tangkap",
    "Program Penyelenggaraan Jalan",
    "Program Pembinaan Perpustakaan",
    "Program Perlindungan dan Jaminan Sosial",
    "Program Penanganan Kerawanan Pangan",
    "Program Pengelolaan Aplikasi Informatika",
    "Program Pemberdayaan Lembaga Kemasyarakatan",
)
_KEGIATAN = (
    "Pengelolaan Sarana dan Prasarana",
    "Pembinaan dan Pengawasan",
    "Penyediaan Layanan Dasar",
    "Koordinasi dan Sinkronisasi Pelaksanaan",
    "Peningkatan Kapasitas Pelaku Usaha",
    "Administrasi Umum Perangkat Daerah",
)
_SUB = (
    "Penyusunan Dokumen Perencanaan",
    "Pengadaan Peralatan Kerja",
    "Pelatihan Kelompok Masyarakat",
    "Pemeliharaan Gedung dan Bangunan Lainnya",
    "Fasilitasi Rapat Koordinasi dan Konsultasi",
    "Pendataan dan Pemutakhiran Basis Data",
    "Penyediaan Jasa Komunikasi, Sumber Daya Air, dan Listrik",
)
_PLACES = ("Kec. Bangsal", "Kecamatan Puri", "Desa Sumberejo", "Kabupaten", "3 kecamatan")
_UNITS = ("dokumen", "orang", "paket", "unit", "laporan", "kelompok")
_FUNDS = ("APBD", "DAU", "PAD", "DAK")


def build_plan(random: Random) -> Document:
    """Return a plan of one to six programs in T-C.33, Tabel 4.1 and T-C.31."""
    urusan, first, last = random.choice(_BIDANG)
    bidang = f"{urusan}.{random.randint(first, last):02d}"
    rows = list(_build_rows(random, bidang))
    plan = Table("T-C.33", tuple(replace(row, index=at) for at, row in enumerate(rows)))
    funding = Table("Tabel 4.1", tuple(_blank_parts(row, "catatan", "maju") for row in plan.rows))
    tables = {"T-C.33": plan, "Tabel 4.1": funding, "T-C.31": _build_review(plan)}
    return Document(tables, PRINTED.heads, PRINTED.titles, {})


def sum_up(table: Table) -> Table:
    """Return the plan table with the amounts of all upper rows set to the sums below them."""
    values = [dict(row.values) for row in table.rows]
    for key in ("pagu", "pagu_maju"):
        sums = {"kegiatan": 0, "program": 0, "total": 0}
        for at in reversed(range(len(values))):
            kind = table.rows[at].kind
            if key not in values[at]:
                continue
            if kind == "sub_kegiatan":
                amount = values[at][key]
                assert isinstance(amount, int)
                for upper in sums:
                    sums[upper] += amount
            elif kind in ("kegiatan", "program"):
                values[at][key] = sums[kind]
                sums[kind] = 0
        for at, row in enumerate(table.rows):
            if row.kind == "total" and key in values[at]:
                values[at][key] = sums["total"]
    rows = zip(table.rows, values, strict=True)
    return Table(table.name, tuple(replace(row, values=value) for row, value in rows))


def _build_rows(random: Random, bidang: str) -> Iterator[Row]:
    drawn: list[Row] = []
    programs = random.sample(_PROGRAMS, random.randint(1, 6))
    for p, program in enumerate(programs, 1):
        code = f"{bidang}.{p:02d}"
        drawn.append(_build_row(random, "program", code, program))
        for g in range(1, random.randint(1, 4) + 1):
            below = f"{code}.2.{g:02d}"
            drawn.append(_build_row(random, "kegiatan", below, random.choice(_KEGIATAN)))
            numbers = sorted(random.sample(range(1, 15), random.randint(1, 5)))
            drawn.extend(
                _build_row(random, "sub_kegiatan", f"{below}.{s:02d}", random.choice(_SUB))
                for s in numbers
            )
    total: Mapping[str, Value] = {"nama": "TOTAL", "pagu": 0, "pagu_maju": 0}
    drawn.append(Row(0, "total", total))
    yield from sum_up(Table("T-C.33", tuple(drawn))).rows


def _build_row(random: Random, kind: str, code: str, name: str) -> Row:
    count = random.randint(2, 40)
    unit = random.choice(_UNITS)
    target = f"{random.randint(60, 99)}%" if kind != "sub_kegiatan" else f"{count} {unit}"
    measure = "Persentase capaian" if kind != "sub_kegiatan" else f"Jumlah {unit} dari"
    amount = random.randint(5_000, 900_000) * THOUSAND
    return Row(
        0,
        kind,
        {
            "kode": code,
            "nama": f"{name} {code[-2:]}" if kind != "program" else name,
            "indikator": f"{measure} {name.lower()} {code[-2:]}",
            "lokasi": random.choice(_PLACES),
            "target": target,
            "pagu": amount,
            "sumber_dana": random.choice(_FUNDS) if kind == "sub_kegiatan" else ", ".join(_FUNDS),
            "catatan": None,
            "target_maju": target,
            "pagu_maju": amount * random.randint(101, 109) // 100 // THOUSAND * THOUSAND,
        },
    )


def _blank_parts(row: Row, *parts: str) -> Row:
    kept = {
        key: value for key, value in row.values.items() if not any(part in key for part in parts)
    }
    return replace(row, values=kept)


def _build_review(plan: Table) -> Table:
    rows: list[Row] = []
    for row in plan.rows:
        amount = row.values["pagu"]
        if row.kind == "program":
            own = {key: row.values[key] for key in ("nama", "lokasi", "indikator", "target")}
            left = {f"rkpd_{key}": value for key, value in own.items()}
            money = {"rkpd_pagu": amount, "kebutuhan_dana": amount, "catatan": None}
            values = {"no": len(rows) + 1, **left, **own, **money}
            rows.append(Row(len(rows), "baris", values))
        elif row.kind == "total":
            label = {"rkpd_nama": "TOTAL", "nama": "TOTAL"}
            money = {"rkpd_pagu": amount, "kebutuhan_dana": amount}
            rows.append(Row(len(rows), "total", {**label, **money}))
    return Table("T-C.31", tuple(rows))
