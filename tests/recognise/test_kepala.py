"""Every wording and arrangement of a head gives the same columns, codes and amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import tata_lain as lain
from . import tata_ragam as ragam
from . import tata_renja as renja
from .dokumen import Tata, periksa
from .lembar import kenali, satu, tulis

SEMUA = (
    *renja.TC33,
    *renja.TABEL41,
    *renja.SIPD,
    *lain.TC29,
    *lain.TC30,
    *lain.TC31,
    *lain.TC32,
    *lain.E81,
    *lain.TC23,
    *lain.TC24,
    *lain.TC25,
    *lain.TC26,
    *lain.TC27,
    *lain.ALOKASI,
    *lain.TABEL31,
    *ragam.RAGAM,
)


@pytest.mark.parametrize("layout", SEMUA, ids=lambda layout: f"{layout.tabel} {layout.nama}")
def test_kepala(layout: Tata, tmp_path: Path) -> None:
    work = kenali(tulis(tmp_path / "buku.xlsx", layout.lembar()))
    periksa(layout, satu(work, layout.tabel))
