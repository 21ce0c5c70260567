"""From a reported hazard to a pair of gloves: a worker's phone and the clerk's, through a real hub."""

import io
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services import words
from services.core.operation import Actor
from services.core.roles import Role
from services.hub.slips import slip_of
from tests.services.core.points_books import check_books
from tests.services.hub.calls import signed_in
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone

PATIENCE_S = 20


def until(seen: Callable[[], Any]) -> Any:
    end = time.monotonic() + PATIENCE_S
    while not (found := seen()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
    return found


class Shop:
    """The plant with a clerk, gloves in two sizes, and a worker who has earned points."""

    def __init__(self, plant: Living) -> None:
        self.plant = plant
        plant.people["唐敏"] = plant.do("people.add", name="唐敏", employee_no="4001", roles=["shop_clerk"]).id
        plant.do("points_rules.set", hazard_general=40)
        until(lambda: plant.record("points_account", "budget"))
        given = {"name": "防割手套", "shelf": "ppe", "price": 30, "sizes": ["M", "L"], "note": "五级防割"}
        self.gloves = plant.do("rewards.add", **given).id
        self.by("唐敏", "stock.take_in", reward=self.gloves, size="M", pieces=1)
        self.earn()

    def by(self, who: str, kind: str, **args: Any) -> Any:
        answer = self.plant.served.hub.do(kind, args, self.plant.actor(who))
        assert answer.ok, answer.refused
        return answer

    def earn(self) -> None:
        plant, hub = self.plant, self.plant.served.hub
        before, after = (hub.blobs.put_bytes(text) for text in (b"before", b"after"))
        hazard = self.by("马超", "hazards.report", zone=plant.zone, photos=[before], description="护罩缺失").id
        self.by("赵刚", "hazards.submit_fix", hazard=hazard, photos=[after])
        self.by("孙丽", "hazards.approve", hazard=hazard)
        until(lambda: plant.all("points_entry"))

    def phone(self, made: Phone, who: str, number: str) -> Phone:
        made.open("/s?next=/m")
        made.sign_in(number, self.plant.code(who))
        made.page.wait_for_selector(".tabs")
        return made


@pytest.fixture
def shop(plant: Living) -> Shop:
    return Shop(plant)


def test_points_become_gloves(plant: Living, shop: Shop, phone_screen: Callable[..., Any]) -> None:
    mine = shop.phone(Phone(phone_screen(390, 844, "zh-CN"), plant.url), "马超", "2077")
    mine.page.tap("a[href='/points']")
    mine.page.wait_for_url("**/points")
    told = mine.page.inner_text("main")
    for said in ("40", "有效一般隐患", "护罩缺失", "+40"):
        assert said in told
    assert mine.page.evaluate("document.documentElement.scrollWidth") == 390
    mine.page.tap("a[href='/shop']")
    mine.page.wait_for_url("**/shop")
    assert mine.page.eval_on_selector_all("option", "all => all.map(one => one.value)") == ["M"]
    mine.page.tap(".goods button")
    mine.page.wait_for_url("**/slips/*")
    [one] = plant.all("redemption")
    assert (one.course, one.size, one.points, one.person) == ("ready", "M", 30, plant.people["马超"])
    code = mine.page.inner_text(".slip_code p")
    scanned = read_code(mine.page.locator(".slip_code img").screenshot())
    assert scanned == f"https://anhuan.example/h/{one.id}.{code}"

    clerk = shop.phone(Phone(phone_screen(390, 844, "zh-CN"), plant.url), "唐敏", "4001")
    clerk.page.tap("a[href='/counter']")
    clerk.page.wait_for_url("**/counter")
    assert "防割手套 · M" in clerk.page.inner_text("main")
    clerk.open(scanned.removeprefix("https://anhuan.example"))
    assert "马超" in clerk.page.inner_text("main")
    clerk.page.tap("#hand_out form button")
    clerk.page.wait_for_selector("#hand_out .clock.normal")
    mine.page.reload()
    assert "唐敏" in mine.page.inner_text("main")
    clerk.open(f"/counter/{shop.gloves}")
    clerk.page.tap("summary >> nth=1")
    clerk.page.fill("details[open] [name=counted]", "7")
    clerk.page.tap("details[open] button")
    clerk.page.wait_for_selector("main:has-text('在库 7 件')")
    clerk.page.wait_for_load_state("networkidle")  # a browser that is closed while it loads never ends
    with plant.served.hub.store.look() as look:
        check_books(look)
        [account] = look.find("points_account", id=plant.people["马超"])
        assert account.balance == 10
    assert mine.faults == clerk.faults == []


def test_who_has_too_few_points_is_told_and_a_cancelled_one_comes_back(
    plant: Living, shop: Shop, phone_screen: Callable[..., Any]
) -> None:
    mine = shop.phone(Phone(phone_screen(390, 844, "en-GB"), plant.url), "马超", "2077")
    plant.do("rewards.change", reward=shop.gloves, price=41)
    mine.open("/shop")
    assert mine.page.is_disabled(".goods button")
    assert "Points short: 1" in mine.page.inner_text(".goods button")
    plant.do("rewards.change", reward=shop.gloves, price=40)
    mine.page.reload()
    mine.page.tap(".goods button")
    mine.page.wait_for_url("**/slips/*")
    mine.page.tap("#redemption form button")
    mine.page.wait_for_selector(".clock.waiting")
    [account] = [one for one in plant.all("points_account") if one.id == plant.people["马超"]]
    assert account.balance == 40
    mine.open("/points")
    mine.page.tap("form button")
    mine.page.wait_for_selector("text=No. 001")
    mine.page.wait_for_load_state("networkidle")
    assert mine.faults == []


def test_pages_are_for_whom_they_are(plant: Living, shop: Shop) -> None:
    worker, other = signed_in(plant, "马超"), signed_in(plant, "赵刚")
    one = shop.by("马超", "redemptions.redeem", reward=shop.gloves, size="M").id
    assert worker.call("GET", f"/slips/{one}").status_code == 200
    assert other.call("GET", f"/slips/{one}").status_code == 404
    for path in ("/counter", f"/counter/{shop.gloves}", f"/h/{one}.x"):
        told = other.call("GET", path)
        assert words.say("refused.clerk_only") in told.text
    assert words.say("refused.slip_wrong") in signed_in(plant, "唐敏").call("GET", f"/h/{one}.x").text
    plant.do("plant.set_modules", modules_off=["points"])
    for path in ("/points", "/shop", "/slips"):
        assert words.say("refused.points_off") in worker.call("GET", path).text
    assert "/points" not in worker.call("GET", "/m").text


def test_what_costs_much_is_approved_on_the_phone_of_who_may(plant: Living, shop: Shop) -> None:
    plant.do("points_rules.set", approve_over=10)
    one = shop.by("马超", "redemptions.redeem", reward=shop.gloves, size="M").id
    boss = plant.manager.person or ""
    with plant.served.hub.store.look() as look:
        from services.store.queries.shop import to_approve

        manager, worker = look.get("person", boss), look.get("person", plant.people["马超"])
        assert manager is not None
        assert worker is not None
        assert [order.id for order in to_approve(look, me=manager)] == [one]
        assert to_approve(look, me=worker) == ()
    approver = Actor(boss, frozenset({Role.EHS_MANAGER}))
    assert plant.served.hub.do("redemptions.approve", {"redemption": one}, approver).ok
    assert plant.record("redemption", one).course == "ready"


def read_code(png: bytes) -> str:
    """What a phone's camera reads."""
    import zxingcpp
    from PIL import Image

    return str(zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))[0].text)


