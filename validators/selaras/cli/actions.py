"""What the parser of any command may need: its language, and actions of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from selaras.cli.parser import Parser
from selaras.values.text import Language, Text


def add_language(parser: Parser, language: Language) -> None:
    """Let a parser know --lang, which has been read already and only must be accepted."""
    parser.add_argument(
        "--lang",
        choices=get_args(Language),
        help=Text(
            "bahasa keluaran (bawaan: id, atau SELARAS_LANG)",
            "language of the output (default: id, or SELARAS_LANG)",
        ).say_in(language),
    )


def add_actions(parser: Parser, language: Language) -> Callable[[str, Text], Parser]:
    """Let a command have actions of its own; return what adds one, by its word and summary."""
    actions = parser.add_subparsers(
        dest="action",
        prog=parser.prog,
        metavar=Text("TINDAKAN", "ACTION").say_in(language),
        title=Text("tindakan", "actions").say_in(language),
        required=True,
    )

    def add(word: str, summary: Text) -> Parser:
        words = summary.say_in(language)
        made: Parser = actions.add_parser(word, help=words, description=words)
        add_language(made, language)
        return made

    return add
