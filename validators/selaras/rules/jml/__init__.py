"""Sums (JML)."""
