"""One table on its sheet: title, head, rows to fill in, total, signature, page."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from selaras.tables import Isi as IsiKolom
from selaras.tables import Kolom

from . import metrik, rumus
from .gaya import KERTAS, UANG, UKURAN, UKURAN_NOMOR, Gaya
from .hitung import Hitungan, Isi, Nilai
from .kalimat import Kalimat, kalimat
from .nomenklatur import validasi_kode
from .setelan import Setelan
from .tata import DIBANDINGKAN, Tata
from .validasi import terkunci, validasi

#: What stands over the title, where it is more than the table's name.
_NOMOR_TABEL = {"E.81": "Formulir E.81", "SIPD-17": "Bentuk SIPD-RI (17 kolom)"}
_TANDA_TANGAN = (
    "{kota}, ............................ {n-1}",
    "Kepala {opd}",
    "{pemda}",
    "",
    "",
    "",
    "..................................................",
    "NIP. ..........................................",
)
LEBAR_TANDA_TANGAN = 46
#: Columns to the left stay in sight where they are not wider than this.
LEBAR_BEKU = 72


class PenulisLembar:
    """Writes the sheet of one table."""

    def __init__(
        self,
        sheet: Worksheet,
        gaya: Gaya,
        tata: Tata,
        setelan: Setelan,
        isi: Isi,
        tautan: Mapping[str, str],
        *,
        bernomenklatur: bool = False,
    ) -> None:
        """`tautan`: formulas, without "=", that columns are filled in with by their key.

        `bernomenklatur`: codes are chosen from a list of official ones.
        """
        self.sheet = sheet
        self.gaya = gaya
        self.tata = tata
        self.setelan = setelan
        self.isi = isi
        self.tautan = tautan
        self.bernomenklatur = bernomenklatur
        self.hitungan = Hitungan(tata, isi)
        self.jumlah = rumus.Penjumlahan(tata) if tata.berjumlah else None
        #: The formula of each column, the same text in every row.
        self.rumus = {k.key: text for k in tata.kolom if (text := self._rumus(k))}
        self.rumus_bantu = [self._rumus_bantu(b.uang, b.peran) for b in tata.bantu]
        self.lebar = tata.lebar

    def tulis(self) -> None:
        """Write everything."""
        for place, width in enumerate(self.lebar):
            self.sheet.set_column(place, place, width)
        self._judul()
        self._kepala()
        self._tabel()
        for place in range(self.tata.jumlah_baris):
            self._baris(place)
        if self.tata.berjumlah:
            self._total()
        self._validasi()
        self._bersyarat()
        last = self._tanda_tangan()
        self._halaman(last)

    # Formulas of the printed columns

    def _rumus(self, kolom: Kolom) -> str:
        """Return the formula that a column is given in every row; blank for none."""
        if kolom.rumus is not None:
            return rumus.hitungan(self.tata, kolom)
        link = self.tautan.get(kolom.key, "")
        if self.jumlah and kolom in self.tata.uang:
            # Not by way of the helper column: LibreOffice loses itself in sums that go to and fro
            # between two columns of hundreds of rows, and gives a wrong one.
            return self.jumlah.seharusnya(kolom.key, link or '""')
        return f"={link}" if link else ""

    def _dihitung(self, kolom: Kolom) -> bool:
        """Tell whether nobody fills in the column."""
        return kolom.rumus is not None

    # From top to bottom

    def _tulis(self, row: int, column: int, what: Kalimat, look: Format) -> None:
        if what.rumus:
            self.sheet.write_formula(row - 1, column, what.rumus, look, what.teks)
        else:
            self.sheet.write_string(row - 1, column, what.teks, look)

    def _judul(self) -> None:
        spec = self.tata.spec
        name = spec.name if spec.name.startswith("Tabel") else f"Tabel {spec.name}"
        lines = (_NOMOR_TABEL.get(spec.name, name), spec.judul, "{opd} {pemda}")
        look = self.gaya.format(bold=True, font_size=11, align="center", text_wrap=True)
        last = len(self.tata.kolom) - 1
        for row, line in enumerate(lines, 1):
            self.sheet.merge_range(row - 1, 0, row - 1, last, "", look)
            self._tulis(row, 0, kalimat(line, self.setelan, spec.periode), look)
            self.sheet.set_row(row - 1, 16)
        self.sheet.set_row(3, 8)

    def _kepala(self) -> None:
        tata = self.tata
        top = tata.nomor - tata.tinggi_kepala
        needed = [1.0] * tata.tinggi_kepala
        for kotak in tata.kepala:
            look = self.gaya.kepala(bantu=kotak.kiri >= len(tata.kolom))
            first, last = top + kotak.atas, top + kotak.bawah
            if (kotak.atas, kotak.kiri) != (kotak.bawah, kotak.kanan):
                self.sheet.merge_range(first - 1, kotak.kiri, last - 1, kotak.kanan, "", look)
            self._tulis(first, kotak.kiri, kotak.isi, look)
            room = sum(self.lebar[kotak.kiri : kotak.kanan + 1])
            rows = kotak.bawah - kotak.atas + 1
            lines = metrik.lines(kotak.isi.teks, room - 1, UKURAN, bold=True) / rows
            for row in range(kotak.atas, kotak.bawah + 1):
                needed[row] = max(needed[row], lines)
        for row, lines in enumerate(needed):
            self.sheet.set_row(top + row - 1, ceil(metrik.height(1, UKURAN) * lines))

    def _tabel(self) -> None:
        """Write the row of column numbers, and make it the head of a table of Excel's own.

        Such a table fills the formulas of its columns into rows that are inserted.
        """
        tata = self.tata
        look = self.gaya.nomor()
        numbers = tata.angka_kolom
        formulas = [self.rumus.get(k.key, "") for k in tata.kolom]
        formulas += self.rumus_bantu
        lines = max(
            metrik.lines(number, width - 1, UKURAN_NOMOR)
            for number, width in zip(numbers, self.lebar, strict=True)
        )
        self.sheet.set_row(tata.nomor - 1, metrik.height(lines, UKURAN_NOMOR))
        if any(formulas):
            columns: list[dict[str, Any]] = [
                {"header": number, "header_format": look, **({"formula": f} if f else {})}
                for number, f in zip(numbers, formulas, strict=True)
            ]
            self.sheet.add_table(
                tata.nomor - 1,
                0,
                tata.batas - 2,
                len(numbers) - 1,
                {
                    "name": nama_tabel(tata),
                    "columns": columns,
                    "autofilter": False,
                    "style": None,
                },
            )
        for place, number in enumerate(numbers):
            self.sheet.write_string(tata.nomor - 1, place, number, look)
        area = (tata.nomor - 1, 0, tata.batas - 1, len(numbers) - 1)
        self.sheet.ignore_errors(
            {
                "number_stored_as_text": _area(area),
                "calculated_column": _area(area),
                "formula_differs": _area(area),
                "formula_unlocked": _area(area),
            }
        )

    def _rumus_bantu(self, uang: str, peran: str) -> str:
        if peran == "satuan":
            return f"={self.tautan[peran]}"
        if peran == "beda":
            return rumus.beda(*map(self.tata.huruf, DIBANDINGKAN[self.tata.spec.name]))
        if peran == "periksa":
            return rumus.periksa(self.tata)
        assert self.jumlah is not None
        return self.jumlah.seharusnya(uang) if peran == "seharusnya" else self.jumlah.selisih(uang)

    def _baris(self, place: int) -> None:
        row = self.tata.pertama + place
        filled = place < len(self.isi.baris)
        if filled:
            self.sheet.set_row(row - 1, self._tinggi(place))
        for column, kolom in enumerate(self.tata.kolom):
            look = self.gaya.isian(kolom.isi, dihitung=self._dihitung(kolom))
            value = self.isi.baris[place].get(kolom.key) if filled else None
            self._sel(row, column, kolom, value, look, filled=filled, place=place)
        for offset, bantu in enumerate(self.tata.bantu):
            look = self.gaya.bantu(angka=bool(bantu.uang))
            formula = rumus.di_baris(self.rumus_bantu[offset], row)
            result = self._hasil_bantu(bantu.uang, bantu.peran, place) if filled else ""
            column = len(self.tata.kolom) + offset
            self.sheet.write_formula(row - 1, column, formula, look, result)

    def _tinggi(self, place: int) -> float:
        """Return the height that the texts of a row need."""
        values = self.isi.baris[place]
        bold = str(values.get(self.tata.kunci) or "....").count(".") < 5
        lines = [1]
        for kolom, width in zip(self.tata.kolom, self.lebar, strict=False):
            text = values.get(kolom.key)
            if isinstance(text, str):
                lines.append(metrik.lines(text, width - 1, UKURAN, bold=bold))
        return metrik.height(max(lines), UKURAN)

    def _sel(
        self,
        row: int,
        column: int,
        kolom: Kolom,
        value: Nilai,
        look: Format,
        *,
        filled: bool,
        place: int,
    ) -> None:
        formula = rumus.di_baris(self.rumus.get(kolom.key, ""), row)
        added = filled and self.jumlah and kolom in self.tata.uang
        if formula and not filled:
            self.sheet.write_formula(row - 1, column, formula, look, "")
        elif added and value is not None and value == self.hitungan.seharusnya[kolom.key][place]:
            self.sheet.write_formula(row - 1, column, formula, look, value)
        elif value is None:
            self.sheet.write_blank(row - 1, column, None, look)
        elif isinstance(value, int) and kolom.isi is IsiKolom.UANG:
            self.sheet.write_number(row - 1, column, value, look)
        else:
            self.sheet.write_string(row - 1, column, str(value), look)

    def _hasil_bantu(self, uang: str, peran: str, place: int) -> int | str:
        if peran == "satuan":
            return ""
        if peran == "beda":
            return self.hitungan.beda(*DIBANDINGKAN[self.tata.spec.name], place)
        if peran == "periksa":
            return self.hitungan.periksa(place)
        if peran == "selisih":
            return self.hitungan.selisih(uang, place)
        return self.hitungan.seharusnya[uang][place]

    def _total(self) -> None:
        """Write the total; its label stands in the column of codes, where sums look for an end."""
        tata = self.tata
        assert self.jumlah is not None
        row = tata.batas
        label = tata.nomor_kolom(tata.kunci)
        money = {tata.nomor_kolom(kolom.key): kolom.key for kolom in tata.uang}
        for column in range(len(tata.kolom)):
            self.sheet.write_blank(row - 1, column, None, self.gaya.jumlah())
        look = self.gaya.jumlah(align="center")
        end = min(money) - 1
        if end > label:
            self.sheet.merge_range(row - 1, label, row - 1, end, "", look)
        self.sheet.write_string(row - 1, label, "JUMLAH", look)
        look = self.gaya.jumlah(num_format=UANG, align="right", indent=1)
        for column, key in money.items():
            computed = self.hitungan.jumlah(key)
            typed = self.isi.jumlah.get(key)
            if isinstance(typed, int) and typed != computed:
                self.sheet.write_number(row - 1, column, typed, look)
            else:
                self.sheet.write_formula(row - 1, column, self.jumlah.jumlah(key), look, computed)
        self.sheet.set_row(row - 1, 18)

    # What cells take and how they look by what they hold

    def _validasi(self) -> None:
        tata = self.tata
        for column, kolom in enumerate(tata.kolom):
            rule = validasi(tata, kolom, dihitung=self._dihitung(kolom))
            if rule is None:
                continue
            if kolom.key == "kode" and self.bernomenklatur:
                rule = validasi_kode(rule)
            # From the row of numbers on: a row inserted as the first one is then within.
            self.sheet.data_validation(tata.nomor - 1, column, tata.batas - 2, column, rule)
        if tata.bantu:
            first, last = len(tata.kolom), len(tata.kolom) + len(tata.bantu) - 1
            self.sheet.data_validation(tata.nomor - 1, first, tata.batas - 2, last, terkunci())
        if tata.berjumlah:
            last = len(tata.kolom) - 1
            self.sheet.data_validation(tata.batas - 1, 0, tata.batas - 1, last, terkunci())

    def _bersyarat(self) -> None:
        tata = self.tata
        if not tata.kunci:
            return
        top, bottom, last = tata.nomor - 1, tata.batas - 2, len(tata.kolom) - 1
        for kolom in tata.uang if self.jumlah else ():
            assert self.jumlah is not None
            column = tata.nomor_kolom(kolom.key)
            conditions = [self.jumlah.beda_anak(kolom.key)]
            if tata.kunci == "kode":
                conditions.append(self.jumlah.beda_rincian(kolom.key))
            for condition in conditions:
                rule = self.gaya.menyala(condition)
                self.sheet.conditional_format(top, column, bottom, column, rule)
        if tata.kunci == "kode":
            column = tata.nomor_kolom("kode")
            own = f"${tata.huruf('kode')}{tata.nomor}"
            below = rumus.di_bawah_nomor(tata)
            twice = f'=AND({below},{own}<>"",{rumus.banyak(tata, own)}>1)'
            rule = self.gaya.menyala(twice)
            self.sheet.conditional_format(top, column, bottom, column, rule)
        for rule in self.gaya.menurut_kode(tata):
            self.sheet.conditional_format(top, 0, bottom, last, rule)
        for place, bantu in enumerate(tata.bantu):
            if bantu.peran not in ("selisih", "periksa", "beda"):
                continue
            column = last + 1 + place
            test = f'{_huruf(column)}{tata.nomor}<>""'
            if bantu.peran == "beda":
                # A difference is no mistake once its reason is given.
                test += f',${tata.huruf("catatan")}{tata.nomor}=""'
            rule = self.gaya.menyala(f"=AND({rumus.di_bawah_nomor(tata)},{test})")
            self.sheet.conditional_format(top, column, bottom, column, rule)

    # Below and around

    def _tanda_tangan(self) -> int:
        """Write the signature block and return its last row."""
        tata = self.tata
        last = len(tata.kolom) - 1
        left = last
        while left > 0 and sum(self.lebar[left : last + 1]) < LEBAR_TANDA_TANGAN:
            left -= 1
        look = self.gaya.format(font_size=10, align="center")
        row = tata.batas + 2
        for line in _TANDA_TANGAN:
            if line:
                if left < last:
                    self.sheet.merge_range(row - 1, left, row - 1, last, "", look)
                self._tulis(row, left, kalimat(line, self.setelan), look)
            row += 1
        return row - 1

    def _halaman(self, last_row: int) -> None:
        tata, sheet = self.tata, self.sheet
        sheet.set_landscape()
        sheet.set_paper(KERTAS[tata.spec.kertas])
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.repeat_rows(tata.nomor - tata.tinggi_kepala - 1, tata.nomor - 1)
        sheet.print_area(0, 0, last_row - 1, len(tata.kolom) - 1)
        sheet.set_footer("&L&8&A&R&8Halaman &P dari &N", {"margin": 0.3})
        sheet.set_zoom(90)
        frozen = 0
        for place, kolom in enumerate(tata.kolom):
            if kolom.key in ("nama", "rkpd_nama", "indikator"):
                frozen = place + 1
                break
        if sum(self.lebar[:frozen]) > LEBAR_BEKU:
            frozen = 0
        sheet.freeze_panes(tata.nomor, frozen)


class _Lembar(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose formulas are written as they are.

    The library looks through every formula for functions newer than Excel 2007, for longer than all
    else takes; those of the templates name theirs in full (`_xlfn.NUMBERVALUE`).
    """

    def _prepare_formula(self, formula: str, *_options: bool) -> str:
        return formula.removeprefix("=")


def nama_tabel(tata: Tata) -> str:
    """Return the name of the table of Excel's own."""
    return "tabel_" + "".join(c if c.isalnum() else "_" for c in tata.spec.name)


def tulis_lembar(
    book: Workbook,
    gaya: Gaya,
    tata: Tata,
    setelan: Setelan,
    isi: Isi,
    tautan: Mapping[str, str],
    *,
    bernomenklatur: bool,
) -> None:
    """Add the sheet of a table to a workbook."""
    sheet = book.add_worksheet(tata.spec.name, worksheet_class=_Lembar)
    writer = PenulisLembar(sheet, gaya, tata, setelan, isi, tautan, bernomenklatur=bernomenklatur)
    writer.tulis()


def _huruf(column: int) -> str:
    from selaras.a1 import column_letters

    return column_letters(column + 1)


def _area(area: tuple[int, int, int, int]) -> str:
    top, left, bottom, right = area
    return f"{_huruf(left)}{top + 1}:{_huruf(right)}{bottom + 1}"
