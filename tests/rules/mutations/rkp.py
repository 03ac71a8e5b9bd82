"""RKP: the review of the RKPD, its halves against each other and against the plan."""

from __future__ import annotations

from layouts import Place, Row

from .tools import T31, T33, UMUM, Kerusakan, rusak

TATA = ("asli", "titik-4", "sipd", "nama-lain", "bergeser")
LAIN = "Program Pengelolaan Ruang Terbuka Hijau"


def satu_program(k: Kerusakan) -> Row:
    """Draw a program of T-C.31."""
    return k.draw_one(k.find_rows(T31)[:-1])


def sama(k: Kerusakan, row: Row) -> Row:
    """Return the program of the plan that a row of T-C.31 is of."""
    return k.find_rows(T33, "program")[k.find_rows(T31).index(row)]


def tanpa_alasan(k: Kerusakan, row: Row) -> None:
    """Blank the note of a row, which would explain what is put in."""
    k.tulis(T31, row, "catatan", None)


@rusak("RKP001", TATA, varian=("nama", "rkpd_nama"))
def program_lain(k: Kerusakan, key: str) -> Place:
    """One half names another program."""
    row = satu_program(k)
    tanpa_alasan(k, row)
    place = k.tulis(T31, row, key, LAIN)
    both = {one: k.sekarang(T31, row, one) for one in ("nama", "rkpd_nama")}
    k.akibat |= {("RKP001", one) for one in both.values()}
    k.patah("RKP001", T33, sama(k, row), "nama")
    return place


@rusak("RKP001", TATA, varian=("nama", "rkpd_nama"))
def paruh_kosong(k: Kerusakan, key: str) -> Place:
    """One half has lost a program, name and amount."""
    row = satu_program(k)
    tanpa_alasan(k, row)
    keys = {"nama": ("nama", "indikator", "target", "kebutuhan_dana", "lokasi")}.get(
        key, ("rkpd_nama", "rkpd_indikator", "rkpd_target", "rkpd_pagu")
    )
    for one in keys:
        k.tulis(T31, row, one, None)
    _jumlah(k, keys)
    return k.sekarang(T31, row, "rkpd_nama" if key == "nama" else "nama")


def _jumlah(k: Kerusakan, keys: tuple[str, ...]) -> None:
    """State that the totals of T-C.31 do not hold where an amount of it went."""
    for key in keys:
        if key in ("kebutuhan_dana", "rkpd_pagu"):
            k.patah("JML004", T31, k.find_rows(T31)[-1], key)


@rusak("RKP001", TATA)
def baris_dihapus(k: Kerusakan) -> Place:
    """T-C.31 lacks a program of the plan."""
    row = satu_program(k)
    k.hapus(T31, row)
    _jumlah(k, ("kebutuhan_dana", "rkpd_pagu"))
    return k.sekarang(T33, sama(k, row), "nama")


