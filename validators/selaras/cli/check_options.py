"""The options of `selaras check`."""

from __future__ import annotations

from argparse import SUPPRESS
from datetime import date
from typing import Any

from selaras.cli.output import FORMATS
from selaras.cli.parser import Parser
from selaras.model.setting import Limits
from selaras.values.finding import Severity
from selaras.values.text import Language, Text

_DEFAULTS = Limits()


def add_arguments(parser: Parser, language: Language) -> None:
    """Add the options of this command."""

    def add(*names: str, help: tuple[str, str], **options: Any) -> None:
        parser.add_argument(*names, help=Text(*help).say_in(language), **options)

    file = Text("BERKAS", "FILE").say_in(language)
    rule = Text("ATURAN", "RULE").say_in(language)
    add(
        "paths",
        nargs="+",
        metavar="PATH",
        help=(
            "buku kerja, folder (beserta isinya), pola, atau - untuk daftar dari masukan standar",
            "workbook, folder (with all in it), pattern, or - for a list on standard input",
        ),
    )
    add(
        "--format",
        choices=FORMATS,
        default="text",
        help=(
            "bentuk laporan di layar (bawaan: text)",
            "report on standard output (default: text)",
        ),
    )
    add(
        "--output",
        action="append",
        default=[],
        metavar=f"FORMAT={file}",
        help=(
            "tulis laporan juga ke berkas; boleh berulang",
            "write a report to a file as well; may be repeated",
        ),
    )
    add(
        "--select",
        action="append",
        default=[],
        metavar=rule,
        help=(
            "hanya aturan ini: kode, keluarga, nama, atau awalannya; boleh berulang",
            "only these rules: code, family, name or a prefix; may be repeated",
        ),
    )
    add(
        "--ignore",
        action="append",
        default=[],
        metavar=rule,
        help=("tanpa aturan ini; boleh berulang", "without these rules; may be repeated"),
    )
    add(
        "--severity",
        action="append",
        default=[],
        metavar=f"{rule}=error|warning|info",
        help=(
            "ubah tingkat sebuah aturan; boleh berulang",
            "change the level of a rule; may be repeated",
        ),
    )
    add(
        "--fail-on",
        choices=[*(s.value for s in Severity), "never"],
        default="error",
        help=(
            "tingkat temuan yang membuat kode keluar 1 (bawaan: error)",
            "level of findings from which the exit code is 1 (default: error)",
        ),
    )
    add(
        "--allow-unchecked",
        action="store_true",
        help=(
            "buku kerja tanpa tabel yang dikenali cukup dicatat, tidak membuat kode keluar 3",
            "a workbook without a table that is known is a mere note, not exit code 3",
        ),
    )
    add(
        "--year",
        type=int,
        metavar=Text("TAHUN", "YEAR").say_in(language),
        help=(
            "tahun rencana (n), bila judul tidak menyebutnya",
            "year of the plan (n), where no title says it",
        ),
    )
    add(
        "--nomenclature",
        metavar=Text("NAMA|BERKAS", "NAME|FILE").say_in(language),
        help=(
            "nomenklatur yang dipakai: nama daftar yang dimuat, atau berkas xlsx atau csv; "
            "bawaan: yang berlaku untuk tahun rencana",
            "nomenclature to check against: name of a loaded list, or a file (xlsx or csv); "
            "default: the one for the plan's year",
        ),
    )
    add(
        "--config",
        metavar=file,
        help=(
            "berkas pengaturan; bawaan: selaras.toml di folder ini atau di atasnya",
            "settings file; default: selaras.toml in this folder or above it",
        ),
    )
    add(
        "--waivers",
        metavar=file,
        help=(
            "berkas pengecualian; bawaan: selaras-pengecualian.toml di folder ini atau di atasnya",
            "file of waivers; default: selaras-pengecualian.toml in this folder or above it",
        ),
    )
    add(
        "--baseline",
        metavar=file,
        help=(
            "laporan JSON atau JSONL terdahulu: temuan yang ada di sana tidak dihitung",
            "an earlier JSON or JSONL report: findings that are in it do not count",
        ),
    )
    add(
        "--jobs",
        type=_jobs,
        default=None,
        metavar="N|auto",
        help=(
            "banyaknya berkas yang diperiksa bersamaan (bawaan: auto)",
            "how many workbooks are checked at a time (default: auto)",
        ),
    )
    add(
        "--timeout",
        type=_positive,
        default=_DEFAULTS.seconds,
        metavar=Text("DETIK", "SECONDS").say_in(language),
        help=(
            f"batas waktu tiap berkas (bawaan: {_DEFAULTS.seconds:g})",
            f"time limit for each file (default: {_DEFAULTS.seconds:g})",
        ),
    )
    add(
        "--memory",
        type=_whole,
        default=_DEFAULTS.megabytes,
        metavar="MB",
        help=(
            f"batas memori tiap berkas (bawaan: {_DEFAULTS.megabytes})",
            f"memory limit for each file (default: {_DEFAULTS.megabytes})",
        ),
    )
    add(
        "--progress",
        choices=("auto", "never", "json"),
        default="auto",
        help=("kemajuan di stderr (bawaan: auto)", "progress on stderr (default: auto)"),
    )
    add(
        "--statistics",
        action="store_true",
        help=("waktu tiap aturan, di stderr", "time spent in each rule, on stderr"),
    )
    add(
        "--quiet",
        action="store_true",
        help=(
            "hanya temuan: tanpa daftar tabel, ringkasan, dan petunjuk",
            "findings only: no list of tables, summary or hints",
        ),
    )
    parser.add_argument("--in-process", action="store_true", help=SUPPRESS)
    # For reports that can be made again: which waivers are over depends on the day.
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help=SUPPRESS)


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e9:
        raise ValueError(text)
    return number


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ValueError(text)
    return int(text)


def _jobs(text: str) -> int | None:
    return None if text == "auto" else _whole(text)
