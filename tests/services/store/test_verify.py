"""The check finds what was changed behind the journal's back, and names the entry."""

import json
import random

import pytest
import sqlalchemy as sa

from services.core.ids import canonical, digest
from services.store import journal, verify
from services.store.journal import GENESIS
from tests.services.store.workshop import Workshop


def faults(shop):
    return {(fault.code, fault.seq) for fault in shop.verify().faults}


def seq_of(shop, kind, nth=0):
    return [row["seq"] for row in shop.entries() if row["kind"] == kind][nth]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", "{}"),
        ("body", "not even JSON"),
        ("hash", "0" * 64),
        ("author", "somebody"),
        ("author", None),
        ("operation", "another"),
        ("kind", "zones.retire"),
        ("device", "another"),
        ("n", 77),
        ("at", "2020-01-01T00:00:00.000000Z"),
        ("outcome", "refused"),
    ],
)
def test_a_changed_entry_is_named(lived: Workshop, column, value):
    seq = seq_of(lived, "zones.rename")
    lived.spoil(f"UPDATE entries SET {column} = :value WHERE seq = :seq", value=value, seq=seq)
    assert ("entry_changed", seq) in faults(lived)


def test_a_changed_sentence_in_an_entry_is_named(lived: Workshop):
    seq = seq_of(lived, "zones.rename")
    lived.spoil("UPDATE entries SET body = replace(body, '冲压一区', '冲压二区') WHERE seq = :seq", seq=seq)
    assert ("entry_changed", seq) in faults(lived)


def test_a_changed_order_number_is_named(lived: Workshop):
    lived.spoil("UPDATE entries SET seq = 900 WHERE seq = 5")
    assert ("entry_missing", 5) in faults(lived)


@pytest.mark.parametrize("seq", [1, 7])
def test_a_deleted_entry_is_named(lived: Workshop, seq):
    lived.spoil("DELETE FROM entries WHERE seq = :seq", seq=seq)
    assert ("entry_missing", seq) in faults(lived)


def test_swapped_entries_are_named(lived: Workshop):
    lived.spoil("UPDATE entries SET seq = CASE seq WHEN 5 THEN 6 ELSE 5 END + 1000 WHERE seq IN (5, 6)")
    lived.spoil("UPDATE entries SET seq = seq - 1000 WHERE seq > 1000")
    assert {("entry_changed", 5), ("entry_changed", 6)} <= faults(lived)


def test_the_newest_entry_cut_off_shows_in_what_it_had_made(lived: Workshop):
    last = lived.entries()[-1]["seq"]
    lived.spoil("DELETE FROM entries WHERE seq = :seq", seq=last)
    assert faults(lived)


def test_a_history_written_anew_from_an_entry_on_shows_against_a_kept_head(lived: Workshop):
    """Whoever owns the database can compute all hashes again. The records no longer fit, and the head is another."""
    kept = lived.verify().head
    seq = seq_of(lived, "zones.rename")
    before = GENESIS
    for row in lived.entries():
        body = json.loads(row["body"])
        if row["seq"] == seq:
            body["changes"][0]["after"]["name"] = body["args"]["name"] = "别的"
        text = canonical(body)
        before = digest(before.encode(), text)
        values = {"body": text.decode(), "hash": before, "seq": row["seq"]}
        lived.spoil("UPDATE entries SET body = :body, hash = :hash WHERE seq = :seq", **values)
    verdict = lived.verify()
    assert verdict.head != kept


RECORDS = [
    ("zones", "name", "别的"),
    ("zones", "polygon", "[[0.0,0.0],[1.0,0.0],[1.0,1.0]]"),
    ("zones", "polygon", "not JSON"),
    ("zones", "supervisor", "somebody"),
    ("hazards", "state", "fixing"),
    ("hazards", "second_by", "somebody"),
    ("hazards", "after", "[]"),
    ("hazards", "returned", 3),
    ("people", "roles", '["ehs_manager"]'),
    ("people", "name", "别人"),
    ("labels", "revoked_at", "2026-01-01T00:00:00.000000Z"),
    ("plants", "fix_hours", "[1.0,1.0,1.0,1.0]"),
    ("routes", "active", False),
]


@pytest.mark.parametrize(("table", "column", "value"), RECORDS)
def test_a_changed_record_names_its_last_entry(lived: Workshop, table, column, value):
    one = lived.rows(sa.text(f"SELECT id FROM {table} ORDER BY id LIMIT 1"))[0]["id"]
    lived.spoil(f"UPDATE {table} SET {column} = :value WHERE id = :id", value=value, id=one)
    found = {fault.seq: fault.what for fault in lived.verify().faults if fault.code == "record_changed"}
    kind = {"people": "person"}.get(table, table.removesuffix("s"))
    last = [row["seq"] for row in lived.entries() if f'"id":"{one}","kind":"{kind}"' in row["body"]][-1]
    assert found == {last: f"{kind} {one}"}


def test_a_record_added_or_taken_away_is_named(lived: Workshop):
    lived.spoil("INSERT INTO teams (id, name) VALUES ('new', '新班')")
    assert ("record_without_entry", 0) in faults(lived)
    lived.spoil("DELETE FROM teams")
    assert {fault.code for fault in lived.verify().faults} == {"record_missing"}


