"""Layout "teks": every amount is text, written one way within a column."""

from __future__ import annotations

from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.plan import AmountForm, SheetPlan

from .reshape import reform


def _write_with_dots(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _write_rupiah(amount: int) -> str:
    return f"Rp {_write_with_dots(amount)},-"


def _write_plain_rupiah(amount: int) -> str:
    return f"Rp. {_write_with_dots(amount)}"


def _write_with_dash(amount: int) -> str:
    return f"{_write_with_dots(amount)},-"


def _write_with_commas(amount: int) -> str:
    return f"{amount:,}"


_AMOUNTS: dict[str, dict[str, AmountForm]] = {
    "Tabel 2.1": {"apbd": _write_with_dots, "p_apbd": _write_with_dash},
    "Tabel 2.2": {"apbd": _write_with_commas},
    "T-C.31": {"rkpd_pagu": _write_with_dash, "kebutuhan_dana": _write_with_dash},
    "T-C.33": {"pagu": _write_with_dots, "pagu_maju": _write_rupiah},
    "Tabel 4.1": {"pagu": _write_plain_rupiah},
}


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with all amounts as text."""
    return tuple(
        replace(
            plan,
            blocks=tuple(
                reform(block, amounts=_AMOUNTS.get(block.table.name, {})) for block in plan.blocks
            ),
        )
        for plan in build_official_sheets(document)
    )
