"""Engine, application, workbooks and their sheets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from xlwings import XlwingsError
from xlwings import base_classes as dasar

from .counter import GalatCalc, dihitung
from .kept import Simpanan
from .office import Kantor
from .ranges import GALAT, Range
from .worksheet import Sheet, periksa_nama

_KATA_GALAT = {nomor: kata for kata, nomor in GALAT.items()}
_SARING = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
    ".pdf": "calc_pdf_Export",
}


class CalcEngine:
    """What `xw.Engine(impl=...)` wraps. `jawaban` are the answers that alerts will get."""

    name = "calc"
    type = "desktop"

    def __init__(self, kantor: Kantor) -> None:
        self.kantor = kantor
        self.apps = Apps(self)
        self.app = App(self)

    @staticmethod
    def prepare_xl_data_element(nilai: Any, _pilihan: Any) -> Any:
        return "" if nilai is None else nilai

    @staticmethod
    def clean_value_data(
        data: Any, tanggal: Any, kosong: Any, angka: Any, galat_teks: bool
    ) -> list[list[Any]]:
        def bersih(nilai: Any) -> Any:
            if nilai is None or nilai == "":
                return kosong
            if isinstance(nilai, int) and nilai in _KATA_GALAT:
                return _KATA_GALAT[nilai] if galat_teks else None
            if isinstance(nilai, datetime.datetime):
                return tanggal(
                    year=nilai.year,
                    month=nilai.month,
                    day=nilai.day,
                    hour=nilai.hour,
                    minute=nilai.minute,
                    second=nilai.second,
                    microsecond=nilai.microsecond,
                    tzinfo=None,
                )
            return angka(nilai) if angka and isinstance(nilai, float) else nilai

        return [[bersih(nilai) for nilai in baris] for baris in data]


class Apps(dasar.Apps):
    def __init__(self, mesin: CalcEngine) -> None:
        self._mesin = mesin

    def keys(self) -> list[int]:
        return [1]

    def __iter__(self) -> Iterator[App]:
        yield self._mesin.app

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> App:
        return self._mesin.app


@dihitung
class App(dasar.App):
    """The application. What it was told to show is kept: `status_bar`, `pesan`."""

    def __init__(self, mesin: CalcEngine) -> None:
        self.engine = mesin
        self._kantor = mesin.kantor
        self._status: str | bool = False
        self._layar = True
        self._hitung = "automatic"
        self._peringatan = True
        self._peristiwa = True
        self._stores: dict[str, Simpanan] = {}
        #: Messages shown by `alert`, as (prompt, title), and what the user will answer.
        self.messages: list[tuple[str, str]] = []
        self.jawaban: list[str] = []

    @property
    def api(self) -> Any:
        return AplikasiApi(self)

    @property
    def version(self) -> str:
        return "16.0"

    @property
    def pid(self) -> int:
        return 1

    @property
    def books(self) -> Books:
        return Books(self)

    @property
    def selection(self) -> Range | None:
        buku = self.books.active
        pilihan = buku.doc.getCurrentSelection()
        if hasattr(pilihan, "getRangeAddresses"):  # with Ctrl
            semua = pilihan.getRangeAddresses()
        elif hasattr(pilihan, "getRangeAddress"):
            semua = [pilihan.getRangeAddress()]
        else:
            return None
        lembar = Sheet(buku, buku.doc.Sheets.getByIndex(semua[0].Sheet))
        sudut = [(a.StartRow, a.StartColumn, a.EndRow, a.EndColumn) for a in semua]
        return Range(lembar, [tuple(nilai + 1 for nilai in area) for area in sudut])

    @property
    def visible(self) -> bool:
        return False

    @property
    def screen_updating(self) -> bool:
        return self._layar

    @screen_updating.setter
    def screen_updating(self, nilai: bool) -> None:
        self._layar = nilai

    @property
    def calculation(self) -> str:
        return self._hitung

    @calculation.setter
    def calculation(self, nilai: str) -> None:
        self._hitung = nilai

    @property
    def display_alerts(self) -> bool:
        return self._peringatan

    @display_alerts.setter
    def display_alerts(self, nilai: bool) -> None:
        self._peringatan = nilai

    @property
    def status_bar(self) -> str | bool:
        return self._status

    @status_bar.setter
    def status_bar(self, nilai: str | bool) -> None:
        self._status = nilai

    @property
    def enable_events(self) -> bool:
        return self._peristiwa

    @enable_events.setter
    def enable_events(self, nilai: bool) -> None:
        self._peristiwa = nilai

    def activate(self, steal_focus: bool = False) -> None:
        pass

    def alert(self, prompt: str, title: str, buttons: str, mode: str, callback: Any) -> str:
        self.messages.append((prompt, title))
        bawaan = {None: "ok", "ok": "ok", "ok_cancel": "cancel"}.get(buttons, "no")
        return self.jawaban.pop(0) if self.jawaban else bawaan

    def find_store(self, doc: Any) -> Simpanan:
        """Return what is remembered of a document beyond what Calc itself keeps."""
        return self._stores.setdefault(doc.RuntimeUID, Simpanan())


class AplikasiApi:
    """The members of Excel's Application that the add-in uses through `api`."""

    def __init__(self, app: App) -> None:
        self._app = app

    @property
    def ActiveWindow(self) -> Any:
        buku = self._app.books.active
        return Jendela(self._app.find_store(buku.doc), Sheets(buku).active.name)