def test_what_was_drawn_is_looked_at_again_on_a_phone(
    plant: Living, shop: Shop, phone_screen: Callable[..., Any]
) -> None:
    plant.do("doubt_rules.set", recheck_percent=100)
    plant.people["周勇"] = plant.do("people.add", name="周勇", employee_no="3002", roles=["safety_officer"]).id
    today = datetime.now(UTC).date()
    days = {"first": (today - timedelta(days=1)).isoformat(), "last": (today + timedelta(days=1)).isoformat()}
    plant.do("absences.add", person=plant.manager.person, **days)
    shop.earn()
    [again] = until(lambda: plant.all("recheck"))
    assert again.assigned == plant.people["周勇"]  # the only one at work who had no part in it
    mine = shop.phone(Phone(phone_screen(390, 844, "zh-CN"), plant.url), "周勇", "3002")
    mine.page.tap("a[href='/rechecks']")
    mine.page.tap(f"a[href='/rechecks/{again.id}']")
    mine.page.wait_for_url(f"**/rechecks/{again.id}")
    told = mine.page.inner_text("main")
    assert "马超" in told
    assert "没有人被怀疑" in told
    assert mine.page.locator("[aria-current=page]").all_inner_texts() == ["我的活"]
    assert mine.page.evaluate("document.documentElement.scrollWidth") == 390
    mine.page.tap("summary")
    mine.page.fill("[name=note]", "护罩没有装上")
    mine.page.tap("details[open] button")
    mine.page.wait_for_url("**/rechecks")
    assert plant.record("recheck", again.id).result == "not_confirmed"
    [doubt] = plant.all("points_doubt")
    assert (doubt.why, doubt.people) == ("recheck_failed", (plant.people["马超"],))
    assert mine.faults == []


def test_who_reported_without_a_name_claims_by_the_slip_and_no_record_says_which(
    plant: Living, shop: Shop, phone_screen: Callable[..., Any]
) -> None:
    hub = plant.served.hub
    before, after = (hub.blobs.put_bytes(text) for text in (b"nameless", b"mended"))
    nobody = Actor(None, frozenset({Role.ANONYMOUS}), scanned=plant.zone)
    given = {"zone": plant.zone, "photos": [before], "description": "急停失灵"}
    answer = hub.do("hazards.report", given, nobody)
    assert answer.ok, answer.refused
    shop.by("赵刚", "hazards.submit_fix", hazard=answer.id, photos=[after])
    shop.by("孙丽", "hazards.approve", hazard=answer.id)
    plant.do("hazards.approve", hazard=answer.id)
    found = plant.record("hazard", answer.id)
    assert found.state == "closed"
    mine = shop.phone(Phone(phone_screen(390, 844, "zh-CN"), plant.url), "马超", "2077")
    mine.open(f"/slip?number={found.number}&code={slip_of(hub, answer.id)}")
    mine.page.wait_for_url(f"**/slip/{answer.id}")
    mine.page.tap("form[data-kind] button")
    mine.page.wait_for_url("**/points")
    entry = until(lambda: next((one for one in plant.all("points_entry") if one.source_kind == "points_claim"), None))
    mine.page.reload()
    told = mine.page.inner_text("main")
    assert "不具名上报，凭码领取" in told
    assert "急停失灵" not in told
    assert entry.points == 40
    [claim] = plant.all("points_claim")
    assert answer.id not in repr(claim)
    mine.open(f"/slip/{answer.id}")
    assert "已经领取" in mine.page.inner_text("main")
    assert mine.page.evaluate("document.documentElement.scrollWidth") == 390
    assert mine.faults == []
