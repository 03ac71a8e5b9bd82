"""Runs a command so that nothing it raises reaches Excel as a traceback."""

from __future__ import annotations

import datetime
import importlib
import traceback
from contextlib import suppress
from pathlib import Path

from selaras.config import ConfigError
from selaras.intake.refusal import Refusal
from selaras.nomenklatur.tempat import folder
from selaras.teks import Teks
from selaras.version import __version__
from selaras_addin.commands.kerja import Kerja, aplikasi
from selaras_addin.live.tampil import Pesan, TampilExcel, bahasa

LOG = "selaras-excel.log"
#: When the log has grown so far, it begins anew.
_LOG_TERBESAR = 1_000_000

BELUM_ADA = Teks(
    "Tombol ini belum tersedia di versi Selaras ini.",
    "This button is not available in this version of Selaras.",
)


def jalankan(id: str, tujuan: str | None) -> None:
    """Run the command "module:function" of a button; see `selaras_addin.commands.run`."""
    app = aplikasi()
    if app is None:
        catat(id, "no Excel to speak to")
        return
    tampil = TampilExcel(app)
    try:
        if tujuan is None:
            raise Pesan(BELUM_ADA)
        module, _, function = tujuan.partition(":")
        getattr(importlib.import_module(module), function)(Kerja(app, tampil))
    except Exception as error:
        with suppress(Exception):
            tampil.pesan(_kalimat(id, error).dalam(bahasa()))
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
    path = catat(id, "".join(traceback.format_exception(error)))
    where = Teks(
        f" Rinciannya ada di {path}; kirimkan berkas itu bila meminta bantuan.",
        f" Details are in {path}; send that file along when you ask for help.",
    )
    busy = Teks(
        "Perintah ini tidak selesai. Bila sebuah sel sedang disunting, tekan Enter atau Esc, lalu "
        "coba lagi.",
        "The command did not finish. If a cell is being edited, press Enter or Esc and try again.",
    )
    return busy + where if path is not None else busy


def catat(id: str, what: str) -> Path | None:
    """Write to the log in the user's data folder; return its path, None where that fails."""
    path = Path(folder()) / LOG
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        full = path.exists() and path.stat().st_size > _LOG_TERBESAR
        with path.open("w" if full else "a", encoding="utf-8") as file:
            now = datetime.datetime.now().isoformat(" ", "seconds")
            file.write(f"{now} Selaras {__version__} {id}\n{what.rstrip()}\n\n")
        return path
    return None
