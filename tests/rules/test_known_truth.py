"""The known truth of the example document: what it does wrong, line by line, and nothing else.

Each function below is a line of the list that was made by hand from the printed document: the
rule, the cell (by code, number or indicator, wherever a layout puts it) and the numbers. Together
they are all that Selaras may say of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from layouts import AMOUNTS, LAYOUTS, Place, Row, read
from layouts.formulas import group_children
from layouts.thousands import IN_THOUSANDS
from selaras import check
from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import read_money

from .document import (
    WrittenDocument,
    find_cell,
    find_kode_row,
    find_orphans,
    find_wrong_sums,
    open_written,
    read_kode,
    read_number,
)

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "renja-mojokerto-2024.xlsx"
T29, T30, T31, T33, T41, T22 = "T-C.29", "T-C.30", "T-C.31", "T-C.33", "Tabel 4.1", "Tabel 2.2"
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


class KnownFact(NamedTuple):
    """What is known: a rule, a value of the document, what should stand there and what does."""

    rule_code: str
    severity: Severity
    table: str
    row_index: int
    key: str
    expected: object = None
    written: object = None


KnownLine = Callable[[], Iterable[KnownFact]]
TRUTH: dict[str, KnownLine] = {}


def enter_line(line: KnownLine) -> KnownLine:
    """Enter a line of the list."""
    TRUTH[line.__name__] = line
    return line


# How the list names a row


def find_row(table: str, code: str, further: int = 0) -> Row:
    """Return the row of a code, or one of the rows that follow it."""
    return read(table).rows[find_kode_row(table, code).index + further]


def find_numbered(table: str, no: int | None) -> Row:
    """Return the row with a number; without one the total."""
    rows = read(table).rows
    return next(row for row in rows if row.values["no"] == no) if no else rows[-1]


def find_named(table: str, start: str) -> Row:
    """Return the last row whose name begins so."""
    return [r for r in read(table).rows if str(r.values["nama"]).startswith(start)][-1]


def find_indikator_row(table: str, text: str, key: str, value: str) -> Row:
    """Return the row of an indicator (by words of it) in which a column says something."""
    (row,) = (
        row
        for row in read(table).rows
        if text in str(row.values.get("indikator")) and row.values.get(key) == value
    )
    return row


# The list


@enter_line
def list_tc33_forward_pagu() -> Iterator[KnownFact]:
    """Program 2.17.01 says 6.498.624.401 for n+1, its kegiatan sum to 12.076.248.802."""
    row = find_row(T33, "2.17.01")
    yield KnownFact("JML002", E, T33, row.index, "pagu_maju", 12_076_248_802, 6_498_624_401)


@enter_line
def list_tc33_pasted_pagu() -> Iterator[KnownFact]:
    """5.577.624.401 of 2.17.01.2.02(.01) is pasted on 2.17.01.2.05(.10), with its target."""
    for code in ("2.17.01.2.05", "2.17.01.2.05.10"):
        yield KnownFact(
            "JML008", W, T33, find_row(T33, code).index, "pagu_maju", None, 5_577_624_401
        )
    index = find_row(T33, "2.17.01.2.05.10").index
    yield KnownFact("IND003", W, T33, index, "target_maju", None, "29 orang/bulan")


@enter_line
def list_kegiatan_without_indikator() -> Iterator[KnownFact]:
    """Kegiatan 2.17.01.2.05 has neither indicator nor target, in both plan tables."""
    for table in (T33, T41):
        index = find_row(table, "2.17.01.2.05").index
        yield KnownFact("IND001", W, table, index, "indikator")
        yield KnownFact("IND002", W, table, index, "target")


@enter_line
def list_parent_sumber_dana() -> Iterator[KnownFact]:
    """Rincian use DID, the rows above them say APBD, or APBD and DAK; NEM is part of APBD."""
    subs = ("2.17.01.2.06.02", "2.17.01.2.07.10", "2.17.05.2.01.01", "2.17.06.2.01.01")
    for table in (T33, T41):
        rincian = [row for row in read(table).rows if row.kind == "rincian"]
        did = [row.index for row in rincian if row.values["sumber_dana"] == "DID"]
        told = {above for index in did for above in list_ancestors(table, index)}
        codes = {code for code in subs if find_row(table, code).index in told}
        # Tabel 4.1 leaves the source of the unnamed rincian blank: DID under 05 is not said there.
        assert codes == set(subs) - ({"2.17.05.2.01.01"} if table == T41 else set())
        for index in sorted(told):
            says = read(table).rows[index].values["sumber_dana"]
            yield KnownFact("DAN001", W, table, index, "sumber_dana", None, says)


def list_ancestors(table: str, index: int) -> Iterator[int]:
    """Yield the coded rows above a rincian."""
    above = {kid.index: row for row, kids in group_children(read(table).rows) for kid in kids}
    while index in above and above[index].kind != "total":
        yield above[index].index
        index = above[index].index


@enter_line
def list_rincian_without_sumber() -> Iterator[KnownFact]:
    """The two unnamed rincian have a source (DID) in T-C.33 and none in Tabel 4.1."""
    for row in read(T41).rows:
        if row.kind == "rincian" and not row.values["nama"]:
            yield KnownFact("ISI001", W, T41, row.index, "sumber_dana")


@enter_line
def list_tc29_column_11() -> Iterator[KnownFact]:
    """Column 11 is 100 % where 10/4 is far less, in 34 rows: 6 of 24 dokumen are 25 %."""
    for row in read(T29).rows:
        rate, over, under = (
            read_number(row.values.get(key))
            for key in ("tingkat_capaian", "realisasi_berjalan", "target_akhir")
        )
        if rate is not None and over is not None and under:
            right = (over * 100 / under).quantize(Decimal("0.01"), ROUND_HALF_UP)
            if right.quantize(Decimal(1), ROUND_HALF_UP) != rate:
                text = f"{right.normalize():f}%".replace(".", ",")
                says = row.values["tingkat_capaian"]
                yield KnownFact("RST003", W, T29, row.index, "tingkat_capaian", text, says)


@enter_line
def list_tc29_orphans() -> Iterator[KnownFact]:
    """Four rows lost their parents in scanning."""
    codes = ("2.17.01.2.09.09", "2.17.01.2.09.10", "2.17.04.2.01.01", "2.17.04.2.01.02")
    for code in codes:
        # Nothing is expected in the cell: a row is missing above it.
        yield KnownFact(
            "KOD002",
            E,
            T29,
            find_row(T29, code).index,
            "kode",
            None,
            read_kode(find_row(T29, code)),
        )


@enter_line
def list_tc29_realisasi_measures() -> Iterator[KnownFact]:
    """What was reached up to the year before is in another unit than all the rest of its row."""
    for code, says in (("2.17.01.2.09.10", "10 unit"), ("2.17.04.2.01.01", "220 koperasi")):
        yield KnownFact("IND003", W, T29, find_row(T29, code).index, "realisasi_lalu", None, says)


_N, _P = "target_berjalan", "realisasi_renja"


@enter_line
def list_tc29_against_tc30() -> Iterator[KnownFact]:
    """Targets and achievements of one year that differ between the two tables."""
    for rule, text, key, says, other in (
        ("RST005", "penerbitan NIK", _N, "80%", "75%"),
        ("RST005", "fasilitas pembiayaan", _N, "15%", "20%"),
        ("RST005", "fasilitas pemasaran", _N, "3%", "2,5%"),
        ("RST005", "fasilitas kemitraan", _N, "2 %", "1,5%"),
        ("RST005", "fasilitasi pelatihan", "target_renja", "0,3%", "0,5%"),
        ("RST005", "diberikan pendampingan", "target_renja", "0,8%", "0,7%"),
        ("RST006", "Persentase Koperasi Berkualitas", _P, "25,48%", "23,35%"),
        ("RST006", "penerbitan NIK", _P, "38,02%", "39,67%"),
        ("RST006", "pertumbuhan wirausaha baru", _P, "0,58%", "1,14%"),
    ):
        row = find_indikator_row(T29, text, key, says)
        yield KnownFact(rule, W, T29, row.index, key, other, says)


@enter_line
def list_tc30_projections() -> Iterator[KnownFact]:
    """The projection of 2024 is below the target of 2024 in ten indicators."""
    for row in read(T30).rows:
        target, says = row.values["target_4"], row.values["proyeksi_2"]
        if read_number(target) != read_number(says):
            yield KnownFact("RST007", W, T30, row.index, "proyeksi_2", target, says)


@enter_line
def list_tc30_targets_below_achievement() -> Iterator[KnownFact]:
    """Targets that grow, and yet lie below what was reached in 2022 already."""
    for row in read(T30).rows:
        first, *later = (
            read_number(row.values[key]) for key in ("target_2", "target_3", "target_4")
        )
        reached = read_number(row.values["realisasi_2"])
        for key, target in zip(("target_3", "target_4"), later, strict=True):
            if reached and first and target and first < target < reached:
                yield KnownFact("RST011", I, T30, row.index, key, None, row.values[key])


@enter_line
def list_tc31_above_rkpd_pagu() -> Iterator[KnownFact]:
    """The need is over the RKPD's pagu in two programs and in total (by 247.552.281)."""
    key = "kebutuhan_dana"
    yield KnownFact("RKP002", W, T31, find_numbered(T31, 5).index, key, 428_765_050, 2_400_000_000)
    yield KnownFact("RKP002", W, T31, find_numbered(T31, 6).index, key, 349_137_252, 607_920_800)
    yield KnownFact(
        "RKP002", W, T31, find_numbered(T31, None).index, key, 8_638_782_419, 8_886_334_700
    )


