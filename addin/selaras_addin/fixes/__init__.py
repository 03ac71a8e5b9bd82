"""What the buttons of the group Perbaiki would change, worked out before anything is touched.

`subtotal` recomputes sums, `usulan` collects what the findings suggest; both give `Perubahan`,
which `selaras_addin.live.undo.writer` writes into the workbook and takes back.
"""
