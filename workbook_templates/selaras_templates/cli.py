"""`selaras template`: list the kinds of workbooks, or make one."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from selaras.cli.parser import Parser, UsageError
from selaras.model.setting import JENIS_PEMDA
from selaras.values.text import Bahasa, Teks

from .setting import MACAM, Setelan

if TYPE_CHECKING:
    from selaras.values.kode_reading import KodeOpd

    from .sheets.nomenklatur import Resmi

summary = Teks(
    "buat buku kerja kosong dari tabel resmi, siap diisi",
    "make an empty workbook of the official tables, ready to fill",
)
#: A table with more rows would be slow to recalculate.
BARIS_TERBANYAK = 5000


def add_arguments(parser: Parser, bahasa: Bahasa) -> None:
    """Add the kind and the options."""

    def words(id: str, en: str) -> str:
        return Teks(id, en).dalam(bahasa)

    parser.add_argument(
        "kind",
        choices=("list", *MACAM),
        metavar=words("MACAM", "KIND"),
        help=words(
            f"list menampilkan semuanya; atau {', '.join(MACAM)}",
            f"list shows all of them; or {', '.join(MACAM)}",
        ),
    )
    parser.add_argument(
        "--year",
        type=_tahun,
        metavar=words("TAHUN", "YEAR"),
        help=words("tahun rencana (n)", "plan year (n)"),
    )
    parser.add_argument(
        "--opd",
        metavar=words("KODE", "CODE"),
        help=words(
            "kode perangkat daerah, misalnya 2.17.3.30.0.00.01.0000",
            "code of the agency, such as 2.17.3.30.0.00.01.0000",
        ),
    )
    parser.add_argument(
        "--government",
        choices=JENIS_PEMDA,
        metavar=words("JENIS", "SORT"),
        help=words(
            f"jenis pemerintah daerah: {', '.join(JENIS_PEMDA)}",
            f"kind of regional government: {', '.join(JENIS_PEMDA)}",
        ),
    )
    parser.add_argument(
        "--nomenclature",
        metavar=words("NAMA", "NAME"),
        help=words(
            "nama dan indikator resmi dari nomenklatur ini (nama yang dimuat, atau berkas); "
            "memerlukan --opd",
            "official names and indicators from this nomenclature (loaded by name, or a file); "
            "needs --opd",
        ),
    )
    parser.add_argument(
        "--rows",
        type=_baris,
        default=Setelan(2000).row_count,
        metavar="N",
        help=words(
            "baris isian tiap tabel berkode (bawaan: %(default)s)",
            "rows to fill in each table with codes (default: %(default)s)",
        ),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=words("BERKAS", "FILE"),
        help=words("berkas .xlsx yang dibuat", "the .xlsx file to make"),
    )


def execute(options: Namespace, bahasa: Bahasa) -> int:
    """Run the command and return its exit code."""
    if options.kind == "list":
        width = max(map(len, MACAM))
        for name, kind in MACAM.items():
            sys.stdout.write(f"{name:<{width}}  {kind.judul.dalam(bahasa)}\n")
            sys.stdout.write(f"{'':<{width}}  {', '.join(kind.tables)}\n")
        return 0
    if options.year is None or options.output is None:
        missing = "--year" if options.year is None else "-o"
        raise UsageError(
            Teks(
                f"belum diberikan: {missing}. Contoh: selaras template {options.kind} --year 2027 "
                f"-o {options.kind}-2027.xlsx",
                f"missing: {missing}. For example: selaras template {options.kind} --year 2027 "
                f"-o {options.kind}-2027.xlsx",
            )
        )
    path = _tujuan(options.output)
    opd = _opd(options.opd)
    setelan = Setelan(
        options.year,
        kode_opd=str(opd) if opd else "",
        region_kind=options.government or "",
        row_count=options.rows,
    )
    resmi, nama = _resmi(options, opd)
    from .build import bangun

    _simpan(path, bangun(options.kind, setelan, resmi=resmi, nama_resmi=nama))
    sys.stdout.write(
        Teks(
            f"{path} dibuat. Isi lembar Pengaturan lebih dahulu.\n",
            f"{path} was made. Fill in the sheet Pengaturan first.\n",
        ).dalam(bahasa)
    )
    return 0


def _tahun(text: str) -> int:
    if text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100:
        return int(text)
    raise ArgumentTypeError(text)


def _baris(text: str) -> int:
    if text.isascii() and text.isdigit() and 3 <= int(text) <= BARIS_TERBANYAK:
        return int(text)
    raise ArgumentTypeError(text)


def _tujuan(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            Teks(
                f"berkas yang dibuat harus berakhiran .xlsx: {text}",
                f"the file to make must end in .xlsx: {text}",
            )
        )
    if path.exists() or path.is_symlink():
        raise UsageError(_sudah_ada(path))
    return path


def _sudah_ada(path: Path) -> Teks:
    return Teks(
        f"{path} sudah ada dan tidak ditimpa. Hapus dahulu, atau pilih nama lain.",
        f"{path} exists and is not overwritten. Remove it first, or choose another name.",
    )


def _opd(text: str | None) -> KodeOpd | None:
    if text is None:
        return None
    from selaras.values.kode_reading import baca_kode_opd

    found = baca_kode_opd(text)
    if found is None:
        raise UsageError(
            Teks(
                f"bukan kode perangkat daerah: {text} (contoh: 2.17.3.30.0.00.01.0000)",
                f"not the code of an agency: {text} (for example: 2.17.3.30.0.00.01.0000)",
            )
        )
    return found


def _resmi(options: Namespace, opd: KodeOpd | None) -> tuple[tuple[Resmi, ...], str]:
    """Return the official entries that the agency may use, and the name of their list.

    There are none where no nomenclature is asked for.
    """
    if options.nomenclature is None:
        return (), ""
    if opd is None:
        raise UsageError(
            Teks(
                "--nomenclature memerlukan --opd, yang menentukan bidang urusannya",
                "--nomenclature needs --opd, which tells its bidang urusan",
            )
        )
    from selaras.nomenklatur import pilih
    from selaras.rules.kod.kewenangan import KEWENANGAN

    from .sheets.nomenklatur import pilihan

    found = pilih(options.nomenclature)
    if isinstance(found, Teks):
        raise UsageError(found)
    entries = pilihan(found, opd, KEWENANGAN.get(options.government))
    if not entries:
        raise UsageError(
            Teks(
                f"nomenklatur “{found.nama}” tidak memuat kode untuk {opd}",
                f"the nomenclature “{found.nama}” has no codes for {opd}",
            )
        )
    return entries, found.nama


def _simpan(path: Path, data: bytes) -> None:
    from selaras.cli.output import cannot_write
    from selaras.files import write_new

    try:
        write_new(path, data)
    except FileExistsError:
        raise UsageError(_sudah_ada(path)) from None
    except OSError as error:
        raise cannot_write(path, error) from error
