"""A check must not load what it does not need: that is where a quick command loses its time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = {
    "pandas", "numpy", "openpyxl", "rich", "xlwings", "lxml", "dask", "jsonschema", "num2words",
    "asyncio", "multiprocessing", "subprocess", "tempfile", "shutil", "http", "socket", "ssl",
    "email", "unittest", "pdb", "tomllib", "difflib", "textwrap", "glob", "traceback", "logging",
    "inspect", "ast", "tokenize", "pkgutil", "importlib.metadata", "sqlite3",
}  # fmt: skip

#: In-process, because that loads at least as much as parent and child do together.
PROGRAM = """
import sys
from selaras.cli.main import main
status = main(["check", "--in-process", "--format", "json", sys.argv[1]])
sys.stderr.write("\\n".join(sys.modules))
sys.exit(status)
"""


def loaded(workbook: Path) -> set[str]:
    done = subprocess.run(
        [
            sys.executable,
            "-S",
            "-c",
            f"import sys; sys.path[:] = {sys.path!r}\n{PROGRAM}",
            workbook,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


def test_check_as_json_loads_nothing_heavy(bad: Path) -> None:
    assert loaded(bad) & HEAVY == set()


def test_a_check_loads_no_rule_that_has_nothing_to_look_at(bad: Path) -> None:
    rules = {name.split(".")[2] for name in loaded(bad) if name.startswith("selaras.rules.")}
    assert rules >= {"kod", "jml", "ind"}
    # Its tables are of one document: nothing is held against RKPD, Renstra or a nomenclature.
    assert not rules & {"rkp", "rst", "tbl"}
    assert not loaded(bad) & {"selaras.rules.kod.tak_terdaftar", "selaras.nomenklatur.entry"}


def test_the_package_itself_loads_nothing() -> None:
    program = "import sys, selaras; print(*(m for m in sys.modules if m.startswith('selaras')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert set(done.stdout.split()) == {"selaras", "selaras.version"}
