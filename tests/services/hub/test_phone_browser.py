"""The phone pages in a real browser of a phone's size: three taps after the photo, and nothing promised too early."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from services import words
from tests.services.hub.living import Living

NUMBER = re.compile(r"YH-\d{8}-\d{4}")
ANSWERED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


class Phone:
    """A page of a phone, with what its console said."""

    def __init__(self, page: Any, url: str) -> None:
        self.page, self.url = page, url
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self.listen)

    def listen(self, said: Any) -> None:
        if said.type == "error":
            self.faults.append(said.text)

    def open(self, path: str) -> None:
        self.page.goto(self.url + path)

    def photograph(self, picture: Path) -> None:
        self.page.set_input_files("#camera", picture)
        self.page.wait_for_selector("#form:not([hidden])")

    def number(self) -> str:
        self.page.wait_for_selector("#receipt:not([hidden])")
        shown: str = self.page.inner_text("#receipt .number")
        return shown

    def problem(self) -> str:
        said: str = self.page.wait_for_selector(".problem:not([hidden])").inner_text()
        return said

    def sign_in(self, login: str, code: str) -> None:
        self.page.fill("[name=login]", login)
        self.page.fill("[name=secret]", code)
        self.page.click("[type=submit]")

    def cut_off(self) -> None:
        self.page.route("**/api/**", lambda route: route.abort())

    def joined_again(self) -> None:
        self.page.unroute("**/api/**")


@pytest.fixture
def new_phone(phone_screen: Callable[..., Any], plant: Living) -> Callable[..., Phone]:
    return lambda locale="zh-CN": Phone(phone_screen(390, 844, locale), plant.url)


@pytest.fixture
def phone(new_phone: Callable[..., Phone]) -> Iterator[Phone]:
    made = new_phone()
    yield made
    assert [fault for fault in made.faults if "net::ERR_FAILED" not in fault and not ANSWERED.match(fault)] == []


def picture(place: Path, shade: int = 120) -> Path:
    """A photo as a camera makes it: large, lying on its side, with the place in its EXIF."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "a secret remark"
    image = Image.linear_gradient("L").resize((3000, 2000)).convert("RGB")
    image.paste((shade, 40, 40), (200, 200, 900, 900))
    image.save(place, "JPEG", exif=exif)
    return place


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return picture(tmp_path / "before.jpg")


@pytest.fixture
def after(tmp_path: Path) -> Path:
    return picture(tmp_path / "after.jpg", shade=250)


