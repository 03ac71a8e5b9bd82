"""Many workbooks: which files are meant, and checking each in a child that may die."""
