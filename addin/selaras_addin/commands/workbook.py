"""The group Buku Kerja: an empty workbook of the official tables, and the report as a page."""

from __future__ import annotations

import datetime
import tempfile
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from selaras.files import write_new
from selaras.values.text import Teks
from selaras_addin.commands.check import laporan
from selaras_addin.commands.job import Kerja
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.excel.read import letak

#: The kinds of workbooks that are made: for Yes and for No.
_MACAM = ("renja", "lengkap")


def template_baru(kerja: Kerja) -> None:
    """Build an empty workbook for next year, and open it."""
    # Not before it is wanted: what builds workbooks is of no use to the other buttons.
    from selaras_templates.setting import MACAM, Setelan

    yes, no = (MACAM[kind].judul for kind in _MACAM)
    question = Teks(
        f"Template apa yang dibuat?\n\nYa: {yes.id}.\nTidak: {no.id}.",
        f"Which template?\n\nYes: {yes.en}.\nNo: {no.en}.",
    )
    only_renja = kerja.tampil.ask_choice(question.dalam(kerja.bahasa))
    if only_renja is None:
        return
    building = Teks("membuat template ...", "building the template ...")
    kerja.tampil.kemajuan(building.dalam(kerja.bahasa))
    from selaras_templates.build import bangun

    year = datetime.date.today().year + 1
    kind = _MACAM[0] if only_renja else _MACAM[1]
    data = bangun(kind, Setelan(tahun=year))
    path = _simpan(_folder(kerja), f"Template {kind.title()} {year}", ".xlsx", data)
    kerja.app.books.open(str(path))
    done = Teks(
        f"template disimpan di {path}; isi dulu lembar Pengaturan",
        f"the template was saved as {path}; fill in its sheet Pengaturan first",
    )
    kerja.tampil.say_result(done.dalam(kerja.bahasa))


def laporan_html(kerja: Kerja) -> None:
    """Check the workbook, save the report beside it as one HTML page, and open that."""
    report, _ = laporan(kerja)
    writing = Teks("menulis laporan ...", "writing the report ...")
    kerja.tampil.kemajuan(writing.dalam(kerja.bahasa))
    from selaras.engine.explain import laporan_html as halaman
    from selaras.report.result import Report

    page = halaman(Report((report,)), kerja.bahasa)
    name = f"{Path(kerja.book.name).stem} - laporan Selaras"
    path = _simpan(_folder(kerja), name, ".html", page.encode())
    webbrowser.open(path.as_uri())
    done = Teks(f"laporan disimpan di {path}", f"the report was saved as {path}")
    kerja.tampil.say_result(done.dalam(kerja.bahasa))


def _folder(kerja: Kerja) -> list[Path]:
    """Return where a file may go: beside the workbook, else among the user's documents."""
    home = Path.home()
    places = [home / "Documents", home / "Dokumen", home, Path(tempfile.gettempdir())]
    # A workbook in the cloud has no path that could be asked for.
    beside = Path(letak(kerja.book))
    if beside.is_absolute() and beside.is_file():
        places.insert(0, beside.parent)
    return [place for place in places if place.is_dir()]


def _simpan(folders: list[Path], name: str, ending: str, data: bytes) -> Path:
    """Write a new file into the first folder that takes it; none that is there is overwritten."""
    for folder in folders:
        for path in _nama(folder, name, ending):
            try:
                write_new(path, data)
            except FileExistsError:
                continue
            except OSError:
                break
            return path
    raise Pesan(
        Teks(
            "Berkas tidak dapat disimpan: tidak ada folder yang dapat ditulisi, atau disk penuh.",
            "The file cannot be saved: no folder can be written to, or the disk is full.",
        )
    )


def _nama(folder: Path, name: str, ending: str) -> Iterator[Path]:
    yield folder / f"{name}{ending}"
    number = 2
    while True:
        yield folder / f"{name} ({number}){ending}"
        number += 1
