"""Exit codes: what scripts may rely on."""

from __future__ import annotations

#: No finding at or above the level of --fail-on, and no document without a required table.
CLEAN = 0
FOUND = 1
#: The command line or a settings file is wrong.
USAGE = 2
#: At least one workbook could not be read or not be checked to its end, or has no table that is
#: known (a mere note with --allow-unchecked).
UNREAD = 3
INTERNAL = 4
INTERRUPTED = 130
#: What a shell reports for a program whose output nobody reads any more.
BROKEN_PIPE = 141
