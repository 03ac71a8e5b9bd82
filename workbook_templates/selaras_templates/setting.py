"""What a workbook is made for: year, region, agency; and the kinds of workbooks there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selaras.tables import Period
from selaras.values.text import Text


@dataclass(frozen=True)
class TemplateSetting:
    """What the sheet "Pengaturan" is filled in with."""

    year: int
    opd: str = "[Nama Perangkat Daerah]"
    pemda: str = "[Kabupaten/Kota/Provinsi]"
    kode_opd: str = ""
    #: kabupaten, kota, provinsi ...; blank where it is not known.
    region_kind: str = ""
    signing_place: str = "[Tempat]"
    #: First year of the Renstra; by default the one of the period of 2025 to 2029 and after.
    given_renstra_start: int = 0
    #: Rows that each table with codes has to be filled in; a table without has fewer.
    row_count: int = 150

    @property
    def renstra_start(self) -> int:
        """The first year of the Renstra."""
        return self.given_renstra_start or self.year - (self.year - 2025) % 5

    def find_base_year(self, period: Period) -> int:
        """Return the year that the years of a table are counted from."""
        if period is Period.PLAN:
            return self.year
        return self.renstra_start - 1 if period is Period.RENSTRA else self.renstra_start - 6


_RENJA = (
    *("Tabel 2.1", "Tabel 2.2", "T-C.29", "T-C.30", "T-C.31", "T-C.32"),
    *("Tabel 3.1", "T-C.33", "Tabel 4.1"),
)
_RENSTRA = ("T-C.23", "T-C.24", "T-C.25", "T-C.26", "T-C.27")


@dataclass(frozen=True)
class WorkbookKind:
    """A kind of workbook: what it is called and its tables, in the order of the sheets."""

    title: Text
    tables: tuple[str, ...]


WORKBOOK_KINDS: Mapping[str, WorkbookKind] = {
    "renja": WorkbookKind(
        Text(
            "Renja: T-C.29 sampai T-C.33, Tabel 2.1, 2.2, 3.1 (IKU), dan 4.1",
            "Renja: T-C.29 to T-C.33, Tabel 2.1, 2.2, 3.1 (IKU) and 4.1",
        ),
        _RENJA,
    ),
    "rkpd-review": WorkbookKind(
        Text(
            "Review RKPD: T-C.31, dengan T-C.32 dan T-C.33 yang menjadi sumbernya",
            "Review of the RKPD: T-C.31, with T-C.32 and T-C.33, from which it draws",
        ),
        ("T-C.31", "T-C.32", "T-C.33"),
    ),
    "renstra": WorkbookKind(
        Text("Renstra: T-C.23 sampai T-C.27", "Renstra: T-C.23 to T-C.27"), _RENSTRA
    ),
    "evaluasi": WorkbookKind(
        Text("Evaluasi hasil Renja per triwulan: E.81", "Quarterly evaluation of the Renja: E.81"),
        ("E.81",),
    ),
    "sipd": WorkbookKind(
        Text("Renja bentuk SIPD-RI, 17 kolom", "Renja in the form of SIPD-RI, 17 columns"),
        ("SIPD-17",),
    ),
    "lengkap": WorkbookKind(
        Text(
            "Semua tabel dalam satu buku kerja: Renja, Renstra, evaluasi, dan bentuk SIPD",
            "All tables in one workbook: Renja, Renstra, evaluation and the SIPD form",
        ),
        (*_RENSTRA, *_RENJA, "E.81", "SIPD-17"),
    ),
}
