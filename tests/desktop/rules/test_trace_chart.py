"""What the small chart of a rule's conditions draws."""

import pytest

from desktop.views.rules.trace_chart import _bound
from services.core.rule_conditions import Sustained


@pytest.mark.parametrize(("side", "bound"), [("above", 0.0), ("below", 0.0), ("above", 40.0), ("below", -5.0)])
def test_every_bound_is_drawn_also_nought(side: str, bound: float) -> None:
    assert _bound(Sustained(sensor="T-01", for_s=60.0, **{side: bound})) == bound
