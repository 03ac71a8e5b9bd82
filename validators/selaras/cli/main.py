"""Entry point of the command line: the language, the command, the exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import NoReturn, Protocol

from selaras.cli.actions import add_language
from selaras.cli.codes import BROKEN_PIPE, INTERNAL, INTERRUPTED, USAGE
from selaras.cli.parser import Parser, UsageError, speak
from selaras.values.language import find_user_language
from selaras.values.text import Language, Text
from selaras.version import __version__

COMMANDS = {
    "check": Text("periksa buku kerja", "check workbooks"),
    "rules": Text("daftar semua aturan", "list all rules"),
    "explain": Text("jelaskan sebuah aturan", "explain a rule"),
    "nomenclature": Text(
        "kelola daftar nomenklatur: muat, pilih, cari", "manage nomenclatures: load, choose, search"
    ),
}


def run() -> NoReturn:
    """Run the command of this process and leave it."""
    status = main(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = BROKEN_PIPE
    # Nothing is left to clean up; taking the interpreter apart would only cost time.
    os._exit(status)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    spoken = language(arguments)
    _prepare_streams()
    speak(spoken)
    try:
        return _dispatch(arguments, spoken)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else USAGE
    except UsageError as error:
        _complain(error.message.say_in(spoken))
        return USAGE
    except KeyboardInterrupt:
        _complain(Text("dihentikan.", "interrupted.").say_in(spoken))
        return INTERRUPTED
    except BrokenPipeError:
        # Whatever is still buffered has no reader: let the interpreter flush it into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:
        if os.environ.get("SELARAS_DEBUG"):
            import traceback

            traceback.print_exc()
        _complain(_internal(error).say_in(spoken))
        return INTERNAL


def language(arguments: Sequence[str]) -> Language:
    """Return the language asked for, before anything is parsed: help and errors need it too."""
    asked: str | None = None
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument[len("--lang=") :]
    return find_user_language(asked)


def _dispatch(arguments: Sequence[str], spoken: Language) -> int:
    parser = Parser(
        prog="selaras",
        description=Text(
            "Memeriksa buku kerja perencanaan pemerintah daerah (Renja, RKPD, Renstra): kode, "
            "subtotal, dan keselarasan antartabel, sel demi sel.",
            "Checks the planning workbooks of Indonesian regional governments (Renja, RKPD, "
            "Renstra): codes, subtotals and agreement between tables, cell by cell.",
        ).say_in(spoken),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"selaras {__version__}",
        help=Text("tampilkan versi", "show the version").say_in(spoken),
    )
    add_language(parser, spoken)
    commands = parser.add_subparsers(
        dest="command",
        # Given, because argparse would lay out a usage text to find it.
        prog="selaras",
        metavar=Text("PERINTAH", "COMMAND").say_in(spoken),
        title=Text("perintah", "commands").say_in(spoken),
        required=True,
    )
    # Only the command that is run gets its options: building all of them takes time.
    chosen = _first_word(arguments)
    others = _others(arguments, chosen)
    for name, summary in (COMMANDS | others).items():
        words = summary.say_in(spoken)
        command = commands.add_parser(name, help=words, description=words)
        add_language(command, spoken)
        if name == chosen:
            _module(name).add_arguments(command, spoken)
    options = parser.parse_args(arguments)
    return int(_module(options.command).execute(options, spoken))


def _first_word(arguments: Sequence[str]) -> str | None:
    """Return the first argument that is neither an option nor the value of --lang."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--lang":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None


def _others(arguments: Sequence[str], chosen: str | None) -> dict[str, Text]:
    """Return the commands of other packages with their summaries, where they are needed."""
    if chosen in COMMANDS or (chosen is None and not {"-h", "--help"} & set(arguments)):
        return {}
    from selaras.cli import extra_commands

    found = extra_commands.list_commands()
    return {
        name: extra_commands.summary(point) for name, point in found.items() if name not in COMMANDS
    }


class Command(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: Parser, spoken: Language) -> None:
        """Add the options of the command."""

    def execute(self, options: Namespace, spoken: Language) -> int:
        """Run the command and return its exit code."""
        ...


def _module(name: str) -> Command:
    # Each command is imported when it runs: listing rules needs no worker processes.
    if name == "check":
        from selaras.cli import check

        return check
    if name == "rules":
        from selaras.cli import rules

        return rules
    if name == "nomenclature":
        from selaras.cli import nomenclature

        return nomenclature
    if name == "explain":
        from selaras.cli import explain

        return explain
    from selaras.cli import extra_commands

    return extra_commands.load_command(extra_commands.list_commands()[name])


def _prepare_streams() -> None:
    """Text that the terminal's encoding lacks must not end a check."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _complain(message: str) -> None:
    sys.stderr.write(f"selaras: {message}\n")


def _internal(error: Exception) -> Text:
    kind = type(error).__name__
    return Text(
        f"terjadi kesalahan di dalam Selaras sendiri ({kind}); berkas Anda tidak diubah. "
        "Jalankan lagi dengan SELARAS_DEBUG=1 dan laporkan keluarannya.",
        f"something went wrong inside Selaras itself ({kind}); your files were not changed. "
        "Run it again with SELARAS_DEBUG=1 and report the output.",
    )