@enter_line
def list_tc31_notes() -> Iterator[KnownFact]:
    """Six of seven differences (all but the 4,5 % of row 4) have only "Disesuaikan kebutuhan"."""
    for no in (1, 2, 3, 5, 6, 7):
        index = find_numbered(T31, no).index
        yield KnownFact("RKP003", W, T31, index, "catatan", None, "Disesuaikan kebutuhan")


@enter_line
def list_tc31_cut_indikator() -> Iterator[KnownFact]:
    """The left indicator of row 4 is cut short: told at the right half, T-C.33 has the whole."""
    row = find_numbered(T31, 4)
    yield KnownFact("RKP005", W, T31, row.index, "indikator", None, row.values["indikator"])


@enter_line
def list_table_22_sums() -> Iterator[KnownFact]:
    """Program 4 against its kegiatan, the kegiatan of program 6 against its sub kegiatan."""
    program = find_numbered(T22, 4)
    kegiatan = read(T22).rows[find_numbered(T22, 6).index + 1]
    yield KnownFact("JML002", E, T22, program.index, "apbd", 164_585_000, 164_585_200)
    yield KnownFact("JML001", E, T22, kegiatan.index, "apbd", 377_920_000, 377_920_800)


@enter_line
def list_table_22_narasi() -> Iterator[KnownFact]:
    """Rp. 6.177.343.000 in figures; in words, and in the table, 6.177.343.400."""
    for rule in ("NAR001", "NAR002"):
        yield KnownFact(rule, W, T22, 0, "(narasi)", 6_177_343_400)


