"""The group Buku Kerja: an empty workbook of the official tables, and the report as a page."""

from __future__ import annotations

import datetime
import tempfile
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from selaras.files import write_new
from selaras.values.text import Text
from selaras_addin.commands.check import build_report
from selaras_addin.commands.job import Press
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.excel.read import find_path

#: The kinds of workbooks that are made: for Yes and for No.
_KINDS = ("renja", "lengkap")


def template_baru(press: Press) -> None:
    """Build an empty workbook for next year, and open it."""
    # Not before it is wanted: what builds workbooks is of no use to the other buttons.
    from selaras_templates.setting import WORKBOOK_KINDS, TemplateSetting

    yes, no = (WORKBOOK_KINDS[kind].title for kind in _KINDS)
    question = Text(
        f"Template apa yang dibuat?\n\nYa: {yes.id}.\nTidak: {no.id}.",
        f"Which template?\n\nYes: {yes.en}.\nNo: {no.en}.",
    )
    only_renja = press.display.ask_choice(question.say_in(press.language))
    if only_renja is None:
        return
    building = Text("membuat template ...", "building the template ...")
    press.display.say_progress(building.say_in(press.language))
    from selaras_templates.build import build_workbook

    year = datetime.date.today().year + 1
    kind = _KINDS[0] if only_renja else _KINDS[1]
    data = build_workbook(kind, TemplateSetting(year=year))
    path = _save(_find_folders(press), f"Template {kind.title()} {year}", ".xlsx", data)
    press.app.books.open(str(path))
    done = Text(
        f"template disimpan di {path}; isi dulu lembar Pengaturan",
        f"the template was saved as {path}; fill in its sheet Pengaturan first",
    )
    press.display.say_result(done.say_in(press.language))


def laporan_html(press: Press) -> None:
    """Check the workbook, save the report beside it as one HTML page, and open that."""
    report, _ = build_report(press)
    writing = Text("menulis laporan ...", "writing the report ...")
    press.display.say_progress(writing.say_in(press.language))
    from selaras.engine.explain import build_html_report
    from selaras.report.result import Report

    page = build_html_report(Report((report,)), press.language)
    name = f"{Path(press.book.name).stem} - laporan Selaras"
    path = _save(_find_folders(press), name, ".html", page.encode())
    webbrowser.open(path.as_uri())
    done = Text(f"laporan disimpan di {path}", f"the report was saved as {path}")
    press.display.say_result(done.say_in(press.language))


def _find_folders(press: Press) -> list[Path]:
    """Return where a file may go: beside the workbook, else among the user's documents."""
    home = Path.home()
    places = [home / "Documents", home / "Dokumen", home, Path(tempfile.gettempdir())]
    # A workbook in the cloud has no path that could be asked for.
    beside = Path(find_path(press.book))
    if beside.is_absolute() and beside.is_file():
        places.insert(0, beside.parent)
    return [place for place in places if place.is_dir()]


def _save(folders: list[Path], name: str, ending: str, data: bytes) -> Path:
    """Write a new file into the first folder that takes it; none that is there is overwritten."""
    for folder in folders:
        for path in _name_paths(folder, name, ending):
            try:
                write_new(path, data)
            except FileExistsError:
                continue
            except OSError:
                break
            return path
    raise UserMessage(
        Text(
            "Berkas tidak dapat disimpan: tidak ada folder yang dapat ditulisi, atau disk penuh.",
            "The file cannot be saved: no folder can be written to, or the disk is full.",
        )
    )


def _name_paths(folder: Path, name: str, ending: str) -> Iterator[Path]:
    yield folder / f"{name}{ending}"
    number = 2
    while True:
        yield folder / f"{name} ({number}){ending}"
        number += 1
