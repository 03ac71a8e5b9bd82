"""What the smoke test in Excel must run, from the add-in's own tables."""

from __future__ import annotations

import json
from hashlib import sha256

from selaras.version import __version__
from selaras_addin.fungsi import FUNCTIONS
from selaras_addin.live.tampil import JUDUL
from selaras_addin.log import NAMA as LOG
from selaras_addin.ribbon import BUTTONS, TAB_KEYTIP
from selaras_addin.xlam.customui import ON_ACTION
from selaras_addin.xlam.dispatch import PROCEDURE
from selaras_addin.xlam.xlwings_source import xlwings_version

SCHEMA = "selaras.smoke/1"


def smoke_plan(addin: bytes) -> str:
    """Return the plan as JSON: each button, and each function with its example, as columns."""
    plan = {
        "schema": SCHEMA,
        "selaras": __version__,
        "xlwings": xlwings_version(),
        "addin_sha256": sha256(addin).hexdigest(),
        "title": JUDUL,
        "log": LOG,
        "tab_keytip": TAB_KEYTIP,
        "callback": ON_ACTION,
        "dispatch": PROCEDURE,
        "buttons": [{"id": button.id, "label": button.label.id} for button in BUTTONS],
        "functions": [
            {
                "name": function.name,
                "arguments": [_column(cells) for cells in function.example.arguments],
                "expected": _column(function.example.result),
            }
            for function in FUNCTIONS
        ],
    }
    return json.dumps(plan, ensure_ascii=False, indent=1) + "\n"


def _column(cells: object) -> list[object]:
    return list(cells) if isinstance(cells, tuple) else [cells]
