"""IND003: the unit of a target changes between the years of one indicator."""

from __future__ import annotations

from selaras.reckon.measures import ChangedMeasure, find_changed_measures
from selaras.reckon.shown import show_cell
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table


@table_rule(
    "IND003",
    "satuan-berubah",
    Severity.WARNING,
    needs=("dua-target",),
    basis="planning",
    english="""The targets of one indicator have the same unit in every year.

    Why: “27 orang” and “29 orang/bulan” cannot be compared or added; mostly the second was pasted
    from another row.

    Fix: write both targets in the unit of the indicator.
    """,
)
def check_changed_measure(table: Table) -> Findings:
    """Target satu indikator bersatuan sama pada setiap tahun.

    Mengapa: “27 orang” dan “29 orang/bulan” tidak dapat dibandingkan atau dijumlahkan; biasanya
    yang kedua tersalin dari baris lain.

    Perbaikan: tulis kedua target dengan satuan indikatornya.
    """
    yield from map(_build_finding, find_changed_measures(table))


def _build_finding(found: ChangedMeasure) -> Finding:
    row, like, column = found.row, found.like, found.column
    first, second = show_cell(row, like.key), show_cell(row, column.key)
    place, cell = row.place(like.key), row.cell(column.key)
    message = Text(
        f"Satuan berubah: {like.label.id} “{first.id}”, {column.label.id} “{second.id}”.",
        f"The unit changes: {like.label.en} “{first.en}”, {column.label.en} “{second.en}”.",
    )
    advice = Text(
        f"Samakan satuan {cell} dengan {place.cell}, atau betulkan targetnya.",
        f"Use the unit of {place.cell} in {cell}, or mend the target.",
    )
    if found.is_slip:
        message += Text(" Tampaknya salah ketik satu huruf.", " It seems a slip of one letter.")
        advice = Text(
            f"Tulis satuan {cell} seperti di {place.cell}.",
            f"Write the unit in {cell} as in {place.cell}.",
        )
    return row.build_finding(column.key, message, advice=advice, related=(place,))


EXAMPLES = (
    Silent(
        "kode|nama|indikator|target|pagu|target_maju\n2.17.01|P|I|50 UM|3|60 usaha mikro\n"
        "2.17.02|Q|J|29 orang / bulan|3|29 orang/bulan"
    ),
    # The older SIPD form: the targets of three indicators, not of three years.
    Silent(
        "kode|nama|indikator_program|target_program|indikator_keluaran|target_keluaran|pagu\n"
        "2.17.01.2.01.0001|S|Nilai|80 %|Jumlah dokumen|5 dokumen|3",
        table="SIPD-19",
    ),
    Speaks(
        "kode|nama|indikator|target|pagu|target_maju\n2.17.01|P|I|27 orang|3|29 orang/bulan",
        "F2 actual=29 orang/bulan",
    ),
)
