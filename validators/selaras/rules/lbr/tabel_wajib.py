"""LBR001: a required table is nowhere in the workbook."""

from __future__ import annotations

from selaras.model.required_tables import Missing, find_missing
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Work
from selaras.tables import BY_NAME


@book_rule(
    "LBR001",
    "tabel-wajib",
    Severity.WARNING,
    reads="heads",
    basis="planning",
    english="""The workbook has every table that its kind of document requires.

    Why: a Renja without one of the tables T-C.29 to T-C.33 is sent back, and so is a Renstra
    without one of T-C.23 to T-C.27. Without its plan there is nothing to check: where neither
    T-C.33 nor Tabel 4.1 nor a SIPD form is in a Renja, or no T-C.27 in a Renstra, that is an error.
    The SIPD form stands for T-C.33. A workbook with a single table is taken for a part: it is asked
    for its plan only, and that is a warning. Which tables are required can be set (wajib).

    Fix: add the table. If it is there, its head was not recognised: word its column heads as the
    official table does, or ask your reviewer.
    """,
)
def check_required_tables(work: Work) -> Findings:
    """Buku kerja memuat semua tabel yang diwajibkan bagi jenis dokumennya.

    Mengapa: Renja tanpa salah satu tabel T-C.29 sampai T-C.33 akan dikembalikan, demikian pula
    Renstra tanpa salah satu tabel T-C.23 sampai T-C.27. Tanpa tabel rencana, tidak ada yang dapat
    diperiksa: Renja tanpa T-C.33, Tabel 4.1, atau bentuk SIPD, dan Renstra tanpa T-C.27, adalah
    kesalahan. Bentuk SIPD menggantikan T-C.33. Buku kerja yang hanya memuat satu tabel dianggap
    sebagian saja; yang diminta hanya tabel rencananya, sebagai peringatan. Tabel yang wajib dapat
    diatur (wajib).

    Perbaikan: tambahkan tabelnya. Bila sudah ada, judul kolomnya tidak dikenali: ubah judul
    kolomnya seperti tabel resmi, atau minta bantuan verifikator.
    """
    for missing in find_missing(work):
        yield _build_finding(missing)


def _build_finding(missing: Missing) -> Finding:
    name, title = missing.name, BY_NAME[missing.name].title
    message = Text(
        f"Tabel {name} ({title.id}) tidak ditemukan di buku kerja ini",
        f"The table {name} ({title.en}) was not found in this workbook",
    )
    if missing.is_plan and name in PLAN_TABLES:
        others = ", ".join(other for other in PLAN_TABLES if other != name)
        message += Text(
            f", juga tabel rencana penggantinya ({others})",
            f", nor a plan table in its place ({others})",
        )
    return Finding(
        message=message + Text(".", "."),
        advice=Text(
            f"Tambahkan {name}. Bila sudah ada, ubah judul kolomnya seperti tabel resmi, atau "
            "minta bantuan verifikator.",
            f"Add {name}. If it is there, word its column heads as the official table does, or ask "
            "your reviewer.",
        ),
        table=name,
        row_key=name,
        own_severity=Severity.ERROR if missing.is_plan and missing.is_whole else None,
    )


EXAMPLES = (
    Silent("== dokumen\n== T-C.33\nkode|nama|pagu\n2.17.01|P|300"),
    Silent("== dokumen\n== Tabel 4.1\nkode|nama|pagu\n2.17.01|P|300"),
    Speaks(
        "== dokumen\n== T-C.33\nkode|nama|pagu\n2.17.01|P|300\n"
        "== T-C.32\nno|nama|volume\n1|Nihil|-\n"
        "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana\n1|P|300|P|300\n"
        "== T-C.30\nno|indikator|target_1|realisasi_1\n1|I|2|2",
        "-",
    ),
    Speaks(
        "== dokumen\n== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana\n1|P|300|P|300",
        "-",
    ),
)
