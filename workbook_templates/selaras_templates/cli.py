"""`selaras template`: list the kinds of workbooks, or make one."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from selaras.cli.parser import Parser, UsageError
from selaras.model.setting import PEMDA_KINDS
from selaras.values.text import Language, Text

from .setting import WORKBOOK_KINDS, TemplateSetting

if TYPE_CHECKING:
    from selaras.values.kode_reading import KodeOpd

    from .sheets.nomenklatur import OfficialEntry

summary = Text(
    "buat buku kerja kosong dari tabel resmi, siap diisi",
    "make an empty workbook of the official tables, ready to fill",
)
#: A table with more rows would be slow to recalculate.
MOST_ROWS = 5000


def add_arguments(parser: Parser, language: Language) -> None:
    """Add the kind and the options."""

    def say(id: str, en: str) -> str:
        return Text(id, en).say_in(language)

    parser.add_argument(
        "kind",
        choices=("list", *WORKBOOK_KINDS),
        metavar=say("MACAM", "KIND"),
        help=say(
            f"list menampilkan semuanya; atau {', '.join(WORKBOOK_KINDS)}",
            f"list shows all of them; or {', '.join(WORKBOOK_KINDS)}",
        ),
    )
    parser.add_argument(
        "--year",
        type=_read_year,
        metavar=say("TAHUN", "YEAR"),
        help=say("tahun rencana (n)", "plan year (n)"),
    )
    parser.add_argument(
        "--opd",
        metavar=say("KODE", "CODE"),
        help=say(
            "kode perangkat daerah, misalnya 2.17.3.30.0.00.01.0000",
            "code of the agency, such as 2.17.3.30.0.00.01.0000",
        ),
    )
    parser.add_argument(
        "--government",
        choices=PEMDA_KINDS,
        metavar=say("JENIS", "SORT"),
        help=say(
            f"jenis pemerintah daerah: {', '.join(PEMDA_KINDS)}",
            f"kind of regional government: {', '.join(PEMDA_KINDS)}",
        ),
    )
    parser.add_argument(
        "--nomenclature",
        metavar=say("NAMA", "NAME"),
        help=say(
            "nama dan indikator resmi dari nomenklatur ini (nama yang dimuat, atau berkas); "
            "memerlukan --opd",
            "official names and indicators from this nomenclature (loaded by name, or a file); "
            "needs --opd",
        ),
    )
    parser.add_argument(
        "--rows",
        type=_read_row_count,
        default=TemplateSetting(2000).row_count,
        metavar="N",
        help=say(
            "baris isian tiap tabel berkode (bawaan: %(default)s)",
            "rows to fill in each table with codes (default: %(default)s)",
        ),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("BERKAS", "FILE"),
        help=say("berkas .xlsx yang dibuat", "the .xlsx file to make"),
    )


def execute(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    if options.kind == "list":
        width = max(map(len, WORKBOOK_KINDS))
        for name, kind in WORKBOOK_KINDS.items():
            sys.stdout.write(f"{name:<{width}}  {kind.title.say_in(language)}\n")
            sys.stdout.write(f"{'':<{width}}  {', '.join(kind.tables)}\n")
        return 0
    if options.year is None or options.output is None:
        missing = "--year" if options.year is None else "-o"
        raise UsageError(
            Text(
                f"belum diberikan: {missing}. Contoh: selaras template {options.kind} --year 2027 "
                f"-o {options.kind}-2027.xlsx",
                f"missing: {missing}. For example: selaras template {options.kind} --year 2027 "
                f"-o {options.kind}-2027.xlsx",
            )
        )
    path = _read_output(options.output)
    opd = _read_opd(options.opd)
    setting = TemplateSetting(
        options.year,
        kode_opd=str(opd) if opd else "",
        region_kind=options.government or "",
        row_count=options.rows,
    )
    entries, list_name = _pick_official(options, opd)
    from .build import build_workbook

    _save(path, build_workbook(options.kind, setting, entries=entries, list_name=list_name))
    sys.stdout.write(
        Text(
            f"{path} dibuat. Isi lembar Pengaturan lebih dahulu.\n",
            f"{path} was made. Fill in the sheet Pengaturan first.\n",
        ).say_in(language)
    )
    return 0


def _read_year(text: str) -> int:
    if text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100:
        return int(text)
    raise ArgumentTypeError(text)


def _read_row_count(text: str) -> int:
    if text.isascii() and text.isdigit() and 3 <= int(text) <= MOST_ROWS:
        return int(text)
    raise ArgumentTypeError(text)


def _read_output(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            Text(
                f"berkas yang dibuat harus berakhiran .xlsx: {text}",
                f"the file to make must end in .xlsx: {text}",
            )
        )
    if path.exists() or path.is_symlink():
        raise UsageError(_say_exists(path))
    return path


def _say_exists(path: Path) -> Text:
    return Text(
        f"{path} sudah ada dan tidak ditimpa. Hapus dahulu, atau pilih nama lain.",
        f"{path} exists and is not overwritten. Remove it first, or choose another name.",
    )


def _read_opd(text: str | None) -> KodeOpd | None:
    if text is None:
        return None
    from selaras.values.kode_reading import read_kode_opd

    found = read_kode_opd(text)
    if found is None:
        raise UsageError(
            Text(
                f"bukan kode perangkat daerah: {text} (contoh: 2.17.3.30.0.00.01.0000)",
                f"not the code of an agency: {text} (for example: 2.17.3.30.0.00.01.0000)",
            )
        )
    return found


def _pick_official(
    options: Namespace, opd: KodeOpd | None
) -> tuple[tuple[OfficialEntry, ...], str]:
    """Return the official entries that the agency may use, and the name of their list.

    There are none where no nomenclature is asked for.
    """
    if options.nomenclature is None:
        return (), ""
    if opd is None:
        raise UsageError(
            Text(
                "--nomenclature memerlukan --opd, yang menentukan bidang urusannya",
                "--nomenclature needs --opd, which tells its bidang urusan",
            )
        )
    from selaras.nomenklatur import choose_list
    from selaras.rules.kod.kewenangan import KEWENANGAN

    from .sheets.nomenklatur import pick_entries

    found = choose_list(options.nomenclature)
    if isinstance(found, Text):
        raise UsageError(found)
    entries = pick_entries(found, opd, KEWENANGAN.get(options.government))
    if not entries:
        raise UsageError(
            Text(
                f"nomenklatur “{found.name}” tidak memuat kode untuk {opd}",
                f"the nomenclature “{found.name}” has no codes for {opd}",
            )
        )
    return entries, found.name


def _save(path: Path, data: bytes) -> None:
    from selaras.cli.output import cannot_write
    from selaras.files import write_new

    try:
        write_new(path, data)
    except FileExistsError:
        raise UsageError(_say_exists(path)) from None
    except OSError as error:
        raise cannot_write(path, error) from error
