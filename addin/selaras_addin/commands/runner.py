"""Runs a command so that nothing it raises reaches Excel as a traceback."""

from __future__ import annotations

import importlib
from contextlib import suppress

from selaras.intake.refusal import Refusal
from selaras.settings.errors import ConfigError
from selaras.values.language import find_user_language
from selaras.values.text import Text
from selaras_addin.commands.job import Press, find_app
from selaras_addin.live.excel.messages import ExcelDisplay, UserMessage
from selaras_addin.log import log_error

NOT_AVAILABLE = Text(
    "Tombol ini belum tersedia di versi Selaras ini.",
    "This button is not available in this version of Selaras.",
)


def run_command(id: str, entry_point: str | None) -> None:
    """Run the command "module:function" of a button; see `selaras_addin.commands.run`."""
    app = find_app()
    if app is None:
        log_error(id, RuntimeError("no Excel to speak to"))
        return
    display = ExcelDisplay(app)
    try:
        if entry_point is None:
            raise UserMessage(NOT_AVAILABLE)
        module, _, function = entry_point.partition(":")
        getattr(importlib.import_module(module), function)(Press(app, display))
    except Exception as error:
        with suppress(Exception):
            display.show_message(_say_error(id, error).say_in(find_user_language()))
    finally:
        with suppress(Exception):
            display.finish()


def _say_error(id: str, error: Exception) -> Text:
    """Return what the user reads of an exception."""
    if isinstance(error, UserMessage):
        return error.text
    if isinstance(error, ConfigError):
        return Text(
            f"Pengaturan di {error.where} tidak dapat dipakai: {error.message.id}.",
            f"The settings in {error.where} cannot be used: {error.message.en}.",
        )
    if isinstance(error, Refusal):
        space = Text(" ", " ")
        return error.message + space + error.advice
    busy = Text(
        "Perintah ini tidak selesai. Bila sebuah sel sedang disunting, tekan Enter atau Esc, lalu "
        "coba lagi.",
        "The command did not finish. If a cell is being edited, press Enter or Esc and try again.",
    )
    return busy + log_error(id, error)
