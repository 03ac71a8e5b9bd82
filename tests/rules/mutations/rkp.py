"""RKP: the review of the RKPD, its halves against each other and against the plan."""

from __future__ import annotations

from layouts import Place, Row
from selaras.model.book import Value

from .tools import COMMON_LAYOUTS, T31, T33, Corruption, corrupt

LAYOUT_NAMES = ("asli", "titik-4", "sipd", "nama-lain", "bergeser")
OTHER_PROGRAM = "Program Pengelolaan Ruang Terbuka Hijau"


def draw_program(k: Corruption) -> Row:
    """Draw a program of T-C.31."""
    return k.draw_one(k.find_rows(T31)[:-1])


def find_plan_program(k: Corruption, row: Row) -> Row:
    """Return the program of the plan that a row of T-C.31 is of."""
    return k.find_rows(T33, "program")[k.find_rows(T31).index(row)]


def remove_note(k: Corruption, row: Row) -> None:
    """Blank the note of a row, which would explain what is put in."""
    k.write(T31, row, "catatan", None)


@corrupt("RKP001", LAYOUT_NAMES, variants=("nama", "rkpd_nama"))
def name_other_program(k: Corruption, key: str) -> Place:
    """One half names another program."""
    row = draw_program(k)
    remove_note(k, row)
    place = k.write(T31, row, key, OTHER_PROGRAM)
    both = {one: k.find_now(T31, row, one) for one in ("nama", "rkpd_nama")}
    k.effects |= {("RKP001", one) for one in both.values()}
    k.expect_error("RKP001", T33, find_plan_program(k, row), "nama")
    return place


@corrupt("RKP001", LAYOUT_NAMES, variants=("nama", "rkpd_nama"))
def blank_half(k: Corruption, key: str) -> Place:
    """One half has lost a program, name and amount."""
    row = draw_program(k)
    remove_note(k, row)
    keys = {"nama": ("nama", "indikator", "target", "kebutuhan_dana", "lokasi")}.get(
        key, ("rkpd_nama", "rkpd_indikator", "rkpd_target", "rkpd_pagu")
    )
    for one in keys:
        k.write(T31, row, one, None)
    _expect_broken_totals(k, keys)
    return k.find_now(T31, row, "rkpd_nama" if key == "nama" else "nama")


def _expect_broken_totals(k: Corruption, keys: tuple[str, ...]) -> None:
    """State that the totals of T-C.31 do not hold where an amount of it went."""
    for key in keys:
        if key in ("kebutuhan_dana", "rkpd_pagu"):
            k.expect_error("JML004", T31, k.find_rows(T31)[-1], key)


@corrupt("RKP001", LAYOUT_NAMES)
def delete_row(k: Corruption) -> Place:
    """T-C.31 lacks a program of the plan."""
    row = draw_program(k)
    k.delete(T31, row)
    _expect_broken_totals(k, ("kebutuhan_dana", "rkpd_pagu"))
    return k.find_now(T33, find_plan_program(k, row), "nama")


