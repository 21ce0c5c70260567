"""Who is where over HTTP: by pseudonyms, and by name on the list of a muster, which is recorded; and on a phone."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from services import words
from services.core.people import pseudonym
from services.core.refused import Refused
from services.core.shape import utc_text
from services.hub.hub import utc_now
from services.hub.rounds import Rounds
from services.store.swipes import Swipe, append, between
from tests.services.hub.at_doors import at_doors
from tests.services.hub.calls import manager, signed_in
from tests.services.hub.test_phone_browser import Phone

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def site(plant):
    made = at_doors(plant)
    made.went("赵刚", made.gate, 90)
    made.went("赵刚", made.room, 30)
    made.went("马超", made.gate, 60)
    made.went("孙丽", made.gate, 300)
    made.went("孙丽", made.gate, 45, into=False)
    return made


def test_who_is_where_is_told_by_pseudonyms_the_riskiest_zone_first(plant, site):
    found = manager(plant).call("GET", "/api/access/now").json()
    assert [(one["name"], one["zone_class"], len(one["people"])) for one in found["zones"]] == [
        ("配电室", "A", 1),
        ("西门", "D", 1),
    ]
    who = found["zones"][0]["people"][0]["who"]
    assert who.startswith("P-")
    assert who != pseudonym(plant.people["赵刚"], b""), "not to be reckoned from what consoles have"
    assert "赵刚" not in str(found)


def test_visits_are_told_with_what_is_odd_about_them(plant, site):
    site.went("马超", site.room, 20, into=False)
    ask = manager(plant)
    every = ask.call("GET", "/api/access/visits?days=2").json()["visits"]
    assert len(every) == 5
    (odd,) = ask.call("GET", "/api/access/visits?days=2&odd=true").json()["visits"]
    assert (odd["zone"], odd["flaws"], odd["begins"]) == ("配电室", ["no_in"], None)


def test_nobody_else_may_look(plant, site):
    worker = signed_in(plant, "马超")
    for path in ("/api/access/now", "/api/access/visits", "/api/musters/x/list"):
        assert worker.call("GET", path).status_code == 403


def test_a_muster_names_everybody_and_who_looks_is_on_record_once(plant, site):
    ask = manager(plant)
    begun = site.plant.do("musters.begin", muster_why="emergency", point="东门广场").id
    for _ in range(2):
        found = ask.call("GET", f"/api/musters/{begun}/list").json()
    assert [(one["name"], one["zone"], one["phone"][:3], one["left"]) for one in found["rows"]] == [
        ("赵刚", "配电室", "138", None),
        ("马超", "西门", "138", None),
    ]
    assert [one["phone"] for one in found["call"]][:3] == ["119", "120", "110"]
    assert "孙丽" in [one["name"] for one in found["call"]]
    looks = [one for one in journal(plant) if one == "musters.look"]
    assert len(looks) == 1
    site.plant.do("musters.tick", muster=begun, person=plant.people["马超"])
    site.went("赵刚", site.gate, 0, into=False)
    site.plant.do("musters.tick", muster=begun, person=plant.people["孙丽"], found="missing")
    rows = {one["name"]: one for one in ask.call("GET", f"/api/musters/{begun}/list").json()["rows"]}
    assert (rows["马超"]["found"], bool(rows["赵刚"]["left"]), rows["孙丽"]["found"]) == ("safe", True, "missing")
    site.plant.do("musters.end", muster=begun)
    assert ask.call("GET", f"/api/musters/{begun}/list").status_code == 200, "to be written up, for a day"


def journal(plant):
    from services.store.tables import entries

    with plant.served.hub.store.look() as look:
        return [row.kind for row in look.connection.execute(entries.select())]


def test_on_a_phone_everybody_is_ticked_off(plant, site, phone_screen):
    phone = Phone(phone_screen(390, 780, "zh-CN"), plant.url)
    phone.open("/s?next=/muster")
    phone.sign_in("3001", plant.code("孙丽"))
    phone.page.wait_for_selector("#muster")
    assert "赵刚" not in phone.page.inner_text("#muster .rows")
    begin = phone.page.locator(".begin").first
    begin.tap()
    begin.tap()
    phone.page.wait_for_selector("#muster[data-muster]")
    assert "0 人，应到 2 人" in phone.page.inner_text("#count")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 390
    row = phone.page.locator(".roll .one", has_text="赵刚")
    row.locator("button.safe").tap()
    row.locator("button.back").wait_for()
    assert "1 人，应到 2 人" in phone.page.inner_text("#count")
    (tick,) = plant.all("muster_tick")
    assert (tick.person, tick.found, tick.by) == (plant.people["赵刚"], "safe", plant.people["孙丽"])
    end = phone.page.locator("button.end")
    end.tap()
    end.tap()
    phone.page.wait_for_selector(".begin")
    assert plant.all("muster")[0].ended_by == plant.people["孙丽"]


def test_a_worker_sees_no_muster_and_without_the_module_nobody_does(plant, site):
    assert signed_in(plant, "马超").call("GET", "/muster", headers={"Accept": "text/html"}).status_code == 403
    boss = signed_in(plant, "孙丽")
    assert words.say("phone.muster.open") in boss.call("GET", "/m").text
    plant.do("plant.set_modules", modules_off=["access"])
    assert boss.call("GET", "/muster").status_code == 404
    assert words.say("phone.muster.open") not in boss.call("GET", "/m").text


def alone_at_night(plant, site, person="马超"):
    """Three nights in the switch room, by the plant's clock."""
    now = site.now
    midnight = now.astimezone(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0)
    who = plant.people[person]
    ways = []
    for day in (1, 2, 4):
        at = midnight - timedelta(days=day) + timedelta(hours=1)
        ways.append(Swipe(f"n{day}", at, site.room, who, True))
        ways.append(Swipe(f"o{day}", at + timedelta(minutes=40), site.room, who, False))
    plant.served.hub.store.write(lambda connection: append(connection, ways))


