"""Reports: the result of a run, and its writers (text, JSON)."""
