"""Commands of other packages: what is registered under the entry point group `selaras.commands`.

Such a package names a module with `summary` (Text), `add_arguments(parser, language)` and
`execute(options, language)`. Looking for them reads the metadata of every installed package, so it
is done only where no command of the engine itself is asked for.
"""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Protocol, cast

from selaras.cli.parser import Parser, UsageError
from selaras.values.text import Language, Text

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "selaras.commands"


class ExtraCommand(Protocol):
    """The module of such a command."""

    summary: Text

    def add_arguments(self, parser: Parser, language: Language) -> None:
        """Add the options of the command."""

    def execute(self, options: Namespace, language: Language) -> int:
        """Run the command and return its exit code."""
        ...


def list_commands() -> dict[str, EntryPoint]:
    """Return the entry points by command, in the order of their names; none is imported."""
    from importlib.metadata import entry_points

    return {point.name: point for point in sorted(entry_points(group=GROUP))}


def load_command(point: EntryPoint) -> ExtraCommand:
    """Return the module of a command. Raises UsageError where it cannot be imported."""
    try:
        return cast("ExtraCommand", point.load())
    except (ImportError, AttributeError) as error:
        raise UsageError(
            Text(
                f"perintah {point.name} tidak dapat dimuat ({error}). Pasang ulang Selaras "
                "beserta bagian yang kurang itu.",
                f"the command {point.name} cannot be loaded ({error}). Install Selaras again, "
                "together with the missing part.",
            )
        ) from error


def summary(point: EntryPoint) -> Text:
    """Return one line for the list of commands: a broken command must not hide the others."""
    try:
        return load_command(point).summary
    except UsageError:
        return Text("(tidak dapat dimuat)", "(cannot be loaded)")