class Jendela:
    """Excel's window: what is frozen. A hidden Calc freezes nothing, so it is only remembered."""

    def __init__(self, simpanan: Simpanan, lembar: str) -> None:
        vars(self).update(_store=simpanan, _sheet=lembar, _columns=0, _rows=0)

    def __setattr__(self, nama: str, nilai: Any) -> None:
        if nama == "SplitRow":
            vars(self)["_rows"] = nilai
        elif nama == "SplitColumn":
            vars(self)["_columns"] = nilai
        elif nama == "FreezePanes":
            self._simpanan.beku[self._lembar] = (self._baris, self._kolom) if nilai else (0, 0)
        else:
            raise NotImplementedError(nama)


@dihitung
class Books(dasar.Books):
    def __init__(self, app: App) -> None:
        self.app = app

    def _semua(self) -> list[Book]:
        isi = self.app.engine.kantor.desktop.Components.createEnumeration()
        dokumen = []
        while isi.hasMoreElements():
            doc = isi.nextElement()
            if not doc.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                continue
            # Excel does not count add-ins among the workbooks.
            if not doc.URL.endswith(".xlam"):
                dokumen.append(Book(self.app, doc))
        return dokumen

    @property
    def active(self) -> Book:
        """The workbook that was activated last, else the first that is open."""
        semua = self._semua()
        for buku in semua:
            if self.app.find_store(buku.doc).aktif:
                return buku
        return semua[0]

    def __call__(self, nama: str | int) -> Book:
        if isinstance(nama, int):
            return self._semua()[nama - 1]
        for buku in self._semua():
            if buku.name == nama or buku.fullname == nama:
                return buku
        raise KeyError(nama)

    def __len__(self) -> int:
        return len(self._semua())

    def __iter__(self) -> Iterator[Book]:
        return iter(self._semua())

    def _muat(self, url: str) -> Book:
        kantor = self.app.engine.kantor
        doc = kantor.desktop.loadComponentFromURL(url, "_blank", 0, kantor.build_properties(Hidden=True))
        if doc is None:
            raise RuntimeError(f"Calc did not open {url}")
        buku = Book(self.app, doc)
        buku.activate()
        return buku

    def open(self, fullname: str, *args: Any, **kwargs: Any) -> Book:
        return self._muat(Path(fullname).resolve().as_uri())


