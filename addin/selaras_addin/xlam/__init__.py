"""Selaras.xlam from text: the ribbon, the VBA project and the package around them."""
