"""Where rules rest: the regulations that they cite, named once."""

from __future__ import annotations

from typing import Literal

from selaras.values.text import Text

#: How a rule names what it rests on.
Basis = Literal["planning", "kode", "finance", "practice"]

REGULATIONS: dict[Basis, Text] = {
    "planning": Text(
        "Permendagri 86/2017 tentang tata cara perencanaan pembangunan daerah",
        "Permendagri 86/2017 on regional development planning",
    ),
    "kode": Text(
        "Permendagri 90/2019 tentang klasifikasi, kodefikasi, dan nomenklatur, "
        "beserta pemutakhirannya",
        "Permendagri 90/2019 on classification, codes and nomenclature, and its updates",
    ),
    "finance": Text(
        "Permendagri 77/2020 tentang pedoman teknis pengelolaan keuangan daerah",
        "Permendagri 77/2020 on regional financial management",
    ),
    "practice": Text(
        "Praktik baik buku kerja: setiap angka harus terbaca sebagai angka",
        "Good workbook practice: every figure must read as a figure",
    ),
}
