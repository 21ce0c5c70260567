"""The plant's own fields on a phone, in a report, in a dead spot and in a check-in; and where the phone says that it
is, with permission and without."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from services.core.georeference import Flat
from tests.acceptance.phones import kept_ready, until
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import ANSWERED, Phone, before, picture  # noqa: F401 - fixtures
from tests.services.hub.test_phone_check import answer, checklist, entered, task  # noqa: F401 - fixtures

FIELDS: list[dict[str, Any]] = [
    {"key": "shift", "text": "发现班次", "kind": "choice", "choices": ["早班", "晚班"]},
    {"key": "wind", "text": "风速", "kind": "number", "high": 5, "unit": "m/s", "required": False},
    {"key": "who", "text": "当时谁在场", "kind": "text", "required": False},
]
FLAT = Flat(121.1, 31.4)
FOUND = """import(document.querySelector('[rel=modulepreload][href$="/where.js"]').href)
    .then((where) => 'fix' in where.fixArgs(true))"""


@pytest.fixture
def phone(phone_screen: Callable[..., Any], plant: Living) -> Iterator[Phone]:
    made = Phone(phone_screen(390, 844, "zh-CN", worker="allow"), plant.url)
    yield made
    assert [fault for fault in made.faults if "net::ERR" not in fault and not ANSWERED.match(fault)] == []


def asking(plant: Living, purpose: str = "hazard") -> str:
    made: str = plant.do("checklists.make", name=f"附加字段 {purpose}", items=FIELDS, purpose=purpose).id
    return made


def located(plant: Living) -> None:
    """The floor's place on the earth: its corner at FLAT."""
    (floor,) = plant.all("floor")
    points = [
        {"x": x, "y": y, "longitude": there[0], "latitude": there[1]}
        for x, y, there in ((x, y, FLAT.degrees(x, y)) for x, y in ((0, 0), (60, 0), (60, 40)))
    ]
    plant.do("floors.set_position", floor=floor.id, datum="wgs84", control_points=points)


def stands(phone: Phone, x: float, y: float) -> None:
    """Where the phone is from now on, with permission to say so."""
    longitude, latitude = FLAT.degrees(x, y)
    phone.page.context.grant_permissions(["geolocation"])
    phone.page.context.set_geolocation({"longitude": longitude, "latitude": latitude, "accuracy": 10})


def filled(phone: Phone, plant: Living, photo: Path) -> None:
    phone.open(f"/z/{plant.label}")
    phone.photograph(photo)
    phone.page.tap("#send")
    assert "发现班次" in phone.problem()  # it must be filled in
    answer(phone, "shift", "晚班")
    phone.page.fill("[data-key=wind] .figure input", "7.5")
    phone.page.fill("[data-key=who] .words", "李明")
    assert not phone.page.is_visible("[data-key=wind] .more")


def said(hazard: Any) -> list[Any]:
    return [(one.key, one.choice or one.value or one.note, one.outcome) for one in hazard.extra]


