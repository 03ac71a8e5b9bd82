"""What the buttons of the group Perbaiki would change, worked out before anything is touched.

`subtotals` recomputes sums, `proposals` collects what the findings suggest; both give
`CellChange`, which `selaras_addin.live.undo.writer` writes into the workbook and takes back.
"""