@rusak("RKP002", TATA, varian=(1, 12, 400))
def di_atas_pagu(k: Kerusakan, percent: int) -> Place:
    """The RKPD's pagu is less than what is asked for."""
    row = k.draw_one(r for r in k.find_rows(T31)[:-1] if int(str(r.values["kebutuhan_dana"])) < _pagu(r))
    need = int(str(row.values["kebutuhan_dana"]))
    k.tulis(T31, row, "rkpd_pagu", need * 100 // (100 + percent))
    _jumlah(k, ("rkpd_pagu",))
    return k.sekarang(T31, row, "kebutuhan_dana")


def _pagu(row: Row) -> int:
    return int(str(row.values["rkpd_pagu"]))


@rusak("RKP002", TATA, varian=("lebih", "dua kali"))
def kebutuhan_naik(k: Kerusakan, how: str) -> Place:
    row = k.draw_one(r for r in k.find_rows(T31)[:-1] if int(str(r.values["kebutuhan_dana"])) < _pagu(r))
    wrong = _pagu(row) * 2 if how == "dua kali" else _pagu(row) + k.bilangan(1, 10**6)
    place = k.tulis(T31, row, "kebutuhan_dana", wrong)
    k.patah("RKP004", T31, row, "kebutuhan_dana")
    _jumlah(k, ("kebutuhan_dana",))
    return place


KOSONG = (None, "-", "Disesuaikan kebutuhan", "sesuai kebutuhan OPD.", "Disesuaikan")


@rusak("RKP003", TATA, varian=[repr(text) for text in KOSONG])
def catatan_kosong(k: Kerusakan, text: str) -> Place:
    row = k.draw_one(r for r in k.find_rows(T31)[:-1] if r.values["no"] != 4)
    return k.tulis(T31, row, "catatan", dict(zip(map(repr, KOSONG), KOSONG, strict=True))[text])


@rusak("RKP003", TATA)
def selisih_baru(k: Kerusakan) -> Place:
    """The halves of the row that hardly differed now do, and the note says nothing."""
    row = k.find_rows(T31)[3]
    k.tulis(T31, row, "rkpd_pagu", _pagu(row) * 2)
    _jumlah(k, ("rkpd_pagu",))
    return k.tulis(T31, row, "catatan", None)


@rusak("RKP004", TATA, varian=("lebih", "kurang", "nol hilang"))
def kebutuhan_beda(k: Kerusakan, how: str) -> Place:
    row = satu_program(k)
    need = int(str(row.values["kebutuhan_dana"]))
    step = k.bilangan(1, 100_000)
    wrong = {"lebih": need + step, "kurang": need - step, "nol hilang": need // 10}[how]
    _jumlah(k, ("kebutuhan_dana",))
    return k.tulis(T31, row, "kebutuhan_dana", wrong)


@rusak("RKP004", TATA, varian=("lebih", "kurang"))
def pagu_rencana_beda(k: Kerusakan, how: str) -> Place:
    row = satu_program(k)
    plan = sama(k, row)
    step = k.bilangan(1, 100_000) * (1 if how == "lebih" else -1)
    k.tulis(T33, plan, "pagu", k.pagu(T33, plan, "pagu") + step)
    k.jumlah_patah(T33, plan, "pagu")
    return k.sekarang(T31, row, "kebutuhan_dana")


@rusak("RKP005", TATA, varian=("target", "rkpd_target"))
def target_beda(k: Kerusakan, key: str) -> Place:
    row = satu_program(k)
    before = str(row.values[key])
    wrong = f"{k.bilangan(10, 99)}%"
    k.draw_one([True] if not before.startswith(wrong[:-1]) else [])
    k.tulis(T31, row, key, wrong)
    return k.sekarang(T31, row, "target")


@rusak("RKP005", TATA, varian=("indikator", "rkpd_indikator"))
def indikator_beda(k: Kerusakan, key: str) -> Place:
    row = satu_program(k)
    k.tulis(T31, row, key, "Cakupan pelayanan air minum perdesaan")
    return k.sekarang(T31, row, "indikator")


@rusak("RKP005", UMUM)
def indikator_terpotong(k: Kerusakan) -> Place:
    """As in the document: the indicator of one half is cut short."""
    row = k.draw_one(r for r in k.find_rows(T31)[:-1] if len(str(r.values["rkpd_indikator"]).split()) > 3)
    words = str(row.values["rkpd_indikator"]).split()
    k.tulis(T31, row, "rkpd_indikator", " ".join(words[:-1]))
    return k.sekarang(T31, row, "indikator")


@rusak("RKP006", TATA, varian=("lebih", "kurang", "nol hilang"))
def total_reviu(k: Kerusakan, how: str) -> Place:
    row = k.find_rows(T31)[-1]
    total = int(str(row.values["kebutuhan_dana"]))
    step = k.bilangan(1, 10**6)
    wrong = {"lebih": total + step, "kurang": total - step, "nol hilang": total // 10}[how]
    k.patah("JML004", T31, row, "kebutuhan_dana")
    return k.tulis(T31, row, "kebutuhan_dana", wrong)


@rusak("RKP006", TATA, varian=("lebih", "kurang"))
def total_rencana(k: Kerusakan, how: str) -> Place:
    row = k.find_rows(T33)[-1]
    step = k.bilangan(1, 10**6) * (1 if how == "lebih" else -1)
    k.tulis(T33, row, "pagu", k.pagu(T33, row, "pagu") + step)
    k.jumlah_patah(T33, row, "pagu")
    return k.sekarang(T31, k.find_rows(T31)[-1], "kebutuhan_dana")
