"""The functions in cells as one table: names, parameters, help and an example of each.

The xlwings decorators (`selaras_addin.udfs`), the VBA wrappers and the docs come from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from selaras.values.text import Text

#: The module whose functions Excel calls, by the names in the table.
UDF_MODULE = "selaras_addin.udfs"
#: Where Excel's function wizard lists them.
CATEGORY = "Selaras"
#: Excel shows no more of a description, of a function or of an argument.
HELP_LIMIT = 255

#: What an example gives or gets: one cell, or a column of cells.
Cells: TypeAlias = "str | int | tuple[str | int, ...]"


@dataclass(frozen=True)
class Parameter:
    """One argument of a function."""

    name: str
    help: Text
    optional: bool = False


@dataclass(frozen=True)
class CallExample:
    """A call and what it returns; a tuple is a column."""

    arguments: tuple[Cells, ...]
    result: Cells


@dataclass(frozen=True)
class Function:
    """One function in cells."""

    name: str
    help: Text
    parameters: tuple[Parameter, ...]
    example: CallExample


_KODE = Parameter(
    "kode",
    Text(
        "Satu kode, sekolom kode, atau kode yang terpecah di beberapa kolom (2 | 17 | 01 | ...).",
        "One code, a column of codes, or codes split over several columns (2 | 17 | 01 | ...).",
    ),
)
_KODE_COLUMN = Parameter(
    "kolom_kode",
    Text(
        "Kolom kode dari baris pertama sampai terakhir; beberapa kolom bila kodenya terpecah.",
        "The code column from its first row to its last; several columns where codes are split.",
    ),
)
_PAGU_COLUMN = Parameter(
    "kolom_pagu",
    Text(
        "Satu kolom pagu, dengan baris yang sama seperti kolom kode.",
        "One money column, with the same rows as the code column.",
    ),
)

_TREE = (
    "2.17.01",
    "2.17.01.2.01",
    "2.17.01.2.01.0001",
    "2.17.01.2.01.0002",
)

FUNCTIONS: tuple[Function, ...] = (
    Function(
        "SELARAS_KODE",
        Text(
            "Bentuk baku kode urusan, program, kegiatan, atau sub kegiatan, bagaimanapun "
            "ditulisnya; bila tidak terbaca, sebabnya.",
            "The canonical form of a code of urusan, program, kegiatan or sub kegiatan, however "
            "it is written; where it cannot be read, why.",
        ),
        (_KODE,),
        CallExample(("2-17-1",), "2.17.01"),
    ),
    Function(
        "SELARAS_TINGKAT",
        Text(
            "Tingkat kode: urusan, bidang urusan, program, kegiatan, atau sub kegiatan.",
            "The level of a code: urusan, bidang urusan, program, kegiatan or sub kegiatan.",
        ),
        (_KODE,),
        CallExample(("2.17.01.2.01",), "kegiatan"),
    ),
    Function(
        "SELARAS_INDUK",
        Text(
            "Kode induknya: sub kegiatan ke kegiatan, kegiatan ke program, dan seterusnya. "
            "Urusan tidak mempunyai induk.",
            "The code of the parent: from sub kegiatan to kegiatan, from kegiatan to program, "
            "and so on. An urusan has none.",
        ),
        (_KODE,),
        CallExample(("2.17.01.2.01.0001",), "2.17.01.2.01"),
    ),
    Function(
        "SELARAS_PERIKSA_KODE",
        Text(
            "Per baris: kosong bila kodenya benar, selain itu apa yang keliru: bentuk, induk yang "
            "tidak ada, kode ganda, atau urutan.",
            "Row by row: blank where the code is right, else what is wrong: its form, a missing "
            "parent, the same code twice, or the order.",
        ),
        (_KODE_COLUMN,),
        CallExample(
            (("2.17.01", "2.17.01.2.01", "2.17.01.2"),),
            (
                "",
                "",
                "Bentuk: berhenti di angka kewenangan; nomor kegiatan sesudahnya (misalnya 2.01) "
                "belum ditulis.",
            ),
        ),
    ),
    Function(
        "SELARAS_NAMA",
        Text(
            "Nama resmi kode dari nomenklatur yang dimuat di Selaras, dipotong dengan “...” bila "
            "lebih dari 255 huruf.",
            "The official name of a code, from the nomenclature that is loaded in Selaras, cut off "
            "with “...” beyond 255 characters.",
        ),
        (
            _KODE,
            Parameter(
                "tahun",
                Text(
                    "Tahun rencana, untuk memilih nomenklatur yang berlaku (boleh dikosongkan).",
                    "The plan year, which tells the nomenclature in force (may be left out).",
                ),
                optional=True,
            ),
        ),
        CallExample(("2.17",), "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH"),
    ),
    Function(
        "SELARAS_SUBTOTAL",
        Text(
            "Per baris: pagu yang seharusnya, yaitu jumlah anaknya menurut kode; baris tanpa anak: "
            "pagunya sendiri.",
            "Row by row: what the amount should be, the sum of the rows below it by code; a row "
            "with none below it: its own amount.",
        ),
        (_KODE_COLUMN, _PAGU_COLUMN),
        CallExample((_TREE, (500, 300, 100, 200)), (300, 300, 100, 200)),
    ),
    Function(
        "SELARAS_SELISIH",
        Text(
            "Per baris: pagu yang tertulis dikurangi pagu yang seharusnya (jumlah anaknya); 0 bila "
            "cocok.",
            "Row by row: the written amount minus what it should be (the sum of the rows below "
            "it); 0 where they agree.",
        ),
        (_KODE_COLUMN, _PAGU_COLUMN),
        CallExample((_TREE, (500, 300, 100, 200)), (200, 0, 0, 0)),
    ),
    Function(
        "SELARAS_COCOK",
        Text(
            "Pagu untuk kode yang sama di tabel lain, bagaimanapun kedua tabel menulis kodenya.",
            "The amount for the same code in another table, however either writes the code.",
        ),
        (
            _KODE,
            Parameter(
                "kolom_kode_lain",
                Text("Kolom kode di tabel lain.", "The code column of the other table."),
            ),
            Parameter(
                "kolom_pagu_lain",
                Text(
                    "Kolom pagu di tabel lain, dengan baris yang sama.",
                    "The money column of the other table, with the same rows.",
                ),
            ),
        ),
        CallExample(("2.17.1.2.1.1", _TREE, (500, 300, 100, 200)), 100),
    ),
    Function(
        "SELARAS_RUPIAH",
        Text(
            "Angka rupiah dari teks, dalam bentuk apa pun ditulisnya: Rp 1.500.000,00; 1,5 juta; "
            "(2.000).",
            "The amount in rupiah from a text, in any of the forms people write: Rp 1.500.000,00; "
            "1,5 juta; (2.000).",
        ),
        (
            Parameter(
                "teks",
                Text("Satu sel, atau sekolom sel, berisi pagu.", "One cell or many with amounts."),
            ),
        ),
        CallExample(("Rp 1,5 juta",), 1_500_000),
    ),
    Function(
        "SELARAS_TERBILANG",
        Text("Jumlah rupiah dalam kata-kata.", "An amount of rupiah in Indonesian words."),
        (
            Parameter(
                "angka",
                Text("Satu jumlah, atau sekolom jumlah.", "One amount, or a column of them."),
            ),
        ),
        CallExample((1_500_000,), "satu juta lima ratus ribu rupiah"),
    ),
    Function(
        "SELARAS_CAPAIAN",
        Text(
            "Capaian dalam persen, dua desimal: realisasi dibagi target, juga dari teks seperti "
            "25,48% atau 320 KSP/USP.",
            "The achievement in percent, to two decimals: what was reached by the target, from "
            "texts too, such as 25,48% or 320 KSP/USP.",
        ),
        (
            Parameter(
                "realisasi",
                Text("Yang tercapai: angka atau teks.", "What was reached: numbers or texts."),
            ),
            Parameter(
                "target",
                Text(
                    "Targetnya, dengan baris yang sama. Di samping teks persen, sel angka sampai 1 "
                    "dibaca seperti sel berformat persen: 0,98 adalah 98%, dan 1 adalah 100%.",
                    "The target, with the same rows. Beside a text in percent, a number cell up to "
                    "1 is read as one in a percent format: 0.98 is 98%, and 1 is 100%.",
                ),
            ),
        ),
        CallExample(("6 dokumen", "24 dokumen"), 25),
    ),
)
