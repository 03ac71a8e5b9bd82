"""The HTML report: all findings, well-formed, and nothing in it that runs or is loaded."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import EVIL, apart, both, everyday, finding, hostile, workbook

from selaras import check
from selaras.engine.explain import build_html_report, explain_code
from selaras.report.html_report import HtmlWriter
from selaras.report.result import Report, RuleStatus, SkippedSheet
from selaras.values.finding import Place, Severity

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "renja-mojokerto-2024.xlsx"
#: What a report is made of; nothing of it runs, loads or sends anything.
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "section", "article"),
    *("footer", "h1", "h2", "h3", "p", "div", "span", "a", "b", "ul", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "open"),
    *("aria-hidden", "aria-label", "data-sidik", "data-judul"),
}
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "<!--",
    "]]>",
    "&#60;script&#62;",
    "javascript:alert(1)",
    "=cmd|'/c calc'!A1",
    "\uff1dcmd",
    EVIL,
)


def parsed(text: str) -> Element:
    """Return the tree of a page; the strict parser refuses what a browser would have to mend."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def marked(tree: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a class."""
    return (one for one in tree.iter() if name in (one.get("class") or "").split())


@pytest.fixture(scope="module")
def example() -> Report:
    return check(EXAMPLE)


def hostile_report(payload: str) -> Report:
    """A payload wherever a report shows what a workbook or a file's name says."""
    evil = finding(
        sheet=payload,
        actual=payload,
        expected=payload,
        kode=payload,
        table=payload,
        message=both(payload),
        advice=both(payload),
        related=(Place(payload, "A1"),),
        fingerprint=payload,
    )
    other = evil._replace(cell="O9", fingerprint=f"{payload}2")
    return Report(
        (
            workbook(
                evil,
                other,
                path=payload,
                skipped_sheets=(SkippedSheet(payload, both(payload)),),
                notes=(both(payload),),
                rules=(RuleStatus("KOD005", "skipped", both(payload)),),
            ),
            workbook(path=payload),
        )
    )


# What is told


def test_the_example_tells_the_cause_before_what_follows(example: Report) -> None:
    tree = parsed(build_html_report(example))
    story = next(one for one in marked(tree, "cerita") if "T-C.33!O8" in words(one))
    first, *followers = marked(story, "temuan")
    assert words(first).startswith("▲ peringatan T-C.33!O21 JML008 T-C.33 · kode 2.17.01.2.05")
    told = words(followers[0])
    assert told.startswith(
        "■ kesalahan T-C.33!O8 JML002 T-C.33 · kode 2.17.01 tertulis 6.498.624.401 "
        "seharusnya 12.076.248.802 selisih -5.577.624.401 Pagu maju program 2.17.01"
    )
    # To put the sum of the pasted amount in its place would cement the mistake.
    assert "Usulan:" not in told
    assert "dengan 12.076.248.802" not in told
    assert "Saran: Betulkan O21 dahulu, lalu periksa lagi." in told
    assert told.endswith("Sel terkait: O9, O17, O21, O25, O54, O63, O70")
    assert "error" in (story.get("class") or "")


def test_the_example_tells_what_was_covered(example: Report) -> None:
    tree = parsed(build_html_report(example))
    (coverage,) = marked(tree, "cakupan")
    told = words(coverage)
    assert "Cakupan: 9 tabel dikenali, 0 lembar tanpa tabel" in told
    assert "T-C.33!A5:O149" in told
    assert "nomenklatur belum dimuat" in told


def test_the_example_explains_each_rule_that_spoke_once(example: Report) -> None:
    tree = parsed(build_html_report(example))
    codes = [one.get("id") for one in marked(tree, "aturan")]
    assert codes == sorted({f"aturan-{finding.code}" for finding in example.findings})
    sums = next(one for one in marked(tree, "aturan") if one.get("id") == "aturan-JML002")
    told = words(sums)
    assert told.startswith("JML002 jumlah.program Pagu program sama dengan jumlah pagu")
    assert "Mengapa: pagu program habis dibagi" in told
    assert "Perbaikan: cocokkan pagu kegiatan" in told
    assert "Dasar: Permendagri 86/2017" in told


