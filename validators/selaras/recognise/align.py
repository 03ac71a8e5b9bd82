"""Which column of a table is which head: by words, years, printed numbers, data and order.

Columns are aligned in order (heads repeat their wording, so order tells a second "Target" from the
first); what is left over is matched by wording alone, for tables whose columns were moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selaras.recognise.evidence import Content, contradicts
from selaras.recognise.heads import Kepala
from selaras.recognise.score import PASANGAN_TERENDAH, UANG_KEPALA, SkorKepala
from selaras.recognise.words import TAK_MENENTUKAN, kata
from selaras.tables import Isi, Kolom, TableSpec

#: Out of order, only a clear wording counts.
PASANGAN_JELAS = 0.7
#: Against the order, a head goes to another column where the sum of the scores grows by more.
LEBIH_JELAS = 0.25
#: What a head gains that says the same as another, after a revision.
REVISING = 0.15
#: Sums of scores that differ by less are the same.
SAMA = 1e-9
#: What amounts below it add to a head that says no more than a unit.
AMOUNTS_BELOW = 0.4
#: The same where its group speaks of targets and money, and it only of a year.
AMOUNTS_OF_EITHER = 0.6


def by_data(kolom: Kolom, head: Kepala, content: Content, value: float) -> float:
    """Return how well a column fits a head, once the data below it are seen."""
    if value <= 0 or contradicts(kolom.isi, content):
        return 0.0
    if kolom.isi is Isi.TARGET and content is Content.AMOUNTS and _means_money(head):
        return 0.0
    if kolom.isi is Isi.UANG and content is Content.AMOUNTS:
        if _means_either(head):
            return value + AMOUNTS_OF_EITHER
        return value + AMOUNTS_BELOW if head.leaf <= TAK_MENENTUKAN else value
    return value


def _means_money(head: Kepala) -> bool:
    """Tell whether a head says that amounts stand below it: "Anggaran | Realisasi (Rp)".

    "Kinerja" may be said beside them: "Target Kinerja dan Anggaran | K".
    """
    if head.semua.isdisjoint(UANG_KEPALA):
        return False
    return head.semua.isdisjoint(_PERFORMANCE) or _means_either(head)


def _means_either(head: Kepala) -> bool:
    """Tell whether only the data say what a head means: "Kinerja dan Pendanaan | N+1"."""
    both = not (head.semua.isdisjoint(UANG_KEPALA) or head.semua.isdisjoint(_PERFORMANCE))
    return both and not kata(head.teks.rpartition(" | ")[2]).telling


_PERFORMANCE = frozenset(("kinerja", "k"))


def jajarkan(
    spec: TableSpec,
    heads: Sequence[Kepala],
    scores: SkorKepala,
    contents: Sequence[Content],
    tahun: int | None,
) -> dict[int, int]:
    """Return spec column -> head, in order where that scores best, then what was moved."""
    marks = tuple(
        (head.years, head.ordinal, head.cetak, content)
        for head, content in zip(heads, contents, strict=True)
    )
    known = scores.jajaran.get((spec.name, tahun, marks))
    if known is None:
        shift = _printed_shift(spec, heads, scores)
        score = [_bertanda(kolom, heads, scores, contents, tahun, shift) for kolom in spec.columns]
        known = scores.jajaran[spec.name, tahun, marks] = _pasangkan(score)
    return known


def _bertanda(
    kolom: Kolom,
    heads: Sequence[Kepala],
    scores: SkorKepala,
    contents: Sequence[Content],
    tahun: int | None,
    shift: int,
) -> list[float]:
    """Return how well a column fits each head by its words, years, order and printed number.

    The numbers are printed so many further than in the official table.
    """
    row = list(scores.score_column(kolom))
    printed = str(int(kolom.cetak) + shift) if kolom.cetak.isdigit() else kolom.cetak
    revising = _revising(heads)
    for j, fit in enumerate(row):
        head = heads[j]
        value = by_data(kolom, head, contents[j], fit)
        if value > 0:
            value += _cocok_tahun(kolom, head, tahun) + _cocok_urutan(kolom, head)
            if printed and _printed(head) == printed:
                value += 0.05
            if j in revising:
                value += REVISING
        row[j] = value
    return row


def _revising(heads: Sequence[Kepala]) -> frozenset[int]:
    """Return which heads say the same as another, and that it was revised: it counts from then on.

    One whose other says "sebelum" is told by that.
    """
    plain = {(head.leaf - _FIRST, head.upper - _FIRST) for head in heads if not _revised(head)}
    return frozenset(
        j
        for j, head in enumerate(heads)
        if _revised(head) and (head.leaf - _REVISED, head.upper - _REVISED) in plain
    )


def _revised(head: Kepala) -> bool:
    return not head.semua.isdisjoint(_REVISED)


_REVISED = frozenset(("perubahan",))
_FIRST = frozenset(("murni", "induk"))


def _printed(head: Kepala) -> str:
    return head.cetak.strip("() .")


def _printed_shift(spec: TableSpec, heads: Sequence[Kepala], scores: SkorKepala) -> int:
    """Return by how much the printed numbers run ahead of the official ones.

    A column "No" put before the others is often counted, too. The columns that only one head fits
    tell it; those of years and the like fit many.
    """
    votes: Counter[int] = Counter()
    for kolom in spec.columns:
        fits = [head for head, fit in zip(heads, scores.score_column(kolom), strict=True) if fit >= 1]
        if len(fits) == 1 and kolom.cetak.isdigit() and _printed(fits[0]).isdigit():
            votes[int(_printed(fits[0])) - int(kolom.cetak)] += 1
    return min(votes, key=lambda shift: (-votes[shift], abs(shift)), default=0)


def _pasangkan(score: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return row -> column of a table of scores: a best pairing in order, then what was moved."""
    rows, columns = len(score), len(score[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        line, below, row = best[i], best[i + 1], score[i]
        right = 0.0
        for j in range(columns - 1, -1, -1):
            if below[j] > right:
                right = below[j]
            pair = row[j]
            if pair >= PASANGAN_TERENDAH and pair + below[j + 1] > right:
                right = pair + below[j + 1]
            line[j] = right
    pairs: dict[int, int] = {}
    i = j = 0
    while i < rows and j < columns:
        pair = score[i][j]
        if pair >= PASANGAN_TERENDAH and best[i][j] <= pair + best[i + 1][j + 1] + SAMA:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] <= best[i][j + 1] + SAMA:
            j += 1
        else:
            i += 1
    taken = set(pairs.values())
    left = sorted(
        (
            (score[i][j], i, j)
            for i in range(rows)
            if i not in pairs
            for j in range(columns)
            if j not in taken and score[i][j] >= PASANGAN_JELAS
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    for _, i, j in left:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    _tukar(score, pairs)
    return pairs


#: Pairs of row and column of a table of scores.
_Pasangan = tuple[tuple[int, int], ...]


def _tukar(score: Sequence[Sequence[float]], pairs: dict[int, int]) -> None:
    """Give heads that the order gave away to the columns that they fit clearly better.

    A column that loses its head may take another's, and so on, where the sum of the scores grows.
    """
    owner = {j: i for i, j in pairs.items()}

    def follow(i: int, moved: tuple[int, ...]) -> tuple[float, _Pasangan]:
        """Return what is gained most from a new head for a column, and who then has which."""
        best: tuple[float, _Pasangan] = (0.0, ())
        for j, value in enumerate(score[i]):
            other = owner.get(j)
            if value < PASANGAN_JELAS or other in moved:
                continue
            found: tuple[float, _Pasangan]
            if other is None:
                found = (value, ((i, j),))
            elif value > score[other][j] + SAMA:
                gain, more = follow(other, (*moved, i))
                found = (value - score[other][j] + gain, ((i, j), *more))
            else:
                continue
            if found[0] > best[0] + SAMA:
                best = found
        return best

    changed = True
    while changed:
        changed = False
        for i in range(len(score)):
            if i in pairs:
                continue
            gain, moves = follow(i, (i,))
            if gain > LEBIH_JELAS:
                for column, _ in moves:
                    pairs.pop(column, None)
                lost = {owner[j] for _, j in moves if j in owner} - {column for column, _ in moves}
                for column in lost:
                    del pairs[column]
                pairs.update(moves)
                owner = {j: column for column, j in pairs.items()}
                changed = True


def _cocok_tahun(kolom: Kolom, head: Kepala, tahun: int | None) -> float:
    if tahun is None or kolom.tahun is None or len(head.years) != 1:
        return 0.0
    return 0.3 if head.years[0] == tahun + kolom.tahun else -0.3


def _cocok_urutan(kolom: Kolom, head: Kepala) -> float:
    if kolom.ordinal is None or head.ordinal is None:
        return 0.0
    return 0.3 if head.ordinal == kolom.ordinal else -0.3
