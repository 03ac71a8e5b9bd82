"""Folding keeps what tells texts apart and drops what only looks different."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.values.fold import fold, measure_likeness, tidy

SAME_FOLDED = [
    ("Penyediaan Bahan / Material", "penyediaan bahan/material"),
    ("perundang - undangan", "Perundang–undangan"),
    ("Perundang\u2011undangan", "perundang-undangan"),
    ("Sarana & Prasarana", "sarana dan prasarana"),
    ("KSP/USP", "KSP / USP"),
    ("Kab. Mojokerto", "Kabupaten Mojokerto"),
    ("Gaji\u00a0dan\nTunjangan  ASN", "gaji dan tunjangan ASN."),
    ("ko\u00adpe\u200brasi", "koperasi"),
    ("98 %", "98 persen"),
    ("１２ dokumen", "12 dokumen"),
]


@pytest.mark.parametrize(("a", "b"), SAME_FOLDED)
def test_spelling_folds_away(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Barang Cetakan", "Barang Cetak"),
        ("2,5", "25"),
        ("tahun 2023", "tahun 2024"),
        ("Jumlah koperasi", "Persentase koperasi"),
        ("peraturan", "per aturan"),
    ],
)
def test_what_differs_stays_different(a: str, b: str) -> None:
    assert fold(a) != fold(b)


def test_a_raised_footnote_mark_is_no_digit_of_a_tidied_number() -> None:
    assert tidy("\u00a02.17.01² ") == "2.17.01²"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdefghij 0123456789", max_size=40))
def test_case_and_spaces_make_no_difference(text: str) -> None:
    assert fold(text.upper().replace(" ", " \u00a0\u200b")) == fold(text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert 0.0 <= measure_likeness(a, b) <= 1.0
    assert measure_likeness(a, b) == pytest.approx(measure_likeness(b, a))
    assert measure_likeness(a, a) == 1.0


def test_likeness_of_real_names() -> None:
    near = measure_likeness(
        "Penyediaan Barang Cetakan dan Penggandaan", "Penyediaan Barang Cetak & Penggandaan"
    )
    far = measure_likeness("Penyediaan Barang Cetakan dan Penggandaan", "Fasilitasi Kunjungan Tamu")
    assert near > 0.9 > 0.6 > far
    assert measure_likeness("", "koperasi") == 0.0
    assert measure_likeness("", " - ") == 1.0


def test_importing_the_values_loads_nothing_heavy() -> None:
    code = (
        "import sys, selaras.values.kode_reading, selaras.values.rupiah;"
        "import selaras.values.target, selaras.values.fold;"
        "print('rapidfuzz' in sys.modules, 'python_calamine' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
