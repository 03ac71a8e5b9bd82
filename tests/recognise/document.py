"""One small plan, to be written under any head: what its rows say, whatever the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.model.table import Table
from selaras.tables import BY_NAME, Isi
from selaras.tables.shared import pagu_sebelum
from selaras.values.a1 import column_letters

from .picture import Lembar, gambar


@dataclass(frozen=True)
class Baris:
    """A row of the plan: its code, name, indicator and share of the amounts."""

    kode: str
    nama: str
    indikator: str
    juta: int
    jenis: str = "pokok"


PLAN: tuple[Baris, ...] = (
    Baris("2", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR", "", 900),
    Baris("2.17", "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH", "", 900),
    Baris("2.17.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", "Nilai SAKIP", 600),
    Baris("2.17.01.2.01", "Perencanaan, Penganggaran, dan Evaluasi Kinerja", "Jumlah dokumen", 600),
    Baris("2.17.01.2.01.0001", "Penyusunan Dokumen Perencanaan", "Jumlah dokumen Renja", 400),
    Baris("2.17.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah", "Jumlah laporan", 200),
    Baris(
        "2.17.03", "PROGRAM PENGAWASAN DAN PEMERIKSAAN KOPERASI", "Persentase koperasi sehat", 300
    ),
    Baris("2.17.03.2.01", "Pemeriksaan dan Pengawasan Koperasi", "Jumlah koperasi diperiksa", 300),
    Baris("2.17.03.2.01.0001", "Pengawasan Kekuatan Koperasi", "Jumlah koperasi diawasi", 300),
    Baris("", "TOTAL", "", 900, "total"),
)


def _nilai(row: Baris, urut: int, key: str, isi: Isi | None, column: int) -> str:
    if key == "kode":
        return row.kode if "." in row.kode or not row.kode else f"#{row.kode}"
    if key == "nama" or key.endswith("_nama"):
        return row.nama
    if key == "no":
        return str(urut) if row.kode else ""
    if not row.kode and isi is not Isi.UANG:
        return ""
    if isi is Isi.INDIKATOR:
        return row.indikator
    if isi is Isi.TARGET:
        return f"{urut + column} dokumen" if row.indikator else ""
    if isi is Isi.UANG:
        return str(row.juta * 1_000_000 + column * row.juta)
    if isi is Isi.PERSEN:
        return f"{50 + urut},5%" if row.indikator else ""
    if isi is Isi.SUMBER:
        return "APBD" if row.kode.count(".") == 5 else ""
    return {"lokasi": "Kab. Lumajang", "rkpd_lokasi": "Kab. Lumajang"}.get(
        key, f"Sesuai usulan {urut}"
    )


def _sel(row: Baris, urut: int, key: str, table: str, column: int) -> list[str]:
    """Return the cells that one key of a layout writes."""
    if key.startswith("kode*"):
        width = int(key[5:])
        parts = row.kode.split(".") if row.kode else []
        if width == 5 and len(parts) > 4:
            parts = [*parts[:3], ".".join(parts[3:5]), *parts[5:]]
        if width == 4 and len(parts) > 3:
            parts = [*parts[:3], ".".join(parts[3:])]
        return [f"#{part}" for part in parts] + [""] * (width - len(parts))
    if key == "-":
        return [""]
    if key == "rp":
        return ["Rp"]
    if key == "+":
        return [f"lain {urut}" if row.kode else ""]
    if key == "+satuan":
        return ["dokumen" if row.indikator else ""]
    if key == "+uang":
        return [str(urut * 1000)]
    if key.startswith("+"):
        return [key[1:]]
    spec = pagu_sebelum() if key == "pagu_sebelum" else BY_NAME[table].column(key)
    return [_nilai(row, urut, key, spec.isi, column)]


@dataclass(frozen=True)
class Tata:
    """A layout: the table, its head as a picture, and what stands in each column."""

    nama: str
    tabel: str
    head: str
    keys: str
    tahun: int | None
    titles: tuple[str, ...] = ()
    gabung: bool = True
    atas: int = 0
    kiri: int = 0

    @property
    def tinggi(self) -> int:
        """How many rows the head takes."""
        return len(gambar(self.head))

    def build_sheet(self, rows: Sequence[Baris] = PLAN, nama: str = "Sheet1") -> Lembar:
        """Return the sheet with title, head and all rows."""
        cells = [[text] for text in self.titles]
        if cells:
            cells.append([])
        cells += gambar(self.head)
        for urut, row in enumerate(rows, 1):
            line: list[str] = []
            for key in self.keys.split():
                line.extend(_sel(row, urut, key, self.tabel, len(line)))
            if not row.kode and "nama" not in self.keys.split():
                continue
            cells.append(line)
        return Lembar(nama, cells, self.gabung, self.atas, self.kiri)

    @property
    def columns(self) -> dict[str, str]:
        """Where each column must be found."""
        found: dict[str, str] = {}
        at = self.kiri + 1
        for key in self.keys.split():
            width = int(key[5:]) if key.startswith("kode*") else 1
            if not key.startswith(("-", "+")) and key != "rp":
                letters = column_letters(at)
                if width > 1:
                    letters += f":{column_letters(at + width - 1)}"
                found[key.split("*")[0]] = letters
            at += width
        return found

    @property
    def baris_kepala(self) -> int:
        """The sheet row in which the head begins."""
        return self.atas + 1 + (len(self.titles) + 1 if self.titles else 0)


def periksa(layout: Tata, table: Table, rows: Sequence[Baris] = PLAN) -> None:
    """Assert that a table was read as the layout wrote it."""
    assert table.name == layout.tabel
    assert {key: column.letters for key, column in table.columns.items()} == layout.columns
    assert table.tahun == layout.tahun
    first = layout.baris_kepala + layout.tinggi
    written = [row for row in rows if row.kode or "nama" in layout.keys.split()]
    assert table.kepala.top == layout.baris_kepala
    assert table.kepala.bottom == first - 1
    if any(column.spec.isi is Isi.UANG for column in table.columns.values()):
        assert table.bawah == first + len(written) - 1
    keys = layout.keys.split()
    berkode = any(key.startswith("kode") for key in keys)
    seen = {row.row: row for row in table.rows}
    for urut, row in enumerate(written, 1):
        at = first + urut - 1
        if not table.kolom_uang and not (row.indikator and row.kode):
            continue
        assert at in seen, (at, row.nama)
        got = seen[at]
        assert got.jenis.value == row.jenis, (at, row.nama, got)
        if berkode and row.kode:
            assert str(got.kode) == row.kode or got.kode is not None
            assert got.kode.bagian == tuple(int(part) for part in row.kode.split("."))
        if "nama" in keys:
            assert got.nama == row.nama
        width = 0
        for key in keys:
            if key in table.columns and table.columns[key].spec.isi is Isi.UANG:
                assert got.jumlah(key) == row.juta * 1_000_000 + width * row.juta, (at, key)
            width += int(key[5:]) if key.startswith("kode*") else 1
