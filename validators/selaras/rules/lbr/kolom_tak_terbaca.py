"""LBR011: a column of amounts, codes or names inside a table that was read as none of its own."""

from __future__ import annotations

from selaras.model.table import UntakenColumn
from selaras.recognise.evidence import SeenContent, find_data_kind
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table
from selaras.values.a1 import Area, address, column_letters

#: Rows that are looked at to see what a column holds.
SAMPLE = 200
#: At least this share of them must be filled: notes beside a few rows are no column.
FILLED = 0.3

_HOLDS = {
    SeenContent.AMOUNTS: Text("angka rupiah", "amounts"),
    SeenContent.CODES: Text("kode", "codes"),
    SeenContent.NAMES: Text("nama program atau kegiatan", "names of programmes or activities"),
}


@table_rule(
    "LBR011",
    "kolom-tak-terbaca",
    Severity.WARNING,
    basis="practice",
    english="""Every column of amounts, codes or names inside a table is a column of that table.

    Why: what was read as no column of the table is not checked; silence about it is no approval.
    Mostly the head is worded in a way of its own, or has no words at all.

    Fix: word the head as the regulation does, or name the column's letter in selaras.toml (kolom).
    A column of the office's own may stay as it is.
    """,
)
def check_unreadable_columns(table: Table) -> Findings:
    """Setiap kolom rupiah, kode, atau nama di dalam tabel terbaca sebagai kolom tabel itu.

    Mengapa: kolom yang tidak terbaca tidak diperiksa; diamnya Selaras bukan tanda benar. Biasanya
    judul kolomnya ditulis dengan cara sendiri, atau kosong.

    Perbaikan: tulis judul kolomnya seperti di peraturan, atau sebutkan hurufnya di selaras.toml
    (kolom). Kolom tambahan milik sendiri boleh dibiarkan.
    """
    for column in table.untaken:
        sample = [row.row for row in table.rows[:SAMPLE]]
        if sum(_is_filled(table, row, column) for row in sample) < FILLED * len(sample):
            continue
        holds = _HOLDS.get(find_data_kind(table.sheet, sample, column.columns))
        if holds is not None:
            yield _build_finding(table, column, holds)


def _is_filled(table: Table, row: int, column: UntakenColumn) -> bool:
    return any(table.is_filled(row, number) for number in column.columns)


def _build_finding(table: Table, column: UntakenColumn, holds: Text) -> Finding:
    rows = [row.row for row in table.rows if _is_filled(table, row.row, column)]
    cells = Area(rows[0], column.columns[0], rows[-1], column.columns[-1])
    letters = column_letters(column.columns[0])
    head = column.text.rpartition(" | ")[2]
    named = Text(
        f"Kolom {letters} “{head}”" if head else f"Kolom {letters} tanpa judul",
        f"Column {letters} “{head}”" if head else f"Column {letters}, which has no head,",
    )
    return table.build_finding(
        column.head,
        Text(
            f"{named.id} memuat {holds.id} di {cells}, tetapi tidak terbaca sebagai kolom "
            f"{table.name}, sehingga tidak diperiksa.",
            f"{named.en} holds {holds.en} in {cells}, but was read as no column of {table.name}, "
            "so it was not checked.",
        ),
        advice=Text(
            f"Bila ini kolom {table.name}, tulis judul di {address(*column.head)} seperti di "
            "peraturan atau sebutkan hurufnya di selaras.toml (kolom). Bila kolom tambahan, "
            "biarkan.",
            f"If it is a column of {table.name}, word the head in {address(*column.head)} as the "
            "regulation does or name its letter in selaras.toml (kolom). If it is a column of "
            "your own, leave it.",
        ),
        row_key=f"kolom/{letters}",
    )


EXAMPLES = (
    Silent(
        "kode|nama|pagu|+Penjelasan\n2.17.01|P|300|setuju\n2.17.02|Q|200|setuju\n"
        "2.17.03|R|100|setuju"
    ),
    Speaks(
        "kode|nama|pagu|+Anggaran Kas\n2.17.01|P|300|1500000\n2.17.02|Q|200|2500000\n"
        "2.17.03|R|100|3500000",
        "D1 actual=Anggaran Kas",
    ),
)
