"""TBL and NAR: the Renja's own tables against each other, and the words beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from layouts import Place, Row
from rules.document import read_kode, read_number
from selaras.values.rupiah import write_rupiah

from .jml import mistype_amount
from .rst import multiply
from .tools import KODE_KINDS, T22, T29, T33, T41, TABLE_41_LAYOUTS, Corruption, corrupt

LAYOUT_NAMES = (*TABLE_41_LAYOUTS, "bergeser")


def draw_pair(k: Corruption, *kinds: str) -> tuple[Row, Row]:
    """Draw a code, as its row in T-C.33 and in Tabel 4.1."""
    row = k.draw_one(k.find_rows(T33, *(kinds or KODE_KINDS)))
    other = k.find_counterpart(T33, row)
    assert other is not None
    return row, other[1]


@corrupt("TBL001", LAYOUT_NAMES, variants=("lebih", "kurang", "nol hilang", "tertukar"))
def change_table_41_pagu(k: Corruption, how: str) -> Place:
    _, row = draw_pair(k)
    wrong = mistype_amount(k, k.read_pagu(T41, row, "pagu"), how)
    k.expect_broken_sums(T41, row, "pagu")
    return k.write(T41, row, "pagu", wrong)


@corrupt("TBL001", LAYOUT_NAMES, variants=("lebih", "kurang"))
def change_tc33_pagu(k: Corruption, how: str) -> Place:
    first, second = draw_pair(k)
    k.write(T33, first, "pagu", mistype_amount(k, k.read_pagu(T33, first, "pagu"), how))
    k.expect_broken_sums(T33, first, "pagu")
    return k.find_now(T41, second, "pagu")


NAME_FORMS = ("{} Tambahan", "{} Lanjutan", "Dukungan {}", "{}an")


@corrupt("TBL002", LAYOUT_NAMES, variants=NAME_FORMS)
def change_name(k: Corruption, form: str) -> Place:
    _, row = draw_pair(k)
    return k.write(T41, row, "nama", form.format(row.values["nama"]))


@corrupt("TBL002", LAYOUT_NAMES)
def change_tc33_name(k: Corruption) -> Place:
    first, second = draw_pair(k, "kegiatan", "sub_kegiatan")
    words = str(first.values["nama"]).split()
    k.write(T33, first, "nama", " ".join(words[:-1]) + " Daerah Lain")
    return k.find_now(T41, second, "nama")


@corrupt("TBL003", LAYOUT_NAMES, variants=("777 ekor", "1 kandang", "5,55%"))
def change_target(k: Corruption, text: str) -> Place:
    first, second = draw_pair(k)
    k.require(bool(first.values["target"]))
    return k.write(T41, second, "target", text)


@corrupt("TBL003", LAYOUT_NAMES, variants=("lain", "ejaan"))
def change_indikator(k: Corruption, how: str) -> Place:
    _, second = draw_pair(k)
    text = str(second.values["indikator"])
    wrong = "Luas sawah yang ditanami padi" if how == "lain" else text.replace("yang", "nyang", 1)
    k.require(wrong != text)
    return k.write(T41, second, "indikator", wrong)


@corrupt("TBL004", LAYOUT_NAMES, variants=KODE_KINDS)
def drop_from_table_41(k: Corruption, kind: str) -> Place:
    """Tabel 4.1 lacks a row and all below it: told once, at T-C.33's topmost."""
    first, second = draw_pair(k, kind)
    k.delete_whole(T41, second)
    k.expect_broken_ancestors(T41, second)
    return k.find_now(T33, first, "kode")


@corrupt("TBL004", LAYOUT_NAMES, variants=("kegiatan", "sub_kegiatan"))
def drop_from_tc33(k: Corruption, kind: str) -> Place:
    first, second = draw_pair(k, kind)
    k.delete_whole(T33, first)
    k.expect_broken_ancestors(T33, first)
    return k.find_now(T41, second, "kode")


@corrupt("TBL004", LAYOUT_NAMES)
def change_kode(k: Corruption) -> Place:
    _, second = draw_pair(k, "sub_kegiatan")
    code = list(read_kode(second))
    code[5] = 77
    place = k.write_kode(T41, second, code)
    k.expect_lost_kode(T41, second)
    return place


