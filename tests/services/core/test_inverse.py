"""What undoes an operation that the hub has: the fields as they were, or another kind; nothing where nothing does."""

from dataclasses import replace
from typing import Any

import pytest

from services.core.operation import OPERATIONS, Actor, inverse, known_kind
from services.core.record import KINDS, as_json
from services.core.roles import Role
from services.core.shape import shapes
from tests.makers import Held, floor, person, plant, zone

SQUARE = [[0.0, 0.0], [9.0, 0.0], [9.0, 10.0], [0.0, 10.0]]
ME, HALL, ZONE = person(), floor(), zone()
BOSS = Actor(ME.id, frozenset(Role))
SETTERS: list[tuple[str, dict[str, Any]]] = [
    ("zones.rename", {"zone": ZONE.id, "name": "别的"}),
    ("zones.reshape", {"zone": ZONE.id, "polygon": SQUARE}),
    ("zones.classify", {"zone": ZONE.id, "zone_class": "A"}),
    ("zones.set_supervisor", {"zone": ZONE.id}),
    ("floors.describe", {"floor": HALL.id, "name": "别的", "building": "三号楼"}),
    ("floors.describe", {"floor": HALL.id, "level": 3}),
    ("floors.describe", {"floor": HALL.id, "site": "北厂"}),
    ("plant.rename", {"name": "别的"}),
    ("plant.set_hours", {"fix_hours": [1.0, 2.0, 3.0, 4.0]}),
    ("plant.set_category_hours", {"category_hours": [{"category": "fire", "hours": 8.0}]}),
    ("plant.set_modules", {"modules_off": ["labels"]}),
]


def held() -> Held:
    return Held(plant(), ME, HALL, replace(ZONE, floor=HALL.id, supervisor=ME.id))


def state(of: Held) -> dict[str, Any]:
    return {one.id: as_json(one) for kind in ("plant", "zone", "floor") for one in of.find(kind)}


@pytest.mark.parametrize(("kind", "args"), SETTERS, ids=[kind for kind, _ in SETTERS])
def test_a_setter_is_undone_by_itself(kind, args):
    there = held()
    before = state(there)
    there.do(kind, args, BOSS)
    after = state(there)
    assert after != before
    changes = [{"id": id_, "before": before[id_], "after": after[id_]} for id_ in before if before[id_] != after[id_]]
    way = inverse(kind, args, "0" * 8, changes)
    assert way is not None
    there.do(*way, BOSS)
    assert state(there) == before


def test_a_zone_that_was_drawn_is_retired():
    args = {"floor": HALL.id, "name": "新区", "zone_class": "B", "polygon": SQUARE}
    assert inverse("zones.draw", args, "abc", [{"before": None, "after": {}}]) == ("zones.retire", {"zone": "abc"})


@pytest.mark.parametrize("kind", ["hazards.report", "hazards.approve", "people.add", "labels.issue", "devices.revoke"])
def test_what_nothing_restores_has_no_inverse(kind):
    assert inverse(kind, {}, "abc", []) is None


def test_what_was_nothing_before_cannot_be_restored():
    change = {"before": {"address": None}, "after": {"address": "https://a.example"}}
    assert inverse("plant.set_address", {"address": "https://a.example"}, "abc", [change]) is None


@pytest.mark.parametrize("kind", sorted(kind for kind, spec in OPERATIONS.items() if spec.undoable))
def test_an_undoable_kind_names_its_inverse_or_sets_fields_of_one_record(kind):
    spec = known_kind(kind)
    named = {name for name in shapes(spec.cls) if name not in KINDS}
    assert hasattr(spec.cls, "inverse") or any(named <= set(shapes(record.cls)) for record in KINDS.values())
