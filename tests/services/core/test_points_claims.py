"""A report without a name: its points are claimed by a ticket, once, and nothing says which report it was."""

import pytest

from services.core.operation import SYSTEM
from services.core.points_claims import ticket_text
from services.core.roles import Role
from tests.makers import Held, person, plant, refused
from tests.services.core.points_books import check_books

FINDER, GUEST = person(), person(Role.CONTRACTOR)


@pytest.fixture
def held() -> Held:
    made = Held(plant(), FINDER, GUEST)
    made.do("points.begin", {}, SYSTEM)
    return made


def ticket(held: Held, rule: str = "hazard_general", parts: int = 1, nonce: str = "ab") -> str:
    return f"{rule}.{parts}.{nonce}.{held.gifts.seal(ticket_text(rule, parts, nonce))[1]}"


def test_a_ticket_gives_its_points_once(held: Held) -> None:
    made = held.do("points_claims.claim", {"ticket": ticket(held, "hazard_major", 3)}, FINDER)
    held.do("points.settle", {"sources": [{"kind": "points_claim", "id": made.id}]}, SYSTEM)
    check_books(held)
    [account] = held.find("points_account", id=FINDER.id)
    assert account.balance == 16  # of 50, shared by three
    again = {"ticket": ticket(held, "hazard_major", 3)}
    assert refused(held.do, "points_claims.claim", again, FINDER) == "claimed_already"


@pytest.mark.parametrize("text", ["", "x", "hazard_general.1.ab.wrong", "training.1.ab.x", "hazard_general.0.ab.x"])
def test_what_the_hub_has_not_sealed_is_none(held: Held, text: str) -> None:
    assert refused(held.do, "points_claims.claim", {"ticket": text or "-"}, FINDER) == "ticket_wrong"
    other = ticket(held).replace(".1.", ".2.")
    assert refused(held.do, "points_claims.claim", {"ticket": other}, FINDER) == "ticket_wrong"


def test_who_does_not_take_part_claims_nothing(held: Held) -> None:
    assert refused(held.do, "points_claims.claim", {"ticket": ticket(held)}, GUEST) == "not_allowed"
