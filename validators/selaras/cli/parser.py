"""argparse in the user's language, with plain sentences for mistakes."""

from __future__ import annotations

import argparse
import os
import sys
from functools import lru_cache
from typing import Any, NoReturn

from selaras.values.text import Language, Text

#: What argparse itself says, as its own source words it, and how Selaras says it in Indonesian.
_INDONESIAN = {
    "usage: ": "pemakaian: ",
    "options": "pilihan",
    "positional arguments": "argumen",
    "show this help message and exit": "tampilkan bantuan ini",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
    "ignored explicit argument %r": "tidak menerima nilai %r",
    "the following arguments are required: %s": "belum diberikan: %s",
    "one of the arguments %s is required": "salah satu dari %s harus diberikan",
    "expected one argument": "memerlukan satu nilai",
    "expected at most one argument": "menerima paling banyak satu nilai",
    "expected at least one argument": "memerlukan sedikitnya satu nilai",
    "expected %s argument": "memerlukan %s nilai",
    "expected %s arguments": "memerlukan %s nilai",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s dapat berarti %(matches)s"
    ),
    "invalid %(type)s value: %(value)r": "nilai tidak sah: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r bukan pilihan (pilih: %(choices)s)"
    ),
    ", maybe you meant %(name)r?": ", maksud Anda %(name)r?",
}
#: Where its English needs a better word: the type that it names is a function of ours.
_ENGLISH = {"invalid %(type)s value: %(value)r": "invalid value: %(value)r"}


class UsageError(Exception):
    """The command line asks for something that cannot be; the message is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.id)
        self.message = message


class _HelpLayout(argparse.HelpFormatter):
    """Lays out help in the terminal's width, without the imports that argparse finds it with.

    argparse makes a formatter for every single option that is added.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


@lru_cache(maxsize=1)
def _width() -> int:
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(1).columns)
    except (OSError, ValueError):
        columns = 80
    return max(columns - 2, 30)


class Parser(argparse.ArgumentParser):
    """A parser that exits with 2 and one sentence, and knows the language of its words."""

    language: Language = "id"

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_HelpLayout, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and leave."""
        hint = Text(f"Lihat: {self.prog} --help", f"See: {self.prog} --help")
        sys.stderr.write(f"{self.prog}: {message}\n{hint.say_in(self.language)}\n")
        sys.exit(2)


def speak(language: Language) -> None:
    """Let argparse speak this language.

    It looks its words up through a module-level `_`, meant for gettext catalogues; a dictionary
    in its place spares the search for catalogue files at every start.
    """
    words = _INDONESIAN if language == "id" else _ENGLISH

    def one(message: str) -> str:
        return words.get(message, message)

    def many(singular: str, plural: str, count: int) -> str:
        return one(singular if count == 1 else plural)

    vars(argparse).update(_=one, ngettext=many)
    Parser.language = language
