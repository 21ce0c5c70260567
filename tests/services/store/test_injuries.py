"""What an accident did to someone goes with their other data, wherever it was written; that it happened stays."""

import pytest

from services.store.tables import personal
from tests.services.store.stories import leaver
from tests.services.store.workshop import Place, Workshop

INJURY = "左手食指末节骨折"
CASE = {"kind": "recordable_injury", "at": "2026-03-01T02:00:00Z", "description": "换模时手指被夹"}


def hurt(shop: Workshop) -> tuple[Place, str, str]:
    place = shop.found()
    gone = leaver(shop, place)
    case = CASE | {"zone": place.zone, "person": gone}
    incident = shop.do("incidents.record", case | {"injury": INJURY}, place.officer)
    shop.do("incidents.correct", case | {"incident": incident, "injury": INJURY, "days_lost": 20}, place.officer)
    return place, gone, incident


def everything(shop: Workshop) -> str:
    return repr([*shop.entries(), *shop.find("incident"), *shop.rows(personal.select())])


def test_no_entry_ever_says_the_injury(shop: Workshop):
    hurt(shop)
    assert INJURY not in repr(shop.entries())
    assert INJURY in everything(shop)


def test_an_erasure_leaves_that_it_happened(shop: Workshop):
    place, gone, incident = hurt(shop)
    shop.do("people.erase", {"person": gone, "reason": "本人要求"}, place.boss)
    assert INJURY not in everything(shop)
    kept = shop.get("incident", incident)
    assert (kept.injury, kept.days_lost, kept.description) == ("", 20, CASE["description"])
    assert shop.verify().whole


@pytest.mark.sqlite
def test_an_injury_left_behind_would_be_seen(shop: Workshop, monkeypatch: pytest.MonkeyPatch):
    place, gone, _ = hurt(shop)
    monkeypatch.setattr("services.core.people.blank_about", lambda look, person: [])
    shop.do("people.erase", {"person": gone, "reason": "本人要求"}, place.boss)
    assert INJURY in everything(shop)
