"""Where secrets and people's data may not stand: not in the journal, not in a console's copy, not in a log, not in what
is handed out. They are planted, and everything that a plant writes is searched for them."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.hub.calls import Caller, manager
from tests.services.hub.living import Living, living_plant

PASSWORDS = [f"geheim-{number:02}-Xq7" for number in range(12)]
PHONES = [f"1390000{number:04}" for number in range(7100, 7120)]
NUMBERS = [f"32050019900101{number:04}" for number in range(1000, 1018)]


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    made = living_plant(tmp_path_factory.mktemp("secrets") / "plant")
    yield made
    made.served.stop()


def planted(plant: Living) -> list[str]:
    """Fifty secrets: passwords that are right and wrong, phones, numbers of identity cards, keys of services."""
    for place, password in enumerate(PASSWORDS):
        Caller(plant).post("/api/sign-in", {"login": f"2077{place}", "secret": password})
    boss = manager(plant)
    boss.post("/api/accounts/password", {"person": plant.people["马超"], "password": PASSWORDS[0]})
    for phone, number in zip(PHONES, [*NUMBERS, "", ""], strict=True):
        boss.issue("coffee.make", {"phone": phone, "id_card": number})
        boss.issue("people.set_contact", {"person": plant.people["马超"], "phone": phone, "secret": number})
        boss.issue("people.set_contact", {"person": plant.people["马超"], "phone": phone})
    return [*PASSWORDS, *PHONES[:-1], *NUMBERS]


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.rglob("*")):
        if one.is_file():
            yield str(one.relative_to(folder)), one.read_bytes()


def test_what_is_planted_stands_in_no_entry_no_log_and_no_answer(
    plant: Living, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        secrets = planted(plant)
    said = caplog.text + "".join(capfd.readouterr())
    assert [one for one in secrets if one in said] == []
    with plant.served.hub.store.database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT body FROM entries").all()
    entries = "\n".join(row[0] for row in rows)
    assert [one for one in secrets if one in entries] == []
    assert "people.set_contact" in entries


def test_passwords_stand_in_no_file_of_the_plant(plant: Living) -> None:
    plant.served.hub.store.write(lambda connection: connection.exec_driver_sql("SELECT 1").all())
    root = plant.served.hub.folder.root
    found = [(name, one) for name, data in files(root) for one in PASSWORDS if one.encode() in data]
    assert found == []


def test_a_worker_gets_nobodys_number(plant: Living) -> None:
    """Whoever may have no copy gets none, and the words of a refusal hold nothing that was sent."""
    worker = Caller(plant, plant.served.hub.store.write(lambda connection: session(connection, plant)))
    for path in ("/api/replica", "/api/entries?after=0", "/api/me"):
        body = worker.call("GET", path).text
        assert [one for one in (*PHONES, *NUMBERS) if one in body] == [], path


def session(connection: object, plant: Living) -> str:
    from services.store.accounts import open_session

    return open_session(connection, plant.people["马超"], None, plant.served.hub.now())  # type: ignore[arg-type]


def test_what_somebody_types_makes_no_line_of_a_log(plant: Living, caplog: pytest.LogCaptureFixture) -> None:
    forged = "x\n2026-01-01 ERROR everything is fine\r\nINFO signed in as EHS manager"
    with caplog.at_level(logging.DEBUG):
        Caller(plant).post("/api/sign-in", {"login": forged, "secret": forged})
        Caller(plant).call("GET", "/no/such/%0d%0aERROR%20page")
    assert not re.search(r"^(2026-01-01 ERROR|INFO signed in|ERROR page)", caplog.text, re.MULTILINE)


def test_the_search_finds_what_is_there(plant: Living) -> None:
    """In the records, where they belong, phones stand; so the search is one."""
    with plant.served.hub.store.look() as look:
        found = look.get("person", plant.people["马超"])
    assert found is not None
    assert found.phone == PHONES[-1]
