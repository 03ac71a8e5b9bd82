"""`selaras addin`: build, install, remove and examine the Excel add-in."""

from __future__ import annotations

from argparse import Namespace

from selaras.cli.parser import Parser, UsageError
from selaras.teks import Bahasa, Teks

summary = Teks(
    "pasang add-in Excel atau periksa pemasangannya", "install or examine the Excel add-in"
)


def add_arguments(parser: Parser, bahasa: Bahasa) -> None:
    """Add the actions and their options."""
    from selaras.cli.main import add_actions

    file = Teks("BERKAS", "FILE").dalam(bahasa)
    action = add_actions(parser, bahasa)

    build = action("build", Teks("buat berkas Selaras.xlam", "make the file Selaras.xlam"))
    build.add_argument(
        "-o",
        "--output",
        metavar=file,
        default="Selaras.xlam",
        help=Teks(
            "berkas yang dibuat (bawaan: Selaras.xlam)", "the file to make (default: Selaras.xlam)"
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
    from selaras_addin.xlam.xlwings_source import UnexpectedXlwings

    try:
        return ACTIONS[options.action](options, bahasa)
    except SetupError as error:
        raise UsageError(error.message) from error
    except UnexpectedXlwings as error:
        raise UsageError(
            Teks(
                f"xlwings tidak sesuai ({error}). Pasang yang cocok: python -m pip install "
                '"selaras[excel]"',
                f"xlwings does not fit ({error}). Install the one that does: python -m pip install "
                '"selaras[excel]"',
            )
        ) from error