@dihitung
class Book(dasar.Book):
    def __init__(self, app: App, doc: Any) -> None:
        self._app = app
        self.doc = doc

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Book) and lain.doc.RuntimeUID == self.doc.RuntimeUID

    def __hash__(self) -> int:
        return hash(self.doc.RuntimeUID)

    @property
    def api(self) -> Any:
        return BukuApi(self)

    @property
    def app(self) -> App:
        return self._app

    @property
    def name(self) -> str:
        return Path(self._berkas()).name

    @property
    def fullname(self) -> str:
        if self._app.find_store(self.doc).awan:
            # As xlwings does where OneDrive keeps no copy on the machine.
            raise XlwingsError("Couldn't find your local OneDrive file, see: xlwings.org/error")
        return self._berkas()

    def _berkas(self) -> str:
        url = self.doc.URL
        return self._app.engine.kantor.uno.fileUrlToSystemPath(url) if url else self.doc.Title

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    def activate(self) -> None:
        for buku in Books(self._app):
            self._app.find_store(buku.doc).aktif = False
        self._app.find_store(self.doc).aktif = True

    def save(self, path: str | None = None, password: str | None = None) -> None:
        if path is None:
            self.doc.store()
            return
        saring = _SARING[Path(path).suffix]
        sifat = self._app.engine.kantor.build_properties(FilterName=saring)
        self.doc.storeAsURL(Path(path).resolve().as_uri(), sifat)

    def to_pdf(self, path: str, quality: str) -> None:
        sifat = self._app.engine.kantor.build_properties(FilterName=_SARING[".pdf"])
        self.doc.storeToURL(Path(path).resolve().as_uri(), sifat)

    def close(self) -> None:
        self.doc.close(True)


class BukuApi:
    """The members of Excel's Workbook that the add-in uses through `api`."""

    def __init__(self, buku: Book) -> None:
        self._buku = buku

    @property
    def Sheets(self) -> list[Any]:
        """All sheets, those of charts too, which Calc does not have: `simpanan` names them."""
        grafik = self._buku.app.find_store(self._buku.doc).grafik
        nama = [lembar.name for lembar in self._buku.sheets]
        return [SimpleNamespace(Name=satu) for satu in (*nama, *grafik)]

    @property
    def MultiUserEditing(self) -> bool:
        return self._buku.app.find_store(self._buku.doc).dibagikan

    @property
    def Date1904(self) -> bool:
        return self._buku.doc.NullDate.Year == 1904


@dihitung
class Sheets(dasar.Sheets):
    def __init__(self, buku: Book) -> None:
        self._buku = buku

    @property
    def api(self) -> Any:
        return self._buku.doc.Sheets

    @property
    def active(self) -> Sheet:
        return Sheet(self._buku, self._buku.doc.getCurrentController().getActiveSheet())

    def __call__(self, nama: str | int) -> Sheet:
        if isinstance(nama, int):
            return Sheet(self._buku, self._buku.doc.Sheets.getByIndex(nama - 1))
        if not self._buku.doc.Sheets.hasByName(nama):
            raise KeyError(nama)
        return Sheet(self._buku, self._buku.doc.Sheets.getByName(nama))

    def __len__(self) -> int:
        return self._buku.doc.Sheets.Count

    def __iter__(self) -> Iterator[Sheet]:
        semua = self._buku.doc.Sheets
        return (Sheet(self._buku, semua.getByIndex(i)) for i in range(semua.Count))

    def add(
        self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None
    ) -> Sheet:
        semua = self._buku.doc.Sheets
        if self._buku.doc.isProtected():
            raise GalatCalc("the structure of the workbook is protected")
        if name is not None:
            periksa_nama(name)
        if before is not None:
            tempat = before.index - 1
        elif after is not None:
            tempat = after.index
        else:
            tempat = self.active.index - 1
        nama = name or next(f"Sheet{i}" for i in range(1, 9999) if not semua.hasByName(f"Sheet{i}"))
        semua.insertNewByName(nama, tempat)
        lembar = Sheet(self._buku, semua.getByName(nama))
        lembar.activate()
        return lembar