def all_in(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the findings of a JSON report, with those that were set apart."""
    keys = ("findings", "waived", "known")
    books = [one for book in told["workbooks"] for key in keys for one in book[key]]
    return [*books, *told["findings"]]


@pytest.mark.parametrize(
    "report", [everyday(), apart(), None], ids=["everyday", "apart", "example"]
)
def test_every_finding_of_the_json_is_there(report: Report | None, example: Report) -> None:
    report = report or example
    expected = all_in(json.loads(report.to_json()))
    tree = parsed(build_html_report(report))
    found = [one for one in tree.iter() if one.get("data-sidik") is not None]
    assert Counter(one.get("data-sidik") for one in found) == Counter(
        one["fingerprint"] for one in expected
    )
    texts: dict[str, list[str]] = {}
    for one in found:
        texts.setdefault(one.get("data-sidik") or "", []).append(words(one))
    for one in expected:
        wanted = [one["cell"], " ".join(one["message"].split()), one["kode"]]
        assert any(
            all(part is None or part in text for part in wanted)
            for text in texts[one["fingerprint"]]
        )


def test_no_finding_of_a_hostile_workbook_is_lost() -> None:
    tree = parsed(build_html_report(hostile()))
    found = [one for one in tree.iter() if one.get("data-sidik") is not None]
    assert len(found) == len(all_in(hostile().to_dict())) == 4


def test_a_group_is_folded_with_all_its_places() -> None:
    cells = [finding("RST003", f"N{row}", actual=row, kode=f"2.17.{row}") for row in range(10, 60)]
    tree = parsed(build_html_report(Report((workbook(*cells),))))
    (folded,) = marked(tree, "lain")
    assert folded.get("open") is None
    assert words(folded).startswith(
        "Hal yang sama di 49 sel lain Sel Kode Tertulis Temuan T-C.33!N11"
    )
    assert len(list(folded.iter("tr"))) == 50
    few = parsed(build_html_report(Report((workbook(*cells[:3]),))))
    (opened,) = marked(few, "lain")
    assert opened.get("open") == ""


def test_severity_is_told_in_words_and_by_shape() -> None:
    report = Report((workbook(*(finding(cell=f"A{s.rank + 1}", code=f"X90{s.rank}", severity=s)
                               for s in Severity)),))  # fmt: skip
    heads = [
        words(next(marked(one, "tingkat")))
        for one in marked(parsed(build_html_report(report)), "cerita")
    ]
    assert heads == ["■ kesalahan", "▲ peringatan", "● catatan"]


def test_what_is_set_apart_is_told_apart() -> None:
    tree = parsed(build_html_report(apart()))
    told = words(next(one for one in marked(tree, "buku")))
    assert "Dikecualikan: 25 temuan, tidak dihitung" in told
    assert "disepakati dalam rapat (Bappeda, sampai 31 Desember 2026)" in told
    assert "Sudah diketahui dari laporan acuan: 3 temuan, tidak dihitung" in told
    assert "1 ■ kesalahan" in told
    run = next(one for one in marked(tree, "buku") if "Tentang pemeriksaan ini" in words(one))
    assert "SYS004" in words(run)


def test_forty_workbooks_have_an_index_in_front() -> None:
    books = [workbook(finding(cell=f"A{n}"), path=f"opd-{n:02d}.xlsx") for n in range(1, 41)]
    report = Report((*books, workbook(path="rusak.xlsx", status="unreadable", tables=())))
    tree = parsed(build_html_report(report))
    body = tree.find("body")
    assert body is not None
    assert [child.tag for child in body][:3] == ["header", "nav", "section"]
    nav = body[1]
    links = [(words(a), a.get("href")) for a in nav.iter("a")]
    assert links[0] == ("opd-01.xlsx", "#buku-1")
    assert len(links) == 41
    assert words(list(nav.iter("tr"))[-1]) == "rusak.xlsx – – – tidak terbaca"
    assert words(body[0]).endswith("41 buku kerja diperiksa. 40 ■ kesalahan")


def test_a_clean_workbook_says_so() -> None:
    told = words(parsed(build_html_report(Report((workbook(),)))))
    assert "1 buku kerja diperiksa. Tidak ada temuan." in told
    assert "Catatan: tidak ada kepala tabel" in told
    assert "KOD005, KOD006: nomenklatur belum dimuat" in told
    assert "Makro tidak dijalankan." in told
    assert "Penjelasan aturan" not in told


def test_english() -> None:
    text = build_html_report(everyday(), "en")
    told = words(parsed(text))
    assert '<html lang="en">' in text
    assert "error T-C.33!O8" in told
    assert "should be 12,076,248,802" in told
    assert "Advice: en: Saran JML002." in told
    assert "Why: the ceiling of a program" in told


# What it is made of


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_a_workbook_says_becomes_markup(payload: str) -> None:
    text = build_html_report(hostile_report(payload))
    tree = parsed(text)
    for element in tree.iter():
        assert element.tag in ELEMENTS
        assert set(element.keys()) <= ATTRIBUTES
        assert (element.get("href") or "#").startswith("#")
    assert len(list(tree.iter("style"))) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", text)
    visible = " ".join(payload.split())
    if visible.isprintable() and visible.isascii():
        assert words(tree).count(visible) >= 8


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_no_text_breaks_the_page(payload: str) -> None:
    tree = parsed(build_html_report(hostile_report(payload)))
    assert {element.tag for element in tree.iter()} <= ELEMENTS


@pytest.mark.parametrize("report", [everyday(), apart(), hostile(), Report(())])
@pytest.mark.parametrize("language", ["id", "en"])
def test_well_formed_with_links_that_lead_somewhere(report: Report, language: Any) -> None:
    tree = parsed(build_html_report(report, language))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {(a.get("href") or "")[1:] for a in tree.iter("a")} <= set(ids)


def test_the_policy_allows_its_own_style_and_nothing_else() -> None:
    tree = parsed(build_html_report(everyday()))
    (policy,) = [
        meta.get("content")
        for meta in tree.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    (style,) = tree.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in (style.text or "")
    assert "@import" not in (style.text or "")


def test_the_same_report_gives_the_same_bytes(example: Report) -> None:
    writer = HtmlWriter("id", explain_code)
    pieces = [writer.start(), *map(writer.workbook, example.workbooks), writer.finish(example.run)]
    assert "".join(pieces) == build_html_report(example) == build_html_report(check(EXAMPLE))
    assert str(EXAMPLE.parent.parent) not in build_html_report(
        Report(tuple(one._replace(path=EXAMPLE.name) for one in example.workbooks))
    )


def test_colours_differ_for_light_dark_and_paper() -> None:
    (style,) = parsed(build_html_report(everyday())).iter("style")
    text = style.text or ""
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "size: A4" in text
