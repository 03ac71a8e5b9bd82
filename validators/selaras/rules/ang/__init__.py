"""Figures and formulas (ANG)."""
