"""When two numbers are equal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.values.equality import are_equal


@pytest.mark.parametrize(
    ("written", "reckoned", "places"),
    [
        ("100", "100.0000000000001", None),
        ("8325177038.461538", "8325177038.4615385", None),
        ("8325177038.461538", "8325177038", 0),
        ("81.67", "81.6666666", 2),
        ("66.66", "66.6666666", 2),  # cut off
        ("82", "81.6666666", 0),
        ("1e30", "1e30", None),
    ],
)
def test_equal(written: str, reckoned: str, places: int | None) -> None:
    assert are_equal(Decimal(written), Decimal(reckoned), places)


@pytest.mark.parametrize(
    ("written", "reckoned", "places"),
    [
        # A rupiah in billions is no noise, whatever the share.
        ("8886334700", "8886334701", None),
        ("8886334700", "8886334701", 0),
        ("8886334700.25", "8886334701.25", None),
        ("100", "101", 0),
        ("81.67", "81.6", 2),
        ("1e30", "1.1e30", None),
        ("0.001", "0.002", None),
    ],
)
def test_differ(written: str, reckoned: str, places: int | None) -> None:
    assert not are_equal(Decimal(written), Decimal(reckoned), places)


def test_allowed() -> None:
    assert are_equal(100, 103, allowed=3)
    assert not are_equal(100, 104, allowed=3)
