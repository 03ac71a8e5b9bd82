"""Cells and sheets of the open workbook, where Excel on Windows, on macOS and xlwings differ."""