def test_a_report_is_asked_for_a_day_and_a_photo(
    phone: Phone,
    plant: Living,
    before: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    items = [
        {"key": "since", "text": "最早发现日期", "kind": "date"},
        {"key": "plate", "text": "铭牌照片", "kind": "photo"},
    ]
    plant.do("checklists.make", name="附加字段", items=items, purpose="hazard")
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.page.fill("[data-key=since] [type=date]", "2026-02-28")
    phone.page.tap("#send")
    assert "铭牌照片" in phone.problem()
    plate = picture(tmp_path / "plate.jpg", 170)
    phone.page.set_input_files("[data-key=plate] input[type=file]", plate)
    phone.page.wait_for_selector("[data-key=plate] .shots img")
    phone.page.tap("#send")
    phone.number()
    (hazard,) = plant.all("hazard")
    assert (len(hazard.before), len(hazard.extra_photos)) == (1, 1)
    assert set(hazard.before).isdisjoint(hazard.extra_photos)
    assert [(one.note, one.photos) for one in hazard.extra] == [("2026-02-28", ()), ("", hazard.extra_photos)]
    phone.page.click(".follow")
    shown = phone.page.locator(".more_said")
    assert shown.locator("dd").all_inner_texts()[0].strip() == "2026-02-28"
    assert shown.locator("img").evaluate("(one) => one.decode().then(() => one.naturalWidth)") > 0


ALL = [("shift", "晚班", "pass"), ("wind", 7.5, "fail"), ("who", "李明", "pass")]


def test_a_report_is_asked_them(phone: Phone, plant: Living, before: Path) -> None:  # noqa: F811
    asking(plant)
    filled(phone, plant, before)
    phone.page.tap("#send")
    phone.number()
    (hazard,) = plant.all("hazard")
    assert said(hazard) == ALL
    (form,) = plant.all("checklist")
    assert hazard.extra_form == form.version


def test_in_a_dead_spot_they_are_asked_as_the_hub_asked_last(phone: Phone, plant: Living, before: Path) -> None:  # noqa: F811
    page = phone.page
    phone.open("/")
    kept_ready(page)
    version = plant.record("checklist", asking(plant)).version
    phone.open("/s")  # any page says what is asked
    kept = "caches.match('/shell/report/zh').then((form) => form.text())"
    until(page, f"(version) => {kept}.then((text) => text.includes(version))", version)
    page.context.set_offline(True)
    filled(phone, plant, before)
    page.tap("#send")
    page.wait_for_selector("#unsent:not([hidden])")
    (form,) = plant.all("checklist")
    changed = [FIELDS[0] | {"text": "哪个班次", "choices": ["早班", "夜班"]}]
    plant.do("checklists.revise", checklist=form.id, items=changed)
    page.context.set_offline(False)
    phone.number()
    (hazard,) = plant.all("hazard")
    assert said(hazard) == ALL
    assert (hazard.extra_form, hazard.extra[0].item) == (version, "发现班次")


def test_a_category_of_the_plants_own_is_chosen_in_a_dead_spot(phone: Phone, plant: Living, before: Path) -> None:  # noqa: F811
    made = plant.do("categories.add", name_zh="高处作业", icon="height").id
    page = phone.page
    phone.open("/")
    kept_ready(page)
    page.context.set_offline(True)
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    page.tap(f".tile:has([value='{made}'])")
    page.tap(".phrases:not([hidden]) .phrase >> nth=0")
    page.tap("#send")
    page.wait_for_selector("#unsent:not([hidden])")
    page.context.set_offline(False)
    phone.number()
    (hazard,) = plant.all("hazard")
    assert hazard.category == made
    assert hazard.description


def test_a_check_in_is_asked_its_own(phone: Phone, plant: Living, task: str) -> None:  # noqa: F811
    plant.do("checklists.revise", checklist=plant.all("checklist")[0].id, items=[{"key": "ok", "text": "光幕有效"}])
    asking(plant, "inspection")
    located(plant)
    stands(phone, -480, 4)
    entered(phone, plant, f"/c/{plant.label}")
    phone.page.click(".door[data-group=tasks]")
    answer(phone, "ok", "pass")
    phone.page.click("#send")
    assert "发现班次" in phone.problem()
    answer(phone, "shift", "早班")
    until(phone.page, FOUND)
    phone.page.click("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    one = plant.record("inspection", task)
    assert said(one) == [("shift", "早班", "pass")]
    assert (one.state, one.doubtful) == ("done", "far_off")
    assert 450 < one.off_m < 490


@pytest.mark.parametrize("allowed", [True, False])
def test_a_report_says_where_the_phone_is_or_goes_without(
    phone: Phone,
    plant: Living,
    before: Path,  # noqa: F811
    allowed: bool,
) -> None:
    located(plant)
    if allowed:
        stands(phone, -1490, 4)
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    if allowed:
        until(phone.page, FOUND)
    phone.page.tap("#send")
    phone.number()
    (hazard,) = plant.all("hazard")
    if allowed:  # without a name it says so only by some hundred metres
        assert 1200 < hazard.off_m < 1500
    else:
        assert hazard.off_m is None


def test_a_place_that_is_not_known_is_not_asked_for(phone: Phone, plant: Living, before: Path) -> None:  # noqa: F811
    stands(phone, -1490, 4)
    phone.open(f"/z/{plant.label}")
    phone.page.evaluate("void (navigator.geolocation.getCurrentPosition = () => { document.title = 'asked'; })")
    phone.photograph(before)
    phone.page.tap("#send")
    phone.number()
    assert phone.page.title() != "asked"
