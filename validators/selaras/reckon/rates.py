"""Rates of achievement: "6 dokumen" of "24 dokumen" is 25%, to the decimals that are shown.

Rules that judge such columns are often errors, so every doubt counts for the document: where units
differ, a cell cannot be read or cells hold different numbers of values, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Row, Uang
from selaras.model.table import Table
from selaras.reckon.shown import (
    TERBESAR,
    aktual,
    desimal_format,
    satuan_cocok,
    sebut,
    tertulis,
    terukur,
    tulis_persen,
)
from selaras.values.equality import DESIMAL, are_equal, desimal
from selaras.values.finding import Finding
from selaras.values.rupiah import dalam_rupiah, tulis_rupiah
from selaras.values.target import Nilai
from selaras.values.text import Teks, besar

_RIBUAN = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3}) *(?:%|persen)?", re.IGNORECASE)


class _Terbaca(NamedTuple):
    """One way to read a rate: percent, and the decimals to which it is given."""

    persen: Decimal
    desimal: int


def _persen(value: Nilai, shown: int | None) -> list[_Terbaca]:
    """Return the ways to read what is written as a rate; a bare 0,9857 may be 98,57%."""
    if value.angka is None or not terukur(value) or value.banding:
        return []
    if value.satuan not in ("", "persen"):
        return []
    number = value.angka
    places = desimal(number) if shown is None else min(shown, DESIMAL)
    if value.jenis == "persen":
        read = [_Terbaca(number, places)]
    else:
        # 1 stands for 100%, to the whole percent; 0,7 for 70%, to ten of them.
        read = [_Terbaca(number, places), _Terbaca(number * 100, places - 2 if places else 0)]
    if found := _RIBUAN.fullmatch(value.teks):
        read.append(_Terbaca(Decimal(found[1] + found[2]), 0))
    return read


def cocok(read: Sequence[_Terbaca], percent: Decimal) -> bool:
    """Tell whether a written rate is the percentage, rounded or cut off to its decimals."""
    return any(are_equal(one.persen, percent, one.desimal) for one in read)


def nisbah(atas: Nilai, bawah: Nilai) -> tuple[Decimal, ...]:
    """Return the rate of two values in percent; () where it cannot be told.

    A bare number beside a percentage may be a share of one: both readings are given then. A target
    that says "at most" is met by less, so no rate follows from it.
    """
    if atas.angka is None or bawah.angka is None or bawah.banding in ("≤", "<"):
        return ()
    if not (terukur(atas) and terukur(bawah) and satuan_cocok((atas, bawah))):
        return ()
    percent = persen_dari(atas.angka, bawah.angka)
    if percent is None:
        return ()
    if atas.satuan == bawah.satuan or "persen" not in (atas.satuan, bawah.satuan):
        return (percent,)
    return (percent, percent * 100, percent / 100)


def persen_dari(atas: Uang, bawah: Uang) -> Decimal | None:
    """Return the rate of two numbers in percent; None without a base above 0."""
    percent = Decimal(atas) * 100 / Decimal(bawah) if bawah > 0 else None
    return percent if percent is not None and abs(percent) < TERBESAR else None


class Nisbah(NamedTuple):
    """The columns of a rate: the rate itself, what it is of, and its base."""

    result_key: str
    numerator: str
    denominator: str

    def ada(self, table: Table) -> bool:
        """Tell whether the table has all three."""
        return all(key in table.columns for key in self)


def periksa_nisbah(row: Row, kolom: Nisbah) -> Iterator[Finding]:
    """Yield the finding on a rate that is not that of its two columns."""
    written = row.target(kolom.result_key)
    over, under = row.target(kolom.numerator), row.target(kolom.denominator)
    if not written or not over or not under or not len(written) == len(over) == len(under):
        return
    shown = desimal_format(row, kolom.result_key)
    wrong = False
    right: list[Teks] = []
    for value, atas, bawah in zip(written, over, under, strict=True):
        read, possible = _persen(value, shown), nisbah(atas, bawah)
        if read and possible and not any(cocok(read, percent) for percent in possible):
            wrong = True
            right.append(tulis_persen(possible[0]))
        else:
            right.append(Teks(value.teks, value.teks))
    if wrong:
        seharusnya = Teks(" ; ".join(t.id for t in right), " ; ".join(t.en for t in right))
        yield salah_nisbah(row, kolom, seharusnya)


def periksa_nisbah_uang(row: Row, kolom: Nisbah) -> Iterator[Finding]:
    """Yield the finding on a rate that is not that of its two amounts."""
    written = row.target(kolom.result_key)
    if not written or len(written) != 1:
        return
    amounts = [_rupiah(row, key) for key in (kolom.numerator, kolom.denominator)]
    over, under = amounts
    if over is None or under is None:
        return
    percent = persen_dari(over, under)
    read = _persen(written[0], desimal_format(row, kolom.result_key))
    if read and percent is not None and not cocok(read, percent):
        isi = [Teks(f"Rp{tulis_rupiah(a)}", f"Rp{tulis_rupiah(a, 'en')}") for a in (over, under)]
        yield salah_nisbah(row, kolom, tulis_persen(percent), (isi[0], isi[1]))


def _rupiah(row: Row, key: str) -> Uang | None:
    amount = None if row.tak_diketahui(key) else row.jumlah(key)
    return None if amount is None else dalam_rupiah(amount, row.table.columns[key].skala)


def salah_nisbah(
    row: Row, kolom: Nisbah, right: Teks, isi: tuple[Teks, Teks] | None = None
) -> Finding:
    """Return the finding on a wrong rate; `isi` is what its two columns say, where it is money."""
    says = tertulis(row, kolom.result_key)
    atas, bawah = isi or (tertulis(row, kolom.numerator), tertulis(row, kolom.denominator))
    hasil, over, under = (row.table.columns[key].label for key in kolom)
    name = sebut(row)
    return row.temuan(
        kolom.result_key,
        Teks(
            f"{besar(hasil.id)} {name} tertulis {says.id}, padahal {atas.id} ({over.id}) "
            f"dari {bawah.id} ({under.id}) adalah {right.id}.",
            f"The {hasil.en} of {name} says {says.en}, but {atas.en} ({over.en}) "
            f"of {bawah.en} ({under.en}) is {right.en}.",
        ),
        advice=Teks(
            f"Isikan {right.id}, atau betulkan {over.id} atau {under.id} bila itu yang keliru.",
            f"Put in {right.en}, or mend the {over.en} or the {under.en} if that is wrong.",
        ),
        expected=right.id,
        actual=aktual(row, kolom.result_key),
        related=(row.place(kolom.numerator), row.place(kolom.denominator)),
    )
