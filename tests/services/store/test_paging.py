"""Big tables in SQL: what is wanted, in which order, and rows by their place, beside a count by hand."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.operation import Actor, required
from services.core.people import Person
from services.core.roles import Role
from services.core.zones import Zone
from services.store.queries import paging
from services.store.queries.hazard_pages import hazard_listing
from services.store.queries.paging import arranged, first_rows, place_of, place_starting, rows_at
from services.store.queries.wanted import Between, Condition, Contains, OneOf, Wanted
from tests.makers import sha
from tests.services.store.workshop import OUTLINE, Workshop
from tests.things import LISTING, NOON, STATES, ThingStore, thing

TEXTS = ("press", "冲", "50%", "_", "%", "\\", "PRESS", "shop", "", "无", "o")
ROWS = 120
SORTS = ("zone", "reporter", "clock", "number", "reported", "state")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ThingStore]:
    made = ThingStore(tmp_path_factory.mktemp("things"))
    chance = random.Random(4)
    for number in range(ROWS):
        hours = None if chance.random() < 0.2 else chance.randrange(-60, 60)
        made.put([thing(number, chance.randrange(6), chance.randrange(3), hours)])
    yield made
    made.close()


def conditions() -> st.SearchStrategy[tuple[str, Condition]]:
    hours = st.none() | st.integers(-60, 60).map(lambda hour: NOON + timedelta(hours=hour))
    return st.one_of(
        st.tuples(st.sampled_from(("name", "state")), st.sampled_from(TEXTS).map(Contains)),
        st.tuples(st.just("state"), st.lists(st.sampled_from(STATES), min_size=1).map(tuple).map(OneOf)),
        st.tuples(st.just("at"), st.builds(Between, hours, hours)),
    )


def wishes() -> st.SearchStrategy[Wanted]:
    columns = st.lists(conditions(), max_size=2, unique_by=lambda one: one[0]).map(tuple)
    return st.builds(
        Wanted, st.sampled_from(TEXTS), columns, st.sampled_from(("", "name", "state", "at")), st.booleans()
    )


def ids(store: ThingStore, wanted: Wanted) -> list[str]:
    found = store.ask(arranged, listing=LISTING, wanted=wanted)
    return [one.id for one in store.ask(rows_at, listing=LISTING, numbers=found.numbers)]


def same_by_hand(store: ThingStore, wanted: Wanted) -> None:
    by_hand = [one.id for one in store.counted_by_hand(wanted)]
    assert ids(store, wanted) == by_hand
    first = store.ask(first_rows, listing=LISTING, wanted=wanted, most=10)
    assert [one.id for one in first.rows] == by_hand[:10]


@settings(deadline=None)  # how long it takes is the machine's
@given(wishes())
def test_sql_and_a_count_by_hand_find_the_same_rows_in_the_same_order(store: ThingStore, wanted: Wanted) -> None:
    same_by_hand(store, wanted)


@pytest.mark.parametrize("planted", ["_plain", "_ordered"])
def test_the_count_by_hand_sees_a_fault_of_the_sql(
    store: ThingStore, monkeypatch: pytest.MonkeyPatch, planted: str
) -> None:
    faults: dict[str, Callable[..., Any]] = {"_plain": lambda text: text, "_ordered": lambda query, *_, **__: query}
    monkeypatch.setattr(paging, planted, faults[planted])
    wanted = Wanted(
        columns=(("name", Contains("P_ess" if planted == "_plain" else "s")),), sort="name", descending=True
    )
    with pytest.raises(AssertionError):
        same_by_hand(store, wanted)


def test_what_is_asked_for_is_found_where_it_stands(store: ThingStore) -> None:
    by_hand = store.counted_by_hand(Wanted(sort="name"))
    top = by_hand[57].id
    found = store.ask(arranged, listing=LISTING, wanted=Wanted(sort="name"), ids=[by_hand[3].id], top=top, page=25)
    assert found.places == {by_hand[3].id: 3, top: 57}
    assert found.at == 50
    assert [one.id for one in found.rows] == [one.id for one in by_hand[50:100]]
    assert store.ask(place_of, listing=LISTING, id_=top, numbers=found.numbers) == 57
    assert store.ask(place_of, listing=LISTING, id_="nobody", numbers=found.numbers) is None


def test_a_row_that_was_written_anew_is_not_taken_for_another(store: ThingStore) -> None:
    found = store.ask(arranged, listing=LISTING, wanted=Wanted())
    gone = [found.numbers[0], 10**9, found.numbers[1]]
    rows = store.ask(rows_at, listing=LISTING, numbers=gone)
    assert [one and one.id for one in rows] == [found.rows[0].id, None, found.rows[1].id]


def test_typing_leads_to_the_next_row_and_round_the_end(store: ThingStore) -> None:
    wanted = Wanted(sort="at")
    by_hand = store.counted_by_hand(wanted)
    numbers = store.ask(arranged, listing=LISTING, wanted=wanted).numbers
    hits = [place for place, one in enumerate(by_hand) if one.name.startswith("press") or one.name.startswith("Press")]

    def after(place: int) -> int | None:
        return store.ask(place_starting, listing=LISTING, key="name", start="press", numbers=numbers, after=place)

    assert [after(-1), after(hits[0]), after(hits[-1])] == [hits[0], hits[1], hits[0]]
    assert store.ask(place_starting, listing=LISTING, key="at", start="2", numbers=numbers, after=0) is None


def test_a_column_holds_nothing_that_it_cannot_be_asked(store: ThingStore) -> None:
    assert ids(store, Wanted(columns=(("at", OneOf(("open",))),))) == []
    assert ids(store, Wanted(columns=(("name", Between(NOON)),))) == []


@pytest.mark.sqlite
def test_hazards_are_sorted_and_found_by_what_their_columns_say(shop: Workshop) -> None:
    place = shop.found()
    texts = ("气瓶未固定", "灭火器过期", "地面有油")
    for number, text in enumerate(texts):
        shop.do("hazards.report", {"zone": place.zone, "photos": [sha(str(number))], "description": text}, place.worker)
        shop.now += timedelta(hours=1)
    listing = hazard_listing(shop.now)

    def found(wanted: Wanted) -> list[str]:
        with shop.store.look() as look:
            numbers = arranged(look, listing, wanted).numbers
            return [row.hazard.description for row in rows_at(look, listing, numbers) if row is not None]

    with shop.store.look() as look:
        zone = required(look, Zone, place.zone)
        worker = required(look, Person, place.worker.person or "")
    assert found(Wanted()) == [*reversed(texts)], "the newest first"
    for key, field in listing.fields.items():
        if field.sort is not None:
            assert sorted(found(Wanted(sort=key))) == sorted(texts), key
    for key, text in (("zone", zone.name), ("reporter", worker.name)):
        assert len(found(Wanted(columns=((key, Contains(text)),)))) == 3
        assert found(Wanted(columns=((key, Contains(text + "x")),))) == []
    assert found(Wanted("灭火")) == ["灭火器过期"]
    assert len(found(Wanted(columns=(("zone", OneOf((zone.id,))),)))) == 3
    assert found(Wanted(columns=(("reported", Between(shop.now - timedelta(minutes=61))),))) == ["地面有油"]
    settled = found(Wanted())[0]
    with shop.store.look() as look:
        hazard = next(one for one in look.find("hazard") if one.description == settled)
    shop.do("hazards.reject", {"hazard": hazard.id, "reason": "x"}, place.officer)
    at_any_time = Wanted(columns=(("clock", Between(shop.now - timedelta(days=900), shop.now + timedelta(days=900))),))
    assert sorted(found(at_any_time)) == sorted(texts[:-1]), "what is settled has no clock"
    listing = hazard_listing(shop.now, part="settled")
    assert found(Wanted()) == [settled]
    assert found(Wanted(texts[0])) == []
    listing = hazard_listing(shop.now, part="settled", but=(hazard.id,))
    assert found(Wanted()) == []


@pytest.mark.sqlite
def test_the_first_rows_by_the_name_of_another_record_are_the_first_of_all(shop: Workshop) -> None:
    place = shop.found()
    other = shop.do("floors.add", {"name": "二层", "width_m": 60, "height_m": 40}, place.boss)
    drawn = {"zone_class": "B", "polygon": OUTLINE}
    zones = [place.zone]
    for floor, name in ((other, "冲压区"), (other, "库房"), (other, "a")):
        zones.append(shop.do("zones.draw", {"floor": floor, "name": name, **drawn}, place.boss))
    chance = random.Random(5)
    for number in range(40):
        by = chance.choice((place.worker, place.officer, Actor(None, frozenset({Role.ANONYMOUS}), place.zone)))
        zone = chance.choice(zones) if by.person else place.zone
        shop.do("hazards.report", {"zone": zone, "photos": [sha(str(number))], "description": f"{number}"}, by)
    listing = hazard_listing(shop.now)
    some = Wanted(columns=(("zone", OneOf((zones[1], zones[0]))),))
    asked = [
        replace(one, sort=key, descending=down) for one in (Wanted(), some) for key in SORTS for down in (False, True)
    ]
    with shop.store.look() as look:
        for wanted in asked:
            whole = arranged(look, listing, wanted).numbers
            for most in (1, 7, 30, 100):
                assert first_rows(look, listing, wanted, most).numbers == whole[:most], (wanted, most)


@pytest.mark.sqlite
@pytest.mark.parametrize("down", [False, True])
def test_the_first_rows_by_their_clock_are_read_in_an_index(shop: Workshop, *, down: bool) -> None:
    shop.found()
    wanted = Wanted(sort="clock", descending=down)
    listing = hazard_listing(shop.now)
    query = paging._ordered(paging._selected(listing, wanted, listing.number), listing, wanted).limit(100)
    with shop.store.look() as look:
        said = str(query.compile(look.connection, compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in look.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")]
    assert plan == ["SCAN hazards USING COVERING INDEX ix_hazards_clock"]