def find_previous_targets(k: Corruption) -> list[tuple[Row, Row]]:
    """Return rows of Tabel 2.2 and T-C.29 of the same name with one equal target of that year."""
    found = []
    for row in k.find_rows(T22, "program", "sub_kegiatan"):
        same = [r for r in k.find_rows(T29, row.kind) if _fold_name(r) == _fold_name(row)]
        if len(same) != 1:
            continue
        rows = k.find_rows(T29)
        below = [same[0]]
        while rows[below[-1].index + 1 :] and rows[below[-1].index + 1].kind == "indikator":
            below.append(rows[below[-1].index + 1])
        targets = [r for r in below if read_number(r.values["target_berjalan"])]
        own = read_number(row.values["target"])
        if len(targets) == 1 and own == read_number(targets[0].values["target_berjalan"]):
            found.append((row, targets[0]))
    return found


def _fold_name(row: Row) -> str:
    return re.sub(r"\W|dan", "", str(row.values["nama"]).casefold())


@corrupt("TBL005", LAYOUT_NAMES, variants=("2", "3", "0.5", "10"))
def change_previous_target(k: Corruption, factor: str) -> Place:
    row, _ = k.draw_one(find_previous_targets(k))
    return k.write(T22, row, "target", multiply(row.values["target"], Decimal(factor)))


@corrupt("TBL005", LAYOUT_NAMES)
def change_tc29_previous_target(k: Corruption) -> Place:
    row, other = k.draw_one(find_previous_targets(k))
    wrong = multiply(other.values["target_berjalan"], Decimal(2))
    k.write(T29, other, "target_berjalan", wrong)
    return k.find_now(T22, row, "target")


NARASI_PARAGRAPHS = (("Tabel 2.1", 0), ("Tabel 2.1", 1), (T22, 0), (T41, 0))
NARASI_LAYOUTS = ("asli", "titik-4", "nama-lain", "tumpuk", "bergeser")


def find_paragraph(k: Corruption, which: tuple[str, int]) -> Place:
    return k.origin.placement.paragraphs[which[0]][which[1]]


@corrupt("NAR001", NARASI_LAYOUTS, variants=NARASI_PARAGRAPHS)
def change_narasi_figure(k: Corruption, which: tuple[str, int]) -> Place:
    """The figure beside the words is another."""
    place = find_paragraph(k, which)
    text = str(k.copy.read_value(place))
    found = re.search(r"\d{1,3}(?:\.\d{3}){3}", text)
    assert found
    wrong = int(found[0].replace(".", "")) + k.draw_number(1, 999) * 1000
    k.copy.write(place, text.replace(found[0], write_rupiah(wrong)))
    return place


WORD_SWAPS = (("enam milyar", "lima milyar"), ("delapan milyar", "sembilan milyar"))


@corrupt("NAR001", NARASI_LAYOUTS, variants=WORD_SWAPS)
def change_narasi_word(k: Corruption, words: tuple[str, str]) -> Place:
    """A word of the amount is another."""
    place = find_paragraph(k, k.draw_one(NARASI_PARAGRAPHS))
    figure, bracket, spoken = str(k.copy.read_value(place)).partition("(")
    before, after = words
    k.require(before in spoken.casefold())
    k.copy.write(place, figure + bracket + re.sub(before, after, spoken, count=1, flags=re.I))
    return place


@corrupt("NAR002", NARASI_LAYOUTS, variants=NARASI_PARAGRAPHS)
def change_narasi_amount(k: Corruption, which: tuple[str, int]) -> Place:
    """Figure and words are gone, and the amount is not the table's any more."""
    place = find_paragraph(k, which)
    text = str(k.copy.read_value(place))
    found = re.search(r"\d{1,3}(?:\.\d{3}){3}", text)
    assert found
    wrong = int(found[0].replace(".", "")) + k.draw_number(1, 9999)
    text = re.sub(r"\s*\([^)]*rupiah\)", "", text.replace(found[0], write_rupiah(wrong)))
    k.copy.write(place, text)
    return place


@corrupt("NAR002", NARASI_LAYOUTS, variants=("Tabel 2.2", "Tabel 4.1"))
def change_table_total(k: Corruption, table: str) -> Place:
    """The total of the table is another than the text above it says."""
    row = k.find_rows(table)[-1]
    key = "apbd" if table == T22 else "pagu"
    k.write(table, row, key, k.read_pagu(table, row, key) + k.draw_number(1, 10**6))
    k.expect_error("JML004", table, row, key)
    return find_paragraph(k, (table, 0))
