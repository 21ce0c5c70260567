"""A conflict is settled once, opened again, and the file beside the database says the same."""

from datetime import timedelta
from pathlib import Path

import pytest

from services.store.queries.conflicts import conflict_rows, conflicts_of, happened_since, refused_now, settled_conflicts
from services.store.records import Records
from services.store.settling import reopen, settle
from services.store.side_log import SideLog
from tests.makers import NOON
from tests.services.hub.living import SQUARE
from tests.services.sync.desks import Desk, Office


@pytest.fixture
def desk(tmp_path: Path):
    """A console with one conflict: the name of a zone that it had drawn was taken."""
    office = Office(tmp_path / "office").furnish()
    made = Desk(office, tmp_path / "desk", office.people["孙丽"])
    made.sync()
    assert made.run("zones.draw", floor=office.floor, name="仓库", zone_class="D", polygon=SQUARE).ok
    office.do("zones.draw", floor=office.floor, name="仓库", zone_class="C", polygon=SQUARE)
    made.sync()
    yield made
    made.close()
    office.close()


def asked(desk: Desk, query, **arguments):
    with desk.replica.database.reading() as connection:
        return query(Records(connection), **arguments)


def test_a_conflict_says_who_has_the_name_and_what_happened(desk: Desk) -> None:
    (one,) = asked(desk, conflicts_of)
    assert (one.row.code, one.thing, one.target, one.holder.zone_class) == ("name_taken", "zone", None, "C")
    assert one.author.id == desk.office.people["孙丽"]
    assert [entry.kind for entry in asked(desk, happened_since, one=one)] == ["zones.draw"]
    refused = asked(desk, refused_now, row=one.row, now=NOON + timedelta(hours=1))
    assert refused is not None
    assert refused.code == "name_taken"


def test_a_conflict_says_who_has_the_code(desk: Desk) -> None:
    place = {"zone": desk.office.zone, "code": "M-01"}
    assert desk.run("doors.add", name="东门", **place).ok
    theirs = desk.office.do("doors.add", name="西门", **place)
    desk.sync()
    one = asked(desk, conflicts_of)[-1]
    assert (one.row.code, one.thing, one.target, one.holder.id) == ("code_taken", "door", None, theirs)


def test_it_is_settled_once_and_opened_again_also_beside_the_database(desk: Desk) -> None:
    (row,) = asked(desk, conflict_rows)
    assert settle(desk.replica, row.id, "let_go", NOON)
    assert not settle(desk.replica, row.id, "again", NOON), "who settles first has"
    assert asked(desk, conflict_rows) == ()
    assert [one.settled for one in asked(desk, conflict_rows, settled=True)] == ["let_go"]
    assert asked(desk, settled_conflicts) == 1
    assert desk.replica.log.read().conflicts == {}
    assert reopen(desk.replica, row.id)
    assert not reopen(desk.replica, row.id)
    assert asked(desk, conflict_rows) == (row,)
    assert set(desk.replica.log.read().conflicts) == {row.id}


def test_a_log_that_is_not_told_is_caught(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = asked(desk, conflict_rows)
    monkeypatch.setattr(SideLog, "settled", lambda *_: None)
    settle(desk.replica, row.id, "let_go", NOON)
    assert set(desk.replica.log.read().conflicts) == {row.id}, "what the test before looks at tells the two apart"
