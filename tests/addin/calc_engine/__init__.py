"""An xlwings engine over a live, headless LibreOffice Calc: the add-in's real code runs on Linux.

It behaves as Excel's engine does where the two could differ (a text that begins with "=" becomes a
formula, mixed properties read as None, errors are words); what the add-in does not use raises
NotImplementedError. `counts` counts each crossing to the program, as COM would be crossed.
"""

from __future__ import annotations

from .application import CalcEngine
from .counter import counts
from .office import Office

__all__ = ["CalcEngine", "Office", "counts"]
