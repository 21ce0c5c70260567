"""An upgrade that fails, at any of its steps, leaves the plant as it was, says so, and the former version goes on; one
that succeeds leaves a copy for some weeks."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store import schema
from services.store.database import Database
from services.store.digests import Digests
from services.store.journal import head
from services.store.kept_copies import KEEP, kept_copies, let_go_copies
from services.store.schema import HEAD, bring_up
from services.store.store import Store
from services.store.verify import verify
from tests.makers import NOON
from tests.services.store.grounds import Ground
from tests.services.store.workshop import Workshop

NEXT = "9001"
STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{next}", "{head}", None, None


def upgrade():
    op.create_table("of_tomorrow", sa.Column("id", sa.Text(), primary_key=True))
    with op.batch_alter_table("zones") as batch:
        batch.add_column(sa.Column("of_tomorrow", sa.Text()))
    op.execute("DELETE FROM hazards")
    {then}


def downgrade():
    raise NotImplementedError
"""
FAULTS = {
    "a fault of ours": "raise ZeroDivisionError('a column has no name')",
    "a statement that the database refuses": 'op.execute("INSERT INTO nowhere VALUES (1)")',
    "a part that is missing": "import nothing_of_this_name",
}


@pytest.fixture
def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The next version of the program, whose migration does the given thing at last."""

    def program(then: str = "pass") -> None:
        folder = tmp_path / "versions"
        folder.mkdir(exist_ok=True)
        (folder / f"{NEXT}_tomorrow.py").write_text(STEP.format(next=NEXT, head=HEAD, then=then))
        monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, folder))
        monkeypatch.setattr(schema, "HEAD", NEXT)

    return program


def stands(shop: Workshop) -> tuple[Any, ...]:
    with shop.store.database.reading() as connection:
        assert verify(connection).whole
        version = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
        tables = sorted(sa.inspect(connection).get_table_names())
        return version, tables, head(connection), Digests().total(connection)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_step_that_fails_changes_nothing_and_the_former_version_goes_on(
    ground: Ground, tomorrow: Any, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = ground.open()
    before, path = stands(shop), shop.store.database.path
    shop.close()
    with monkeypatch.context():
        tomorrow(FAULTS[fault])
        with pytest.raises(Refused) as caught:
            Store(shop.path, NOON)
        facts = caught.value.facts
        assert (caught.value.code, facts["found"], facts["known"]) == ("upgrade_failed", HEAD, NEXT)
        assert facts["what"]
    monkeypatch.undo()
    again = ground.open()
    assert stands(again) == before
    again.close()
    if path:
        copy = Database(Path(facts["copy"]))
        with copy.reading() as connection:
            assert head(connection) == before[2]
        copy.close()
        assert os.stat(facts["copy"]).st_mode & 0o077 == 0


def test_one_that_succeeds_leaves_a_copy_for_some_weeks_and_older_programs_leave_it_alone(
    ground: Ground, tomorrow: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Workshop(ground.fresh())
    place, path = shop.path, shop.store.database.path
    shop.close()
    tomorrow()
    database = Database(place)
    bring_up(database, keep=True)
    with database.engine.connect() as connection:
        assert "of_tomorrow" in sa.inspect(connection).get_table_names()
        if path:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    database.close()
    monkeypatch.undo()
    before = path and path.read_bytes()
    with pytest.raises(Refused) as caught:
        Store(place, NOON)
    assert (caught.value.code, caught.value.facts) == ("newer_store", {"found": NEXT, "known": HEAD})
    assert before == (path and path.read_bytes())
    if path:
        [copy] = kept_copies(path.parent)
        os.utime(copy, (NOON.timestamp(), NOON.timestamp()))
        assert let_go_copies(path.parent, NOON + KEEP) == 0
        assert let_go_copies(path.parent, NOON + KEEP + timedelta(hours=1)) == 1
        assert kept_copies(path.parent) == []
