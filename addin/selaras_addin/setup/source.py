"""How Selaras gets onto a computer: by the zip for Windows, or from a copy of its repository.

There is no other way: no package index has it.
"""

from __future__ import annotations

from selaras.values.text import Text

_PACKAGE = '".[excel]"'
#: In a copy of the repository, as README and guide say it.
PIP_INSTALL = f"pip install {_PACKAGE}"
#: pip would else leave alone what it believes to be there, a DLL that was removed included.
PIP_REINSTALL = f"pip install --force-reinstall {_PACKAGE}"

REINSTALL = Text(
    "Jalankan lagi Pasang.cmd dari paket zip Selaras (Windows), atau di salinan repositori "
    f"Selaras: {PIP_REINSTALL}, lalu: selaras addin install",
    "Run Pasang.cmd of Selaras' zip again (Windows), or in a copy of Selaras' repository: "
    f"{PIP_REINSTALL}, then: selaras addin install",
)
