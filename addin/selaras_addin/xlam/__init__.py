"""Selaras.xlam from text: the ribbon, the VBA project and the package around them."""

#: The add-in's file, wherever it is built, packed or installed.
ADDIN_FILE_NAME = "Selaras.xlam"
