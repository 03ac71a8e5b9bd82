"""Codes (KOD)."""
