"""The same document in every layout gives the same findings, at the cells where its values are."""

from __future__ import annotations

import pytest

from layouts import AMOUNTS, LAYOUTS, read
from selaras.engine import check_book
from selaras.report.model import WorkbookReport
from selaras.setting import Setting

from .dokumen import Tertulis, baris_kode, baris_kosong_induk, jumlah_salah, sel, tertulis
from .jalankan import LANGKAH_INI

PASTED = ("2.17.01.2.05", "2.17.01.2.05.10")


@pytest.fixture(scope="module", params=LAYOUTS)
def asal(request: pytest.FixtureRequest) -> Tertulis:
    return tertulis(request.param)


@pytest.fixture(scope="module")
def report(asal: Tertulis) -> WorkbookReport:
    return check_book(asal.book, Setting())


def known(asal: Tertulis) -> set[tuple[object, ...]]:
    """Return rule, cell, expected, actual and difference of all that is to be found."""
    found: set[tuple[object, ...]] = set()
    for wrong in jumlah_salah():
        if asal.ada(wrong.tabel):
            place = asal.tempat(wrong.tabel, wrong.baris, wrong.kunci)
            difference = wrong.tertulis - wrong.seharusnya
            found.add((wrong.aturan, *place, wrong.seharusnya, wrong.tertulis, difference))
    for code in PASTED:
        row = baris_kode("T-C.33", code)
        place = asal.tempat("T-C.33", row.index, "pagu_maju")
        found.add(("JML008", *place, None, row.values["pagu_maju"], None))
    head = asal.placement.heads["T-C.30", "realisasi_2"]
    found.add(("LBR002", *head, None, "(head)", None))
    for row in baris_kosong_induk("T-C.29"):
        place = asal.tempat("T-C.29", row.index, "kode")
        found.add(("KOD002", *place, "(parent)", "(code)", None))
    return found


def test_same_findings_where_the_values_stand(asal: Tertulis, report: WorkbookReport) -> None:
    shown = {"LBR002": (None, "(head)"), "KOD002": ("(parent)", "(code)")}
    found = {
        (f.code, *sel(f), *shown.get(f.code, (f.expected, f.actual)), f.difference)
        for f in report.findings
        if f.code in LANGKAH_INI and f.code not in ALLOWED.get(asal.nama, ())
    }
    assert found == known(asal)
    chosen = [f for f in report.findings if f.code in LANGKAH_INI]
    assert len(chosen) == len({(f.code, *sel(f)) for f in chosen})


#: What a layout adds by its nature: in "teks" every amount is text.
ALLOWED = {"teks": ("ANG001",)}


def test_the_pasted_amount_is_the_cause_everywhere(asal: Tertulis, report: WorkbookReport) -> None:
    causes = {f.fingerprint: f for f in report.findings}
    explained = [f for f in report.findings if f.cause]
    assert [f.code for f in explained] == ["JML002"]
    cause = causes[explained[0].cause or ""]
    place = asal.tempat("T-C.33", baris_kode("T-C.33", PASTED[0]).index, "pagu_maju")
    assert (cause.code, *sel(cause)) == ("JML008", *place)


def test_fingerprints_do_not_depend_on_the_layout(asal: Tertulis, report: WorkbookReport) -> None:
    if asal.ada("Tabel 4.1"):
        asli = check_book(tertulis("asli").book, Setting())
        chosen = set(LANGKAH_INI) - {"ANG001"}  # which only a layout of texts has
        own, same = (
            {f.fingerprint for f in one.findings if f.code in chosen} for one in (report, asli)
        )
        assert own == same


def test_every_text_amount_is_told_once(asal: Tertulis, report: WorkbookReport) -> None:
    told = [sel(f) for f in report.findings if f.code == "ANG001"]
    if asal.nama != "teks":
        assert told == []
        return
    amounts = {
        asal.placement[table, row.index, key]: value
        for table in asal.placement.tables()
        for row in read(table).rows
        for key, value in row.values.items()
        if key in AMOUNTS and isinstance(value, int)
    }
    assert sorted(told) == sorted(amounts)
    for finding in report.findings:
        if finding.code == "ANG001":
            assert finding.expected == amounts[sel(finding)]
