"""The rows of a table to be filled in, or filled in, and its total."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format

from selaras.tables import Isi as IsiKolom
from selaras.tables import Kolom
from selaras_templates.formulas import table
from selaras_templates.formulas.results import Hitungan, Isi, Nilai
from selaras_templates.layout import metrics
from selaras_templates.layout.places import DIBANDINGKAN, Tata

from .canvas import Kanvas
from .style import UANG, UKURAN


class RumusKolom:
    """The formula of each column, in the form that is the same in every row; blank for none."""

    def __init__(self, tata: Tata, tautan: Mapping[str, str]) -> None:
        """`tautan`: formulas, without "=", that columns are filled in with by their key."""
        self._tata = tata
        self._tautan = tautan
        self._jumlah = table.Penjumlahan(tata) if tata.berjumlah else None
        self.printed = {kolom.key: self._cetak(kolom) for kolom in tata.kolom}
        self.bantu = [self._bantu(bantu.uang, bantu.peran) for bantu in tata.bantu]

    def find_total(self, uang: str) -> str:
        """Return the formula of the total of a money column."""
        assert self._jumlah is not None
        return self._jumlah.total_up(uang)

    def _cetak(self, kolom: Kolom) -> str:
        """Return the formula of a printed column."""
        if kolom.rumus is not None:
            return table.hitungan(self._tata, kolom)
        link = self._tautan.get(kolom.key, "")
        if self._jumlah and kolom in self._tata.money_columns:
            # Not by way of the helper column: LibreOffice loses itself in sums that go to and fro
            # between two columns of hundreds of rows, and gives a wrong one.
            return self._jumlah.sum_below(kolom.key, link or '""')
        return f"={link}" if link else ""

    def _bantu(self, uang: str, peran: str) -> str:
        if peran == "satuan":
            return f"={self._tautan[peran]}"
        if peran == "beda":
            return table.beda(*map(self._tata.find_letters, DIBANDINGKAN[self._tata.spec.name]))
        if peran == "periksa":
            return table.periksa(self._tata)
        assert self._jumlah is not None
        return (
            self._jumlah.sum_below(uang) if peran == "seharusnya" else self._jumlah.subtract(uang)
        )


class PenulisBaris:
    """Writes the rows of one table."""

    def __init__(self, kanvas: Kanvas, rumus_kolom: RumusKolom, isi: Isi) -> None:
        self.sheet, self.gaya, self.tata = kanvas.sheet, kanvas.gaya, kanvas.tata
        self.formulas = rumus_kolom
        self.isi = isi
        self.widths = kanvas.tata.widths
        self.hitungan = Hitungan(kanvas.tata, isi)

    def tulis(self) -> None:
        """Write all rows, and the total where there is one."""
        for place in range(self.tata.jumlah_baris):
            self._write_row(place)
        if self.tata.berjumlah:
            self._total()

    def _write_row(self, place: int) -> None:
        row = self.tata.pertama + place
        filled = place < len(self.isi.rows)
        if filled:
            self.sheet.set_row(row - 1, self._tinggi(place))
        for column, kolom in enumerate(self.tata.kolom):
            look = self.gaya.format_entry(kolom.isi, is_computed=kolom.rumus is not None)
            value = self.isi.rows[place].get(kolom.key) if filled else None
            self._write_cell(row, column, kolom, value, look, filled=filled, place=place)
        for offset, bantu in enumerate(self.tata.bantu):
            look = self.gaya.format_helper(is_number=bool(bantu.uang))
            formula = table.di_baris(self.formulas.bantu[offset], row)
            result = self._hasil_bantu(bantu.uang, bantu.peran, place) if filled else ""
            column = len(self.tata.kolom) + offset
            self.sheet.write_formula(row - 1, column, formula, look, result)

    def _tinggi(self, place: int) -> float:
        """Return the height that the texts of a row need."""
        values = self.isi.rows[place]
        bold = str(values.get(self.tata.key_column) or "....").count(".") < 5
        lines = [1]
        for kolom, width in zip(self.tata.kolom, self.widths, strict=False):
            text = values.get(kolom.key)
            if isinstance(text, str):
                lines.append(metrics.lines(text, width - 1, UKURAN, bold=bold))
        return metrics.height(max(lines), UKURAN)

    def _write_cell(
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
        formula = table.di_baris(self.formulas.printed[kolom.key], row)
        added = filled and self.tata.berjumlah and kolom in self.tata.money_columns
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
            return self.hitungan.find_gap(*DIBANDINGKAN[self.tata.spec.name], place)
        if peran == "periksa":
            return self.hitungan.find_message(place)
        if peran == "selisih":
            return self.hitungan.find_difference(uang, place)
        return self.hitungan.seharusnya[uang][place]

    def _total(self) -> None:
        """Write the total; its label stands in the column of codes, where sums look for an end."""
        tata = self.tata
        row = tata.batas
        label = tata.nomor_kolom(tata.key_column)
        money = {tata.nomor_kolom(kolom.key): kolom.key for kolom in tata.money_columns}
        for column in range(len(tata.kolom)):
            self.sheet.write_blank(row - 1, column, None, self.gaya.format_total())
        look = self.gaya.format_total(align="center")
        end = min(money) - 1
        if end > label:
            self.sheet.merge_range(row - 1, label, row - 1, end, "", look)
        self.sheet.write_string(row - 1, label, "JUMLAH", look)
        look = self.gaya.format_total(num_format=UANG, align="right", indent=1)
        for column, key in money.items():
            computed = self.hitungan.find_total(key)
            typed = self.isi.totals.get(key)
            if isinstance(typed, int) and typed != computed:
                self.sheet.write_number(row - 1, column, typed, look)
            else:
                self.sheet.write_formula(row - 1, column, self.formulas.find_total(key), look, computed)
        self.sheet.set_row(row - 1, 18)
