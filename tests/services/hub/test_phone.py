"""The phone pages without a browser: what each answers to whom, and that nothing becomes a 500."""

import io
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from desktop.style import phone_css
from desktop.style.tokens import PHONE, contrast
from services import words
from services.core.categories import BUILT_IN
from services.core.ids import new_id
from services.hub.app import make_app
from services.hub.pages import HERE, Times
from services.hub.phone import local
from tests.services.hub.living import Living

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai


def jpeg(shade: int = 120) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (640, 480), (shade, 90, 60)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def phone(plant: Living) -> TestClient:
    return TestClient(make_app(plant.served.hub), base_url="http://anhuan.example", follow_redirects=False)


@pytest.fixture
def another(plant: Living) -> TestClient:
    return TestClient(make_app(plant.served.hub), base_url="http://anhuan.example", follow_redirects=False)


def sign_in(phone: TestClient, plant: Living, person: str) -> None:
    answer = phone.post("/api/sign-in", json={"login": person, "secret": plant.code(person)})
    assert answer.status_code == 200


def upload(phone: TestClient, shade: int = 120, headers: dict[str, str] | None = None) -> str:
    sent = phone.post(
        "/api/blobs/photo", content=jpeg(shade), headers={"content-type": "application/octet-stream", **(headers or {})}
    )
    assert sent.status_code == 200, sent.text
    sha256: str = sent.json()["sha256"]
    return sha256


def operate(
    phone: TestClient, kind: str, args: dict[str, Any], headers: dict[str, str] | None = None
) -> dict[str, Any]:
    operation = {
        "id": new_id(),
        "kind": kind,
        "args": args,
        "device": f"phone-{new_id()}",
        "n": 1,
        "made_at": datetime.now(UTC).isoformat(),
    }
    answer = phone.post("/api/operations", json={"operations": [operation]}, headers=headers)
    assert answer.status_code == 200, answer.text
    first: dict[str, Any] = answer.json()["answers"][0]
    return first


def report(phone: TestClient, plant: Living, **headers: str) -> str:
    """Reports by whoever the phone speaks for; the hazard's id."""
    args = {"zone": plant.zone, "photos": [upload(phone, headers=headers)], "description": "光幕被胶带遮挡"}
    answer = operate(phone, "hazards.report", args, headers)
    assert answer["outcome"] == "accepted", answer
    hazard: str = answer["id"]
    return hazard


# --- the scanned label


def test_a_scanned_label_shows_its_zone_and_lets_the_phone_report(phone, plant):
    page = phone.get(f"/z/{plant.label}")
    assert page.status_code == 200
    assert "冲压车间 2号冲床" in page.text
    assert all(words.say(f"category.{category}") in page.text for category in BUILT_IN)
    hazard = plant.record("hazard", report(phone, plant))
    assert hazard.reporter is None
    assert hazard.team == plant.team


def test_a_visit_cookie_is_out_of_reach_of_scripts(phone, plant):
    cookie = phone.get(f"/z/{plant.label}").headers["set-cookie"]
    assert "anhuan_visit=" in cookie
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert "Max-Age=900" in cookie


def test_someone_signed_in_needs_no_visit_and_reports_by_name(phone, plant):
    sign_in(phone, plant, "马超")
    page = phone.get(f"/z/{plant.label}")
    assert "set-cookie" not in page.headers
    assert 'id="unnamed"' in page.text
    assert plant.record("hazard", report(phone, plant)).reporter == plant.people["马超"]


def test_a_visit_token_leaves_the_name_out_even_where_someone_is_signed_in(phone, plant):
    sign_in(phone, plant, "马超")
    token = phone.post("/api/visit", json={"label": plant.label}).json()["token"]
    hazard = report(phone, plant, authorization=f"Bearer {token}")
    assert plant.record("hazard", hazard).reporter is None