def test_three_taps_after_the_photo_and_a_number(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.page.tap(".tile:has([value=guarding])")
    phone.page.tap(".phrases:not([hidden]) .phrase >> nth=0")
    phone.page.tap("#send")
    number = phone.number()
    assert NUMBER.fullmatch(number)
    (hazard,) = plant.all("hazard")
    assert (hazard.number, hazard.category, hazard.description) == (number, "guarding", "被遮挡")
    assert hazard.reporter is None
    assert not phone.page.is_visible("#unsent")
    phone.page.tap(".follow")
    phone.page.wait_for_url(f"**/slip/{hazard.id}")
    assert number in phone.page.inner_text("h1")


def test_a_phone_that_slept_has_another_boot(phone, plant):
    """Its monotonic clock may have stood still, so that what was done before is told by the wall clock."""
    phone.open(f"/z/{plant.label}")
    before, awake, slept, later = phone.page.evaluate(
        """async () => {
          const { clock } = await import("/static/ids.js");
          const told = [clock(), clock()];
          const now = Date.now;
          Date.now = () => now() + 3_600_000;
          return [...told, clock(), clock()];
        }"""
    )
    assert before["boot"] == awake["boot"] != slept["boot"] == later["boot"]
    assert 0 <= slept["mono"] - before["mono"] < 3000
    assert slept["wall"] > before["wall"]


def test_the_photo_is_made_small_and_upright_and_bare_on_the_phone(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    with phone.page.expect_request("**/api/blobs/photo") as request:
        phone.photograph(before)
        phone.page.tap("#send")
    sent = request.value.post_data_buffer
    from io import BytesIO

    from PIL import Image

    image = Image.open(BytesIO(sent))
    assert image.format == "JPEG"
    assert image.size == (1365, 2048)
    assert b"secret" not in sent
    phone.number()


def test_two_taps_on_send_are_one_report(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.page.evaluate("() => { const send = document.getElementById('send'); send.click(); send.click(); }")
    phone.number()
    assert len(plant.all("hazard")) == 1


def test_the_button_is_at_the_thumb_and_nothing_is_too_small(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    box = phone.page.locator("#send").bounding_box()
    assert box["y"] > 844 / 2
    assert box["y"] + box["height"] <= 844
    for target in ("#send", ".over", *(f".tile >> nth={place}" for place in range(8)), ".phrase >> nth=0", "#line"):
        found = phone.page.locator(target).bounding_box()
        assert min(found["width"], found["height"]) >= 48, target
    wide = phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide == 390


def test_what_is_no_picture_gets_a_sentence_and_the_camera_stays(phone, plant, tmp_path):
    wrong = tmp_path / "note.txt"
    wrong.write_text("not a photo")
    phone.open(f"/z/{plant.label}")
    phone.page.set_input_files("#camera", wrong)
    assert phone.problem() == words.say("refused.not_a_picture")
    assert phone.page.is_visible("#start")


def test_a_file_that_only_says_it_is_a_picture_is_refused_by_the_hub(phone, plant, tmp_path):
    wrong = tmp_path / "photo.jpg"
    wrong.write_text("not a photo")
    phone.open(f"/z/{plant.label}")
    phone.photograph(wrong)
    phone.page.tap("#send")
    assert phone.problem() == words.say("refused.not_a_picture")
    assert plant.all("hazard") == ()


def test_without_the_hub_it_is_kept_said_loudly_and_sent_later_once(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.cut_off()
    phone.page.tap("#send")
    assert phone.problem() == words.say("phone.js.kept")
    assert words.say("phone.js.unsent", count=1) in phone.page.inner_text("#unsent")
    assert not phone.page.is_visible("#receipt")
    phone.joined_again()
    phone.page.evaluate("window.dispatchEvent(new Event('online'))")
    assert NUMBER.fullmatch(phone.number())
    assert not phone.page.is_visible("#unsent")
    assert len(plant.all("hazard")) == 1


def test_a_lost_answer_is_asked_for_again_under_the_same_id(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)

    def lost(route: Any) -> None:
        route.fetch()
        route.abort()

    phone.page.route("**/api/operations", lost, times=1)
    phone.page.tap("#send")
    phone.problem()
    assert len(plant.all("hazard")) == 1
    phone.page.tap("#send")
    assert phone.number() == plant.all("hazard")[0].number
    assert len(plant.all("hazard")) == 1


def test_what_was_kept_goes_out_at_the_next_opening(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.cut_off()
    phone.page.tap("#send")
    phone.problem()
    phone.joined_again()
    phone.page.context.clear_cookies()  # the visit has run out meanwhile
    phone.open("/s")
    phone.page.locator("#unsent strong", has_text="YH-").wait_for()
    (hazard,) = plant.all("hazard")
    assert hazard.number in phone.page.inner_text("#unsent")
    phone.open("/s")  # it stays until somebody has looked
    phone.page.locator("#unsent strong", has_text=hazard.number).click()
    phone.page.tap("#kept .close")
    phone.page.locator("#kept").wait_for(state="hidden")
    phone.open("/s")
    phone.page.wait_for_load_state("networkidle")
    assert not phone.page.is_visible("#unsent")


def test_a_report_of_a_zone_retired_meanwhile_is_refused_and_kept(phone, plant, before):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    plant.do("zones.retire", zone=plant.zone)
    phone.page.tap("#send")
    assert phone.problem() == words.say("refused.zone_retired")
    phone.page.tap("#unsent")
    assert phone.page.inner_text("#kept li .problem") == words.say("refused.zone_retired")
    phone.page.tap("#kept .plain >> nth=0")
    phone.page.tap("#kept .plain >> nth=0")
    phone.page.wait_for_selector(".empty.wrong")
    assert not phone.page.is_visible("#unsent")


def test_the_phone_finds_its_turn_when_its_count_is_lost(phone, plant, before):
    phone.open("/s?next=/z/" + plant.label)
    phone.sign_in("2077", plant.code("马超"))
    phone.page.wait_for_selector("#start")
    for _ in range(2):
        phone.photograph(before)
        phone.page.tap("#send")
        phone.number()
        phone.page.evaluate("localStorage.setItem('anhuan.turn', '0')")
        phone.page.tap("#receipt .again")
        phone.page.wait_for_selector("#start")
    assert [hazard.reporter for hazard in plant.all("hazard")] == [plant.people["马超"]] * 2


def test_a_signed_in_worker_may_leave_the_name_out_and_no_device_gives_it_away(phone, plant, before):
    phone.open("/s?next=/z/" + plant.label)
    phone.sign_in("2077", plant.code("马超"))
    phone.page.wait_for_selector("#start")
    phone.photograph(before)
    with phone.page.expect_request("**/api/operations") as request:
        phone.page.check("#unnamed", force=True)
        phone.page.tap("#send")
    phone.number()
    (hazard,) = plant.all("hazard")
    assert hazard.reporter is None
    device = request.value.post_data_json["operations"][0]["device"]
    assert device != phone.page.evaluate("localStorage.getItem('anhuan.device')")


def test_the_fixer_signs_in_by_code_and_hands_in_the_photo_after(phone, new_phone, plant, before, after):
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.page.tap("#send")
    number = phone.number()
    fixer = new_phone("en-GB")
    fixer.open("/m")
    fixer.sign_in("1042", "AAAA2222")
    assert fixer.problem() == words.say("refused.sign_in_wrong", "en")
    fixer.sign_in("1042", plant.code("赵刚"))
    assert words.say("why.route_zone_team", "en") in fixer.page.inner_text(".card")
    fixer.page.tap(".accept")
    fixer.page.wait_for_selector(".accepted")
    fixer.page.set_input_files(".after", after)
    fixer.page.fill("#fix .note", "Tape removed")
    fixer.page.tap("#fix .send")
    fixer.page.wait_for_selector("#handed_in:not([hidden])")
    assert fixer.page.inner_text("#handed_in .number") == number
    (hazard,) = plant.all("hazard")
    assert (hazard.state.value, hazard.fixed_by, hazard.fix_note) == ("fixed", plant.people["赵刚"], "Tape removed")
    assert [fault for fault in fixer.faults if not ANSWERED.match(fault)] == []


def test_the_photo_from_before_is_no_photo_after(phone, plant, before):
    phone.open("/s?next=/z/" + plant.label)
    phone.sign_in("1042", plant.code("赵刚"))
    phone.page.wait_for_selector("#start")
    phone.photograph(before)
    phone.page.tap("#send")
    phone.number()
    phone.open("/m")
    phone.page.set_input_files(".after", before)
    phone.page.tap("#fix .send")
    assert phone.problem() == words.say("refused.same_photo")
    assert phone.page.input_value("#fix .note") == ""


def test_english_and_chinese_by_a_tap(phone, plant):
    phone.open(f"/z/{plant.label}")
    assert words.say("phone.report.shoot") in phone.page.inner_text("#start")
    phone.page.tap(".language")
    phone.page.wait_for_url(f"**/z/{plant.label}")
    assert words.say("phone.report.shoot", "en") in phone.page.inner_text("#start")
