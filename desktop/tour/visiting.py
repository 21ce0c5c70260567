"""Who looks: a person of the plant, signed in on a console folder without being asked for a password."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.opening import boot_id, computer, utc_now

if TYPE_CHECKING:
    from services.core.people import Person
    from services.store.records import Records

Choice = Callable[["Records"], "Person"]


def manager(look: "Records") -> "Person":
    """The EHS manager, who may see and do most; anybody where there is none."""
    from services.core.roles import Role

    people = [one for one in look.find("person") if one.left_at is None]
    return next((one for one in people if Role.EHS_MANAGER in one.roles), people[0])


def busiest_reviewer(look: "Records") -> "Person":
    """Whom the most reviews wait for."""
    from services.core.hazards import TO_REVIEW
    from services.store.queries.hazards import may_review

    now = utc_now()
    waiting = [one for state in TO_REVIEW for one in look.find("hazard", state=state)]
    zones = {one.id: one for one in look.find("zone")}
    people = [one for one in look.find("person") if one.left_at is None]
    return max(people, key=lambda person: sum(may_review(look, person, one, zones[one.zone], now) for one in waiting))


def visit(data: Path, console: Path, url: str, choice: Choice) -> None:
    """Signs the chosen person of the plant in `data` in on the console folder below `console`."""
    from services.store.database import Database
    from services.store.folder import PlantFolder
    from services.store.records import Records
    from services.store.replica import Clock, Replica
    from services.sync.clock import steady
    from services.sync.keys import Keys

    database = Database(PlantFolder(data).database)
    with database.reading() as connection:
        person = choice(Records(connection)).id
    database.close()
    folder = PlantFolder(console).console
    folder.mkdir(parents=True, exist_ok=True)
    replica = Replica(folder / "replica.db", Clock(utc_now, steady, boot_id()))
    replica.set_facts(me=person, hub=url)
    here = computer(replica)
    replica.close()
    Keys(folder, "console").keep("session", session(data, url, person, here))


def session(data: Path, url: str, person: str, here: dict[str, str] | None = None) -> str:
    """The token of a session for a person, bound to the computer `here`: the machine that holds the hub's folder need
    not ask."""
    from services.store.folder import PlantFolder
    from services.sync.client import HubClient

    running = PlantFolder(data).running()
    assert running is not None
    made: dict[str, Any] = HubClient(url, running.token).call(
        "POST", "/api/session-here", json={"person": person, **(here or {})}
    )
    return str(made["token"])
