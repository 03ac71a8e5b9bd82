"""Writing changes into the open workbook, and taking back the last ones."""
