"""The workbook that is open in Excel: read as the engine's Book, and marked with what was found.

- `excel`, `lembar`, `catatan`: the places that know how Excel on Windows, Excel on macOS and
  xlwings differ: in cells, in sheets and their window, in notes
- `belah`: asks about whole blocks, and halves only those whose cells differ
- `read`: the open workbook -> `selaras.model.book.Book`
- `gudang`: sheets of Selaras: added, known again and deleted; cells kept so that Excel moves them
- `simpanan`: the very hidden sheet `_selaras`, where things are kept between two clicks
- `marks`: fills and notes on cells with findings, and taking them off again
- `bagian`: our part of a note, told from the user's
- `ubah`: changes of cells, and taking them back; `isi_sel`: what a cell holds, read and written
- `simpanan_batal`: the very hidden sheet `_selaras_batal`, from which changes are taken back;
  `ikut`: formulas on it, which follow what is moved and renamed
- `temuan`: the sheet that lists the findings; `lembar_banding`, `lembar_panduan` and
  `lembar_pengaturan`: those of a comparison, of the guide and of the settings
- `tampil`: what is said to the user
"""