def test_a_visit_of_one_zone_reports_nothing_elsewhere(phone, plant):
    elsewhere = plant.do(
        "zones.draw",
        floor=plant.all("floor")[0].id,
        name="配电房",
        zone_class="A",
        polygon=[[20, 0], [24, 0], [24, 4], [20, 4]],
    )
    phone.get(f"/z/{plant.label}")
    answer = operate(phone, "hazards.report", {"zone": elsewhere.id, "photos": [upload(phone)]})
    assert answer["refused"] == "label_needed"


def test_a_report_without_a_photo_is_refused_with_a_sentence(phone, plant):
    phone.get(f"/z/{plant.label}")
    answer = operate(phone, "hazards.report", {"zone": plant.zone, "photos": []})
    assert answer["refused"] == "photo_needed"
    assert words.has("refused.photo_needed", "en")


@pytest.mark.parametrize(
    "token", ["x", "Z-4X8B", "a/b/c", "%00", "%ff%fe", "Z-22222.1.1.%E4%B8%AD", "", "Z-22222.1.1." + "A" * 900]
)
def test_what_is_no_label_gets_a_page_and_no_500(phone, token):
    answer = phone.get(f"/z/{token}")
    assert answer.status_code == 404
    assert words.say("phone.bad.label_unreadable", "zh") in answer.text
    assert words.say("phone.bad.label_unreadable", "en") in answer.text


def test_a_label_with_another_plants_seal(phone, plant):
    mac = plant.label.rpartition(".")[2]
    answer = phone.get("/z/" + plant.label.replace(mac, "A" * 16))
    assert answer.status_code == 404
    assert words.say("refused.label_foreign", "zh") in answer.text
    assert words.say("refused.label_foreign", "en") in answer.text


def test_a_revoked_label_is_gone(phone, plant):
    plant.new_label(plant.zone)
    plant.do("labels.revoke", label=plant.all("label")[0].id, reason="磨损")
    answer = phone.get(f"/z/{plant.label}")
    assert answer.status_code == 410
    assert "冲压车间 2号冲床" in answer.text


def test_a_retired_zones_label_is_gone(phone, plant):
    plant.do("zones.retire", zone=plant.zone)
    answer = phone.get(f"/z/{plant.label}")
    assert answer.status_code == 410
    assert words.say("phone.bad.zone_retired") in answer.text
    assert phone.post("/api/visit", json={"label": plant.label}).json()["refused"] == "zone_retired"


