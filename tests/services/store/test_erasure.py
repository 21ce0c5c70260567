"""Erasing a person: nothing readable is left in the files of the plant, and every proof still holds."""

import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import sqlalchemy as sa

from services.photos.folder import PhotoFolder
from services.reports.bag.making import make_bag
from services.store import personal
from services.store.bag import Choice
from services.store.bag_file import check
from services.store.replica import Clock, Replica
from services.store.tables import personal as personal_table
from tests.makers import NOON, fresh_id
from tests.services.store.stories import SECRETS, leaver, lived_in
from tests.services.store.workshop import Workshop, checked_file


def shut(shop: Workshop) -> None:
    """Everything into the one file, as a hub that ends leaves it."""
    with shop.store.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def found_in_files(folder: Path) -> set[str]:
    """Which of the secrets can be read in the bytes of any file there."""
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    spellings = {text: (text.encode(), json.dumps(text).strip('"').encode()) for text in SECRETS}
    return {text for text, ways in spellings.items() if any(way in everything for way in ways)}


def erased(shop: Workshop, person: str, place) -> None:
    shop.do("people.erase", {"person": person, "reason": "本人要求"}, place.boss)


@pytest.mark.sqlite
def test_nothing_readable_is_left_in_the_files(shop: Workshop):
    place = lived_in(shop)
    shut(shop)
    assert found_in_files(shop.folder) == set(SECRETS), "the search must find what is there"
    gone = next(one for one in shop.find("person") if one.left_at)
    erased(shop, gone.id, place)
    shut(shop)
    assert found_in_files(shop.folder) == set()
    assert shop.verify().whole


@pytest.mark.sqlite
def test_the_log_of_a_running_hub_forgets_too(shop: Workshop):
    place = lived_in(shop)
    gone = next(one for one in shop.find("person") if one.left_at)
    erased(shop, gone.id, place)
    shop.store.write(lambda _: None)
    assert found_in_files(shop.folder) == set()


def test_entries_never_hold_a_clear_value(shop: Workshop):
    place = lived_in(shop)
    shop.issue("people.add", {"name": SECRETS[0], "mobile": SECRETS[1]}, place.boss)
    shop.issue("people.add", {"name": SECRETS[0], "phone": SECRETS[1]}, place.worker)
    shop.issue("people.greet", {"name": SECRETS[0]}, place.worker)
    text = "".join(row["body"] for row in shop.entries())
    assert not [one for one in SECRETS if one in text or json.dumps(one).strip('"') in text]


def test_an_audit_bag_without_names_still_verifies_and_never_held_one(shop: Workshop, tmp_path):
    place = lived_in(shop)
    bags, choice = tmp_path / "bags", Choice(date(2026, 1, 1), date(2026, 12, 31), masked=True)
    bags.mkdir()
    make_bag(shop.store.database, PhotoFolder(tmp_path), choice, bags / "before.bag", shop.now)
    gone = next(one for one in shop.find("person") if one.left_at)
    erased(shop, gone.id, place)
    make_bag(shop.store.database, PhotoFolder(tmp_path), choice, bags / "after.bag", shop.now)
    for bag in ("before", "after"):
        assert check(bags / f"{bag}.bag").verdict.whole
        with ZipFile(bags / f"{bag}.bag") as archive:
            archive.extractall(bags / bag)
    assert found_in_files(bags) == set()


def test_others_keep_their_values(shop: Workshop):
    place = lived_in(shop)
    gone = next(one for one in shop.find("person") if one.left_at)
    erased(shop, gone.id, place)
    rows = shop.rows(sa.select(personal_table))
    assert all(row["value"] is None and row["salt"] is None for row in rows if row["subject"] == gone.id)
    others = {one.id for one in shop.find("person")} - {gone.id}
    assert all(row["value"] is not None for row in rows if row["subject"] in others)
    assert shop.get("person", place.boss.person or "").name == "周敏"


@pytest.mark.sqlite
def test_what_is_sent_about_the_erased_later_keeps_nothing(shop: Workshop):
    place = lived_in(shop)
    gone = next(one for one in shop.find("person") if one.left_at)
    erased(shop, gone.id, place)
    answer = shop.issue("people.set_contact", {"person": gone.id, "phone": SECRETS[1]}, place.boss)
    assert answer.refused
    shut(shop)
    assert found_in_files(shop.folder) == set()
    assert shop.verify().whole


REFUSED_ABOUT_NOBODY = [
    ("people.add", {"name": SECRETS[0], "phone": SECRETS[1], "email": "no address"}),
    ("people.add", {"name": SECRETS[0], "mobile": SECRETS[1]}),
    ("people.greet", {"name": SECRETS[0]}),
    ("people.set_contact", {"person": fresh_id(), "phone": SECRETS[1]}),
    ("plant.found", {"name": "二", "person": SECRETS[0]}),
]


@pytest.mark.sqlite
@pytest.mark.parametrize(("kind", "args"), REFUSED_ABOUT_NOBODY)
def test_what_was_refused_and_is_about_nobody_keeps_nothing(shop: Workshop, kind, args):
    """No erasure would ever reach it. The same message again still gets its answer again."""
    place = shop.found()
    request = shop.request(kind, args, place.boss)
    first = shop.submit(request).result(30)
    assert first.refused
    assert shop.submit(request).result(30).seq == first.seq
    shut(shop)
    assert found_in_files(shop.folder) == set()
    assert shop.verify().whole


def test_what_was_refused_before_its_person_came_is_no_tampering(shop: Workshop):
    place, id_ = shop.found(), fresh_id()
    assert shop.issue("people.set_contact", {"person": id_, "phone": SECRETS[1]}, place.boss).refused
    shop.do("people.add", {"name": SECRETS[0]}, place.boss, id=id_)
    assert shop.verify().whole


def test_the_erasure_reaches_a_console(shop: Workshop, tmp_path):
    """The console has the person's values in its records; the erasure's entry blanks them there."""
    place = shop.found()
    gone = leaver(shop, place)
    path = tmp_path / "console" / "replica.db"
    path.parent.mkdir()
    replica = Replica(path, Clock(lambda: NOON, lambda: 0.0, "boot"))
    lay_all(shop, replica)
    assert found_in_files(path.parent) & set(SECRETS)
    erased(shop, gone, place)
    lay_all(shop, replica)
    with replica.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert found_in_files(path.parent) == set()
    replica.close()
    assert checked_file(path).whole


def lay_all(shop: Workshop, replica: Replica) -> None:
    cursor = replica.fact("cursor") or 0
    rows = [row for row in shop.entries() if row["seq"] > cursor]
    sealed = {one for row in rows for one in personal.sealed_in(json.loads(row["body"])["changes"])}
    with shop.store.database.reading() as connection:
        clear = personal.clear_of(connection, sealed)
    replica.lay_down([(row["hash"], row["body"]) for row in rows], clear)


def test_only_the_database_forgets(shop: Workshop):
    """Erasing changes no entry that was there."""
    place = lived_in(shop)
    gone = next(one for one in shop.find("person") if one.left_at)
    before = shop.entries()
    erased(shop, gone.id, place)
    assert shop.entries()[: len(before)] == before
    assert len(shop.entries()) == len(before) + 1


@pytest.mark.sqlite
def test_an_erasure_that_forgets_nothing_would_be_seen(shop: Workshop, monkeypatch):
    place = lived_in(shop)
    monkeypatch.setattr("services.store.journal.forget", lambda *_: None)
    gone = next(one for one in shop.find("person") if one.left_at)
    erased(shop, gone.id, place)
    shut(shop)
    assert found_in_files(shop.folder)