@enter_line
def list_tc33_against_table_41() -> Iterator[KnownFact]:
    """All amounts agree; three names and three indicators are spelt differently."""
    for code in ("2.17.01.2.06.05", "2.17.01.2.06.06", "2.17.01.2.06.08"):
        row = find_row(T41, code)
        yield KnownFact("TBL002", I, T41, row.index, "nama", None, row.values["nama"])
    for code, further in (("2.17.01.2.06.08", 0), ("2.17.03.2.01", 0), ("2.17.07.2.01", 1)):
        row = find_row(T41, code, further)
        yield KnownFact("TBL003", I, T41, row.index, "indikator", None, row.values["indikator"])


@enter_line
def list_previous_year() -> Iterator[KnownFact]:
    """T-C.29's target 2023 of 2.17.07.2.01.06 is 170 UM, Tabel 2.2's 360 usaha mikro."""
    row = find_named(T22, "Peningkatan Pemahaman dan Pengetahuan Usaha Mikro")
    yield KnownFact("TBL005", W, T22, row.index, "target", "170 UM", "360 usaha mikro")


@enter_line
def list_lost_tc29_rows() -> Iterator[KnownFact]:
    """Rows of the plan that T-C.29 lost when the document was scanned."""
    lost = [f"2.17.01.2.06.0{n}" for n in (4, 5, 6, 7, 8, 9)] + ["2.17.01.2.09.02"]
    lost += ["2.17.01.2.07", "2.17.01.2.08", "2.17.03.2.01", "2.17.05.2.01.01"]
    for code in lost:
        row = find_row(T33, code)
        assert read_kode(row) not in {read_kode(other) for other in read(T29).rows}
        yield KnownFact("RST008", W, T33, row.index, "kode", None, read_kode(row))


