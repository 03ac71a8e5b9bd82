"""Indicators and targets (IND)."""
