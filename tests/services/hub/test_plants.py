"""Several plants behind one address: each has its own records, chain and people, whichever process answers; each is
looked after by one process, and by another one soon after that was killed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from services import cli
from services.core.ids import new_id
from services.core.operation import Operation
from services.core.refused import Refused
from services.store.database import Database
from services.store.group import Group, Leases
from services.store.postgresql import with_schema
from services.store.records import Records
from services.store.schema import HEAD
from services.store.store import Store
from services.store.verify import verify
from services.sync.client import HubClient, Unreachable
from services.sync.pairing import read_line
from tests.makers import NOON
from tests.services.hub.plants_process import PlantsProcess, added, group_of, until

KEYS = ("north", "south", "west-2")
PAGE = {"accept": "text/html", "accept-language": "en"}
LONGEST_TAKEOVER_S = 30.0
Started = Callable[..., PlantsProcess]


@pytest.fixture(scope="module")
def database(postgres: Any) -> str:
    postgres.run("CREATE DATABASE of_several")
    return str(postgres.url(database="of_several"))


@pytest.fixture(scope="module")
def told(database: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Three plants, and what their first people were told; the last one has a name of its own."""
    root = tmp_path_factory.mktemp("adding")
    own = {"west-2": ["--own-host", "west.example"]}
    return {key: added(database, root, key, *own.get(key, [])) for key in KEYS}


@pytest.fixture
def started(database: str, told: Any, tmp_path: Path) -> Iterator[Started]:
    made: list[PlantsProcess] = []

    def start(fault: str = "") -> PlantsProcess:
        made.append(PlantsProcess(tmp_path / f"hub-{len(made)}", database, fault))
        return made[-1]

    yield start
    for one in made:
        one.kill()


def rename(process: PlantsProcess, plant: str, name: str, n: int = 1, device: str = "") -> str:
    """What becomes of another name for a plant."""
    return asked(process, plant, "plant.rename", {"name": name}, n, device or new_id())


def asked(process: PlantsProcess, plant: str, kind: str, args: dict[str, Any], n: int, device: str) -> str:
    """What becomes of an operation."""
    client = HubClient(f"{process.url}/at/{plant}", process.token(plant), "周敏")
    one = Operation(new_id(), kind, args, device, n, NOON, {})
    return str(client.push([one], NOON, 0.0, "")["answers"][0].get("outcome"))


def stands(group: Group) -> dict[str, str]:
    """What each plant calls itself; its chain is whole."""
    found = {}
    for plant in group.plants():
        one = Database(group.url(plant))
        with one.reading() as connection:
            assert verify(connection).whole
            found[plant.key] = Records(connection).find("plant")[0].name
        one.close()
    return found


def test_two_processes_serve_three_plants_and_a_killed_one_is_taken_over(
    started: Started, database: str, told: Any
) -> None:
    one, two = started(), started()
    for turn in range(2):
        for key in KEYS:
            device = new_id()
            assert rename(one, key, f"{key} {turn}", 1, device) == "accepted"
            assert rename(two, key, f"{key} {turn}!", 2, device) == "accepted"
    assert stands(group_of(database)) == {key: f"{key} 1!" for key in KEYS}
    pairs_and_finds_its_plant(one, told)
    until(lambda: len(one.leases()) == len(two.leases()) == len(KEYS) and not one.leases() & two.leases())
    two.pause()
    until(lambda: len(one.leases()) == 2 * len(KEYS))
    two.go_on()
    until(lambda: len(two.leases()) == len(KEYS) and not one.leases() & two.leases())
    one.kill()
    took = until(lambda: len(two.leases()) == 2 * len(KEYS), LONGEST_TAKEOVER_S)
    assert took <= LONGEST_TAKEOVER_S
    assert len(set(group_of(database).holders().values())) == 1


def test_who_asks_in_vain_for_an_archive_or_a_backup_is_told(started: Started, database: str, told: Any) -> None:
    process, device = started(), new_id()
    for n, (kind, args) in enumerate(
        {"data_exports.ask": {"export_reason": "moving house"}, "backups.ask": {}}.items(), 1
    ):
        assert asked(process, KEYS[0], kind, args, n, device) == "accepted"

    def troubles() -> set[str]:
        plant = next(one for one in group_of(database).plants() if one.key == KEYS[0])
        store = Database(group_of(database).url(plant))
        with store.reading() as connection:
            look = Records(connection)
            found = {one.trouble for kind in ("data_export", "backup") for one in look.find(kind)}
        store.close()
        return found

    until(lambda: troubles() == {"export_by_operator", "backup_by_server"})


