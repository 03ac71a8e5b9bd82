"""What the smoke test in Excel must run, from the add-in's own tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256

from release.scenario import COPY_NAME, SCENARIO
from selaras.version import __version__
from selaras_addin.functions import FUNCTIONS
from selaras_addin.live.excel.messages import BOX_TITLE
from selaras_addin.ribbon import BUTTONS, TAB_KEYTIP
from selaras_addin.xlam.customui import ON_ACTION
from selaras_addin.xlam.dispatch import PROCEDURE
from selaras_addin.xlam.xlwings_source import read_xlwings_version

PLAN_SCHEMA = "selaras.smoke/2"
#: A step that takes longer has got stuck: a box that nobody answers, or a Python that does not.
SECONDS = 180


def build_smoke_plan(addin: bytes) -> str:
    """Return the plan as JSON: each button with what it must do, each function with its example.

    Raises KeyError for a button of which nobody has said what must be seen after it.
    """
    plan = {
        "schema": PLAN_SCHEMA,
        "selaras": __version__,
        "xlwings": read_xlwings_version(),
        "addin_sha256": sha256(addin).hexdigest(),
        "title": BOX_TITLE,
        "copy": COPY_NAME,
        "seconds": SECONDS,
        "tab_keytip": TAB_KEYTIP,
        "callback": ON_ACTION,
        "dispatch": PROCEDURE,
        "buttons": [_build_step(button.id) for button in BUTTONS],
        "functions": [
            {
                "name": function.name,
                "arguments": [_list_cells(cells) for cells in function.example.arguments],
                "expected": _list_cells(function.example.result),
            }
            for function in FUNCTIONS
        ],
    }
    return json.dumps(plan, ensure_ascii=False, indent=1) + "\n"


def _build_step(id: str) -> dict[str, object]:
    step = SCENARIO[id]
    return {
        "id": id,
        "write": [
            {"sheet": sheet, "cell": cell, "value": value} for sheet, cell, value in step.typed
        ],
        # A list, as the script reads it: of one, or of none.
        "select": [{"sheet": sheet, "cell": cell} for sheet, cell in filter(None, [step.selected])],
        "dialogs": [list(patterns) for patterns in step.boxes],
        "effects": [asdict(effect) for effect in step.effects],
    }


def _list_cells(cells: object) -> list[object]:
    return list(cells) if isinstance(cells, tuple) else [cells]
