"""Marks on cells with findings, and what is kept of the cells below them."""
