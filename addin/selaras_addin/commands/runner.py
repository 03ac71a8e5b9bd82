"""Runs a command so that nothing it raises reaches Excel as a traceback."""

from __future__ import annotations

import importlib
from contextlib import suppress

from selaras.intake.refusal import Refusal
from selaras.settings.errors import ConfigError
from selaras.values.language import bahasa_pengguna
from selaras.values.text import Teks
from selaras_addin.commands.job import Kerja, aplikasi
from selaras_addin.live.excel.messages import Pesan, TampilExcel
from selaras_addin.log import catat

BELUM_ADA = Teks(
    "Tombol ini belum tersedia di versi Selaras ini.",
    "This button is not available in this version of Selaras.",
)


def jalankan(id: str, tujuan: str | None) -> None:
    """Run the command "module:function" of a button; see `selaras_addin.commands.run`."""
    app = aplikasi()
    if app is None:
        catat(id, RuntimeError("no Excel to speak to"))
        return
    tampil = TampilExcel(app)
    try:
        if tujuan is None:
            raise Pesan(BELUM_ADA)
        module, _, function = tujuan.partition(":")
        getattr(importlib.import_module(module), function)(Kerja(app, tampil))
    except Exception as error:
        with suppress(Exception):
            tampil.show_message(_kalimat(id, error).dalam(bahasa_pengguna()))
    finally:
        with suppress(Exception):
            tampil.selesai()


def _kalimat(id: str, error: Exception) -> Teks:
    """Return what the user reads of an exception."""
    if isinstance(error, Pesan):
        return error.teks
    if isinstance(error, ConfigError):
        return Teks(
            f"Pengaturan di {error.where} tidak dapat dipakai: {error.message.id}.",
            f"The settings in {error.where} cannot be used: {error.message.en}.",
        )
    if isinstance(error, Refusal):
        space = Teks(" ", " ")
        return error.message + space + error.advice
    busy = Teks(
        "Perintah ini tidak selesai. Bila sebuah sel sedang disunting, tekan Enter atau Esc, lalu "
        "coba lagi.",
        "The command did not finish. If a cell is being edited, press Enter or Esc and try again.",
    )
    return busy + catat(id, error)