def test_who_is_often_alone_is_found_and_named_only_to_two_who_agree(plant, site):
    alone_at_night(plant, site)
    boss, officer = manager(plant), signed_in(plant, "孙丽")
    every = boss.call("GET", "/api/access/findings").json()["findings"]
    (one,) = [each for each in every if each["kind"] == "alone"]
    assert (one["zone"], one["facts"]["times"], len(one["visits"])) == ("配电室", 3, 3)
    assert plant.people["马超"] not in str(one)
    assert signed_in(plant, "马超").call("GET", "/api/access/findings").status_code == 403
    wanted, made_at = {"who": one["who"], "reason": "核实夜间独处"}, utc_text(site.now)
    asked = officer.issue("unmaskings.ask", wanted, made_at=made_at)["id"]

    def name(caller):
        return caller.call("GET", f"/api/unmaskings/{asked}/name").json()

    assert name(officer)["refused"] == "unmasking_closed"
    assert officer.issue("unmaskings.agree", {"unmasking": asked})["refused"] == "second_person_needed"
    assert "refused" not in boss.issue("unmaskings.agree", {"unmasking": asked}, made_at=utc_text(site.now))
    assert name(officer)["name"] == name(boss)["name"] == name(officer)["name"] == "马超"
    assert journal(plant).count("unmaskings.look") == 4, "each look, also the refused one"
    assert name(signed_in(plant, "赵刚"))["refused"] == "not_allowed"
    assert boss.issue("unmaskings.decline", {"unmasking": asked})["refused"] == "unmasking_decided"
    plant.served.hub.now = lambda: utc_now() + timedelta(hours=25)
    assert name(officer)["refused"] in ("unmasking_closed", "sign_in_needed")


def test_two_safety_officers_are_not_enough_and_no_pseudonym_is_none(plant, site):
    plant.do("people.set_roles", person=plant.people["赵刚"], roles=["safety_officer"])
    officer, other = signed_in(plant, "孙丽"), signed_in(plant, "赵刚")
    assert officer.issue("unmaskings.ask", {"who": "马超", "reason": "核实情况"})["refused"] == "pseudonym_wrong"
    asked = officer.issue("unmaskings.ask", {"who": "P-0A1B2C3D", "reason": "核实情况"})["id"]
    assert other.issue("unmaskings.agree", {"unmasking": asked})["refused"] == "second_manager_needed"
    assert "refused" not in manager(plant).issue("unmaskings.decline", {"unmasking": asked})
    assert manager(plant).call("GET", f"/api/unmaskings/{asked}/name").json()["refused"] == "unmasking_closed"


def test_swipes_go_after_the_days_that_the_plant_has_set(plant, site):
    alone_at_night(plant, site)
    plant.served.engine.rounds.stop()
    plant.do("access.set_policy", keep_days=7, past_days=7)
    with pytest.raises(Refused, match="policy_too_short"):
        plant.do("access.set_policy", keep_days=7)
    Rounds(plant.served.hub).look(site.now + timedelta(days=4))
    with plant.served.hub.store.look() as look:
        left = between(look.connection, site.now - timedelta(days=30), site.now)
    assert {one.mark for one in left} >= {"n1", "n2"}
    assert "n4" not in {one.mark for one in left}


def test_who_went_in_without_what_a_zone_asks_for_is_named_to_the_office_which_is_on_record(plant, site):
    course = plant.do("courses.add", name="配电室安全", stage="special_topic").id
    site.plant.do("zone_needs.set", zone=site.room, courses=[course], trades=["electrician_low"])
    site.went("赵刚", site.room, 20)
    ask = manager(plant)
    (one,) = ask.call("GET", "/api/training/doors").json()["people"]
    assert (one["name"], one["zone_name"], one["times"]) == ("赵刚", "配电室", 2)
    assert [(each["of"], each["what"], each["how"]) for each in one["lacks"]] == [
        ("course", "配电室安全", "missing"), ("trade", "electrician_low", "missing"),
    ]  # fmt: skip
    assert ask.call("GET", f"/api/training/doors?zone={site.gate}").json()["people"] == []
    assert journal(plant).count("zone_needs.look") == 1
    assert signed_in(plant, "马超").call("GET", "/api/training/doors").status_code == 403
    plant.do("certificates.add", person=plant.people["赵刚"], trade="electrician_low", number="T1")
    plant.do("training.record", course=course, people=[plant.people["赵刚"]], day=site.now.date().isoformat())
    assert ask.call("GET", "/api/training/doors").json()["people"] == []


def test_where_contractors_people_are_is_told_with_their_company(plant, site):
    who = plant.do("people.add", name="何勇", employee_no="9001", roles=["contractor"]).id
    firm = plant.do("contractors.add", name="华安检修").id
    member = plant.do("contractor_people.link", person=who, contractor=firm).id
    site.went(who, site.room, 12)
    (one,) = manager(plant).call("GET", "/api/contractors/now").json()["people"]
    assert (one["member"], one["name"], one["company"], one["zone"]) == (member, "何勇", "华安检修", "配电室")
    assert not one["inducted"]
