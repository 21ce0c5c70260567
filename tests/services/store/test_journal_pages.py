"""The journal page by page: what waits stands above all entries, a span of time holds for both, and the first rows are
found by the indexes of both, however many entries there are."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from services.store.pending import keep
from services.store.queries.journal_pages import journal_listing
from services.store.queries.paging import Listing, arranged, first_rows, rows_at
from services.store.queries.wanted import Contains, OneOf, Wanted
from services.store.records import Records
from tests.services.store.workshop import Workshop

pytestmark = pytest.mark.sqlite  # only consoles read it so


@pytest.fixture
def place(shop: Workshop) -> Any:
    return shop.found()


def wait(shop: Workshop, place: Any, name: str, n: int) -> None:
    """An operation of this console that the hub has yet to answer."""
    body = {"id": f"waits-{n}", "kind": "plant.rename", "args": {"name": name}, "device": "here", "n": n}
    body |= {"made_at": shop.now.isoformat().replace("+00:00", "Z"), "by": place.boss.person, "premise": {}}
    with shop.store.database.writing() as connection:
        keep(connection, body, [])


def kinds(look: Records, listing: Listing, wanted: Wanted) -> list[tuple[str, bool]]:
    numbers = arranged(look, listing, wanted).numbers
    return [(row.kind, row.waiting) for row in rows_at(look, listing, numbers) if row is not None]


def nothing(_: str) -> tuple[str, ...]:
    return ()


def plan(look: Records, listing: Listing) -> str:
    """How SQLite finds the newest rows."""
    query = sa.select(listing.number).select_from(listing.table).order_by(listing.number.desc()).limit(50)
    text = query.compile(look.connection, compile_kwargs={"literal_binds": True})
    return " ".join(row[3] for row in look.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}"))


def test_what_waits_stands_above_all_entries(shop: Workshop, place: Any) -> None:
    wait(shop, place, "二厂", 1)
    wait(shop, place, "三厂", 2)
    with shop.store.look() as look:
        first = first_rows(look, journal_listing(nothing), Wanted(), 50)
        assert [row.args["name"] for row in first.rows[:2]] == ["三厂", "二厂"]
        assert [row.waiting for row in first.rows[:3]] == [True, True, False]
        assert [row.seq for row in first.rows[2:]] == list(range(len(first.rows) - 2, 0, -1))


def test_both_are_filtered_by_the_same(shop: Workshop, place: Any) -> None:
    shop.do("plant.rename", {"name": "二厂"}, place.boss)
    wait(shop, place, "三厂", 1)
    both = [("plant.rename", True), ("plant.rename", False)]
    with shop.store.look() as look:
        said = journal_listing(lambda text: ["plant.rename"] if text == "改名" else [])
        assert kinds(look, said, Wanted("改名")) == both
        assert kinds(look, said, Wanted("三厂")) == both[:1]
        assert kinds(look, said, Wanted(columns=(("outcome", OneOf(("waiting",))),))) == both[:1]
        assert kinds(look, said, Wanted(columns=(("who", Contains("nobody")),))) == []
        since, until = shop.now - timedelta(days=9), shop.now - timedelta(days=8)
        assert kinds(look, journal_listing(nothing, (since, until)), Wanted()) == []
        assert first_rows(look, journal_listing(nothing, (since, until)), Wanted(), 1).numbers.tolist() == []


def test_the_first_rows_are_found_by_the_indexes_of_both(
    shop: Workshop, place: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shop.store.look() as look:
        assert "MERGE (UNION ALL)" in plan(look, journal_listing(nothing))
        monkeypatch.setattr("services.store.queries.journal_pages.sa.cast", lambda expression, _: expression)
        assert "MERGE (UNION ALL)" not in plan(look, journal_listing(nothing)), "all of them are sorted"
