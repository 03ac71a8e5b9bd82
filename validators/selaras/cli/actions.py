"""What the parser of any command may need: its language, and actions of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from selaras.cli.parser import Parser
from selaras.values.text import Bahasa, Teks


def add_language(parser: Parser, bahasa: Bahasa) -> None:
    """Let a parser know --lang, which has been read already and only must be accepted."""
    parser.add_argument(
        "--lang",
        choices=get_args(Bahasa),
        help=Teks(
            "bahasa keluaran (bawaan: id, atau SELARAS_LANG)",
            "language of the output (default: id, or SELARAS_LANG)",
        ).dalam(bahasa),
    )


def add_actions(parser: Parser, bahasa: Bahasa) -> Callable[[str, Teks], Parser]:
    """Let a command have actions of its own; return what adds one, by its word and summary."""
    actions = parser.add_subparsers(
        dest="action",
        prog=parser.prog,
        metavar=Teks("TINDAKAN", "ACTION").dalam(bahasa),
        title=Teks("tindakan", "actions").dalam(bahasa),
        required=True,
    )

    def add(word: str, summary: Teks) -> Parser:
        words = summary.dalam(bahasa)
        made: Parser = actions.add_parser(word, help=words, description=words)
        add_language(made, bahasa)
        return made

    return add
