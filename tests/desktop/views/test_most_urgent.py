"""What comes first on the map, where a zone is red by a missed inspection and has no hazard at all."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from desktop.views.floor_plan.most_urgent import most_urgent
from services.core.inspections import InspectionState
from services.store.queries.status import Status, ZoneStatus
from tests import makers
from tests.makers import NOON


def facts(*statuses: ZoneStatus) -> Any:
    return SimpleNamespace(zones={one.zone.id: one for one in statuses})


def missed(hours: int) -> ZoneStatus:
    at = NOON - timedelta(hours=hours)
    one = makers.inspection(state=InspectionState.MISSED, due_at=at, opens_at=at, closes_at=at)
    return ZoneStatus(makers.zone(), Status.OVERDUE, (), 0, at, (one,))


def test_a_missed_inspection_alone_is_urgent_and_the_longest_missed_first():
    pending = ZoneStatus(makers.zone(), Status.PENDING, (makers.hazard(),), 0, NOON)
    older, newer = missed(9), missed(2)
    assert most_urgent(facts(pending, newer, older)) is older
    assert most_urgent(facts(pending)) is pending
    assert most_urgent(facts()) is None
