"""Record all that users see of a checkout, to hold it against the record of another.

    python benchmarks/record.py OUT            writes OUT/record.txt and what its lines stand for
    diff OLD/record.txt NEW/record.txt         a change that is none for users leaves them the same

A line is a hash and what it is of: the JSON report of each workbook (the examples, each layout and
document of the tests, compositions, hostile files, templates, real workbooks where they are beside
the project), text and HTML of some, help texts, docs, schema, templates and add-in as they are
built, and the modules of others that a check loads. The version is left out.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "examples")]

import conftest  # noqa: E402, F401  (paths and environment of the tests)
from composition.compose import draw, write_layout  # noqa: E402
from composition.plans import build_plan  # noqa: E402
from hostile import HOSTILE  # noqa: E402
from layouts import LAYOUTS, PRINTED, load_corrected, write  # noqa: E402
from layouts.renstra import load_renstra  # noqa: E402
from selaras.cli.main import main as run_selaras  # noqa: E402
from selaras.version import __version__  # noqa: E402
from selaras_addin.xlam.build import build_addin  # noqa: E402

REAL = PROJECT.parent / "shared" / "data" / "asing"
#: How many drawn layouts of drawn plans are recorded.
COMPOSITIONS = 60
#: Of these, text and HTML too.
SHOWN = ("example/renja-mojokerto-2024.xlsx", "printed/sipd.xlsx", "printed/tumpuk.xlsx")
HELP = (
    *((command, "--help") for command in ("check", "rules", "explain", "nomenclature", "template")),
    *(("addin", action, "--help") for action in ("build", "install", "uninstall", "doctor")),
    *(("nomenclature", action, "--help") for action in ("add", "use", "search")),
)
#: Prints the modules of others that a check has loaded, and how many are the project's own.
LOADED = """
import sys
from selaras.cli.main import main
main(["check", "--in-process", "--format", "json", sys.argv[1]])
own = [name for name in sys.modules if name.split(".")[0] == "selaras"]
others = sorted(name for name in sys.modules if name not in own)
print("\\n".join(others), file=sys.stderr)
"""


def write_workbooks(folder: Path) -> None:
    """Write every workbook that is recorded, each kind in a folder of its own."""
    for name, source in (("example", PROJECT / "examples"), ("real", REAL)):
        (folder / name).mkdir()
        for path in sorted(source.glob("*.xlsx")):
            shutil.copy(path, folder / name)
    (folder / "template").mkdir()
    for path in sorted((PROJECT / "workbook_templates").glob("*.xlsx")):
        shutil.copy(path, folder / "template")
    documents = {"printed": PRINTED, "corrected": load_corrected(), "renstra": load_renstra()}
    for name, document in documents.items():
        (folder / name).mkdir()
        for layout in LAYOUTS:
            # A layout that lacks what a document has is none of its.
            with contextlib.suppress(KeyError, StopIteration):
                write(layout, folder / name, document)
    (folder / "hostile").mkdir()
    for make in HOSTILE.values():
        make(folder / "hostile")
    (folder / "composition").mkdir()
    for seed in range(COMPOSITIONS):
        composition = draw(Random(seed))
        random = Random(composition.seed)
        path = folder / "composition" / f"{seed:03}.xlsx"
        write_layout(build_plan(random), composition.transforms, random, path)


def say(*arguments: str) -> str:
    """Return what a command of selaras prints, with its exit code."""
    held = io.BytesIO()
    printed = io.TextIOWrapper(held, encoding="utf-8")
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        status = run_selaras(arguments)
        printed.flush()
    said = held.getvalue().decode()
    return f"{said}\nexit {status}\n".replace(__version__, "VERSION")


def record_reports(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is said of each workbook of the folder."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            said = say("check", "--in-process", "--format", "json", name)
            # Zip files of the tests bear the time at which they were written.
            own = hashlib.sha256(path.read_bytes()).hexdigest()
            yield f"json {name}", said.replace(own, "SHA256").encode()
        if name in SHOWN:
            for language in ("id", "en"):
                for form in ("text", "html"):
                    arguments = ("check", "--in-process", "--lang", language, "--format", form)
                    yield f"{form} {language} {name}", say(*arguments, name).encode()


def record_project(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield docs, schema, help and what is built."""
    for path in sorted((PROJECT / "docs").rglob("*")):
        if path.suffix in (".md", ".png"):
            yield f"docs {path.relative_to(PROJECT / 'docs').as_posix()}", path.read_bytes()
    for path in sorted(PROJECT.glob("*/selaras/**/*.json")):
        yield f"schema {path.name}", path.read_bytes()
    for path in sorted((folder / "template").iterdir()):
        yield f"template {path.name}", path.read_bytes()
    for language in ("id", "en"):
        yield f"addin {language}", build_addin(language)
        yield f"help {language}", say("--lang", language, "--help").encode()
        yield f"rules {language}", say("rules", "--lang", language, "--format", "json").encode()
        for arguments in HELP:
            said = say(*arguments, "--lang", language)
            yield f"help {language} {' '.join(arguments[:-1])}", said.encode()
    for rule in json.loads(say("rules", "--format", "json").rpartition("\nexit")[0])["rules"]:
        yield f"explain {rule['code']}", say("explain", rule["code"]).encode()
    command = [sys.executable, "-c", LOADED, "example/renja-mojokerto-2024.xlsx"]
    done = subprocess.run(command, capture_output=True, check=True)
    yield "loaded at the start", done.stderr


def main() -> int:
    """Write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out.resolve()
    out.mkdir(parents=True)
    os.environ["COLUMNS"] = "100"
    lines = []
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory)
        write_workbooks(folder)
        os.chdir(folder)
        for produce in (record_reports, record_project):
            for name, content in produce(folder):
                lines.append(f"{hashlib.sha256(content).hexdigest()} {name}")
                (out / name.replace("/", "!").replace(" ", "_")).write_bytes(content)
        os.chdir(PROJECT)
    (out / "record.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
