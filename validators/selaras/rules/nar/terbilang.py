"""NAR001: a number in figures is not the one in words beside it."""

from __future__ import annotations

from selaras.reckon.narrative import find_nearest_table, find_numbers, find_texts
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Work, write_rupiah
from selaras.values.a1 import address


@book_rule(
    "NAR001",
    "terbilang",
    Severity.WARNING,
    basis="planning",
    english="""A number in the text is the same in figures and in words.

    Why: “Rp. 6.177.343.000,- (... tiga ratus empat puluh tiga ribu empat ratus rupiah)” says two
    amounts. In a document of budgets the words count as much as the figures.

    Fix: look up the amount in the table and write both alike.
    """,
)
def check_terbilang(work: Work) -> Findings:
    """Angka dalam narasi sama dengan terbilangnya.

    Mengapa: “Rp. 6.177.343.000,- (... tiga ratus empat puluh tiga ribu empat ratus rupiah)”
    menyebut dua nilai yang berbeda. Dalam dokumen anggaran, terbilang sama pentingnya dengan angka.

    Perbaikan: lihat nilainya di tabel, lalu tulis angka dan terbilangnya sama.
    """
    for sheet in work.book.sheets:
        for text in find_texts(work, sheet):
            wrong = [
                one
                for one in find_numbers(text.text)
                if one.terbilang is not None and one.terbilang != one.number
            ]
            if not wrong:
                continue
            one = wrong[0]
            words = one.terbilang or 0
            table = find_nearest_table(work, text)
            yield Finding(
                message=Text(
                    f"Angka {write_rupiah(one.number)} tidak sama dengan terbilangnya, "
                    f"{write_rupiah(words)}.",
                    f"The figure {write_rupiah(one.number, 'en')} is not the amount in words, "
                    f"{write_rupiah(words, 'en')}.",
                ),
                advice=Text(
                    "Cocokkan dengan tabelnya, lalu samakan angka dan terbilang.",
                    "Compare with the table and make figures and words agree.",
                ),
                sheet=sheet.name,
                cell=address(*text.position),
                # The table that it speaks of: a renamed sheet must not change the fingerprint.
                table=table.name if table else None,
                actual=text.text,
                expected=words,
                difference=one.number - words,
                row_key=str(words),
            )


EXAMPLES = (
    Silent(
        "== -\nSebesar Rp. 6.071.587.000,- (enam milyar tujuh puluh satu juta lima ratus delapan "
        "puluh tujuh ribu rupiah)"
    ),
    Speaks(
        "== -\nSebesar Rp 1.500.000,00 (satu juta empat ratus ribu rupiah)",
        "A1 expected=1400000 actual=Sebesar Rp 1.500.000,00 (satu juta empat ratus ribu rupiah)",
    ),
)