@corrupt("RKP002", LAYOUT_NAMES, variants=(1, 12, 400))
def exceed_pagu(k: Corruption, percent: int) -> Place:
    """The RKPD's pagu is less than what is asked for."""
    row = k.draw_one(
        r for r in k.find_rows(T31)[:-1] if int(str(r.values["kebutuhan_dana"])) < _pagu(r)
    )
    need = int(str(row.values["kebutuhan_dana"]))
    k.write(T31, row, "rkpd_pagu", need * 100 // (100 + percent))
    _expect_broken_totals(k, ("rkpd_pagu",))
    return k.find_now(T31, row, "kebutuhan_dana")


def _pagu(row: Row) -> int:
    return int(str(row.values["rkpd_pagu"]))


@corrupt("RKP002", LAYOUT_NAMES, variants=("lebih", "dua kali"))
def raise_need(k: Corruption, how: str) -> Place:
    row = k.draw_one(
        r for r in k.find_rows(T31)[:-1] if int(str(r.values["kebutuhan_dana"])) < _pagu(r)
    )
    wrong = _pagu(row) * 2 if how == "dua kali" else _pagu(row) + k.draw_number(1, 10**6)
    place = k.write(T31, row, "kebutuhan_dana", wrong)
    k.expect_error("RKP004", T31, row, "kebutuhan_dana")
    _expect_broken_totals(k, ("kebutuhan_dana",))
    return place


EMPTY_NOTES = (None, "-", "Disesuaikan kebutuhan", "sesuai kebutuhan OPD.", "Disesuaikan")


@corrupt("RKP003", LAYOUT_NAMES, variants=EMPTY_NOTES)
def write_empty_note(k: Corruption, text: Value) -> Place:
    row = k.draw_one(r for r in k.find_rows(T31)[:-1] if r.values["no"] != 4)
    return k.write(T31, row, "catatan", text)


@corrupt("RKP003", LAYOUT_NAMES)
def widen_difference(k: Corruption) -> Place:
    """The halves of the row that hardly differed now do, and the note says nothing."""
    row = k.find_rows(T31)[3]
    k.write(T31, row, "rkpd_pagu", _pagu(row) * 2)
    _expect_broken_totals(k, ("rkpd_pagu",))
    return k.write(T31, row, "catatan", None)


@corrupt("RKP004", LAYOUT_NAMES, variants=("lebih", "kurang", "nol hilang"))
def change_need(k: Corruption, how: str) -> Place:
    row = draw_program(k)
    need = int(str(row.values["kebutuhan_dana"]))
    step = k.draw_number(1, 100_000)
    wrong = {"lebih": need + step, "kurang": need - step, "nol hilang": need // 10}[how]
    _expect_broken_totals(k, ("kebutuhan_dana",))
    return k.write(T31, row, "kebutuhan_dana", wrong)


@corrupt("RKP004", LAYOUT_NAMES, variants=("lebih", "kurang"))
def change_plan_pagu(k: Corruption, how: str) -> Place:
    row = draw_program(k)
    plan = find_plan_program(k, row)
    step = k.draw_number(1, 100_000) * (1 if how == "lebih" else -1)
    k.write(T33, plan, "pagu", k.read_pagu(T33, plan, "pagu") + step)
    k.expect_broken_sums(T33, plan, "pagu")
    return k.find_now(T31, row, "kebutuhan_dana")


@corrupt("RKP005", LAYOUT_NAMES, variants=("target", "rkpd_target"))
def change_target(k: Corruption, key: str) -> Place:
    row = draw_program(k)
    before = str(row.values[key])
    wrong = f"{k.draw_number(10, 99)}%"
    k.require(not before.startswith(wrong[:-1]))
    k.write(T31, row, key, wrong)
    return k.find_now(T31, row, "target")


@corrupt("RKP005", LAYOUT_NAMES, variants=("indikator", "rkpd_indikator"))
def change_indikator(k: Corruption, key: str) -> Place:
    row = draw_program(k)
    k.write(T31, row, key, "Cakupan pelayanan air minum perdesaan")
    return k.find_now(T31, row, "indikator")


@corrupt("RKP005", COMMON_LAYOUTS)
def cut_indikator(k: Corruption) -> Place:
    """As in the document: the indicator of one half is cut short."""
    row = k.draw_one(
        r for r in k.find_rows(T31)[:-1] if len(str(r.values["rkpd_indikator"]).split()) > 3
    )
    words = str(row.values["rkpd_indikator"]).split()
    k.write(T31, row, "rkpd_indikator", " ".join(words[:-1]))
    return k.find_now(T31, row, "indikator")


@corrupt("RKP006", LAYOUT_NAMES, variants=("lebih", "kurang", "nol hilang"))
def change_review_total(k: Corruption, how: str) -> Place:
    row = k.find_rows(T31)[-1]
    total = int(str(row.values["kebutuhan_dana"]))
    step = k.draw_number(1, 10**6)
    wrong = {"lebih": total + step, "kurang": total - step, "nol hilang": total // 10}[how]
    k.expect_error("JML004", T31, row, "kebutuhan_dana")
    return k.write(T31, row, "kebutuhan_dana", wrong)


@corrupt("RKP006", LAYOUT_NAMES, variants=("lebih", "kurang"))
def change_plan_total(k: Corruption, how: str) -> Place:
    row = k.find_rows(T33)[-1]
    step = k.draw_number(1, 10**6) * (1 if how == "lebih" else -1)
    k.write(T33, row, "pagu", k.read_pagu(T33, row, "pagu") + step)
    k.expect_broken_sums(T33, row, "pagu")
    return k.find_now(T31, k.find_rows(T31)[-1], "kebutuhan_dana")
