"""Runs the rules over a workbook, and finishes what they found: order, groups, causes."""
