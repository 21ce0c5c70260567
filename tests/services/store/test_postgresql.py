"""PostgreSQL's own side: plants in one database do not wait for each other, a server that ends or is full is one
refusal, and what comes after goes on."""

import json
import signal
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store import growth, postgresql
from services.store.database import Database
from services.store.deliveries import claim
from tests.makers import BEFORE
from tests.services.store.grounds import OnPostgresql
from tests.services.store.stories import SECRETS, lived_in
from tests.services.store.workshop import Workshop


@pytest.fixture
def schemas(postgres, kept) -> OnPostgresql:
    return OnPostgresql(postgres, kept)


@pytest.fixture
def database(schemas):
    made = Database(schemas.fresh())
    yield made
    made.close()


def second_writer(first: Database, second: Database, told: list[str]) -> list[str]:
    """What becomes of who writes while another does."""

    def write() -> None:
        try:
            with second.writing():
                told.append("in")
        except Refused as refused:
            told.append(refused.code)

    with first.writing():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(30)
    return told


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(postgresql, "SETTINGS", "SET lock_timeout = '300ms'")


def test_plants_do_not_wait_for_each_other(impatient, schemas):
    one, other = Database(schemas.fresh()), Database(schemas.fresh())
    assert second_writer(one, other, []) == ["in"]
    assert second_writer(one, one, []) == ["store_busy"]
    one.close()
    other.close()


def test_one_lock_for_all_plants_would_be_seen(impatient, schemas, monkeypatch):
    monkeypatch.setattr(postgresql, "ALONE", "SELECT pg_advisory_xact_lock(7205)")
    one, other = Database(schemas.fresh()), Database(schemas.fresh())
    assert second_writer(one, other, []) == ["store_busy"]
    one.close()
    other.close()


def test_a_schema_that_is_not_there_is_made_and_never_taken_for_another(postgres, schemas):
    """The search path names a second schema, which has a plant already."""
    taken, name = schemas.open(), "not_there_yet"
    taken.found()
    shop = Workshop(postgres.url(f"{name}%2Cshared"))
    assert shop.find("plant") == ()
    shop.found()
    assert [len(taken.find("plant")), len(shop.find("plant"))] == [1, 1]
    assert taken.find("plant") != shop.find("plant")
    assert postgres.run(f"SELECT count(*) FROM {name}.plants") == [(1,)]
    shop.close()
    taken.close()


def test_without_a_name_a_plant_is_where_the_server_puts_it(postgres):
    postgres.run("CREATE DATABASE alone")
    shop = Workshop(postgres.url(database="alone"))
    shop.found()
    shop.close()
    assert postgres.run("SELECT count(*) FROM public.plants", "alone") == [(1,)]


def test_a_database_that_cannot_hold_every_letter_is_refused(postgres):
    postgres.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1'")
    with pytest.raises(Refused, match="store_not_utf8"):
        Workshop(postgres.url(database="latin"))
    assert postgres.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", "latin") == [(0,)]


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "disk_full"),
        ("58030", "disk_full"),
        ("40001", "store_busy"),
        ("40P01", "store_busy"),
        ("57014", "store_busy"),
        ("53300", "store_busy"),
        ("XX001", "store_damaged"),
        ("57P01", "store_unreachable"),
        ("08006", "store_unreachable"),
    ],
)
def test_what_the_server_says_is_a_refusal(database, state, code):
    with pytest.raises(Refused, match=code), database.reading() as connection:
        raised(connection, state)
    with database.writing() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_fault_of_ours_stays_one(database):
    with pytest.raises(sa.exc.DBAPIError), database.reading() as connection:
        raised(connection, "22012")


def raised(connection: sa.Connection, state: str) -> None:
    connection.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '{state}'; END $$")


def test_what_no_text_can_hold_is_asked_for(schemas):
    shop = schemas.open()
    with pytest.raises(Refused, match="malformed"):
        shop.get("hazard", "a\0")
    shop.close()


def test_a_snapshot_cannot_write(database):
    with pytest.raises(sa.exc.InternalError, match="read-only"), database.reading() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER)")


