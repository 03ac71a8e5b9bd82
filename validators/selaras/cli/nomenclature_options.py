"""The actions and options of `selaras nomenclature`."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from selaras.cli.parser import Parser
from selaras.values.text import Language, Text

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import PlanYears


def add_arguments(parser: Parser, language: Language) -> None:
    """Add what can be done with lists, and their arguments."""
    from selaras.cli.actions import add_actions

    name = Text("NAMA", "NAME").say_in(language)
    action = add_actions(parser, language)

    add = action(
        "add",
        Text(
            "muat daftar dari ekspor SIPD atau lampiran Kepmendagri (xlsx atau csv)",
            "load a list from SIPD's export or an annex of the regulation (xlsx or csv)",
        ),
    )
    add.add_argument("file", metavar=Text("BERKAS", "FILE").say_in(language))
    add.add_argument(
        "--name",
        metavar=name,
        help=Text(
            "nama daftar (bawaan: nama berkasnya); nama yang sudah ada diganti isinya",
            "name of the list (default: the file's); a list of that name is replaced",
        ).say_in(language),
    )
    add.add_argument(
        "--year",
        type=_years,
        metavar=Text("TAHUN", "YEAR").say_in(language),
        help=Text(
            "tahun rencana yang memakainya: 2024 atau 2024-2025 (bawaan: menurut namanya)",
            "plan years that it is for: 2024 or 2024-2025 (default: as its name says)",
        ).say_in(language),
    )
    action("list", Text("tampilkan daftar yang dimuat", "show the lists that are loaded"))
    use = action(
        "use",
        Text(
            "pilih daftar untuk rencana yang tahunnya tidak mempunyai daftar sendiri",
            "choose the list for plans whose year has no list of its own",
        ),
    )
    use.add_argument("name", metavar=name)
    show = action("show", Text("tampilkan isi sebuah kode", "show what a code stands for"))
    show.add_argument("code", metavar=Text("KODE", "CODE").say_in(language))
    search = action("search", Text("cari kode menurut namanya", "find codes by their names"))
    search.add_argument("text", nargs="+", metavar=Text("TEKS", "TEXT").say_in(language))
    for reader in (show, search):
        reader.add_argument(
            "--name",
            metavar=name,
            help=Text(
                "pakai daftar ini (bawaan: yang dipilih, atau yang terbaru)",
                "use this list (default: the chosen one, or the newest)",
            ).say_in(language),
        )


def _years(text: str) -> PlanYears:
    from selaras.nomenklatur.edition import read_years

    years = read_years(text)
    if years is None:
        words = Text(
            f"bukan tahun: {text} (contoh: 2024, atau 2024-2025)",
            f"not a year: {text} (examples: 2024, 2024-2025)",
        )
        raise ArgumentTypeError(words.say_in(Parser.language))
    return years
