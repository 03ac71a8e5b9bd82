"""Write the schema of selaras-pengecualian.toml from its keys: `python docs/build_skema.py`.

A test fails when the file is stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selaras.apart.waiver_keys import WAIVER_KEYS, WAIVERS_KEY

FILE = Path(__file__).parents[1] / "validators/selaras/selaras-pengecualian.schema.json"


def schema() -> dict[str, Any]:
    """Return what editors may be told of the file."""
    waiver = {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key, waiver_key in WAIVER_KEYS.items() if waiver_key.required],
        "anyOf": [{"required": ["sidik"]}, {"required": ["aturan"]}],
        "dependentRequired": {"kode": ["aturan"], "tabel": ["aturan"]},
        "properties": {
            key: {"description": waiver_key.remark, **waiver_key.schema}
            for key, waiver_key in WAIVER_KEYS.items()
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:selaras:waivers:1",
        "title": "Pengecualian Selaras",
        "description": "Isi selaras-pengecualian.toml: temuan yang diterima, dengan alasannya.",
        "type": "object",
        "additionalProperties": False,
        "properties": {WAIVERS_KEY: {"type": "array", "items": waiver}},
    }


def text() -> str:
    """Return the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