FULL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON entries DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION full_disk();
"""


def test_when_the_commit_fails_everyone_who_waited_is_told(schemas):
    shop = Workshop(schemas.fresh())
    place = shop.found()
    before = shop.entries()
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql(FULL)
    one = {"zone": place.zone, "photos": [BEFORE]}
    phones = [shop.request("hazards.report", one, place.worker, device=f"phone-{count}") for count in range(5)]
    assert {code_of(future) for future in [shop.submit(phone) for phone in phones]} == {"disk_full"}
    assert shop.entries() == before
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER full_disk ON entries")
    assert all(shop.submit(phone).result(30).ok for phone in phones)
    assert shop.verify().whole
    shop.close()


def code_of(future: Any) -> str:
    error = future.exception(30)
    return error.code if isinstance(error, Refused) else repr(error)


def test_a_server_that_ends_and_comes_back(postgres, schemas):
    """As after a crash: what was answered is there, what comes meanwhile is refused, and the next goes on by itself."""
    shop = Workshop(schemas.fresh())
    place = shop.found()
    answered = [shop.do("zones.rename", {"zone": place.zone, "name": f"{i}"}, place.officer) for i in range(5)]
    lost = shop.request("zones.rename", {"zone": place.zone, "name": "x"}, place.officer)
    postgres.stop(signal.SIGQUIT)
    try:
        for _ in range(2):
            assert code_of(shop.submit(lost)) == "store_unreachable"
            with pytest.raises(Refused, match="store_unreachable"):
                shop.find("zone")
    finally:
        postgres.start()
    assert shop.submit(lost).result(30).ok
    assert [row["operation"] for row in shop.entries()][-6:] == [*answered, lost.operation.id]
    assert shop.verify().whole
    shop.close()


def test_a_writer_that_falls_silent_holds_nobody_up(database, monkeypatch):
    monkeypatch.setattr(postgresql, "ALONE", postgresql.ALONE.replace(f"{postgresql.SILENT_S}s", "200ms"))
    told: list[str] = []
    with pytest.raises(Refused, match="store_unreachable"):
        second_writer(database, database, told)
    assert told == ["in"]


def test_two_who_send_at_the_same_moment_never_take_the_same(schemas):
    shop = schemas.open()
    place = shop.found()
    for _ in range(3):
        shop.do("hazards.report", {"zone": place.zone, "photos": [BEFORE]}, place.worker)
    engine, later = shop.store.database.engine, shop.now + timedelta(hours=1)
    with engine.begin() as one, engine.begin() as two:
        first, second = claim(one, "one", later, most=2), claim(two, "two", later)
    assert len(first) == 2
    assert second
    assert {delivery.id for delivery in first}.isdisjoint(delivery.id for delivery in second)
    shop.close()


def test_what_another_process_commits_is_heard(schemas, monkeypatch):
    monkeypatch.setattr(growth, "EVERY_S", 0.02)
    shop, heard, came = schemas.open(), [], threading.Event()

    def told(head: int) -> None:
        heard.append(head)
        if head >= 7:
            came.set()

    shop.store.follow(told)
    other = Workshop(shop.path)
    other.found()
    assert came.wait(30)
    assert heard == sorted(set(heard))
    other.close()
    shop.close()


def files_of(postgres, schema: str) -> bytes:
    """The bytes of all tables and indexes of a plant, and of what they keep elsewhere."""
    postgres.run("CHECKPOINT")
    inside = f"SELECT oid, reltoastrelid FROM pg_class WHERE relnamespace = '{schema}'::regnamespace"
    paths = postgres.run(
        f"WITH own AS ({inside}) SELECT pg_relation_filepath(oid) FROM own"
        f" UNION SELECT pg_relation_filepath(reltoastrelid) FROM own WHERE reltoastrelid <> 0"
    )
    return b"".join((Path(postgres.data) / path).read_bytes() for (path,) in paths if path)


def secrets_in(content: bytes) -> set[str]:
    return {text for text in SECRETS if text.encode() in content or json.dumps(text).strip('"').encode() in content}


def left_by_an_erasure(postgres, schemas) -> set[str]:
    """The secrets that can still be read in the files of a plant's tables and in the server's samples of them."""
    shop = Workshop(schemas.fresh())
    schema = str(shop.rows(sa.text("SELECT current_schema() AS name"))[0]["name"])
    place = lived_in(shop)
    assert secrets_in(files_of(postgres, schema)) == set(SECRETS), "the search must find what is there"
    postgres.run(f"ANALYZE {schema}.people; ANALYZE {schema}.personal")
    gone = next(one for one in shop.find("person") if one.left_at)
    shop.do("people.erase", {"person": gone.id, "reason": "本人要求"}, place.boss)
    shop.store.write(lambda _: None)
    assert shop.verify().whole
    shop.close()
    samples = str(postgres.run(f"SELECT * FROM pg_stats WHERE schemaname = '{schema}'"))
    return secrets_in(files_of(postgres, schema)) | secrets_in(samples.encode())


def test_an_erasure_leaves_nothing_readable_in_the_tables(postgres, schemas):
    assert left_by_an_erasure(postgres, schemas) == set()


def test_tables_that_are_not_written_anew_would_be_seen(postgres, schemas, monkeypatch):
    monkeypatch.setattr(postgresql, "write_anew", lambda *_: None)
    assert left_by_an_erasure(postgres, schemas) == set(SECRETS)
