"""What the engine reasons about: the raw book, and the tables recognised in it."""
