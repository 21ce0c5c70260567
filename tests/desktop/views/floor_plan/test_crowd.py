"""Marks for the things on the plan: each thing is in one, none lies on another, each is found where it is."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.views.floor_plan.crowd import APART_PX, CALM_PX, FEW, MARK_PX, Crowd
from desktop.views.floor_plan.shapes import MapSymbol

METRES = st.floats(-300, 300).map(lambda value: round(value, 2))
SCALES = st.floats(0.3, 2000.0)
STATES = st.sampled_from(("overdue", "pending", "unknown", "normal", ""))
THINGS = st.lists(st.tuples(METRES, METRES, STATES, st.sampled_from(("equipment", "sensor", "door"))), max_size=60)
CROWDS = st.integers(0, 2**32).map(
    lambda seed: [(r.uniform(-300, 300), r.uniform(-300, 300), "", "door") for r in [Random(seed)] for _ in range(400)]
)
EVERYWHERE = QRectF(-400, -400, 800, 800)


def crowd_of(things) -> Crowd:
    made = Crowd()
    made.show(
        MapSymbol(str(place), kind, "thing-machine", f"{place}", x, y, state, "zone")
        for place, (x, y, state, kind) in enumerate(things)
    )
    return made


def all_marks(crowd: Crowd, scale: float) -> list:
    """Every mark, asked for around each thing: from near, going through the whole floor would take long."""
    found = {}
    for one in crowd.symbols:
        reach = 60 / scale
        for mark in crowd.marks(scale, QRectF(one.x - reach, one.y - reach, 2 * reach, 2 * reach)):
            found[tuple(mark.members)] = mark
    return list(found.values())


@given(THINGS, SCALES)
def test_each_thing_is_in_one_mark_and_no_mark_lies_on_another(things, scale):
    crowd = crowd_of(things)
    level = crowd._level(scale)[1] if crowd.symbols else {}
    assert sorted(place for mark in level.values() for place in mark.members) == list(range(len(things)))
    for one, other in combinations(level.values(), 2):
        assert max(abs(one.x - other.x), abs(one.y - other.y)) * scale >= APART_PX * (1 - 1e-9)


@given(THINGS, SCALES)
def test_a_mark_is_found_in_all_of_its_square_and_nowhere_else(things, scale):
    crowd = crowd_of(things)
    near, beyond = 0.45 * MARK_PX / scale, 0.55 * MARK_PX / scale
    for mark in crowd._level(scale)[1].values() if crowd.symbols else ():
        assert crowd.mark_at((mark.x + near, mark.y - near), scale) is mark
        assert crowd.mark_at((mark.x + beyond, mark.y), scale) is not mark


@given(CROWDS, st.floats(0.3, 3.0))
def test_from_afar_there_are_few(things, scale):
    crowd = crowd_of(things)
    marks = list(crowd.marks(scale, EVERYWHERE))
    room = max(crowd._area * (scale / CALM_PX) ** 2, FEW)
    assert len(marks) <= room
    assert sorted(place for mark in marks for place in mark.members) == list(range(len(things)))


@given(THINGS.filter(bool), SCALES)
def test_a_mark_says_the_worst_of_what_it_stands_for(things, scale):
    crowd = crowd_of(things)
    for mark in all_marks(crowd, scale):
        states = {one.state for one in crowd.of(mark)}
        order = ("overdue", "pending", "unknown", "normal", "")
        assert crowd.state(mark) == next(state for state in order if state in states) == crowd.of(mark)[0].state


@given(THINGS, st.sets(st.sampled_from(("equipment", "sensor", "door"))))
def test_only_the_chosen_kinds_are_shown(things, kinds):
    crowd = crowd_of(things)
    crowd.choose(kinds)
    assert [one.id for one in crowd.symbols] == [str(n) for n, (*_, kind) in enumerate(things) if kind in kinds]
    shown = {one.id for mark in crowd.marks(0.5, EVERYWHERE) for one in crowd.of(mark)}
    assert shown == {one.id for one in crowd.symbols}


def test_things_that_move_are_grouped_anew_and_a_state_alone_changes_no_group():
    crowd = crowd_of([(0.0, 0.0, "", "door"), (100.0, 0.0, "", "door")])
    first, second = crowd.marks(10.0, EVERYWHERE)
    assert [crowd.single(first), crowd.single(second)] == list(crowd.symbols)
    crowd.show([MapSymbol("0", "door", "g", "0", 0.0, 0.0, "overdue", "z"), crowd.symbols[1]])
    assert list(crowd.marks(10.0, EVERYWHERE)) == [first, second]
    assert crowd.state(first) == "overdue"
    crowd.show([MapSymbol("0", "door", "g", "0", 99.995, 0.0, "", "z"), crowd.symbols[1]])
    (both,) = crowd.marks(10.0, EVERYWHERE)
    assert crowd.single(both) is crowd.symbols[0], "nothing tells apart what stands at the same place"


def test_a_group_that_comes_apart_from_nearer_is_no_single_thing():
    crowd = crowd_of([(0.0, 0.0, "", "door"), (1.0, 0.0, "overdue", "door"), (100.0, 100.0, "", "door")])
    group = next(crowd.marks(5.0, QRectF(-1, -1, 3, 3)))
    assert crowd.single(group) is None
    assert len(list(crowd.marks(100.0, QRectF(-1, -1, 3, 3)))) == 2
