"""What an installed package tells about itself, without installing it."""

from __future__ import annotations

import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def write_metadata(folder: Path, commands: dict[str, str] | None = None) -> Path:
    """Write the metadata of a package with these commands, or those of Selaras itself.

    Returns the folder: what has it on its path finds the commands.
    """
    if commands is None:
        project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
        commands = project["entry-points"]["selaras.commands"]
    info = folder / "perintah_uji-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: perintah-uji\nVersion: 1\n")
    lines = [f"{name} = {module}" for name, module in commands.items()]
    (info / "entry_points.txt").write_text("\n".join(["[selaras.commands]", *lines, ""]))
    return folder
