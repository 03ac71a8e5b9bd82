"""LBR001: a required table is nowhere in the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Severity
from selaras.model.work import Work
from selaras.rule import Silent, Speaks, book_rule
from selaras.tables import BY_NAME, RENCANA, SIPD
from selaras.teks import Teks

RENJA = ("T-C.29", "T-C.30", "T-C.31", "T-C.32", "T-C.33")
RENSTRA = ("T-C.23", "T-C.24", "T-C.25", "T-C.26", "T-C.27")
#: One table of a kind may be a part handed over for a look; from two on it is the document.
DOKUMEN = 2


@book_rule(
    "LBR001",
    "tabel-wajib",
    Severity.WARNING,
    basis=TATA_CARA,
    english="""The workbook has every table that its kind of document requires.

    Why: a Renja without one of the tables T-C.29 to T-C.33 is sent back. The SIPD form stands for
    T-C.33. Which tables are required can be set (wajib). A workbook with a single table is taken
    for a part and asked for nothing.

    Fix: add the table. If it is there, its head was not recognised: see the list of sheets left
    out, or name the sheet in selaras.toml.
    """,
)
def tabel_wajib(work: Work) -> Iterator[Finding]:
    """Buku kerja memuat semua tabel yang diwajibkan bagi jenis dokumennya.

    Mengapa: Renja tanpa salah satu tabel T-C.29 sampai T-C.33 akan dikembalikan. Bentuk SIPD
    menggantikan T-C.33. Tabel yang wajib dapat diatur (wajib). Buku kerja yang hanya memuat satu
    tabel dianggap sebagian saja, sehingga tidak ditagih.

    Perbaikan: tambahkan tabelnya. Bila sudah ada, kepalanya tidak dikenali: lihat daftar lembar
    yang dilewati, atau sebutkan lembarnya di selaras.toml.
    """
    present = {table.name for table in work.tables}
    for name in _wajib(work, present):
        if name in present or (name == "T-C.33" and present & set(SIPD)):
            continue
        title = BY_NAME[name].title
        yield Finding(
            message=Teks(
                f"Tabel {name} ({title.id}) tidak ditemukan di buku kerja ini.",
                f"The table {name} ({title.en}) was not found in this workbook.",
            ),
            advice=Teks(
                f"Tambahkan {name}; bila sudah ada, sebutkan lembarnya di selaras.toml.",
                f"Add {name}; if it is there, name its sheet in selaras.toml.",
            ),
            table=name,
            row_key=name,
        )


def _wajib(work: Work, present: set[str]) -> tuple[str, ...]:
    if work.setting.wajib is not None:
        return work.setting.wajib
    if len(present & {*RENJA, *RENCANA}) >= DOKUMEN:
        return RENJA
    if len(present & set(RENSTRA)) >= DOKUMEN:
        return RENSTRA
    return ()


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300"),
    Speaks(
        "== T-C.33\nkode|nama|pagu\n2.17.01|P|300\n"
        "== T-C.32\nno|nama|volume\n1|Nihil|-\n"
        "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana\n1|P|300|P|300\n"
        "== T-C.30\nno|indikator|target_1|realisasi_1\n1|I|2|2",
        "-",
    ),
)
