"""The guide to the add-in: its tables are those of the code, and what it points to is there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from selaras_addin.live.marks import on_cells
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.ribbon import BUTTONS
from selaras_addin.setup.source import PIP_INSTALL, PIP_REINSTALL, REINSTALL

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "excel.md").read_text(encoding="utf-8")


def test_tables_are_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(DOCS)
    page = importlib.import_module("build_excel").page
    assert page(GUIDE) == GUIDE, "run python docs/build_excel.py"
    with pytest.raises(ValueError, match="no place for tombol"):
        page(GUIDE.replace("<!-- /tombol -->", ""))


def test_guide_readme_and_advice_name_the_same_way_to_install() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert PIP_INSTALL in GUIDE
    assert PIP_INSTALL in readme
    assert PIP_REINSTALL.split() == [*PIP_INSTALL.split()[:-1], "--force-reinstall", '".[excel]"']
    for words in (REINSTALL.id, REINSTALL.en):
        assert PIP_REINSTALL in words
        assert "Pasang.cmd" in words
        assert words.endswith(": selaras addin install")
    # What is in no package index must not be asked for there.
    for text in (GUIDE, readme):
        assert not re.search(r"pip install\s+(-\S+\s+)*['\"]?selaras", text)


def test_pictures_are_there_and_small() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", GUIDE)
    assert len(pictures) >= 3
    for picture in pictures:
        assert (DOCS / picture).stat().st_size < 150_000


def test_the_caps_that_it_names_are_those_of_the_code() -> None:
    caps = (on_cells.MOST_COLOURED, on_cells.MOST_NOTES, findings_sheet.MOST_FINDINGS)
    said = re.search(r"Paling banyak ([\d.]+) sel .* dan ([\d.]+) di .* sampai ([\d.]+) tem", GUIDE)
    assert said is not None
    assert tuple(int(number.replace(".", "")) for number in said.groups()) == caps


def test_pages_and_headings_that_it_points_to_are_there() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in GUIDE.splitlines()
        if line.startswith("#")
    }
    links = re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", GUIDE)
    assert links
    for link in links:
        if link.startswith("#"):
            assert link[1:] in headings
        elif not link.startswith("https://"):
            assert (DOCS / link).is_file()


def test_every_button_that_the_text_names_is_one() -> None:
    """A name in bold that is no button's, no group's, no sheet's would send people looking."""
    names = {button.label.id for button in BUTTONS}
    prose = GUIDE.partition("## Semua tombol")[0]
    named = set(re.findall(r"\*\*([A-Z][^*.]+)\*\*", prose))
    others = {"Selaras", "Temuan", "Perbaiki", "Dari paket zip", "Dari Python"}
    assert named - others <= names
    # All but these are told of where they are used.
    assert names - named <= {"Daftar Temuan", "Panduan"}
