"""A plan of two programs whose sums hold, small enough to see through."""

from __future__ import annotations

#: Code, name and amount, from the top down.
PLAN_ROWS: tuple[tuple[str, str, int], ...] = (
    ("2.17.02", "Program Pengawasan", 900),
    ("2.17.02.2.01", "Pemeriksaan koperasi", 900),
    ("2.17.02.2.01.01", "Pemeriksaan kepatuhan", 500),
    ("2.17.02.2.01.02", "Pemeriksaan kesehatan", 400),
    ("2.17.03", "Program Pendidikan", 600),
    ("2.17.03.2.01", "Pelatihan koperasi", 600),
    ("2.17.03.2.01.01", "Pelatihan perkoperasian", 350),
    ("2.17.03.2.01.02", "Pelatihan kewirausahaan", 250),
)
TOTAL = 1500
