"""The sheets of a workbook, written cell by cell."""