def test_a_plants_name_is_text_and_never_markup(phone, plant):
    plant.do("zones.rename", zone=plant.zone, name="<script>alert(1)</script>")
    page = phone.get(f"/z/{plant.label}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_mistyped_address_is_answered_for_people_and_for_programs(phone):
    page = phone.get("/zz", headers={"accept": "text/html,*/*"})
    assert page.status_code == 404
    assert words.say("refused.no_such_page") in page.text
    assert phone.get("/zz").json()["refused"] == "no_such_page"


# --- who sees what


@pytest.mark.parametrize("path", ["/m", "/r", "/m/x", "/r/x", "/p/x/0/before"])
def test_pages_of_ones_own_send_to_the_sign_in(phone, path):
    answer = phone.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/s?next={path}"


def test_the_front_page_knows_who_is_signed_in(phone, plant):
    assert words.say("phone.front.title") in phone.get("/").text
    sign_in(phone, plant, "赵刚")
    assert phone.get("/").headers["location"] == "/m"


def test_the_fixer_finds_the_job_with_its_photo_and_why(phone, another, plant):
    phone.get(f"/z/{plant.label}")
    hazard = report(phone, plant)
    sign_in(another, plant, "赵刚")
    page = another.get("/m").text
    assert "光幕被胶带遮挡" in page
    assert words.say("why.route_zone_team") in page
    picture = another.get(f"/p/{hazard}/0/before")
    assert picture.headers["content-type"] == "image/jpeg"
    assert picture.content[:2] == b"\xff\xd8"


def test_what_came_from_a_paper_ledger_is_shown_without_a_photo(phone, plant):
    batch = plant.do("imports.begin", register="hazards", file="台账.xlsx", sha256="a" * 64, rows=1).id
    fixer, row = plant.people["赵刚"], {"row": 1, "zone": plant.zone, "category": "guarding"}
    row |= {"description": "光幕失灵", "reported_at": "2026-01-05T08:00:00+00:00"}
    plant.do("hazards.import_rows", batch=batch, rows=[row | {"reporter": fixer, "fixer": fixer}])
    made = plant.all("hazard")[-1].id
    sign_in(phone, plant, "赵刚")
    for path in ("/m", "/r", f"/m/{made}", f"/r/{made}"):
        answer = phone.get(path)
        assert answer.status_code == 200, path
        assert "光幕失灵" in answer.text


def test_others_see_neither_the_hazard_nor_its_photo(phone, another, plant):
    phone.get(f"/z/{plant.label}")
    hazard = report(phone, plant)
    sign_in(another, plant, "马超")
    for path in (f"/r/{hazard}", f"/m/{hazard}", f"/p/{hazard}/0/before"):
        answer = another.get(path)
        assert answer.status_code == 404
        assert "光幕" not in answer.text


def test_a_phone_sees_its_own_report_only_while_the_visit_lasts(phone, plant):
    phone.get(f"/z/{plant.label}")
    hazard = report(phone, plant)
    assert plant.record("hazard", hazard).number in phone.get(f"/r/{hazard}").text
    later = datetime.now(UTC) + timedelta(minutes=16)
    plant.served.hub.now = lambda: later
    assert phone.get(f"/r/{hazard}").status_code == 303
    phone.get(f"/z/{plant.label}")
    assert phone.get(f"/r/{hazard}").status_code == 303


def test_a_named_report_is_not_shown_to_a_visitor_of_the_zone(phone, another, plant):
    sign_in(phone, plant, "马超")
    hazard = report(phone, plant)
    another.get(f"/z/{plant.label}")
    assert another.get(f"/r/{hazard}").status_code == 303


@pytest.mark.parametrize("place", ["/p/{}/1/before", "/p/{}/0/after", "/p/{}/-1/before", "/p/{}/0/never"])
def test_a_photo_that_is_not_there(phone, plant, place):
    phone.get(f"/z/{plant.label}")
    assert phone.get(place.format(report(phone, plant))).status_code == 404


def test_blobs_by_their_hash_are_for_the_desk(phone, another, plant):
    phone.get(f"/z/{plant.label}")
    sha256 = upload(phone)
    assert phone.get(f"/api/blobs/{sha256}").status_code == 403
    sign_in(another, plant, "孙丽")
    assert another.get(f"/api/blobs/{sha256}").status_code == 200


def test_the_job_moves_from_to_do_to_waiting(phone, another, plant):
    phone.get(f"/z/{plant.label}")
    hazard = report(phone, plant)
    sign_in(another, plant, "赵刚")
    assert operate(another, "hazards.accept", {"hazard": hazard})["outcome"] == "accepted"
    assert words.say("phone.accepted") in another.get("/m").text
    fix = {"hazard": hazard, "photos": [upload(another, shade=30)], "note": "胶带已撕掉"}
    assert operate(another, "hazards.submit_fix", fix)["outcome"] == "accepted"
    page = another.get("/m").text
    assert words.say("phone.work.empty") in page
    assert words.say("state.fixed") in page
    assert "胶带已撕掉" in another.get(f"/r/{hazard}").text


def test_signing_out_ends_it(phone, plant):
    sign_in(phone, plant, "赵刚")
    assert phone.get("/m").status_code == 200
    phone.post("/api/sign-out", json={})
    assert phone.get("/m").status_code == 303


# --- language, moments, safety of links


def test_the_language_is_what_was_chosen_then_what_the_browser_prefers_then_chinese(phone):
    assert 'lang="zh-CN"' in phone.get("/s").text
    assert '<html lang="zh-CN"' in phone.get("/s", headers={"accept-language": "de,fr;q=0.8"}).text
    english = {"accept-language": "de,en-GB;q=0.9,zh;q=0.1"}
    assert '<html lang="en"' in phone.get("/s", headers=english).text
    assert phone.get("/lang/zh?back=/s").headers["location"] == "/s"
    assert '<html lang="zh-CN"' in phone.get("/s", headers=english).text


@pytest.mark.parametrize(
    "path", ["//evil.example", "https://evil.example", "/\\evil.example", "", "m", "/\r\nSet-Cookie: a=b"]
)
def test_links_lead_nowhere_else(phone, path):
    assert local(path) == "/"
    assert phone.get("/lang/en", params={"back": path}).headers["location"] == "/"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (2, "今天 14:00"),
        (-20, "昨天 16:00"),
        (24, "明天 12:00"),
        (-72, "02-27 周五 12:00"),
        (-24 * 90, "2025-12-02 12:00"),
    ],
)
def test_moments_are_said_in_the_plants_zone(hours, expected):
    assert Times(NOON, "Asia/Shanghai", "zh").moment(NOON + timedelta(hours=hours)) == expected


