"""The Renja 2024 of one dinas as data, and a writer that lays it out as a workbook."""
