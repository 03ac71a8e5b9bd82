"""Text for people: causes first, groups told once, the right cell in front, and never a flood."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import CAUSE, EFFECT, apart, everyday, finding, hostile, workbook

from selaras.report.html_report import as_html
from selaras.report.json_report import JsonLinesWriter, as_dict
from selaras.report.result import Report, RuleStatus, SkippedSheet, TableInfo
from selaras.report.stories import arrange
from selaras.report.terminal import TerminalWriter
from selaras.report.text_summary import TextWriter
from selaras.report.words import amount, clean
from selaras.values.finding import Severity
from selaras.values.text import Text


def text(*workbooks: Any, language: Any = "id", **options: Any) -> str:
    writer = TextWriter(language, **options)
    return writer.start() + "".join(map(writer.workbook, workbooks)) + writer.finish(())


def test_everyday_report() -> None:
    assert text(workbook(EFFECT, CAUSE)) == (
        "renja.xlsx: 1 kesalahan, 1 peringatan\n"
        "  Putusan      perbaiki\n"
        "  Tabel        T-C.33     T-C.33!A7:O150, tahun 2024, 142 baris\n"
        "  Tanpa tabel  Catatan: tidak ada kepala tabel\n"
        "  Dilewati     KOD005, KOD006: nomenklatur belum dimuat\n"
        "  Perhatian    Makro tidak dijalankan.\n"
        "\n"
        "T-C.33!O21  [JML008 · peringatan]\n"
        "    tertulis    5.577.624.401\n"
        "    Pesan JML008 di O21.\n"
        "    Saran: Saran JML008.\n"
        "  Akibatnya:\n"
        "    T-C.33!O8  [JML002 · kesalahan]\n"
        "        tertulis     6.498.624.401\n"
        "        seharusnya  12.076.248.802\n"
        "        selisih     -5.577.624.401\n"
        "        Pesan JML002 di O8.\n"
        "        Saran: Saran JML002.\n"
        "\n"
        "1 buku kerja: 1 kesalahan, 1 peringatan\n"
        "Penjelasan sebuah aturan: selaras explain JML002\n"
    )


def test_what_is_set_apart_is_told_apart() -> None:
    report = apart()
    writer = TextWriter("id")
    said = writer.workbook(report.workbooks[0])
    assert said.startswith("renja.xlsx: 1 kesalahan; 25 dikecualikan, 3 sudah diketahui\n")
    assert said.endswith(
        "\n"
        "Dikecualikan: 25 temuan, tidak dihitung\n"
        "  Bappeda, sampai 31 Desember 2026: disepakati dalam rapat\n"
        "    [RST003 · peringatan]  T-C.33!N9, N10, N11, N12, N13, N14, N15, N16, N17, N18, N19, "
        "N20, N21,\n"
        "        N22, N23, N24, N25, N26, N27, N28, … (5 lagi)\n"
        "\n"
        "Sudah diketahui dari laporan acuan: 3 temuan, tidak dihitung\n"
        "  [LBR001 · kesalahan]  seluruh buku kerja\n"
        "  [JML002 · kesalahan]  T-C.33!K8\n"
        "  [JML008 · peringatan]  T-C.33!O21\n"
        "\n"
    )
    writer.workbook(report.workbooks[1])
    assert writer.finish(report.run) == (
        "seluruh pemeriksaan  [SYS004 · peringatan]\n"
        "    Pesan SYS004 di None.\n"
        "    Saran: Saran SYS004.\n"
        "\n"
        " kesalahan  peringatan     catatan\n"
        "         1           -           -  renja.xlsx  (25 dikecualikan, 3 sudah diketahui)\n"
        "         -           -           -  kedua.xlsx\n"
        "\n"
        "2 buku kerja: 1 kesalahan, 1 peringatan; 25 dikecualikan, 3 sudah diketahui\n"
        "Penjelasan sebuah aturan: selaras explain JML002\n"
    )


def test_quiet_still_tells_what_is_set_apart_and_of_dead_waivers() -> None:
    report = apart()
    waived_only = report.workbooks[0]._replace(findings=())
    writer = TextWriter("en", quiet=True)
    said = writer.workbook(waived_only)
    assert "Waived: 25 findings, not counted" in said
    assert "Bappeda, until 31 December 2026" in said
    assert "SYS004" in writer.finish(report.run)


def test_english_report() -> None:
    said = text(workbook(EFFECT, CAUSE), language="en")
    for part in ("1 error, 1 warning", "should be", "12,076,248,802", "en: Pesan", "year 2024"):
        assert part in said
    for word in ("kesalahan", "seharusnya", "Saran:"):
        assert word not in said


def test_group_is_one_block_with_five_places() -> None:
    many = [finding("RST003", f"N{row}", severity=Severity.WARNING) for row in range(10, 47)]
    said = text(workbook(*reversed(many)))
    assert said.count("[RST003 · peringatan]") == 1
    assert "T-C.33!N10  [RST003 · peringatan]  1 dari 37 sel" in said
    assert said.count("Saran RST003.") == 1
    assert "dan 32 sel lain: N15, N16, N17" in said
    assert "N46" in said


def test_thousands_of_findings_stay_readable() -> None:
    many = [
        finding(
            f"JML{rule:03d}", f"A{row}", group=f"{rule}:{row % 200}", fingerprint=f"{rule}-{row}",
            message=Text("kata " * 40, "word " * 40),
        )
        for rule in range(1, 9)
        for row in range(1, 2001)
    ]  # fmt: skip
    said = text(workbook(*many))
    assert len(said.splitlines()) < 800
    told = sum(map(int, re.findall(r"1 dari (\d+) sel", said)))
    rest = re.search(r"dan (\d+) temuan lain", said)
    assert rest is not None
    assert told + int(rest[1]) == len(many)


def test_many_addresses_are_capped_with_a_count() -> None:
    many = [finding("ANG001", f"F{row}") for row in range(1, 501)]
    said = text(workbook(*many))
    assert "dan 495 sel lain: F6, F7" in said
    assert "(455 lagi)" in said


def test_worst_first_then_as_the_sheets_stand() -> None:
    findings = [
        finding("DAN002", "B2", severity=Severity.INFO),
        finding("KOD004", "C9", severity=Severity.WARNING),
        finding("JML002", "AA3"),
        finding("JML003", "B3"),
        finding("LBR003", "A1", sheet="Lain"),
    ]
    codes = [story.findings[0].code for story in arrange(workbook(*findings))]
    assert codes == ["JML003", "JML002", "LBR003", "KOD004", "DAN002"]


def test_chain_of_causes_is_one_story() -> None:
    first = finding("JML008", "A1", fingerprint="a", severity=Severity.WARNING)
    second = finding("JML001", "A2", fingerprint="b", cause="a")
    third = finding("JML002", "A3", fingerprint="c", cause="b")
    (story,) = arrange(workbook(third, second, first))
    assert story.findings == (first,)
    assert story.consequences == (second, third)
    assert story.severity is Severity.ERROR


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 8)), max_size=9))
def test_no_finding_is_lost_or_told_twice(links: list[tuple[int, int]]) -> None:
    findings = [
        finding("JML001", f"A{n + 1}", fingerprint=str(n), cause=str(cause), group=str(group))
        for n, (group, cause) in enumerate(links)
    ]
    told = [
        found.fingerprint
        for story in arrange(workbook(*findings))
        for found in (*story.findings, *story.consequences)
    ]
    assert sorted(told) == sorted(found.fingerprint for found in findings)


def test_nothing_of_a_workbook_reaches_the_terminal_as_a_command() -> None:
    for said in (text(*hostile().workbooks), TerminalWriter("id").workbook(hostile().workbooks[0])):
        for sign in said:
            assert sign == "\n" or sign.isprintable(), repr(sign)
        assert "\x1b" not in said


def test_workbook_text_is_not_markup() -> None:
    said = TerminalWriter("id").workbook(workbook(finding(actual="[bold red]x[/]")))
    assert "[bold red]x[/]" in said


@given(st.text())
def test_clean_text_is_one_printable_line(raw: str) -> None:
    assert all(sign.isprintable() for sign in clean(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\nb\tc", "a b c"),
        ("\x1b[31mmerah\x1b[0m", "merah"),
        ("\x1b]8;;http://x\x1b\\tautan\x1b]8;;\x1b\\", "tautan"),
        ("Pagu\u00a0indikatif", "Pagu indikatif"),
        ("ke\u200bgiatan\u202e", "kegiatan"),
    ],
)
def test_what_cleaning_keeps(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (12_076_248_802, "12.076.248.802", "12,076,248,802"),
        (-5_577_624_401, "-5.577.624.401", "-5,577,624,401"),
        (2024, "2024", "2024"),
        (Decimal("98.57"), "98,57", "98.57"),
        (Decimal("1234567.50"), "1.234.567,50", "1,234,567.50"),
        (Decimal("NaN"), "NaN", "NaN"),
        (Decimal("1E+50"), "1E+50", "1E+50"),
    ],
)
def test_amounts(value: Any, indonesian: str, english: str) -> None:
    assert amount(value, "id") == indonesian
    assert amount(value, "en") == english


def test_several_workbooks_end_in_a_table() -> None:
    tail = text(*everyday().workbooks).splitlines()[-7:]
    assert tail[0].split() == ["kesalahan", "peringatan", "catatan"]
    assert tail[1].split() == ["3", "1", "-", "renja.xlsx"]
    assert tail[2].endswith("kosong.xlsx  (tidak ada tabel yang dikenali)")
    assert tail[3].endswith("rusak.xlsx  (tidak terbaca)")
    assert tail[4:] == [
        "",
        "3 buku kerja: 4 kesalahan, 1 peringatan; 1 tidak diperiksa; 1 tidak terbaca",
        "Penjelasan sebuah aturan: selaras explain JML002",
    ]


def test_unread_and_stopped_workbooks_never_look_clean() -> None:
    for status, word in (("unreadable", "tidak terbaca"), ("timeout", "dihentikan")):
        said = text(workbook(finding("SYS003", None, sheet=None), status=status, tables=()))
        assert said.startswith("renja.xlsx: ")
        assert word in said.splitlines()[0]
        assert said.count("tidak terbaca") >= 2
        assert "1 tidak terbaca" in said
    first = text(workbook(tables=())).splitlines()[0]
    assert first == ("renja.xlsx: tidak diperiksa: tidak ada tabel yang dikenali; tidak ada temuan")


def test_an_empty_workbook_never_looks_clean() -> None:
    blank = TableInfo("T-C.33", "T-C.33", "A7:O8", 2024, 1, {"kode": "A"}, is_empty=True)
    said = text(workbook(tables=(blank,)))
    assert said.splitlines()[:3] == [
        "renja.xlsx: kosong: belum ada tabel yang diisi; tidak ada temuan",
        "  Putusan      kosong",
        "  Tabel        T-C.33     T-C.33!A7:O8, tahun 2024, belum diisi",
    ]
    assert said.splitlines()[-1] == "1 buku kerja: tidak ada temuan; 1 kosong"
    quiet = TextWriter("id", quiet=True)
    assert "kosong" in quiet.workbook(workbook(tables=(blank,)))
    assert "tidak diperiksa" in quiet.workbook(workbook(tables=()))
    assert quiet.workbook(workbook()) == ""


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({}, "lolos"),
        ({"findings": (finding(severity=Severity.WARNING),)}, "lolos"),
        ({"findings": (finding(),)}, "perbaiki"),
        ({"findings": (finding("LBR001", severity=Severity.WARNING),)}, "perbaiki"),
        ({"tables": ()}, "tidak diperiksa"),
        ({"tables": (), "status": "timeout"}, "tidak terbaca"),
        ({"status": "unreadable"}, "tidak terbaca"),
    ],
)
def test_every_format_gives_the_verdict(more: dict[str, Any], verdict: str) -> None:
    base = workbook()._replace(**more)
    assert base.verdict == verdict
    assert f"  Putusan      {verdict}\n" in text(base)
    assert as_dict(Report((base,)))["workbooks"][0]["verdict"] == verdict
    assert as_dict(Report((base,)))["summary"]["verdicts"][verdict] == 1
    assert f"Putusan: <b>{verdict}</b>" in as_html(Report((base,)), {}.get)
    for line in JsonLinesWriter("id").workbook(base).splitlines():
        assert json.loads(line)["verdict"] == verdict


def test_coverage_is_grouped_by_reason_and_capped() -> None:
    sheets = tuple(SkippedSheet(f"L{n}", Text("kosong", "blank")) for n in range(60))
    rules = tuple(RuleStatus(f"RST{n:03d}", "skipped", Text("tak ada", "none")) for n in range(9))
    said = text(workbook(skipped_sheets=sheets, rules=rules))
    assert "dan 52 lagi" in said
    assert said.count("tak ada") == 1
    failed = text(workbook(rules=(RuleStatus("JML001", "error"), RuleStatus("JML003", "timeout"))))
    assert "Aturan gagal JML001" in failed
    assert "JML003" in failed


@pytest.mark.parametrize("width", [60, 80, 100])
def test_lines_keep_to_the_width(width: int) -> None:
    long = Text("kata yang cukup panjang " * 20, "word " * 80)
    said = text(workbook(finding(message=long, advice=long), EFFECT), width=width, quiet=True)
    assert max(map(len, said.splitlines())) <= width


def test_clean_workbook_is_one_line_when_quiet() -> None:
    assert text(workbook(), quiet=True) == ""
    assert Report((workbook(),)).count(Severity.ERROR) == 0
