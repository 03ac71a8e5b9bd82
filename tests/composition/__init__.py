"""Plans in layouts that nobody laid out: a few transformations at a time, drawn at random.

A plan (`plans`) is written after three to six changes of its layout (`transforms`), as it is or
with one mistake put in before (`mistakes`). Whatever the layout: each table is recognised, a plan
without mistakes has no error, and a mistake is told by its rule at its cell.

`python -m composition 2000` from the folder of the tests runs so many, and prints what failed.
"""
