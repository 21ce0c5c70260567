"""The database itself holds the double review, whatever a fault in the rules would let through."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from services.core.hazards import Approve, Hazard, State
from services.core.operation import Change, Context, Look, Put, required
from services.store.database import Database
from services.store.records import Records
from services.store.schema import bring_up
from tests import makers
from tests.makers import AFTER, BEFORE, NOON
from tests.services.store.workshop import Workshop

FIXED = makers.hazard(state=State.FIXED, fixed_by="fixer", after=(AFTER,))
PASSED = replace(FIXED, state=State.FIRST_PASSED, first_by="first")
CLOSED = replace(PASSED, state=State.CLOSED, second_by="second", closed_at=NOON)
WRONG = {
    "the fixer passed it first": replace(PASSED, first_by="fixer"),
    "the fixer passed it second": replace(CLOSED, second_by="fixer"),
    "one person passed it twice": replace(CLOSED, second_by="first"),
    "closed by one": replace(CLOSED, second_by=None),
    "closed without a first": replace(CLOSED, first_by=None),
    "closed and fixed by nobody": replace(CLOSED, fixed_by=None),
    "passed first by nobody": replace(PASSED, first_by=None),
    "from paper, then passed by who fixed it": replace(PASSED, first_by="fixer", batch="import"),
}


@pytest.fixture
def database(ground):
    made = Database(ground.fresh())
    bring_up(made)
    yield made
    made.close()


def put(database: Database, *records: object) -> None:
    with database.writing() as connection:
        for one in records:
            Records(connection).put(one)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_a_row_that_breaks_the_double_review_is_refused(database, wrong):
    with pytest.raises(sa.exc.IntegrityError, match="two_reviewers"):
        put(database, wrong)
    put(database, FIXED)
    with pytest.raises(sa.exc.IntegrityError, match="two_reviewers"):
        put(database, wrong)
    with database.reading() as connection:
        assert Records(connection).get("hazard", FIXED.id) == FIXED


def test_the_way_by_the_rules_is_open(database):
    put(database, FIXED)
    put(database, PASSED)
    put(database, CLOSED)
    back = replace(FIXED, state=State.FIXING, first_by=None)
    put(database, back)
    with database.reading() as connection:
        assert Records(connection).get("hazard", FIXED.id) == back


def test_what_was_closed_on_paper_has_its_own_names(database):
    paper = replace(CLOSED, batch="import", first_by=None, fixed_by=None, second_by=None)
    put(database, paper, replace(paper, id=makers.fresh_id(), fixed_by="one", second_by="other"))
    with database.reading() as connection:
        assert len(Records(connection).find("hazard")) == 2


def closing(self: Approve, context: Context, look: Look) -> list[Change]:
    """Approve with the fault planted: one person is enough, the fixer too."""
    one = required(look, Hazard, self.hazard)
    by = context.actor.person
    return [Put(replace(one, state=State.CLOSED, first_by=by, second_by=by, closed_at=context.now))]


def test_a_fault_in_the_rules_closes_nothing(shop: Workshop, monkeypatch):
    place = shop.found()
    hazard = shop.do("hazards.report", {"zone": place.zone, "photos": [BEFORE]}, place.worker)
    shop.do("hazards.submit_fix", {"hazard": hazard, "photos": [AFTER]}, place.fixer)
    before, entries = shop.get("hazard", hazard), shop.entries()
    with monkeypatch.context() as planted:
        planted.setattr(Approve, "decide", closing)
        for by in (place.officer, place.fixer):
            with pytest.raises(sa.exc.IntegrityError, match="two_reviewers"):
                shop.issue("hazards.approve", {"hazard": hazard}, by, device=f"{by.person}")
    assert (shop.get("hazard", hazard), shop.entries()) == (before, entries)
    shop.do("hazards.approve", {"hazard": hazard}, place.officer, device="another")
    assert shop.get("hazard", hazard).state == State.FIRST_PASSED
    assert shop.verify().whole


@pytest.mark.sqlite
def test_without_its_triggers_sqlite_would_take_it(database):
    """The fault planted: nothing else in the store holds the rule."""
    with database.writing() as connection:
        for name in ("two_reviewers_made", "two_reviewers_changed"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    put(database, *(replace(one, id=makers.fresh_id()) for one in WRONG.values()))
