"""The sheets that the add-in puts into a workbook."""
