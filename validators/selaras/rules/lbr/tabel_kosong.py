"""LBR009: a table whose head is there and whose data rows are not."""

from __future__ import annotations

from selaras.model.required_tables import is_required
from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Work


@book_rule(
    "LBR009",
    "tabel-kosong",
    Severity.ERROR,
    reads="heads",
    basis="planning",
    english="""Every table of the workbook is filled in.

    Why: an empty table has no mistakes, and is no plan either. Rows that hold nothing but codes,
    running numbers, dashes or noughts, and a total of nothing, count as empty. For a table that
    the document must have this is an error, for another one a warning. What would be compared with
    an empty table is not: the report says that it is not filled in, and nothing else.

    Fix: fill in the table. If there is nothing to report, write "Nihil" with the reason. Delete a
    table that does not belong to the document.
    """,
)
def check_empty_tables(work: Work) -> Findings:
    """Setiap tabel di buku kerja sudah diisi.

    Mengapa: tabel kosong tidak memuat kesalahan, tetapi juga belum memuat rencana. Baris yang hanya
    berisi kode, nomor urut, tanda pisah, atau angka nol, dan baris jumlah tanpa isi, dianggap
    kosong. Untuk tabel yang wajib ada, ini kesalahan; untuk tabel lain, peringatan. Tabel lain
    tidak dibandingkan dengan tabel kosong: laporan hanya menyebutnya belum diisi.

    Perbaikan: isi tabelnya. Bila memang tidak ada yang dilaporkan, tulis “Nihil” beserta alasannya.
    Hapus tabel yang bukan bagian dokumen ini.
    """
    for table in work.tables:
        if not table.is_empty:
            continue
        name = table.name if table.name.startswith("Tabel ") else f"Tabel {table.name}"
        head = min(column.head for column in table.columns.values())
        finding = table.build_finding(
            head,
            Text(
                f"{name} belum diisi: di bawah judul kolomnya tidak ada baris data.",
                f"{name} is not filled in: no data rows stand below its head.",
            ),
            advice=Text(
                f"Isi {table.name}, atau tulis “Nihil” beserta alasannya bila tidak ada isinya.",
                f"Fill in {table.name}, or write “Nihil” with the reason if there is nothing.",
            ),
            row_key="kepala",
        )
        severity = Severity.ERROR if is_required(table.name, work) else Severity.WARNING
        yield finding._replace(own_severity=severity)


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300"),
    Silent("no|nama|volume\n1|Nihil|-", table="T-C.32"),
    Speaks("kode|nama|pagu\n2.17.01|-|0\n|Jumlah|0", "A1 actual=kode"),
    Speaks(
        "== T-C.33\nkode|nama|pagu\n2.17.01|P|300\n== Tabel 2.2\nno|nama|apbd\n1||0",
        "Lembar2!A1 actual=no",
    ),
)
