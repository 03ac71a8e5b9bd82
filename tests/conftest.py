"""Shared by all tests: `layouts`, `hostile` and other helpers in this folder can be imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

# Machines under load are slow: that says nothing of what is tested.
settings.register_profile("selaras", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("selaras")

sys.path.insert(0, str(Path(__file__).parent))

# Lists that this user has loaded must not change what tests find, in this process or a child.
os.environ.pop("SELARAS_DATA", None)
os.environ["XDG_DATA_HOME"] = str(Path(__file__).parent / "tidak-ada")
