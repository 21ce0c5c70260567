"""Visits of passages: partners that are missing, cards that are handed back, clocks that jump."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.visits import Passage, jumped, present_of, visits_of

DAY = datetime(2026, 3, 2, tzinfo=UTC)
GATE, ROOM, STORE = "gate", "room", "store"


def at(text: str) -> datetime:
    hours, minutes, *seconds = (int(part) for part in text.split(":"))
    return DAY + timedelta(hours=hours, minutes=minutes, seconds=seconds[0] if seconds else 0)


def went(text: str, zone: str = ROOM, *, into: bool = True, person: str = "a", serial: int | None = None) -> Passage:
    device = "d" if serial is not None else ""
    return Passage(at(text), zone, person, into, f"{text}{zone}{into}{person}{serial}", device, serial)


def clock(moment: datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def made(*passages: Passage, now: str = "23:59") -> list[tuple[str, str, tuple[str, ...]]]:
    found = visits_of(passages, at(now), {GATE})
    return [(clock(one.begins), clock(one.ends), one.flaws) for one in found]


def test_in_and_out_are_one_visit_whatever_the_order_they_are_told_in():
    ways = [went("08:00"), went("09:00", into=False)]
    assert made(*ways) == made(*reversed(ways)) == [("08:00", "09:00", ())]


def test_what_a_door_did_not_see_is_not_made_up():
    assert made(went("09:00", into=False)) == [("", "09:00", ("no_in",))]
    (visit,) = visits_of([went("08:00")], at("21:00"))
    assert (visit.open, visit.latest, visit.flaws, visit.stayed) == (False, at("20:00"), ("no_out",), None)


def test_in_twice_is_a_missed_way_out_or_a_handed_card():
    assert made(went("08:00"), went("10:00"), went("11:00", into=False)) == [
        ("08:00", "", ("no_out",)),
        ("10:00", "11:00", ()),
    ]
    assert made(went("08:00"), went("08:02"), went("11:00", into=False)) == [
        ("08:00", "", ("no_out", "passback")),
        ("08:02", "11:00", ("passback",)),
    ]


def test_read_twice_it_is_one_passage():
    assert made(went("08:00:00"), went("08:00:07"), went("09:00", into=False), went("09:00:04", into=False)) == [
        ("08:00", "09:00", ())
    ]
    quick = made(went("08:00:00"), went("08:00:04", into=False), went("08:00:08"), went("09:00", into=False))
    assert quick == [("08:00", "08:00", ()), ("08:00", "09:00", ())], "out in between, it is two"


def test_a_gate_holds_the_rooms_and_whoever_leaves_by_it_has_left_them():
    ways = [went("07:50", GATE), went("08:00", ROOM), went("17:00", GATE, into=False)]
    assert made(*ways) == [("07:50", "17:00", ()), ("08:00", "", ("no_out",))]
    assert made(*ways[:2]) == [("07:50", "", ("no_out",)), ("08:00", "", ("no_out",))]
    assert [one.zone for one in present_of(visits_of(ways[:2], at("09:00"), {GATE}), {GATE})] == [ROOM]


def test_seen_elsewhere_one_may_be_further_in_and_come_back_out():
    ways = [went("08:00", ROOM), went("08:30", STORE)]
    visits = visits_of(ways, at("09:00"))
    assert [one.zone for one in present_of(visits)] == [STORE]
    ways += [went("09:30", STORE, into=False), went("09:40", ROOM, into=False)]
    assert made(*ways) == [("08:00", "09:40", ()), ("08:30", "09:30", ())]
    (room, _) = visits_of(ways[:2], at("22:00"))
    assert room.latest == at("08:30"), "never seen to leave: until then it is known"


def test_a_clock_that_jumped_proves_nothing():
    steady = [went(f"08:{n:02}", person=f"p{n}", serial=n) for n in range(0, 50, 10)]
    ahead = Passage(DAY + timedelta(days=9), ROOM, "a", True, "x", "d", 25)
    back = went("03:00", person="b", serial=35)
    assert jumped([*steady, ahead, back], at("09:00")) == {ahead, back}
    (visit,) = [one for one in visits_of([*steady, back], at("09:00")) if one.person == "b"]
    assert visit.flaws == ("clock",)
    assert not visit.sure
    assert jumped([went("08:00:30", serial=1), went("08:00:00", serial=2)], at("09:00")) == frozenset()


def test_on_the_site_everybody_is_once():
    ways = [went("07:50", GATE), went("08:00", ROOM), went("07:55", GATE, person="b")]
    found = present_of(visits_of(ways, at("09:00"), {GATE}), {GATE})
    assert [(one.person, one.zone, one.on_site_since) for one in found] == [
        ("b", GATE, at("07:55")),
        ("a", ROOM, at("07:50")),
    ]


WAYS = st.lists(
    st.builds(
        lambda minute, zone, person, into, n: Passage(
            DAY + timedelta(minutes=minute), zone, person, into, f"{minute}{zone}{person}{into}{n}", "d", n
        ),
        st.integers(0, 3000),
        st.sampled_from((GATE, ROOM, STORE)),
        st.sampled_from("abc"),
        st.booleans(),
        st.integers(0, 40),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(ways=WAYS, order=st.randoms())
def test_of_any_passages_nothing_is_lost_doubled_or_turned_around(ways, order):
    now = DAY + timedelta(minutes=3000)
    visits = visits_of(ways, now, {GATE})
    again = list(ways)
    order.shuffle(again)
    assert visits == visits_of([*again, *again], now, {GATE}), "order and repetition do not matter"
    marks = [mark for one in visits for mark in one.marks]
    assert len(marks) == len(set(marks))
    assert set(marks) <= {one.mark for one in ways}
    for one in visits:
        assert one.begins or one.ends
        assert one.stayed is None or one.stayed >= timedelta()
        assert ("no_in" in one.flaws) == (one.begins is None)
        assert ("no_out" in one.flaws) == (one.latest is not None)
    inside = present_of(visits, {GATE})
    assert len({one.person for one in inside}) == len(inside)
