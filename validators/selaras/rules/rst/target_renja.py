"""RST004: the Renja's target is the Renstra's target of that year."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Severity
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.rule import Silent, Speaks, book_rule
from selaras.senilai import kolom_tahun, senilai, tahun_kolom
from selaras.setara import Setara, setarakan, tabel_renja
from selaras.tables import RENCANA
from selaras.tampilan import aktual, sebut, tampak, tertulis
from selaras.teks import Teks, besar


@book_rule(
    "RST004",
    "target-renja",
    Severity.ERROR,
    needs=("setingkat",),
    basis=TATA_CARA,
    needs_tables=(RENCANA, ("T-C.27", "T-C.30")),
    english="""An indicator's target in the Renja is the Renstra's target of that year.

    Why: the Renja carries out one year of the Renstra. A target of its own lets the agency miss the
    Renstra without anyone having decided so. Only indicators that certainly are the same are
    compared, with T-C.27 (within the same code) or T-C.30; where one of the two agrees, the target
    holds.

    Fix: take over the Renstra's target, or change the Renstra first and name that in the notes.
    """,
)
def target_renja(work: Work) -> Iterator[Finding]:
    """Target suatu indikator dalam Renja sama dengan target Renstra tahun itu.

    Mengapa: Renja melaksanakan satu tahun Renstra. Target yang menyimpang membuat target Renstra
    meleset tanpa ada yang memutuskannya. Yang dibandingkan hanya indikator yang pasti sama, dengan
    T-C.27 (dalam kode yang sama) atau T-C.30; bila salah satunya cocok, target dianggap sesuai.

    Perbaikan: pakai target Renstra, atau ubah dahulu Renstra dan sebutkan perubahannya di catatan.
    """
    plans = tabel_renja(work)
    found: dict[int, Finding] = {}
    agree: set[int] = set()
    for name in ("T-C.27", "T-C.30"):
        renstra = work.named(name)
        if not renstra:
            continue
        for pair in setarakan(plans, renstra):
            if not pair.pasti or len(pair.kiri) != 1 or len(pair.kanan) != 1:
                continue
            row, other = pair.kiri[0].baris, pair.kanan[0].baris
            judged = _periksa(row, other, pair)
            if judged is True:
                agree.add(id(row))
            elif isinstance(judged, Finding):
                found.setdefault(id(row), judged)
    yield from (finding for row, finding in found.items() if row not in agree)


def _periksa(row: Row, other: Row, pair: Setara) -> Finding | bool | None:
    """Return the finding on a target, True where it agrees, None where nothing can be said."""
    mine = pair.kiri[0].key_target
    year = _tahun_rencana(row, mine)
    years = kolom_tahun(other.table, "target_")
    if year is None or year not in years:
        return None
    same = senilai(row, mine, other, years[year])
    if same is not False:
        return same
    if year - 1 in years and _bertambah(row, mine, other, (years[year - 1], years[year])):
        return True
    return _temuan(row, other, years[year], year, pair)


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


def _temuan(row: Row, other: Row, key: str, year: int, pair: Setara) -> Finding:
    mine = pair.kiri[0].key_target
    says, wanted, place = tertulis(row, mine), tertulis(other, key), other.place(key)
    name, table = sebut(row), other.table.name
    label = row.table.columns[mine].label
    return row.temuan(
        mine,
        Teks(
            f"{besar(label.id)} {year} {name} tertulis {says.id}, padahal target Renstra "
            f"tahun itu {wanted.id} ({table}, {place.sheet}!{place.cell}){pair.cara.id}.",
            f"The {label.en} {year} of {name} says {says.en}, but the Renstra's target of that "
            f"year is {wanted.en} ({table}, {place.sheet}!{place.cell}){pair.cara.en}.",
        ),
        advice=Teks(
            f"Isikan {wanted.id}, atau ubah dahulu Renstra dan sebutkan perubahannya di catatan.",
            f"Put in {wanted.en}, or change the Renstra first and name that in the notes.",
        ),
        expected=wanted.id,
        actual=aktual(row, mine),
        related=(place,),
    )


_33 = "== T-C.33\nkode|nama|indikator|target@2024|pagu\n"
_30 = "== T-C.30\nno|indikator|target_3@2023|target_4@2024\n"
_27 = "== T-C.27\nkode|nama|indikator|target_1@2023|target_2@2024\n"

EXAMPLES = (
    Silent(_33 + "2.17.01|P|Nilai SAKIP|84,8 (A)|1\n" + _30 + "1|Nilai SAKIP|84,4 (A)|84,8"),
    Silent(_33 + "2.17.01|P|Jumlah UM|50 UM|1\n" + _27 + "2.17.01|P|Jumlah UM|50 UM|100 UM"),
    # Not certainly the same indicator; the same words under two programs.
    Silent(
        _33 + "2.17.01|P|Persentase koperasi sehat|35%|1\n2.17.02|Q|Cakupan|1%|1\n"
        "2.17.03|R|Cakupan|2%|1\n"
        + _30 + "1|Persentase koperasi yang sehat|30%|40%\n2|Cakupan|3%|3%"
    ),
    # The head was left from last year: no target of this table is of a known year.
    Silent(
        "== T-C.33\nkode|nama|indikator|target@2023|pagu|target_maju@2025\n"
        "2.17.01|P|Koperasi berkualitas|35%|1|40%\n" + _30 + "1|Koperasi Berkualitas|30%|35%"
    ),
    Speaks(
        _33 + "2.17.01|P|Koperasi berkualitas|30%|1\n" + _30 + "1|Koperasi Berkualitas|30%|35%",
        "D2 expected=35% actual=30%",
    ),
    Speaks(
        _33 + "2.17.01|P|Jumlah UM|60 UM|1\n" + _27 + "2.17.01|P|Jumlah UM|50 UM|100 UM",
        "D2 expected=100 UM actual=60 UM",
    ),
)  # fmt: skip
