"""Amounts, words for amounts, amounts of other tables, and rates, case by case."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from selaras_addin.udf.arrays import map_cells

from .excel import NA, REF, Excel, open_excel


@pytest.fixture(scope="module")
def xl() -> Iterator[Excel]:
    with open_excel() as found:
        yield found


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (1_500_000.0, 1_500_000.0),
        (Decimal("1500000.5"), 1_500_000.5),
        ("1.500.000", 1_500_000.0),
        ("1,500,000", 1_500_000.0),
        ("Rp 1.500.000,00", 1_500_000.0),
        ("Rp1.500.000,-", 1_500_000.0),
        ("1500000", 1_500_000.0),
        ("1 500 000", 1_500_000.0),
        ("1,5 juta", 1_500_000.0),
        ("2,5 milyar", 2_500_000_000.0),
        ("(2.000)", -2_000.0),
        ("-2.000", -2_000.0),
        ("satu juta lima ratus ribu rupiah", 1_500_000.0),
        (0.0, 0.0),
        ("-", ""),
        ("Rp -", ""),
        ("nihil", ""),
        ("25.OOO.OOO", "“25.OOO.OOO” tidak terbaca sebagai angka."),
        ("12 ekor", "“12 ekor” tidak terbaca sebagai angka."),
    ],
)
def test_amounts_in_all_their_forms(xl: Excel, written: Any, amount: Any) -> None:
    assert xl.call_cell("SELARAS_RUPIAH", written) == amount


TOO_LARGE = "Terlalu besar untuk ditulis dengan kata-kata (paling banyak 999 triliun)."


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0.0, "nol rupiah"),
        (11.0, "sebelas rupiah"),
        (1_001.0, "seribu satu rupiah"),
        (8_886_334_700.0, "delapan miliar delapan ratus delapan puluh enam juta tiga ratus tiga "
         "puluh empat ribu tujuh ratus rupiah"),
        (-2_000.0, "minus dua ribu rupiah"),
        (1.25, "satu rupiah dua puluh lima sen"),
        (0.001, "nol rupiah"),
        ("Rp 1,5 juta", "satu juta lima ratus ribu rupiah"),
        (999_999_999_999_999.0, None),
        (1e15, TOO_LARGE),
        ("999.999.999.999.999,996", "“999.999.999.999.999,996” tidak terbaca sebagai angka."),
        ("999999999999999,99951", TOO_LARGE),
        (1e26, TOO_LARGE),
        (-1e300, TOO_LARGE),
    ],
)  # fmt: skip
def test_amounts_in_words(xl: Excel, amount: Any, words: str | None) -> None:
    found = xl.call_cell("SELARAS_TERBILANG", amount)
    if words is not None:
        assert found == words
    # The longest sentence there is still fits, and is no error.
    assert str(found).endswith(("rupiah", "sen", ").", "angka."))
    assert len(str(found)) <= 255


def test_a_number_too_large_leaves_the_rest_of_its_column(xl: Excel) -> None:
    assert xl.call_column("SELARAS_TERBILANG", [1.0, 1e26]) == ["satu rupiah", TOO_LARGE]


OTHER = ["2.17.01", "2-17-01.2.1", "2.17.03", "2.17.03", "X.XX.01.2.05", "3.30.02", None, 2.1]
AMOUNTS = [1.0, "2.000", 5.0, 6.0, 7.0, None, 9.0, 10.0]


@pytest.mark.parametrize(
    ("code", "amount"),
    [
        ("2.17.1", 1.0),
        ("2.17.01.2.01", 2_000.0),
        ("2.17.01.02.01", 2_000.0),
        ("2.17.03", "2.17.03 ada 2 kali di tabel lain, dengan pagu berbeda."),
        ("2.17.01.2.05", 7.0),
        ("3.30.02", ""),
        ("2.17.04", "2.17.04 tidak ada di tabel lain."),
        (
            "2.10",
            "2.10 tidak ada di tabel lain (1 sel kodenya tersimpan sebagai angka atau tanggal).",
        ),
        (2.1, "Kode “2.1” tersimpan sebagai angka; mungkin maksudnya 2.10."),
    ],
)
def test_the_amount_of_the_same_code_elsewhere(xl: Excel, code: Any, amount: Any) -> None:
    columns = [tuple((cell,) for cell in cells) for cells in (OTHER, AMOUNTS)]
    assert xl.call_cell("SELARAS_COCOK", code, *columns) == amount
    rows = [(tuple(cells),) for cells in (OTHER, AMOUNTS)]
    assert xl.call_cell("SELARAS_COCOK", code, *rows) == amount


@pytest.mark.parametrize(
    ("code", "changed", "said"),
    [
        ("2.10", [2.1], " (1 sel kodenya tersimpan sebagai angka atau tanggal)"),
        (
            "1.02",
            [datetime.datetime(2026, 2, 1), 2.1],
            " (2 sel kodenya tersimpan sebagai angka atau tanggal)",
        ),
        # 17 January says nothing of the level.
        (
            "2.17.02",
            [datetime.datetime(2026, 1, 17)],
            " (1 sel kodenya tersimpan sebagai angka atau tanggal)",
        ),
        (
            "2.10",
            [NA, 2.1],
            " (1 sel kodenya berisi galat) (1 sel kodenya tersimpan sebagai angka atau tanggal)",
        ),
        ("2.17.02", ["2.17.03\n2.17.02"], " (1 selnya memuat lebih dari satu kode)"),
        # A bidang that lost its zero is no program.
        ("2.10.02", [2.1], ""),
        ("2.10", [2.17, 2.0], ""),
    ],
)
def test_codes_elsewhere_that_are_not_known_are_told_of(
    xl: Excel, code: str, changed: list[Any], said: str
) -> None:
    others = (*((cell,) for cell in changed), ("2.17.01",))
    amounts = ((5.0,),) * len(others)
    assert xl.call_cell("SELARAS_COCOK", code, others, amounts) == (
        f"{code} tidak ada di tabel lain{said}."
    )


def test_a_real_bidang_serves_for_a_placeholder(xl: Excel) -> None:
    assert xl.call_cell("SELARAS_COCOK", "X.XX.01", "2.17.01", 4.0) == 4.0


def test_codes_of_either_table_may_be_split(xl: Excel) -> None:
    own = ((2.0, 17.0, 1.0), (2.0, 17.0, 2.0))
    other = (("2", "17", "02"), ("2", "17", "01"))
    assert xl.call("SELARAS_COCOK", own, other, ((20.0,), (10.0,))) == [[10.0], [20.0]]


def test_an_amount_elsewhere_that_cannot_be_read(xl: Excel) -> None:
    assert xl.call_cell("SELARAS_COCOK", "2.17.01", "2.17.01", REF) == (
        "Di tabel lain: Sel ini berisi galat #REF!."
    )
    assert xl.call_cell("SELARAS_COCOK", "2.17.01", "2.17.01", "4OO?") == (
        "Di tabel lain: “4OO?” tidak terbaca sebagai angka."
    )


REPEATED = (
    "{} dapat dibaca {} atau {}: isikan realisasi dan target sebagai angka dengan format yang sama."
)


@pytest.mark.parametrize(
    ("reached", "target", "rate"),
    [
        (6.0, 24.0, 25.0),
        ("6 dokumen", "24 dokumen", 25.0),
        ("25,48%", "100%", 25.48),
        ("320 KSP/USP", "300 KSP/USP", 106.67),
        (1.0, 3.0, 33.33),
        (2.0, 3.0, 66.67),
        # A cell in a percent format is handed over as a share of one.
        (0.98, "98%", 100.0),
        (98.0, "100%", 98.0),
        ("0 dokumen", "24 dokumen", 0.0),
        ("1 paket ; 2 unit", "2 paket ; 4 unit", "50% ; 50%"),
        ("5 orang", "5 dokumen", "Satuannya berbeda: orang dan dokumen."),
        ("A", "BB", "“A” tidak terbaca sebagai satu angka."),
        ("84,8 (A)", "80 (A)", 106.0),
        (1.0, 0.0, "Target nol atau negatif."),
        ("99999999999999", "0,1", "Capaiannya terlalu besar untuk ditulis."),
        (99_999_999_999_999.0, 0.1, "Capaiannya terlalu besar untuk ditulis."),
        ("#DIV/0!", "5", "“#DIV/0!” tidak terbaca sebagai satu angka."),
        ("1e3", "1000", "“1e3” tidak terbaca sebagai satu angka."),
        (
            "3 kasus",
            "≤ 5 kasus",
            "Target “≤ 5 kasus” adalah batas atas: capaiannya tidak dapat dihitung.",
        ),
        ("5 ; 6", "5", "Jumlah nilainya berbeda: 2 realisasi, 1 target."),
        ("-", "24", ""),
        # A thousand is a thousand in money, and "juta" counts.
        ("Rp 500.000", "Rp 1.000.000", 50.0),
        ("Rp. 500.000,-", "Rp. 1.000.000,-", 50.0),
        ("500.000 rupiah", "1.000.000 rupiah", 50.0),
        (500_000.0, "Rp 500.000", 100.0),
        ("Rp 750 juta", "Rp 1,5 miliar", 50.0),
        # What stands beside a number tells how a lone group of three digits is meant.
        ("1.250 nilai", "2.500", 50.0),
        ("500,000", "1,000,000", 50.0),
        ("1,500", "3,000 orang", 50.0),
        ("1,500", "3,000", 50.0),
        ("1,500", "2,5", 60.0),
        ("1,500 %", "100%", 1.5),
        ("98,575", "100", 98.58),
        ("98,575", 100.0, 98.58),
        ("98,575", "100%", 98.58),
        ("98.571%", "100%", 98.57),
        ("Indeks 3,251", "4", 81.28),
        (3_543.0, "4,000", REPEATED.format("“4,000”", "4", "4.000")),
        ("1,500", "2.000.000", REPEATED.format("“1,500”", "1,5", "1.500")),
        ("1,500 km", 3_000.0, REPEATED.format("“1,500 km”", "1,5", "1.500")),
        ("98,575", 2_000.0, REPEATED.format("“98,575”", "98,575", "98.575")),
        ("3.543", 4.0, REPEATED.format("“3.543”", "3,543", "3.543")),
        # A number cell up to 1 is in a percent format, whatever rate comes of it.
        ("5%", 1.0, 5.0),
        ("9%", 1.0, 9.0),
        ("1%", 1.0, 1.0),
        ("5%", 0.5, 10.0),
        ("8%", 0.9, 8.89),
        (0.5, "5%", 1_000.0),
        (0.95, "5%", 1_900.0),
        (0.0, "5%", 0.0),
        (5.2, "5,5%", 94.55),
        ("84,8 (A)", "80%", 106.0),
        (1.05, "100%", REPEATED.format("1,05", "1,05%", "105%")),
        ("0,98", "98%", REPEATED.format("“0,98”", "0,98%", "98%")),
    ],
)  # fmt: skip
def test_rates(xl: Excel, reached: Any, target: Any, rate: Any) -> None:
    assert xl.call_cell("SELARAS_CAPAIAN", reached, target) == rate


def test_one_target_serves_a_whole_column(xl: Excel) -> None:
    assert xl.call_column("SELARAS_CAPAIAN", [1.0, 2.0, None], 4.0) == [25.0, 50.0, ""]
    assert xl.call_column("SELARAS_CAPAIAN", 1.0, [4.0, 2.0]) == [25.0, 50.0]


def test_a_cell_that_cannot_be_reckoned_leaves_the_rest_of_its_column() -> None:
    def inverse(cell: float) -> float:
        return 1 / cell

    said = "Angka ini tidak dapat dihitung."
    assert map_cells([(2.0,), (0.0,), (None,)], inverse) == [[0.5], [said], [""]]


def test_words_longer_than_an_array_takes_are_cut(xl: Excel) -> None:
    found = str(xl.call_cell("SELARAS_TERBILANG", "-999.999.999.999.999,99"))
    assert found.startswith("minus sembilan ratus sembilan puluh sembilan triliun")
    assert found.endswith("...")
    assert len(found) <= 255
