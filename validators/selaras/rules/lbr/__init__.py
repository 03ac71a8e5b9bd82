"""Sheets and tables (LBR)."""
