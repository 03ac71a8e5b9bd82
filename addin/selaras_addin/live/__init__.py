"""The workbook that is open in Excel: read as the engine's Book, and marked with what was found.

- `excel`: the one place that knows how Excel on Windows, Excel on macOS and xlwings differ
- `lembar`, `catatan`: the same for sheets and their window, and for notes
- `belah`: asks about whole blocks, and halves only those whose cells differ
- `read`: the open workbook -> `selaras.model.book.Book`
- `simpanan`: the very hidden sheet `_selaras`, where things are kept between two clicks
- `marks`: fills and notes on cells with findings, and taking them off again
- `temuan`: the sheet that lists the findings
- `tampil`: what is said to the user
"""
