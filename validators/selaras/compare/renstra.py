"""The plan beside the Renstra: which targets, amounts and rows of the two are the same.

The rules RST and the comparison sheet take their pairs, and what differs in them, from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import (
    Beda,
    beda_uang,
    pokok_dari,
    rencana_utama,
    rupiah,
    tabel_pertama,
    tersirat,
)
from selaras.compare.counterparts import Setara, setarakan
from selaras.compare.match import CodeIndex
from selaras.compare.years import kolom_tahun, senilai, tahun_kolom
from selaras.model.row import Row, Uang
from selaras.model.work import Work
from selaras.reckon.shown import tampak
from selaras.values.fold import lipat
from selaras.values.kode_reading import Kode, Tingkat

#: Tables of the Renstra that state a year's target, in the order in which they are believed.
BERTARGET = ("T-C.27", "T-C.30")
#: Tables that name the programs, kegiatan and sub kegiatan of the Renstra by code; one stands in
#: for the other.
BERKODE = ("T-C.27", "T-C.29")


# Targets


class SasaranRenstra(NamedTuple):
    """The target of an indicator of the plan, and the Renstra's target of that year."""

    baris: Row
    key: str
    lain: Row
    lain_key: str
    tahun: int
    pasangan: Setara
    #: Whether they agree; None where that is in doubt, or whether they are one indicator is.
    sama: bool | None


def sasaran_renstra(work: Work) -> list[SasaranRenstra]:
    """Return the targets of the plan that the Renstra states too, each with one of the Renstra's.

    Where one of several tables agrees, that is the one meant.
    """
    plans = rencana_utama(work)
    found: dict[int, SasaranRenstra] = {}
    for name in BERTARGET:
        for pair in setarakan(plans, work.named(name)):
            for one in _sasaran(pair):
                before = found.get(id(one.baris))
                if before is None or _berarti(one) > _berarti(before):
                    found[id(one.baris)] = one
    return list(found.values())


def _berarti(one: SasaranRenstra) -> int:
    return (None, False, True).index(one.sama)


def _sasaran(pair: Setara) -> Iterator[SasaranRenstra]:
    certain = pair.pasti and len(pair.kiri) == len(pair.kanan) == 1
    other = pair.kanan[0].baris
    years = kolom_tahun(other.table, "target_")
    for one in pair.kiri:
        year = _tahun_rencana(one.baris, one.key_target)
        if year is None or year not in years:
            continue
        same = senilai(one.baris, one.key_target, other, years[year])
        if same is False and year - 1 in years:
            between = years[year - 1], years[year]
            same = _bertambah(one.baris, one.key_target, other, between)
        said = same if certain else None
        yield SasaranRenstra(one.baris, one.key_target, other, years[year], year, pair, said)


def _tahun_rencana(row: Row, key: str) -> int | None:
    """Return the year of a row's target; None where the heads of its table contradict each other.

    With n+1 beside it two years off, one of the two heads is wrong (LBR003), and which it is no
    target tells.
    """
    year, forward = (tahun_kolom(row.table, one) for one in (key, "target_maju"))
    return None if None not in (year, forward) and forward != (year or 0) + 1 else year


def _bertambah(row: Row, key: str, other: Row, years: tuple[str, str]) -> bool:
    """Tell whether the Renstra counts on from year to year, and the Renja what one year adds."""
    cells = tampak(row, key), *(tampak(other, year) for year in years)
    if any(len(cell) != 1 for cell in cells):
        return False
    (own,), (earlier,), (later,) = cells
    if own.angka is None or earlier.angka is None or later.angka is None:
        return False
    return later.kumulatif is not False and own.angka == later.angka - earlier.angka


# Amounts


class PaguRenstra(NamedTuple):
    """An amount of the plan and the Renstra's of that year, in rupiah."""

    baris: Row
    key: str
    lain: Row
    lain_key: str
    renja: Uang
    renstra: Uang
    #: None where they are equal within the tolerance.
    beda: Beda | None


