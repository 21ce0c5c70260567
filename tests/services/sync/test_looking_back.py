"""A console asks for entries older than it keeps: they come a page a round, lead to those that are here, stay for a
week, and what can't be had is said."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.store import looking_back
from services.store.looking_back import Reach, let_go, look_back, reach_of, stop_looking_back
from services.store.records import Records
from services.store.tables import entries
from services.store.verify import verify
from tests.makers import NOON
from tests.services.sync.desks import Desk, Office

DAYS = timedelta(days=1)
BEGINNING = NOON - DAYS


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Iterator[Desk]:
    """A new console on a plant with three years behind it, which has what it keeps."""
    for month in range(36):
        office.now = NOON + month * 30 * DAYS
        office.do("zones.rename", zone=office.zone, name=f"{month} 月")
    made = Desk(office, tmp_path / "new", office.people["孙丽"])
    made.wire.most = 4
    settled(made)
    yield made
    made.close()


def settled(desk: Desk) -> None:
    while desk.sync().more:
        pass


def reach(desk: Desk) -> Reach:
    with desk.replica.database.reading() as connection:
        return reach_of(Records(connection), desk.office.now)


def whole(desk: Desk) -> bool:
    with desk.replica.database.reading() as connection:
        return verify(connection).whole


def years(desk: Desk) -> float:
    oldest = reach(desk).oldest
    assert oldest is not None
    return (desk.office.now - oldest) / (365 * DAYS)


def test_what_is_wanted_comes_and_no_more(desk: Desk) -> None:
    assert 1.0 < years(desk) < 1.5
    look_back(desk.replica, desk.office.now - 2 * 365 * DAYS, desk.office.now)
    assert reach(desk).coming
    settled(desk)
    assert 2.0 <= years(desk) < 2.5
    assert not reach(desk).coming
    assert reach(desk).until == desk.office.now + looking_back.STAYS
    assert whole(desk)


def test_what_was_fetched_stays_for_a_week_and_is_let_go_then(desk: Desk) -> None:
    look_back(desk.replica, BEGINNING, desk.office.now)
    settled(desk)
    assert (reach(desk).floor, whole(desk)) == (1, True)
    at = desk.office.now
    for days, years_kept in ((6, 2.8), (8, 1.0)):
        desk.office.now = at + days * DAYS
        let_go_all(desk)
        settled(desk)
        assert years_kept <= years(desk) < years_kept + 0.4, days
        assert whole(desk)
    assert reach(desk).until is None


def let_go_all(desk: Desk) -> None:
    with pytest.MonkeyPatch.context() as small:
        small.setattr(looking_back, "SLICE", 3)
        let_go(desk.replica, desk.office.now)


def test_it_may_be_ended_on_the_way_and_what_has_come_stays(desk: Desk) -> None:
    look_back(desk.replica, BEGINNING, desk.office.now)
    desk.sync()
    floor = reach(desk).floor
    assert stop_looking_back(desk.replica, desk.office.now, "cancelled")
    assert not stop_looking_back(desk.replica, desk.office.now, "cancelled")
    settled(desk)
    assert (reach(desk).floor, reach(desk).ended, reach(desk).coming) == (floor, "cancelled", False)
    let_go_all(desk)
    assert reach(desk).floor == floor
    look_back(desk.replica, BEGINNING, desk.office.now)
    settled(desk)
    assert (reach(desk).floor, reach(desk).ended) == (1, "")


def test_without_the_hub_it_goes_on_being_wanted(desk: Desk) -> None:
    desk.wire.cut = True
    look_back(desk.replica, BEGINNING, desk.office.now)
    assert desk.try_sync() is None
    assert reach(desk).coming
    desk.wire.cut = False
    settled(desk)
    assert reach(desk).floor == 1


def test_a_hub_without_older_entries_is_said_to_have_none(desk: Desk, monkeypatch: Any) -> None:
    look_back(desk.replica, BEGINNING, desk.office.now)
    monkeypatch.setattr(desk.wire, "page", without_older(desk.wire.page))
    assert "entry" in desk.sync().kinds
    assert (reach(desk).ended, reach(desk).coming) == ("none_older", False)
    assert "entry" not in desk.sync().kinds


def without_older(page: Any) -> Any:
    return lambda path, **query: ({}, []) if path == "/api/entries" else page(path, **query)


def spoil_at_the_hub(desk: Desk) -> None:
    with desk.office.hub.store.database.writing() as connection:
        seq = reach(desk).floor - 1
        body = sa.func.replace(entries.c.body, "zones.rename", "zones.rename ")
        connection.execute(sa.update(entries).where(entries.c.seq == seq).values(body=body, hash="0" * 64))


def test_entries_that_do_not_lead_here_are_not_taken_and_the_copy_stays(desk: Desk) -> None:
    spoil_at_the_hub(desk)
    floor = reach(desk).floor
    look_back(desk.replica, BEGINNING, desk.office.now)
    brought = desk.sync()
    assert (brought.renewed, brought.more) == ("", False)
    assert (reach(desk).floor, reach(desk).ended) == (floor, "chain_broken")
    assert whole(desk)


def test_a_console_that_looked_at_no_hash_would_be_seen(desk: Desk, monkeypatch: Any) -> None:
    """The planted fault: whatever comes is joined on."""
    spoil_at_the_hub(desk)
    monkeypatch.setattr(looking_back, "_leads_here", lambda *_: None)
    monkeypatch.setattr(looking_back, "chained", lambda page, _: _read(page))
    look_back(desk.replica, BEGINNING, desk.office.now)
    desk.sync()
    assert reach(desk).ended == ""
    assert not whole(desk)


def _read(page: Any) -> list[dict[str, Any]]:
    return [json.loads(body) for _, body in page]


def test_a_console_may_keep_more_or_less(desk: Desk) -> None:
    desk.replica.set_facts(keep_months=24)
    settled(desk)
    assert 1.9 < years(desk) < 2.5
    desk.replica.set_facts(keep_months=6)
    let_go_all(desk)
    assert years(desk) < 0.8
    settled(desk)
    assert years(desk) < 0.8
    assert reach(desk).months == 6


def test_what_is_asked_for_survives_a_restart(desk: Desk) -> None:
    look_back(desk.replica, BEGINNING, desk.office.now)
    path, clock = desk.replica.path, desk.replica.clock
    desk.replica.close()
    desk.replica = type(desk.replica)(path, clock)
    assert reach(desk).coming
