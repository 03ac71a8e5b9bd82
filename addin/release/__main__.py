"""Build the bundle for Windows."""

from __future__ import annotations

import argparse
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from release.bundle import PACKAGE_NAME, PROJECT, build_bundle
from release.wheels import PYTHONS, Incomplete, build_own_wheel, download_wheels
from selaras.files import write_whole
from selaras_addin.xlam.build import build_addin


def main() -> int:
    """Build, download, pack; print the file and its hash."""
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument("-o", "--output", default="dist", help="folder (default: dist)")
    parser.add_argument(
        "--python", action="append", choices=PYTHONS, help="only for this Python (repeatable)"
    )
    options = parser.parse_args()
    pythons = options.python or PYTHONS
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder)
        own = build_own_wheel(PROJECT, wheels)
        try:
            for python in pythons:
                download_wheels(own, wheels, python)
        except Incomplete as error:
            parser.error(str(error))
        data = build_bundle(build_addin("id"), wheels.glob("*.whl"), pythons)
    target = Path(options.output) / f"{PACKAGE_NAME}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, data)
    print(f"{target}\nsha256 {sha256(data).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
