"""Layout "teks": every amount is text, written one way within a column."""

from __future__ import annotations

from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import official_sheets
from renja_mojokerto.plan import AmountForm, SheetPlan

from .reshape import reform


def _dots(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _rupiah(amount: int) -> str:
    return f"Rp {_dots(amount)},-"


def _rupiah_plain(amount: int) -> str:
    return f"Rp. {_dots(amount)}"


def _dash(amount: int) -> str:
    return f"{_dots(amount)},-"


def _commas(amount: int) -> str:
    return f"{amount:,}"


_AMOUNTS: dict[str, dict[str, AmountForm]] = {
    "Tabel 2.1": {"apbd": _dots, "p_apbd": _dash},
    "Tabel 2.2": {"apbd": _commas},
    "T-C.31": {"rkpd_pagu": _dash, "kebutuhan_dana": _dash},
    "T-C.33": {"pagu": _dots, "pagu_maju": _rupiah},
    "Tabel 4.1": {"pagu": _rupiah_plain},
}


def sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with all amounts as text."""
    return tuple(
        replace(
            plan,
            blocks=tuple(
                reform(block, amounts=_AMOUNTS.get(block.table.name, {})) for block in plan.blocks
            ),
        )
        for plan in official_sheets(document)
    )
