"""Whether two counts differ by more than chance, against the same sum in whole numbers."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.rates import chance_of

COUNTS, MONTHS = st.integers(0, 40), st.integers(1, 36)


def exactly(count, months, other, other_months):
    whole, share = count + other, Fraction(months, months + other_months)
    ways = [comb(whole, k) * share**k * (1 - share) ** (whole - k) for k in range(whole + 1)]
    return float(sum(one for one in ways if one <= ways[count]))


@given(COUNTS, MONTHS, COUNTS, MONTHS)
def test_it_is_the_exact_conditional_test(count, months, other, other_months):
    assert chance_of(count, months, other, other_months) == pytest.approx(
        exactly(count, months, other, other_months), abs=1e-9
    )


def test_two_injuries_in_six_months_after_twenty_eight_in_twelve_are_no_chance():
    assert chance_of(2, 6, 28, 12) == pytest.approx(exactly(2, 6, 28, 12))
    assert chance_of(2, 6, 28, 12) < 0.002
    assert chance_of(1, 1, 2, 1) == 1.0  # one more or less in a month says nothing


def test_no_months_are_refused():
    with pytest.raises(ValueError, match="months"):
        chance_of(1, 0, 1, 1)
