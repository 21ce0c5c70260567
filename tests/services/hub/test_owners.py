"""What is one's own or another's: every role beside hazards and photos of each. Who comes as far at
all stands in `rights.toml`; of operations the rules of each say it."""

from collections.abc import Iterator

import pytest
import requests

from services.core.ids import new_id
from services.core.operation import Actor
from services.core.roles import CONSOLE_ROLES, Role
from tests.services.hub.living import living_plant
from tests.services.hub.test_rights import ROLES, Place

PAGES = ("/m/{}", "/p/{}/0/before")
REPORTERS = [role for role in ROLES if role != Role.AUDITOR]
SEE_ALL = {role.value for role in CONSOLE_ROLES}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    plant = living_plant(tmp_path_factory.mktemp("owners") / "plant")
    yield Place(plant)
    plant.served.stop()


def reported(place: Place, by: str, text: str) -> str:
    """A hazard with a photo, of a person; its id."""
    photo = place.hub.blobs.put_bytes(text.encode())
    roles = frozenset(place.plant.record("person", by).roles)
    answer = place.hub.do("hazards.report", {"zone": place.plant.zone, "photos": [photo]}, Actor(by, roles))
    assert answer.refused is None, answer.refused
    return str(answer.id)


def shown(place: Place, role: str, hazard: str) -> list[bool]:
    """Whether the pages of a hazard show it to somebody of a role."""
    token = place.token(role)
    paths = [place.plant.url + path.format(hazard) for path in PAGES]
    asked = [requests.get(one, cookies={"anhuan": token or ""}, allow_redirects=False, timeout=20) for one in paths]
    assert all(one.status_code in (200, 404) for one in asked), [one.status_code for one in asked]
    return [one.status_code == 200 for one in asked]


@pytest.mark.parametrize("role", REPORTERS)
def test_everybody_sees_what_they_have_reported(place: Place, role: str) -> None:
    assert shown(place, role, reported(place, place.people[role], f"{role}的")) == [True, True]


@pytest.mark.parametrize("role", ROLES)
def test_anothers_is_seen_by_those_who_hold_a_copy_of_the_plant(place: Place, role: str) -> None:
    hazard = reported(place, place.values["person"], f"别人的，{role}看")
    assert shown(place, role, hazard) == [role in SEE_ALL] * len(PAGES)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_there_is_shown_to_nobody(place: Place, role: str) -> None:
    assert shown(place, role, new_id()) == [False, False]
