"""The colours of findings and of their list, in Excel and in annotated copies: one table for both.

The fills are light enough for black text, strong enough beside the pale tints that people give to
their tables, and told apart by the colour-blind: the three differ in lightness or in blue against
yellow, not in red against green. The word of the severity always stands beside them, in the note
and in the list.
"""

from __future__ import annotations

from selaras.values.finding import Severity

#: RGB in hexadecimal, without the number sign.
FILLS: dict[Severity, str] = {
    Severity.ERROR: "F4A582",
    Severity.WARNING: "FFD54F",
    Severity.INFO: "9DC3E6",
}
#: The colour of text on all of them.
TEXT_COLOUR = "000000"
#: The head of a list, with white text, and the text of a link.
HEAD_COLOUR, LINK_COLOUR = "1F3864", "0563C1"
