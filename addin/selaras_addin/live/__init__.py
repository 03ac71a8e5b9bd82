"""The workbook that is open in Excel: read as the engine's Book, marked, listed, changed.

- `excel`: cells and sheets, where Excel on Windows, Excel on macOS and xlwings differ; the open
  workbook as `selaras.model.book.Book`; hidden sheets; what is said to the user
- `marks`: fills and notes on cells with findings, taking them off again, and what is kept of them
  between two clicks
- `sheets`: those of the findings, of a comparison, of the guide and of the settings
- `undo`: changes of cells, and taking back the last ones
"""
