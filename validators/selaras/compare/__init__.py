"""The same thing in two tables: which rows belong together, and where their cells differ."""