@enter_line
def list_forward_jumps() -> Iterator[KnownFact]:
    """n+1 is more than half off n, and the target does not move along by a tenth of itself."""
    for row in read(T33).rows:
        pagu, forward = row.values.get("pagu"), row.values.get("pagu_maju")
        if row.kind == "sub_kegiatan" and isinstance(pagu, int) and isinstance(forward, int):
            now, then = read_number(row.values["target"]), read_number(row.values["target_maju"])
            assert now
            assert then
            along = (then - now) * 10 >= now if forward > pagu else (now - then) * 10 >= now
            if abs(forward - pagu) * 2 > pagu and not along:
                yield KnownFact("IND005", W, T33, row.index, "pagu_maju", None, forward)


@enter_line
def list_tc30_column_11() -> Iterator[KnownFact]:
    """The printed column 11, the projection of the year before, is missing."""
    yield KnownFact("LBR002", W, T30, 0, "(kepala realisasi_2)")


# What the layouts make of it


def layout_adds(origin: WrittenDocument) -> Iterator[KnownFact]:
    """Yield what a layout adds by its nature."""
    if origin.name == "rumus":  # sums that do not hold are typed among formulas
        for wrong in find_wrong_sums():
            yield KnownFact("ANG004", W, wrong.table, wrong.row, wrong.key, ..., wrong.written)
    if origin.name.startswith("sipd"):
        row = find_row(
            T33, "2.17.01.2.05.10"
        )  # its note says that it is new; the SIPD form has none
        yield KnownFact("RST008", W, T33, row.index, "kode", None, read_kode(row))
        row = find_row(T33, "2.17.01.2.02.01")  # T-C.29 counts orang, the plan orang / bulan
        yield KnownFact("IND003", W, T33, row.index, "target_akhir", None, "116 orang")


def is_in_layout(origin: WrittenDocument, known: KnownFact) -> bool:
    """Tell whether a layout holds what a line speaks of: the SIPD form has no rincian."""
    of_rincian = known.rule_code == "DAN001"
    return origin.is_present(known.table) and not (of_rincian and origin.name.startswith("sipd"))


def find_place(origin: WrittenDocument, known: KnownFact) -> Place:
    if known.key == "(narasi)":
        return origin.placement.paragraphs[known.table][0]
    if known.key.startswith("(kepala"):
        return origin.placement.heads[known.table, known.key[8:-1]]
    return origin.find_place(known.table, known.row_index, known.key)


def is_like(known: object, said: object) -> bool:
    """Tell whether a finding says what is known: amounts by value, codes by numbers."""
    if known is ... or known == said:
        return True
    if isinstance(known, int):
        read_as = read_money(str(said))
        return read_as is not None and read_as.amount == known
    return isinstance(known, str) and str(said).replace(" ", "") == known.replace(" ", "")


def convert_to_money_unit(origin: WrittenDocument, known: KnownFact) -> KnownFact:
    """Return what is known with its amounts in the unit that the layout writes them in."""
    if origin.name != "ribuan" or known.table not in IN_THOUSANDS or known.key not in AMOUNTS:
        return known
    amounts = (
        Decimal(amount) / 1000 if isinstance(amount, int) else amount
        for amount in (known.expected, known.written)
    )
    return known._replace(**dict(zip(("expected", "written"), amounts, strict=True)))


def is_match(known: KnownFact, place: Place, finding: Finding) -> bool:
    if (finding.code, finding.severity, find_cell(finding)) != (
        known.rule_code,
        known.severity,
        place,
    ):
        return False
    if known.key.startswith("("):  # a text or a head: what it holds is told in full
        return is_like(known.expected, finding.expected)
    if isinstance(known.written, tuple):
        numbers = tuple(int(part) for part in (finding.kode or "").split("."))
        return numbers == known.written and is_like(known.expected, finding.expected)
    same = is_like(known.written, finding.actual)
    return same and is_like(known.expected, finding.expected)


@cache
def build_report(layout: str) -> WorkbookReport:
    return check_book(open_written(layout).book, Setting())


def find_unmatched(
    layout: str, lines: Iterable[KnownFact]
) -> tuple[list[KnownFact], list[Finding]]:
    """Return what is known and not found, and what is found and not known."""
    origin, left = open_written(layout), list(build_report(layout).findings)
    missing = []
    for known in lines:
        place = find_place(origin, known)
        said = convert_to_money_unit(origin, known)
        hit = next((f for f in left if is_match(said, place, f)), None)
        if hit is None:
            missing.append(known)
        else:
            left.remove(hit)
    return missing, left


