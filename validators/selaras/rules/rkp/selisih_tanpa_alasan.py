"""RKP003: the OPD departs from the RKPD and does not say why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from selaras.compare.cells import Beda, beda_uang, dalam_satuan
from selaras.compare.review import RENJA, RKPD, Pasang, Reviu, reviu
from selaras.model.row import Uang
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.rules.rkp._notes import PembacaCatatan
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import mutlak, tulis_rupiah
from selaras.values.text import Teks


@book_rule(
    "RKP003",
    "selisih-tanpa-alasan",
    Severity.WARNING,
    columns=("rkpd_pagu", "kebutuhan_dana"),
    basis=TATA_CARA,
    needs_tables=(("T-C.31",),),
    english="""Where the OPD asks for much more or less than the RKPD plans, the note says why.

    Why: the review exists to settle such differences. “Adjusted to needs” only says that there is
    one; whoever verifies it needs the reason: what was added, dropped or moved, and on what ground.

    Fix: write the reason in the note, say “moved to program X because ...” or “the building was
    finished in 2023”. From which difference on a reason is due can be set (ambang.rkpd).
    """,
)
def selisih_tanpa_alasan(work: Work) -> Iterator[Finding]:
    """Selisih besar antara RKPD dan kebutuhan dana dijelaskan sebabnya di catatan.

    Mengapa: reviu dibuat untuk menyelesaikan selisih seperti itu. “Disesuaikan kebutuhan” hanya
    mengulang bahwa ada selisih; verifikator memerlukan sebabnya: apa yang ditambah, dikurangi, atau
    digeser, dan atas dasar apa.

    Perbaikan: tuliskan alasannya di catatan, misalnya “digeser ke program X karena ...” atau
    “pembangunan gedung selesai tahun 2023”. Batas selisih dapat diatur (ambang.rkpd).
    """
    for review in reviu(work):
        notes = PembacaCatatan(review.table)
        if notes.ada:
            yield from _periksa(review, notes, work.setting.ambang.rkpd)


def _periksa(review: Reviu, notes: PembacaCatatan, threshold: int) -> Iterator[Finding]:
    """Look at each program with what is below it: a reason may stand at either."""
    blocks: list[list[Pasang]] = []
    for pair in review.pasang:
        if review.utama(pair.renja) or not blocks:
            blocks.append([])
        blocks[-1].append(pair)
    for first, *below in blocks:
        if notes.read(first.renja.row).beralasan:
            continue
        silent = [
            (pair, found)
            for pair in below
            if (found := _beda(pair, threshold)) and not notes.read(pair.renja.row).beralasan
        ]
        yield from (_temuan(pair, found, notes) for pair, found in silent)
        # What is told below explains the program, as does a reason there.
        found = _beda(first, threshold)
        if found and not silent and not notes.beralasan([pair.renja.row for pair in below]):
            yield _temuan(first, found, notes)


def _beda(pair: Pasang, threshold: int) -> Beda | None:
    """Return the amounts where they are further apart than the threshold, in percent."""
    found = beda_uang(pair.renja.row, RENJA.uang, pair.rkpd.row, RKPD.uang)
    if found is None or mutlak(found.selisih) * 100 <= mutlak(found.acuan) * threshold:
        return None
    return found


def _temuan(pair: Pasang, found: Beda, notes: PembacaCatatan) -> Finding:
    row, note = pair.renja.row, notes.read(pair.renja.row)
    said = Teks(
        f"catatannya “{note.teks}” tidak menyebut sebabnya" if note.teks else "catatannya kosong",
        f"the note “{note.teks}” does not say why" if note.teks else "the note is blank",
    )
    off, name = _persen(found), pair.renja.sebutan
    return row.temuan(
        "catatan",
        Teks(
            f"Kebutuhan dana “{name}” {tulis_rupiah(found.ini)}, pagu RKPD "
            f"{tulis_rupiah(found.acuan)}{off.id}, tetapi {said.id}.",
            f"The funds needed for “{name}” are {tulis_rupiah(found.ini, 'en')}, the RKPD ceiling "
            f"{tulis_rupiah(found.acuan, 'en')}{off.en}, but {said.en}.",
        ),
        position=note.position,
        advice=Teks(
            "Tuliskan alasannya: apa yang ditambah, dikurangi, atau digeser, dan mengapa.",
            "Write the reason: what was added, dropped or moved, and why.",
        ),
        difference=dalam_satuan(found.selisih, row, RENJA.uang),
        related=(row.place(RENJA.uang), pair.rkpd.row.place(RKPD.uang)),
    )


def _persen(found: Beda) -> Teks:
    """Return by how much of the ceiling the amount is off; blank where the ceiling is 0."""
    if not found.acuan:
        return Teks("", "")
    share = _bulat(found.selisih, found.acuan)
    text = f"{mutlak(share)}"
    more = found.selisih > 0
    return Teks(
        f" ({'lebih' if more else 'kurang'} {text.replace('.', ',')}%)",
        f" ({text}% {'more' if more else 'less'})",
    )


def _bulat(part: Uang, whole: Uang) -> Decimal:
    share = Decimal(part) * 100 / Decimal(whole)
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


_KEPALA = "no|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
EXAMPLES = (
    Silent(
        _KEPALA + "1|Program Jalan|300|Program Jalan|290|\n"
        "2|Program Air|300|Program Air|500|Digeser dari Program Jalan karena ruas A selesai",
        "T-C.31",
    ),
    # The reason stands at the kegiatan.
    Silent(
        _KEPALA + "1|Program Air|300|Program Air|500|\n"
        "|Pipa|300|Pipa|500|Sambungan baru untuk 200 rumah",
        "T-C.31",
    ),
    Speaks(
        _KEPALA + "1|Program Jalan|300|Program Jalan|500|Disesuaikan kebutuhan\n"
        "2|Program Air|90|Program Air|50|",
        "F2 actual=Disesuaikan kebutuhan\nF3",
        "T-C.31",
    ),
)
