"""Empty workbooks of the official tables, ready to fill, that check themselves as one types.

They are built from the specs that recognition uses (`selaras.tables`): `build` returns the bytes
of a workbook, `cli` is the command `selaras template`.
"""
