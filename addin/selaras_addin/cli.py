"""`selaras addin`: build, install, remove and examine the Excel add-in."""

from __future__ import annotations

from argparse import Namespace

from selaras.cli.parser import Parser, UsageError
from selaras.values.text import Bahasa, Teks
from selaras_addin.xlam import FILE_NAME

summary = Teks(
    "pasang add-in Excel atau periksa pemasangannya", "install or examine the Excel add-in"
)


def add_arguments(parser: Parser, bahasa: Bahasa) -> None:
    """Add the actions and their options."""
    from selaras.cli.actions import add_actions

    file = Teks("BERKAS", "FILE").dalam(bahasa)
    action = add_actions(parser, bahasa)

    build = action("build", Teks(f"buat berkas {FILE_NAME}", f"make the file {FILE_NAME}"))
    build.add_argument(
        "-o",
        "--output",
        metavar=file,
        default=FILE_NAME,
        help=Teks(
            f"berkas yang dibuat (bawaan: {FILE_NAME})", f"the file to make (default: {FILE_NAME})"
        ).dalam(bahasa),
    )
    install = action(
        "install",
        Teks(
            "pasang untuk pengguna ini; yang lama diganti",
            "install for this user; an older one is replaced",
        ),
    )
    install.add_argument(
        "--file",
        metavar=file,
        help=Teks(
            "pasang berkas ini, misalnya yang sudah ditandatangani (bawaan: dibuat baru)",
            "install this file, such as a signed one (default: a newly built one)",
        ).dalam(bahasa),
    )
    action("uninstall", Teks("hapus add-in dan setelannya", "remove the add-in and its settings"))
    action("status", Teks("tampilkan apa yang terpasang", "show what is installed"))
    action(
        "doctor",
        Teks("cari penyebab add-in tidak berjalan", "find out why the add-in does not work"),
    )


def execute(options: Namespace, bahasa: Bahasa) -> int:
    """Do what was asked and return the exit code: 1 where something is missing or not well."""
    from selaras_addin.cli_actions import ACTIONS
    from selaras_addin.setup.places import SetupError
    from selaras_addin.setup.source import REINSTALL
    from selaras_addin.xlam.xlwings_source import UnexpectedXlwings

    try:
        return ACTIONS[options.action](options, bahasa)
    except SetupError as error:
        raise UsageError(error.message) from error
    except UnexpectedXlwings as error:
        found = Teks(f"xlwings tidak sesuai ({error}). ", f"xlwings does not fit ({error}). ")
        raise UsageError(found + REINSTALL) from error
