"""How long the functions in cells take over 5,000 rows: one array call against 5,000 calls.

Everything runs as in Excel but COM: through xlwings' own `call_udf`. "First" are cells that were
never seen, "again" the same cells once more, as when Excel recalculates. Prints the best of the
rounds in time of the processor (other work on the machine counts less so), the ratio of "again" to
a bare start of Python, and to as many calls for single cells. For functions that need the whole
column, those calls are for columns of one row. A nomenclature with the codes is loaded.
`python benchmarks/udf.py [rounds]`. The goal (docs: speed) is at most 20 ms.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from addin.excel import MISSING, open_excel
from selaras.nomenklatur.entry import KodeEntry, Rincian
from selaras.nomenklatur.place import find_lists_file
from selaras.nomenklatur.store import ListStore, NewList
from selaras.values.kode_reading import Kode

ROWS = 5_000
#: So many calls stand for all of them: they take seconds.
SAMPLE = 500
#: No column has so many programs.
PROGRAMS = 110
GOAL = 20.0
NAMED = "SELARAS_NAMA"
Column = tuple[tuple[Any, ...], ...]
Call = Callable[..., Any]


def build_codes(first: int) -> Column:
    """Return a column of a plan's codes; another `first` gives other codes."""
    found: list[str] = []
    for program in count(first):
        head = f"{1 + program // 90 % 9}.{1 + program // 810 % 90:02d}.{1 + program % 90:02d}"
        found.append(head)
        for kegiatan in range(1, 6):
            found.append(f"{head}.2.{kegiatan:02d}")
            found += [f"{head}.2.{kegiatan:02d}.{sub:04d}" for sub in range(1, 9)]
        if len(found) >= ROWS:
            return tuple((code,) for code in found[:ROWS])
    raise AssertionError


def build_amounts(first: int) -> Column:
    """Return a column of amounts that add up by those codes, none of which was seen before."""
    found: list[float] = []
    while len(found) < ROWS:
        kegiatan = [[float(len(found) + first * ROWS + sub) for sub in range(8)] for _ in range(5)]
        found.append(sum(map(sum, kegiatan)))
        for subs in kegiatan:
            found += [sum(subs), *subs]
    return tuple((amount,) for amount in found[:ROWS])


def build_texts(first: int, unit: str) -> Column:
    """Return a column of amounts or targets as texts, of which people repeat many."""
    return tuple((f"{first * ROWS + place % 250} {unit}",) for place in range(1, ROWS + 1))


def split_codes(column: Column) -> Column:
    """Return a column of codes as six columns of one part each."""
    return tuple((*(parts := code.split(".")), *[None] * (6 - len(parts))) for (code,) in column)


CALLS: dict[str, Callable[[int], tuple[Any, ...]]] = {
    "SELARAS_KODE": lambda n: (build_codes(n),),
    "SELARAS_KODE terpecah": lambda n: (split_codes(build_codes(n)),),
    "SELARAS_TINGKAT": lambda n: (build_codes(n),),
    "SELARAS_INDUK": lambda n: (build_codes(n),),
    "SELARAS_PERIKSA_KODE": lambda n: (build_codes(n),),
    NAMED: lambda n: (build_codes(n), MISSING),
    "SELARAS_SUBTOTAL": lambda n: (build_codes(n), build_amounts(n)),
    "SELARAS_SELISIH": lambda n: (build_codes(n), build_amounts(n)),
    "SELARAS_COCOK": lambda n: (build_codes(n), build_codes(n), build_amounts(n)),
    # One code in all rows: looked up, and added up, once.
    "SELARAS_COCOK sama": lambda n: (
        build_codes(n)[:1] * ROWS,
        build_codes(n)[:1] * ROWS,
        build_amounts(n),
    ),
    "SELARAS_RUPIAH": lambda n: (build_amounts(n),),
    "SELARAS_RUPIAH teks": lambda n: (build_texts(n, "rupiah"),),
    "SELARAS_TERBILANG": lambda n: (build_amounts(n),),
    "SELARAS_CAPAIAN": lambda n: (build_amounts(n), build_amounts(n + 1)),
    "SELARAS_CAPAIAN teks": lambda n: (build_texts(n, "dokumen"), build_texts(n + 1, "dokumen")),
}


def find_first(turn: int, name: str) -> int:
    """Return where the columns of a function begin in a round: none has a code of another."""
    return 1 + PROGRAMS * (len(CALLS) * turn + list(CALLS).index(name))


def store_list(rounds: int) -> None:
    """Store a nomenclature with the codes that names are asked of."""
    entries = [
        (KodeEntry(Kode(tuple(map(int, code.split("."))), 4), f"Nama {code}"), Rincian())
        for turn in range(rounds)
        for (code,) in build_codes(find_first(turn, NAMED))
    ]
    ListStore(find_lists_file()).add(
        NewList("uji", None, "benchmark", "0" * 64, "2024-01-01", entries, {}, 4)
    )


def measure_seconds(function: Call, arguments: tuple[Any, ...]) -> float:
    """Return how long one call takes."""
    gc.collect()
    start = time.process_time()
    function(*arguments)
    return time.process_time() - start


def measure_scalar(name: str, function: Call, arguments: tuple[Any, ...]) -> float:
    """Return how long a call for each of the rows would take, from a sample of them."""
    whole = name.startswith("SELARAS_COCOK")  # each cell is looked up in the whole other table
    sample = SAMPLE // 50 if whole else SAMPLE
    rows = [
        [cells[row][0] if isinstance(cells, tuple) else cells for cells in arguments]
        for row in range(sample)
    ]
    start = time.process_time()
    for row in rows:
        function(row[0], *(arguments if whole else row)[1:])
    return (time.process_time() - start) / sample * ROWS


def measure_bare_start() -> float:
    """Return how long a Python takes that does nothing."""
    before = os.times()
    subprocess.run([sys.executable, "-I", "-c", ""], check=True)
    after = os.times()
    children = (after.children_user, after.children_system)
    return sum(children) - before.children_user - before.children_system


def main(rounds: int) -> None:
    """Measure all functions in turn, round by round, and print the best of each."""
    first, again, single = ({name: [] for name in CALLS} for _ in range(3))
    bare: list[float] = []
    with open_excel() as xl:
        for turn in range(rounds):
            # The clock of children ticks in hundredths of a second.
            bare.append(sum(measure_bare_start() for _ in range(10)) / 10)
            for name, made in CALLS.items():
                function_name = name.partition(" ")[0]

                def call(*arguments: Any, name: str = function_name) -> Any:
                    return xl.call_raw(name, *arguments)

                arguments = made(find_first(turn, name))
                first[name].append(measure_seconds(call, arguments))
                again[name].append(measure_seconds(call, arguments))
                single[name].append(measure_scalar(name, call, arguments))
    start = min(bare)
    print(f"{ROWS:,} rows, best of {rounds} rounds; a bare Python start is {start * 1000:.0f} ms")
    print(f"{'':22}{'first':>10}{'again':>10}{'of a start':>12}{'of 5,000 calls':>16}")
    for name in CALLS:
        new, old, many = min(first[name]), min(again[name]), min(single[name])
        told = "" if max(new, old) * 1000 <= GOAL else f"   (goal {GOAL:.0f} ms)"
        print(
            f"{name:22}{new * 1000:7.1f} ms{old * 1000:7.1f} ms{old / start:11.2f}x"
            f"{old / many:15.3f}x{told}"
        )


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SELARAS_DATA"] = folder
        store_list(rounds)
        main(rounds)
