"""Mistakes put into a document without any: one table of corruptions for each family of rules.

A corruption is a function that spoils a copy of the document at a place that the run draws, says
what else must break with it, and returns the cell at which its rule has to speak.
"""
