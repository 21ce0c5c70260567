"""A badge that is scanned: everybody learns whether it holds, people of the plant whose it is."""

import pytest

from services import words
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone


@pytest.fixture
def member(plant: Living) -> str:
    plant.people["外协李工"] = plant.do("people.add", name="外协李工", employee_no="W1", roles=["contractor"]).id
    firm = plant.do("contractors.add", name="华安检修").id
    made: str = plant.do("contractor_people.link", person=plant.people["外协李工"], contractor=firm, trade="焊工").id
    plant.do("contractor_people.induct", contractor_person=made)
    return made


def test_a_badge_says_whether_it_holds_and_names_its_bearer_to_the_plant_only(phone_screen, plant, member):
    plant.do("contractor_people.issue_badge", contractor_person=member)
    token = plant.record("contractor_person", member).badge
    phone = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    phone.open(f"/badge/{token}")
    assert phone.page.get_attribute("#badge", "data-good") == "yes"
    assert "外协李工" not in phone.page.inner_text("main")
    phone.open(f"/s?next=/badge/{token}")
    phone.sign_in("2077", plant.code("马超"))
    phone.page.wait_for_selector("#badge")
    told = phone.page.inner_text("main")
    assert "外协李工" in told
    assert "华安检修" in told
    plant.do("contractor_people.issue_badge", contractor_person=member)
    phone.page.reload()
    assert phone.page.get_attribute("#badge", "data-good") == "no", "a newer one was made"
    newer = plant.record("contractor_person", member).badge
    phone.open(f"/badge/{newer}")
    assert phone.page.get_attribute("#badge", "data-good") == "yes"
    plant.do("contractor_people.ban", person=plant.people["外协李工"], reason="无票动火")
    phone.page.reload()
    assert words.say("badge.bad") in phone.page.inner_text("main")
    assert phone.faults == []
    forged = newer[:-1] + ("A" if newer[-1] != "A" else "B")
    for bad in (forged, "x", "1.2.3", newer.replace(".", "")):
        answer = phone.page.request.get(f"{plant.url}/badge/{bad}")
        assert answer.status == 409
        assert words.say("refused.badge_unreadable") in answer.text()