@pytest.mark.parametrize("line", TRUTH)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_is_found(layout: str, line: str) -> None:
    known = [one for one in TRUTH[line]() if is_in_layout(open_written(layout), one)]
    missing, _ = find_unmatched(layout, known)
    assert missing == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_else_is_said(layout: str) -> None:
    """No finding, and so no error, that the list does not hold; each is told once."""
    origin = open_written(layout)
    known = [one for line in TRUTH.values() for one in line() if is_in_layout(origin, one)]
    _, left = find_unmatched(layout, [*known, *layout_adds(origin)])
    if layout == "teks":  # every amount is text there: the test below
        left = [finding for finding in left if finding.code != "ANG001"]
    assert [(f.code, *find_cell(f), f.message.id) for f in left] == []


def test_the_errors_are_these() -> None:
    errors = [f for f in build_report("asli").findings if f.severity is Severity.ERROR]
    assert sorted((f.code, f.table or "", f.expected, f.difference) for f in errors) == [
        ("JML001", T22, 377_920_000, 800),
        ("JML002", T33, 12_076_248_802, -5_577_624_401),
        ("JML002", T22, 164_585_000, 200),
        *[("KOD002", T29, None, None)] * 4,
    ]


def test_numbers_of_the_list() -> None:
    """What the list counts, and the sums that it says do not hold, as the data has them."""
    counts = {
        "list_tc29_column_11": 34,
        "list_tc30_projections": 10,
        "list_lost_tc29_rows": 11,
    }
    assert {line: len(list(TRUTH[line]())) for line in counts} == counts
    mistake = next(
        k for k in list_tc29_column_11() if k.row_index == find_row(T29, "2.17.01.2.01.01", 1).index
    )
    assert (mistake.expected, mistake.written) == ("25%", "100%")
    assert [(w.table, w.rule_code, w.written, w.expected) for w in find_wrong_sums()] == [
        (T22, "JML002", 164_585_200, 164_585_000),
        (T22, "JML001", 377_920_800, 377_920_000),
        (T33, "JML002", 6_498_624_401, 12_076_248_802),
    ]
    orphans = {row.index for row in find_orphans(T29)}
    assert {known.row_index for known in list_tc29_orphans()} == orphans
    assert read(T33).rows[-1].values["pagu"] == 8_886_334_700
    assert 8_886_334_700 - 8_638_782_419 == 247_552_281


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pasted_amount_is_the_cause(layout: str) -> None:
    origin, findings = open_written(layout), build_report(layout).findings
    (explained,) = (finding for finding in findings if finding.cause)
    assert explained.code == "JML002"
    (cause,) = (finding for finding in findings if finding.fingerprint == explained.cause)
    source = origin.find_place(T33, find_row(T33, "2.17.01.2.02").index, "pagu_maju")
    target = origin.find_place(T33, find_row(T33, "2.17.01.2.05").index, "pagu_maju")
    assert (cause.code, find_cell(cause), cause.related[0]) == ("JML008", target, source)


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if not name.startswith("sipd")])
def test_fingerprints_do_not_depend_on_the_layout(layout: str) -> None:
    own, same = (
        {f.fingerprint for f in build_report(name).findings if not f.code.startswith("ANG")}
        for name in (layout, "asli")
    )
    assert own == same


def test_every_text_amount_is_told_once() -> None:
    origin = open_written("teks")
    told = {find_cell(f): f.expected for f in build_report("teks").findings if f.code == "ANG001"}
    amounts = {
        origin.placement[key]: value
        for key in origin.placement
        if isinstance(value := read(key.table).rows[key.row].values.get(key.column), int)
        and key.column != "no"
    }
    assert told == amounts


def test_the_committed_example_says_the_same() -> None:
    (report,) = check(EXAMPLE).workbooks
    assert [table.table for table in report.tables] == [
        *("Tabel 2.1", T22, T29, T30, T31, "T-C.32", "Tabel 3.1", T33, T41)
    ]
    assert report.status == "checked"
    assert report.skipped_sheets == ()
    assert {rule.status for rule in report.rules} <= {"ok", "findings", "skipped"}
    assert report.findings == build_report("asli").findings
    (missing,) = (finding for finding in report.findings if finding.code == "LBR002")
    assert "(11)" in missing.message.id
