"""Required cells (ISI)."""
