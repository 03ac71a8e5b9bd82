"""Workbooks that other offices made, with a verdict by hand for each finding on them.

They are not part of the project: the tests read them beside it, and are skipped where they are not.
"""
