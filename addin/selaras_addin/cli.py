"""`selaras addin`: build, install, remove and examine the Excel add-in."""

from __future__ import annotations

from argparse import Namespace

from selaras.cli.parser import Parser, UsageError
from selaras.values.text import Language, Text
from selaras_addin.xlam import ADDIN_FILE_NAME

summary = Text(
    "pasang add-in Excel atau periksa pemasangannya", "install or examine the Excel add-in"
)


def add_arguments(parser: Parser, language: Language) -> None:
    """Add the actions and their options."""
    from selaras.cli.actions import add_actions

    file = Text("BERKAS", "FILE").say_in(language)
    action = add_actions(parser, language)

    build = action(
        "build", Text(f"buat berkas {ADDIN_FILE_NAME}", f"make the file {ADDIN_FILE_NAME}")
    )
    build.add_argument(
        "-o",
        "--output",
        metavar=file,
        default=ADDIN_FILE_NAME,
        help=Text(
            f"berkas yang dibuat (bawaan: {ADDIN_FILE_NAME})",
            f"the file to make (default: {ADDIN_FILE_NAME})",
        ).say_in(language),
    )
    install = action(
        "install",
        Text(
            "pasang untuk pengguna ini; yang lama diganti",
            "install for this user; an older one is replaced",
        ),
    )
    install.add_argument(
        "--file",
        metavar=file,
        help=Text(
            "pasang berkas ini, misalnya yang sudah ditandatangani (bawaan: dibuat baru)",
            "install this file, such as a signed one (default: a newly built one)",
        ).say_in(language),
    )
    action("uninstall", Text("hapus add-in dan setelannya", "remove the add-in and its settings"))
    action("status", Text("tampilkan apa yang terpasang", "show what is installed"))
    action(
        "doctor",
        Text("cari penyebab add-in tidak berjalan", "find out why the add-in does not work"),
    )


def execute(options: Namespace, language: Language) -> int:
    """Do what was asked and return the exit code: 1 where something is missing or not well."""
    from selaras_addin.cli_actions import ACTIONS
    from selaras_addin.setup.places import SetupError
    from selaras_addin.setup.source import REINSTALL
    from selaras_addin.xlam.xlwings_source import UnexpectedXlwings

    try:
        return ACTIONS[options.action](options, language)
    except SetupError as error:
        raise UsageError(error.message) from error
    except UnexpectedXlwings as error:
        found = Text(f"xlwings tidak sesuai ({error}). ", f"xlwings does not fit ({error}). ")
        raise UsageError(found + REINSTALL) from error
