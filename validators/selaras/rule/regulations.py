"""Where rules rest: the regulations that they cite, named once."""

from __future__ import annotations

from selaras.values.text import Text

PLANNING_REGULATION = Text(
    "Permendagri 86/2017 tentang tata cara perencanaan pembangunan daerah",
    "Permendagri 86/2017 on regional development planning",
)
KODE_REGULATION = Text(
    "Permendagri 90/2019 tentang klasifikasi, kodefikasi, dan nomenklatur, beserta pemutakhirannya",
    "Permendagri 90/2019 on classification, codes and nomenclature, and its updates",
)
FINANCE_REGULATION = Text(
    "Permendagri 77/2020 tentang pedoman teknis pengelolaan keuangan daerah",
    "Permendagri 77/2020 on regional financial management",
)
WORKBOOK_PRACTICE = Text(
    "Praktik baik buku kerja: setiap angka harus terbaca sebagai angka",
    "Good workbook practice: every figure must read as a figure",
)
