"""Run so many compositions; print each that fails and how many did.

python -m composition [COUNT] [FIRST SEED]        from the folder of the tests
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

import conftest  # noqa: F401  (paths and environment of the tests)
from composition.compose import draw, find_faults


def main() -> int:
    """Return 1 where a composition failed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failed = 0
    involved: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as directory:
        for seed in range(first, first + count):
            composition = draw(Random(seed))
            try:
                faults = find_faults(composition, Path(directory) / "composition.xlsx")
            except Exception as error:
                faults = [f"{type(error).__name__}: {error}"]
            if faults:
                failed += 1
                involved.update(composition.transforms)
                print(seed, composition)
                for fault in faults[:8]:
                    print("     ", fault)
    print(f"{count} compositions from seed {first}, {failed} failed")
    for name, times in involved.most_common():
        print(f"  {times:4} {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
