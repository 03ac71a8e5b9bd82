"""The formulas of a workbook, and what they come to."""
