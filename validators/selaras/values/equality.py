"""When two numbers are equal: the one place that says so, for every rule that reckons."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

#: Decimals that people look at; what a formula has beyond them nobody typed.
MOST_DECIMALS = 6
#: What binary arithmetic may leave over, as a share of the number ...
_NOISE = Decimal("1e-9")
#: ... which is never as much as half of one: a rupiah in a billion is no noise.
_NOISE_LIMIT = Decimal("0.5")
#: From here on a Decimal has no digits left to round to.
_TOO_LARGE = Decimal(10) ** 20


def count_decimals(number: Decimal) -> int:
    """Return the decimals of a number, those that matter."""
    exponent = number.as_tuple().exponent
    return min(max(-exponent, 0), MOST_DECIMALS) if isinstance(exponent, int) else 0


def round_to(number: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the number rounded as Excel does; negative places round tens."""
    return number.quantize(Decimal(1).scaleb(-places), rounding)


def shown_decimals(number_format: str) -> int | None:
    """Return how many decimals a number format shows; None for General, which shows them all."""
    section = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format.split(";", 1)[0])
    if not re.search("[0#]", section):
        return None
    return len(re.sub("[^0#?]", "", section.partition(".")[2]))


def are_equal(
    written: int | Decimal,
    reckoned: int | Decimal,
    places: int | None = None,
    allowed: int | Decimal = 0,
) -> bool:
    """Tell whether a written number is the one that was worked out.

    It is where they differ by no more than `allowed`, by what binary arithmetic leaves over, or
    only beyond the decimals to which the cell shows it (`places`; those it has where that is not
    known), rounded or cut off. Two whole numbers shown to the one are equal only as they stand.
    """
    if written == reckoned:
        return True
    one, other = Decimal(written), Decimal(reckoned)
    gap = abs(one - other)
    if gap <= allowed:
        return True
    if (places is None or places >= 0) and one == int(one) and other == int(other):
        return False
    if gap < min(max(abs(one), abs(other)) * _NOISE, _NOISE_LIMIT):
        return True
    if max(abs(one), abs(other)) >= _TOO_LARGE:
        return False
    shown = count_decimals(one) if places is None else places
    rounded = round_to(one, shown)
    return rounded in (round_to(other, shown), round_to(other, shown, ROUND_DOWN))