def pagu_renstra(row: Row, key: str, renstra: CodeIndex[Row]) -> PaguRenstra | None:
    """Return both amounts of a row; None unless both are known, the Renstra's once and above 0."""
    year, amount = tahun_kolom(row.table, key), rupiah(row, key)
    if year is None or amount is None:
        return None
    found: list[PaguRenstra] = []
    for other in renstra.all(row.kode_tempat):
        other_key = kolom_tahun(other.table, "pagu_").get(year)
        planned = rupiah(other, other_key) if other_key is not None else None
        if other_key is not None and planned is not None and planned > 0:
            gap = beda_uang(row, key, other, other_key)
            found.append(PaguRenstra(row, key, other, other_key, amount, planned, gap))
    return found[0] if len({pair.renstra for pair in found}) == 1 else None


# Rows


class Sepihak(NamedTuple):
    """What only the plan has, and what only the Renstra has, by code and name."""

    rencana: list[Row]
    renstra: list[Row]
    #: What only the Renstra has by code, where the plan's rows of that level have no names: it may
    #: be there under another code.
    ragu: list[Row]


def sepihak(work: Work) -> Sepihak | None:
    """Return the rows that one side lacks, with all that is below them.

    Of the Renstra only what has a target or an amount for the plan year. None where a table has no
    codes, or one of the two is not there: then nobody knows.
    """
    plans, renstra = rencana_utama(work), tabel_pertama(work, BERKODE)
    if not plans or not renstra or not all(table.berkode for table in (*plans, *renstra)):
        return None
    planned = [*pokok_dari(plans), *tersirat(plans, renstra)]
    upper = [row for table in plans for row in table.upper]
    year = tahun_kolom(plans[0], "pagu") or plans[0].tahun
    unnamed = {row.tingkat for row in upper if not row.nama}
    lacking = [
        row
        for row in _tanpa(pokok_dari(renstra), [*pokok_dari(plans), *upper])
        if _direncanakan(row, year)
    ]
    return Sepihak(
        list(_tanpa(planned, pokok_dari(renstra))),
        [row for row in lacking if row.tingkat not in unnamed],
        [row for row in lacking if row.tingkat in unnamed],
    )


def teratas(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that stand below none of the others, by their codes."""
    codes = {row.kode_tempat for row in rows}
    for row in rows:
        code = row.kode_tempat
        if code is None or codes.isdisjoint(code.leluhur()):
            yield row


def _tanpa(own: Sequence[Row], other: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows whose code and name are not among the others, the first of each code.

    A level that these do not have at all is not missed, nor is a row of which they have what stands
    below.
    """
    levels = {row.tingkat for row in other} - _DI_ATAS_PROGRAM
    names = {(row.tingkat, lipat(row.nama)) for row in other}
    there = CodeIndex((code, row) for row in other for code in _dengan_leluhur(row.kode_tempat))
    coded = CodeIndex((row.kode_tempat, row) for row in own)
    for code in coded:
        row, *_ = coded[code]
        name = lipat(row.nama)
        if row.tingkat not in levels or there.has(code):
            continue
        if not name or (row.tingkat, name) not in names:
            yield row


_DI_ATAS_PROGRAM = {None, Tingkat.URUSAN, Tingkat.BIDANG_URUSAN}


def _dengan_leluhur(code: Kode | None) -> Iterator[Kode]:
    if code is not None:
        yield code
        yield from code.leluhur()


def _direncanakan(row: Row, year: int | None) -> bool:
    """Tell whether the Renstra has anything for a row in the plan year."""
    table = row.table
    rows = (row, *row.indikator)
    if table.name == "T-C.29":
        # Without a target at the end, or none for the current year, it was given up or is done.
        return any(one.target("target_akhir") and one.target("target_berjalan") for one in rows)
    if year is None:
        return False
    target, money = kolom_tahun(table, "target_").get(year), kolom_tahun(table, "pagu_").get(year)
    if money is not None and row.jumlah(money):
        return True
    return target is not None and any(one.target(target) for one in rows)
