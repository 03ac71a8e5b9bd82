"""Side by side: what Renja, RKPD and Renstra say of the same program, kegiatan and indicator.

`content` is what such a comparison is made of, `renja_rkpd` and `renja_renstra` make one from a
recognised workbook, `selaras_addin.live.sheets.comparison_sheet` puts it on a sheet.
"""
