"""The Excel side of Selaras: ribbon, commands and functions in cells."""
