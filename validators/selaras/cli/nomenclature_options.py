"""The actions and options of `selaras nomenclature`."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from selaras.cli.parser import Parser
from selaras.values.text import Bahasa, Teks

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Tahun


def add_arguments(parser: Parser, bahasa: Bahasa) -> None:
    """Add what can be done with lists, and their arguments."""
    from selaras.cli.actions import add_actions

    name = Teks("NAMA", "NAME").dalam(bahasa)
    action = add_actions(parser, bahasa)

    add = action(
        "add",
        Teks(
            "muat daftar dari ekspor SIPD atau lampiran Kepmendagri (xlsx atau csv)",
            "load a list from SIPD's export or an annex of the regulation (xlsx or csv)",
        ),
    )
    add.add_argument("file", metavar=Teks("BERKAS", "FILE").dalam(bahasa))
    add.add_argument(
        "--name",
        metavar=name,
        help=Teks(
            "nama daftar (bawaan: nama berkasnya); nama yang sudah ada diganti isinya",
            "name of the list (default: the file's); a list of that name is replaced",
        ).dalam(bahasa),
    )
    add.add_argument(
        "--year",
        type=_years,
        metavar=Teks("TAHUN", "YEAR").dalam(bahasa),
        help=Teks(
            "tahun rencana yang memakainya: 2024 atau 2024-2025 (bawaan: menurut namanya)",
            "plan years that it is for: 2024 or 2024-2025 (default: as its name says)",
        ).dalam(bahasa),
    )
    action("list", Teks("tampilkan daftar yang dimuat", "show the lists that are loaded"))
    use = action(
        "use",
        Teks(
            "pilih daftar untuk rencana yang tahunnya tidak mempunyai daftar sendiri",
            "choose the list for plans whose year has no list of its own",
        ),
    )
    use.add_argument("name", metavar=name)
    show = action("show", Teks("tampilkan isi sebuah kode", "show what a code stands for"))
    show.add_argument("code", metavar=Teks("KODE", "CODE").dalam(bahasa))
    search = action("search", Teks("cari kode menurut namanya", "find codes by their names"))
    search.add_argument("text", nargs="+", metavar=Teks("TEKS", "TEXT").dalam(bahasa))
    for reader in (show, search):
        reader.add_argument(
            "--name",
            metavar=name,
            help=Teks(
                "pakai daftar ini (bawaan: yang dipilih, atau yang terbaru)",
                "use this list (default: the chosen one, or the newest)",
            ).dalam(bahasa),
        )


def _years(text: str) -> Tahun:
    from selaras.nomenklatur.edition import baca_tahun

    years = baca_tahun(text)
    if years is None:
        words = Teks(
            f"bukan tahun: {text} (contoh: 2024, atau 2024-2025)",
            f"not a year: {text} (examples: 2024, 2024-2025)",
        )
        raise ArgumentTypeError(words.dalam(Parser.bahasa))
    return years
