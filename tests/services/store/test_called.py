"""What people call a record is said once, where it is registered: the journal and every list of names follow it."""

from pathlib import Path
from typing import Any

import pytest

from services.core.record import KINDS
from services.store.database import Database
from services.store.queries import journal
from services.store.records import Records
from services.store.schema import bring_up
from tests import makers
from tests.services.store.test_schema import EXAMPLES
from tests.services.store.workshop import Workshop

CALLED = sorted(kind.name for kind in KINDS.values() if kind.called)


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A store with one record of each kind."""
    database = Database(Path(tmp_path_factory.mktemp("called")) / "plant.db")
    bring_up(database)
    with database.writing() as connection:
        for one in EXAMPLES.values():
            Records(connection).put(one)
    with database.reading() as connection:
        yield Records(connection)
    database.close()


def about(look: Any, kind: str, **args: str) -> tuple[str, str]:
    """What the journal says that an entry is about which makes such a record."""
    return journal.about_of(look, {"changes": [{"kind": kind, "id": EXAMPLES[kind].id}], "args": args})


@pytest.mark.parametrize("kind", CALLED)
def test_an_entry_is_about_what_it_made(look, kind):
    assert about(look, kind) == (kind, str(getattr(EXAMPLES[kind], KINDS[kind].called)))


@pytest.mark.parametrize("kind", [kind for kind in CALLED if KINDS[kind].few])
def test_whoever_refers_to_it_can_name_it(look, kind):
    assert journal.names_of(look)[EXAMPLES[kind].id] == str(getattr(EXAMPLES[kind], KINDS[kind].called))


def test_a_thing_in_a_zone_comes_before_its_zone(look):
    assert about(look, "door", zone=EXAMPLES["zone"].id) == ("door", makers.door().name)


def test_a_kind_that_nobody_listed_would_be_seen(look, monkeypatch):
    monkeypatch.setattr(journal, "_ABOUT", tuple(one for one in journal._ABOUT if one != "door"))
    assert about(look, "door", zone=EXAMPLES["zone"].id) == ("zone", makers.zone().name)


def test_a_built_in_category_that_is_put_away_is_called_by_its_word(tmp_path: Path):
    shop = Workshop(tmp_path / "plant.db")
    shop.do("categories.retire", {"category": "ppe"}, shop.found().officer)
    with shop.store.look() as look:
        assert journal.about_of(look, {"changes": [{"kind": "category", "id": "ppe"}], "args": {}}) == (
            "category",
            "劳保",
        )
    shop.close()


@pytest.mark.parametrize(
    ("kind", "other", "made"), [("shelving", "rule", makers.shelving), ("absence", "person", makers.absence)]
)
def test_what_is_called_by_another_record_has_its_name_and_not_its_id(
    tmp_path: Path, kind: str, other: str, made: Any
) -> None:
    database = Database(tmp_path / "plant.db")
    bring_up(database)
    named = makers.rule() if other == "rule" else makers.person()
    one = made(**{other: named.id})
    with database.writing() as connection:
        for each in (named, one):
            Records(connection).put(each)
    with database.reading() as connection:
        look = Records(connection)
        assert journal.about_of(look, {"changes": [{"kind": kind, "id": one.id}], "args": {}}) == (kind, named.name)
        assert journal.names_of(look)[one.id] == named.name
    database.close()
