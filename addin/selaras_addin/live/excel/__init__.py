"""The open workbook, where Excel on Windows, Excel on macOS and xlwings differ.

- `grid`, `worksheets`, `cell_notes`: cells, sheets with their window, notes
- `areas`, `halving`: few steps for many cells, and few questions about them
- `read`: the open workbook as the engine's Book
- `contents`: what single cells hold, read and written so that it can be put back
- `hidden_sheets`: sheets in which things are kept, and cells named so that Excel moves them
- `messages`: what is said to the user
"""
