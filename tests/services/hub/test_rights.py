"""Who gets through which door: every route of the hub for everybody there is, as `rights.toml` declares it. A route
that nobody has declared, and one that is declared and gone, fail."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from services.core.ids import new_id
from services.core.roles import GUARDED, PEOPLES_ROLES
from services.hub.app import make_app
from services.store.accounts import open_session
from tests.services.hub.living import Living, living_plant

DECLARED: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("rights.toml").read_text("utf-8"))
NOBODY, VISITOR = "nobody", "visitor"
ROLES = [role.value for role in PEOPLES_ROLES]
FIRST = {role.value: "worker" for role in sorted(GUARDED)}  # what takes two people is given afterwards
EVERYBODY = [NOBODY, VISITOR, *ROLES]
ENDS_A_SESSION = ("POST /api/sign-out", "POST /api/accounts/password")
SIGN_IN_WRONG = '{"refused":"sign_in_wrong","facts":{}}'  # whoever tries that door has come to it
CELLS = [(route, group) for group, declared in DECLARED.items() for route in declared["routes"]]


def routes_of(routes: Any) -> Iterator[str]:
    """Every method and path, also of routers within."""
    for one in routes:
        within = getattr(one, "original_router", None)
        if within is not None:
            yield from routes_of(within.routes)
        for method in sorted(getattr(one, "methods", None) or ()):
            yield f"{method} {one.path}"


class Place:
    """A plant with somebody of every role, and what paths and bodies are filled with."""

    def __init__(self, plant: Living) -> None:
        self.plant, self.hub = plant, plant.served.hub
        whom = plant.do("people.add", name="对象", employee_no="T1").id
        self.people = {
            role: plant.do("people.add", name=f"某{role}", employee_no=role, roles=[FIRST.get(role, role)]).id
            for role in ROLES
        }
        for role in FIRST:
            plant.grant(self.people[role], role)
            plant.do("people.set_roles", person=self.people[role], roles=[role])
        label = plant.label.removeprefix("/z/")
        self.values = {"person": whom, "kind": "person", "name": "mail", "bucket": "0", "sha256": "0" * 64}
        self.values |= {"token": label, "token:path": label, "way": "wecom", "provider": "wecom", "lang": "zh"}
        self.values |= {"index": "0", "step": "0", "which": "before", "key": "k"}
        self.body = {"person": whom, "password": "long enough", "operations": [{}], "login": "x", "secret": "x"}
        self.body |= {"code": "ABCDEFGH", "label": label, "keys": [], "args": {}, "rule": {}, "card": "1"}

    def token(self, who: str) -> str | None:
        """A session of somebody of a role, a phone's visit of a label, or none."""
        if who == NOBODY:
            return None
        person, zone = (None, self.plant.zone) if who == VISITOR else (self.people[who], None)
        made: str = self.hub.store.write(lambda connection: open_session(connection, person, zone, self.hub.now()))
        return made

    def gets_through(self, route: str, who: str) -> bool:
        """Whether somebody is let in, whatever comes of it: not sent away to sign in, nor told that they may not."""
        method, path = route.split(" ", 1)
        filled = re.sub(r"\{([^}]+)\}", lambda found: self.values.get(found[1], new_id()), path)
        token = self.token(who)
        answer = requests.request(
            method,
            self.plant.url + filled + ("?what=drawing&offset=0&total=1" if method == "PUT" else ""),
            cookies={"anhuan": token} if token else None,
            allow_redirects=False,
            stream=True,
            timeout=20,
            **self.sent(route),
        )
        with answer:
            assert answer.status_code < 500, f"{route} {who}: {answer.status_code}"
            sent_away = answer.status_code == 303 and answer.headers["location"].startswith("/s?")
            shut = answer.status_code in (401, 403) and answer.text != SIGN_IN_WRONG
            return not shut and not sent_away

    def sent(self, route: str) -> dict[str, Any]:
        """What goes with it."""
        if not route.startswith(("POST", "PUT")):
            return {}
        octets = {"data": b"x", "headers": {"content-type": "application/octet-stream"}}
        return octets if "/blobs/" in route else {"json": self.body}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    plant = living_plant(tmp_path_factory.mktemp("rights") / "plant")
    yield Place(plant)
    plant.served.stop()


def test_every_route_is_declared_once(place: Place) -> None:
    there = sorted(set(routes_of(make_app(place.hub).routes)))
    declared = sorted(route for route, _ in CELLS)
    assert declared == there


@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_gets_through_exactly_the_doors_that_are_declared(place: Place, who: str) -> None:
    wrong = [
        f"{route}: {'shut' if who in DECLARED[group]['who'] else 'open'}"
        for route, group in sorted(CELLS, key=lambda cell: cell[0] in ENDS_A_SESSION)
        if place.gets_through(route, who) != (who in DECLARED[group]["who"])
    ]
    assert wrong == []