PERSONAL = [
    "UPDATE personal SET value = '\"13800000000\"' WHERE field = 'person.phone'",
    "UPDATE personal SET value = NULL, salt = NULL WHERE field = 'person.phone'",
    "UPDATE personal SET value = NULL WHERE field = 'argument.phone'",
    "UPDATE personal SET salt = '00' WHERE field = 'argument.email'",
    "UPDATE personal SET salt = NULL WHERE field = 'person.phone'",
    "UPDATE personal SET subject = 'somebody' WHERE field = 'person.phone'",
    "UPDATE personal SET field = 'person.name' WHERE field = 'person.phone'",
    "UPDATE personal SET value = 'not JSON' WHERE field = 'person.name'",
    "DELETE FROM personal WHERE field = 'argument.email'",
]


@pytest.mark.parametrize("statement", PERSONAL)
def test_a_changed_personal_value_names_its_entry(lived: Workshop, statement):
    lived.spoil(statement)
    found = [fault for fault in lived.verify().faults if fault.code == "personal_changed"]
    assert found
    bodies = {row["seq"]: row["body"] for row in lived.entries()}
    assert all(fault.what in bodies[fault.seq] for fault in found)


def test_a_personal_value_that_no_entry_knows_is_found(lived: Workshop):
    lived.spoil("INSERT INTO personal VALUES ('c', 's', 'f', '00', '\"x\"')")
    assert ("personal_changed", 0) in faults(lived)


BESIDE = [
    "DELETE FROM touched WHERE seq = 4",
    "INSERT INTO touched VALUES ('zone', 'x', 4)",
    "UPDATE devices SET last_n = last_n - 1 WHERE id = 'phone'",
    "DELETE FROM devices WHERE id = 'phone'",
    "UPDATE counters SET value = 1",
    "INSERT INTO counters VALUES ('hazard-20300101', 5)",
]


@pytest.mark.parametrize("statement", BESIDE)
def test_marks_turns_and_numbers_follow_from_the_entries(lived: Workshop, statement):
    lived.spoil(statement)
    assert {fault.code for fault in lived.verify().faults} == {"entry_changed"}


def test_the_words_of_a_bag_hide_nothing(lived: Workshop):
    """In a bag entries may be told by their hash alone; in a plant they may not, whatever its database says."""
    row = lived.entries()[8]
    lived.spoil("UPDATE zones SET name = '别的'")
    lived.spoil("INSERT INTO facts VALUES ('bag', 'true')")
    left_out = json.dumps({str(row["seq"]): row["hash"]})
    lived.spoil("INSERT INTO facts VALUES ('left_out', :value)", value=left_out)
    lived.spoil("DELETE FROM entries WHERE seq = :seq", seq=row["seq"])
    assert {"record_changed", "entry_missing"} <= {fault.code for fault in lived.verify().faults}


def random_change(shop, chance):
    """One random letter of one random entry's stored text."""
    row = chance.choice(shop.entries())
    column = chance.choice(["body", "hash", "kind", "device", "at", "operation", "outcome"])
    text = row[column]
    place = chance.randrange(len(text))
    other = chance.choice([letter for letter in 'abc123{}",:' if letter != text[place]])
    changed = text[:place] + other + text[place + 1 :]
    shop.spoil(f"UPDATE entries SET {column} = :text WHERE seq = :seq", text=changed, seq=row["seq"])
    return row, column


def test_any_letter_of_any_entry(lived: Workshop):
    chance = random.Random(11)
    for _ in range(60):
        row, column = random_change(lived, chance)
        assert ("entry_changed", row["seq"]) in faults(lived), column
        lived.spoil(f"UPDATE entries SET {column} = :text WHERE seq = :seq", text=row[column], seq=row["seq"])
    assert lived.verify().whole


MUTANTS = {
    "the chain is not computed": (verify, "digest", lambda before, text: None),
    "columns are not compared": (verify, "_of_entry", lambda *_: iter(())),
    "records are not compared": (verify, "_of_records", lambda *_: iter(())),
    "personal values are not opened": (verify, "of_personal", lambda *_: ({}, [])),
}


@pytest.mark.parametrize("mutant", ["the chain is not computed", "columns are not compared"])
def test_a_check_that_skips_the_chain_would_be_seen(lived: Workshop, monkeypatch, mutant):
    place, name, instead = MUTANTS[mutant]
    seq = seq_of(lived, "zones.rename")
    row = next(row for row in lived.entries() if row["seq"] == seq)
    if name == "digest":
        hashes = {row["body"].encode(): row["hash"] for row in lived.entries()}
        instead = lambda before, text: hashes.get(text, row["hash"])  # noqa: E731
    monkeypatch.setattr(place, name, instead)
    lived.spoil("UPDATE entries SET body = replace(body, 'made_at', 'made_on') WHERE seq = :seq", seq=seq)
    assert ("entry_changed", seq) not in faults(lived)


@pytest.mark.parametrize("mutant", ["records are not compared", "personal values are not opened"])
def test_a_check_that_skips_what_stands_beside_would_be_seen(lived: Workshop, monkeypatch, mutant):
    place, name, instead = MUTANTS[mutant]
    monkeypatch.setattr(place, name, instead)
    lived.spoil("UPDATE zones SET name = '别的'")
    lived.spoil(PERSONAL[0])
    found = {fault.code for fault in lived.verify().faults}
    assert found != {"record_changed", "personal_changed"}


def test_a_journal_that_forgets_to_chain_would_be_seen(shop: Workshop, monkeypatch):
    monkeypatch.setattr(journal, "digest", lambda before, text: digest(text))
    place = shop.found()
    shop.do("zones.rename", {"zone": place.zone, "name": "x"}, place.officer)
    assert not shop.verify().whole
