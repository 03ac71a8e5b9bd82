"""The findings of a workbook with the rows and cells that they stand on, to be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.values.finding import Finding


class Surroundings:
    """The findings and where they stand."""

    def __init__(self, findings: Sequence[Finding], tables: Sequence[Table]) -> None:
        self.findings = findings
        self._tables = tables

    def find_by_rule(self, *codes: str) -> Iterator[Finding]:
        """Yield the findings of some rules, in the order of the workbook."""
        return (finding for finding in self.findings if finding.code in codes)

    def find_row(self, finding: Finding) -> Row | None:
        """Return the row whose cell a finding stands on, the upper one where it goes on below."""
        place = finding.position
        if place is None or finding.sheet is None or finding.table is None:
            return None
        row = self._rows.get((finding.sheet, place[0], finding.table))
        upper = (
            row.parent if row and row.kind in (RowKind.CONTINUATION, RowKind.SUM_BELOW) else None
        )
        if upper is not None and finding.column in upper.table.columns:
            return upper if upper.position(finding.column) == place else row
        return row

    def drop_below(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings without those on rows below the row of another in its column.

        What was pasted over a kegiatan with all below it is mended from its top.
        """
        rows = {(f.column, row) for f in findings if (row := self.find_row(f)) is not None}
        kept = []
        for finding in findings:
            row = self.find_row(finding)
            above = row.parent if row is not None else None
            while above is not None and (finding.column, above) not in rows:
                above = above.parent
            if above is None:
                kept.append(finding)
        return kept

    def find_at(self, sheet: str, cell: str) -> Sequence[Finding]:
        """Return the findings that stand on a cell."""
        return self._cells.get((sheet, cell), ())

    def find_money_unit(self, sheet: str | None, cell: str | None) -> list[Finding]:
        """Return what is known to be wrong with the unit of a cell's money column."""
        letters = (cell or "").rstrip("0123456789")
        return [
            finding
            for finding in self._money_unit_findings
            if finding.sheet == sheet and (finding.cell or "").rstrip("0123456789") == letters
        ]

    @cached_property
    def _money_unit_findings(self) -> list[Finding]:
        return list(self.find_by_rule("LBR004"))

    @cached_property
    def _rows(self) -> dict[tuple[str, int, str], Row]:
        return {(t.sheet.name, row.row, t.name): row for t in self._tables for row in t.rows}

    @cached_property
    def _cells(self) -> dict[tuple[str, str], list[Finding]]:
        cells: dict[tuple[str, str], list[Finding]] = {}
        for finding in self.findings:
            if finding.sheet and finding.cell:
                cells.setdefault((finding.sheet, finding.cell), []).append(finding)
        return cells