def test_a_connection_that_stays_with_one_plant_would_be_seen(started: Started, database: str) -> None:
    try:
        one = started("never-turned")
        seen = [rename(one, key, f"{key} anew") for key in KEYS]
    except (AssertionError, Refused, Unreachable):
        return  # a hub that fails over it is seen as well
    assert seen != ["accepted"] * 3 or stands(group_of(database)) != {key: f"{key} anew" for key in KEYS}


def test_two_that_do_the_same_would_be_seen(started: Started) -> None:
    one, two = started("takes-all"), started()
    until(lambda: bool(one.leases() & two.leases()))


def pairs_and_finds_its_plant(hub: PlantsProcess, told: Any) -> None:
    """A console is paired with one plant, and a phone finds its own."""
    line = told["south"]["console"].replace("http://127.0.0.1:8750", hub.url)
    address, code = read_line(line)
    assert address == f"{hub.url}/at/south"
    computer = {"device": new_id(), "computer": "desk"}
    session = HubClient(address).pair(code, computer)
    assert HubClient(address, session["token"]).call("GET", "/api/me") == {"person": session["person"]}
    with pytest.raises(Refused, match="sign_in_needed"):
        HubClient(f"{hub.url}/at/north", session["token"]).call("GET", "/api/https")
    phone = requests.Session()
    phone.headers.update(PAGE)
    assert "north 厂" in phone.get(hub.url + "/").text
    for key in ("north", "south"):
        assert phone.get(f"{hub.url}/at/{key}/s").url == f"{hub.url}/s"
        secret = told[key]["phone"].rpartition(" ")[2]
        assert phone.post(hub.url + "/api/sign-in", json={"login": "周敏", "secret": secret}).status_code == 200
    south = phone.get(hub.url + "/api/me").json()["person"]
    phone.get(f"{hub.url}/at/north/m")
    north = phone.get(hub.url + "/api/me").json()["person"]
    assert north not in ("", south), "signed in at both, as another person at each"
    own = phone.get(hub.url + "/api/hello", headers={"host": "west.example"}).json()
    assert own["plant"] == requests.get(f"{hub.url}/at/west-2/api/hello", timeout=20).json()["plant"]


def test_leases_are_shared_and_end(postgres: Any) -> None:
    postgres.run("CREATE DATABASE of_leases")
    group = group_of(postgres.url(database="of_leases"), "a", "b", "c")
    one, two = Leases(group, "one", 30), Leases(group, "two", 30)
    assert len(one.renew()) == 6
    assert two.renew() == frozenset(), "none is free yet"
    assert len(one.renew()) == 3, "it gives back what is beyond its share"
    assert len(two.renew()) == 3
    assert not one.renew() & two.renew()
    postgres.run("UPDATE anhuan.leases SET until = now() - interval '1s' WHERE holder = 'one'", "of_leases")
    postgres.run("DELETE FROM anhuan.processes WHERE id = 'one'", "of_leases")
    assert len(two.renew()) == 6, "what has run out is taken over"
    assert one.renew() == frozenset(), "and is not its own again by asking late"
    two.end()
    assert group.holders() == {}


@pytest.mark.parametrize(
    ("key", "host", "code"),
    [("North", None, "plant_key_wrong"), ("a--b", None, "plant_key_wrong"), ("n", "x y", "plant_host_wrong"),
     ("north", None, "plant_listed"), ("east", "west.example", "plant_listed")],
)  # fmt: skip
def test_what_cannot_be_a_plant_is_refused(database: str, told: Any, key: str, host: str | None, code: str) -> None:
    with pytest.raises(Refused, match=code):
        group_of(database).check(key, "名", host, datetime.now(UTC))


def test_one_plant_is_no_database_of_several(database: str, told: Any, capsys: Any) -> None:
    assert cli.main(["plants", "list", "--database", with_schema(database, "plant_north")]) == 1
    assert "schema" in capsys.readouterr().err
    assert cli.main(["hub", "--database", database, "--https-port", "0"]) == 1
    assert cli.main(["plants", "list", "--database", database, "--json"]) == 0


def test_a_process_of_before_writes_no_more_where_a_later_one_has_migrated(postgres: Any, database: str) -> None:
    store = Store(postgres.url("older", "of_several"), NOON)
    postgres.run("UPDATE older.alembic_version SET version_num = '9999'", "of_several")
    with pytest.raises(Refused, match="newer_store"):
        store.write(lambda _: None)
    postgres.run(f"UPDATE older.alembic_version SET version_num = '{HEAD}'", "of_several")
    store.write(lambda _: None)
    store.close()
