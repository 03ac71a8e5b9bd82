"""Narrative (NAR)."""
