"""What a built add-in tells about itself."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from selaras_addin.xlam.build import SELARAS_PROPERTY, XLWINGS_PROPERTY
from selaras_addin.xlam.package import PROPERTIES_PART

#: No part of ours is near this size: a larger one is somebody else's.
_LARGEST = 100_000


@dataclass(frozen=True)
class AddinFile:
    """The versions with which an add-in was built."""

    selaras: str
    xlwings: str


def read_addin(data: bytes) -> AddinFile | None:
    """Return what the file tells, or None where it is no add-in of Selaras."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(PROPERTIES_PART).file_size > _LARGEST:
                return None
            root = ElementTree.fromstring(archive.read(PROPERTIES_PART))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError):
        return None
    properties = {item.get("name"): "".join(item.itertext()) for item in root}
    selaras, xlwings = properties.get(SELARAS_PROPERTY), properties.get(XLWINGS_PROPERTY)
    return AddinFile(selaras, xlwings) if selaras and xlwings else None