def test_midnight_of_the_plant_parts_the_days():
    late = datetime(2026, 3, 2, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert Times(late, "Asia/Shanghai", "zh").moment(late + timedelta(minutes=2)) == "明天 00:01"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(782, "剩 13 小时 2 分"), (-192, "超时 3 小时 12 分"), (59, "剩 59 分钟"), (3 * 1440 + 61, "剩 3 天 1 小时")],
)
def test_what_is_left_of_a_clock(minutes, expected):
    assert Times(NOON, "Asia/Shanghai", "zh").left(NOON + timedelta(minutes=minutes)) == expected


def test_no_page_has_a_script_or_style_of_its_own(phone, plant):
    sign_in(phone, plant, "赵刚")
    hazard = report(phone, plant)
    for path in ("/m", "/r", f"/r/{hazard}", "/s", f"/z/{plant.label}", f"/m/{hazard}"):
        page = phone.get(path).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)
        scripts = re.findall(r"<script([^>]*)>", page)
        assert all("src=" in script or "application/json" in script for script in scripts)


# --- the sun


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *[(ink, "page") for ink in ("text", "muted", "accent", "normal", "pending", "overdue")],
        ("on-accent", "accent"),
        ("on-accent", "normal"),
        ("on-accent", "dark"),
        ("on-accent", "overdue"),
        ("on-not-sent", "not-sent"),
        ("accent", "tint"),
        ("overdue", "danger-ground"),
    ],
)
def test_every_text_can_be_read_in_the_sun(ink, ground):
    assert contrast(PHONE[ink], PHONE[ground]) >= 7


def test_the_stylesheet_is_what_the_tokens_make(monkeypatch, tmp_path):
    assert phone_css.main(["--check"]) == 0
    changed = tmp_path / "tokens.css"
    changed.write_text(phone_css.stylesheet().replace("#", "#0", 1))
    monkeypatch.setattr(phone_css, "TARGET", changed)
    assert phone_css.main(["--check"]) == 1
    assert phone_css.main([]) == 0
    assert phone_css.main(["--check"]) == 0


def test_the_phones_stylesheet_has_no_colour_of_its_own():
    text = (HERE / "static" / "phone.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgb|hsl", text) == []
    assert set(re.findall(r"var\(--([a-z-]+)\)", text)) <= set(PHONE)


def test_a_phone_that_scans_a_computers_pairing_code_is_told_in_both_languages(phone: TestClient) -> None:
    answer = phone.get("/pair")
    told = unescape(answer.text)
    assert answer.status_code == 409
    assert [lang for lang in ("zh", "en") if words.say("refused.pair_on_computer", lang) in told] == ["zh", "en"]
