"""My work and what a supervisor decides, in a real browser: more time, passing on, the ghost in the viewfinder,
approving and returning with both photos on the page."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from services import words
from tests.services.hub.calls import signed_in
from tests.services.hub.test_phone_browser import Phone, after, before  # noqa: F401 - fixtures


@pytest.fixture
def new_phone(phone_screen: Callable[..., Any], plant) -> Callable[..., Phone]:
    def made(login: str, name: str, path: str = "/m") -> Phone:
        phone = Phone(phone_screen(390, 844, "zh-CN", permissions=["camera"]), plant.url)
        phone.open(f"/s?next={path}")
        phone.sign_in(login, plant.code(name))
        phone.page.wait_for_url(plant.url + path)
        return phone

    return made


@pytest.fixture
def job(plant, before) -> Any:  # noqa: F811
    """A hazard that waits for the mechanics."""
    reporter = signed_in(plant, "马超")
    photo = reporter.call("POST", "/api/blobs/photo", data=before.read_bytes()).json()["sha256"]
    report = {"zone": plant.zone, "photos": [photo], "description": "光幕被遮挡"}
    plant.served.hub.do("hazards.report", report, plant.actor("马超"))
    plant.people["钱进"] = plant.do("people.add", name="钱进", employee_no="1043", roles=["fixer"], team=plant.team).id
    return plant.all("hazard")[0]


def hazard(plant) -> Any:
    return plant.all("hazard")[0]


def test_more_time_is_asked_for_and_granted_on_the_phone(new_phone, plant, job):
    fixer = new_phone("1042", "赵刚")
    fixer.page.tap("[data-ask=ask_time]")
    fixer.page.tap("#ask_time [type=submit]")
    assert fixer.page.inner_text("#ask_time .problem") == words.say("phone.js.reason_needed")
    fixer.page.tap("#ask_time label:has([value='72'])")
    fixer.page.tap("#ask_time .phrase:has([name=phrase]) >> nth=0")
    fixer.page.tap("#ask_time [type=submit]")
    fixer.page.locator(".card .clock.pending", has_text="申请延期").wait_for()
    assert hazard(plant).more_reason == "等备件"
    assert not fixer.page.is_visible("[data-ask=ask_time]")
    officer = new_phone("3001", "孙丽", "/a")
    assert "等备件" in officer.page.inner_text(".request")
    officer.page.tap(".request .grant")
    officer.page.wait_for_selector(".empty")
    assert (hazard(plant).due_at - job.due_at).total_seconds() == 72 * 3600


def test_a_refused_request_says_why_on_the_fixers_card(new_phone, plant, job):
    signed_in(plant, "赵刚").issue("hazards.ask_time", {"hazard": job.id, "hours": 24, "reason": "等备件"})
    officer = new_phone("3001", "孙丽", "/a")
    officer.page.tap("[data-ask=refuse_time]")
    officer.page.fill("#refuse_time [name=reason]", "今天必须修好")
    officer.page.tap("#refuse_time [type=submit]")
    officer.page.wait_for_selector(".empty")
    fixer = new_phone("1042", "赵刚")
    assert "今天必须修好" in fixer.page.inner_text(".card .returned")
    assert hazard(plant).due_at == job.due_at


def test_a_job_is_passed_to_a_mate(new_phone, plant, job):
    fixer = new_phone("1042", "赵刚")
    fixer.page.tap("[data-ask=pass_on]")
    fixer.page.tap("#pass_on .phrase:has-text('钱进')")
    fixer.page.tap("#pass_on [type=submit]")
    fixer.page.wait_for_selector(".empty")
    assert hazard(plant).assignee == plant.people["钱进"]
    mate = new_phone("1043", "钱进")
    assert words.say("why.passed_on") in mate.page.inner_text(".card")


def handed_in(plant, job, photo) -> None:
    fixer = signed_in(plant, "赵刚")
    sha256 = fixer.call("POST", "/api/blobs/photo", data=photo.read_bytes()).json()["sha256"]
    fixer.issue("hazards.submit_fix", {"hazard": job.id, "photos": [sha256], "note": "胶带已除"})


def test_a_supervisor_sees_both_photos_and_approves(new_phone, plant, job, after):  # noqa: F811
    handed_in(plant, job, after)
    officer = new_phone("3001", "孙丽", "/a")
    pictures = officer.page.locator(".review .picture.large img")
    assert pictures.count() == 2
    for place in range(2):
        pictures.nth(place).evaluate("image => image.decode()")
        assert pictures.nth(place).bounding_box()["width"] >= 350
    officer.page.tap(".review .pass")
    officer.page.wait_for_selector(".empty")
    assert (hazard(plant).state.value, hazard(plant).first_by) == ("first_passed", plant.people["孙丽"])


def test_what_has_changed_since_is_not_approved_unseen(new_phone, plant, job, before, after):  # noqa: F811
    handed_in(plant, job, after)
    officer = new_phone("3001", "孙丽", "/a")
    plant.do("hazards.return", hazard=job.id, reason="看不清")
    handed_in(plant, job, picture_of(after, before))
    officer.page.tap(".review .pass")
    assert officer.problem() == words.say("refused.stale")
    assert hazard(plant).state.value == "fixed"


def picture_of(after, before):  # noqa: F811
    from tests.services.hub.test_phone_browser import picture

    return picture(after.parent / "again.jpg", shade=90)


def test_a_fix_is_returned_with_a_reason(new_phone, plant, job, after):  # noqa: F811
    handed_in(plant, job, after)
    officer = new_phone("3001", "孙丽", "/a")
    officer.page.tap("[data-ask=send_back]")
    officer.page.tap("#send_back .phrase >> nth=1")
    officer.page.tap("#send_back [type=submit]")
    officer.page.wait_for_selector(".empty")
    assert (hazard(plant).state.value, hazard(plant).return_reason) == ("fixing", "不是同一个地方")


def test_a_worker_has_nothing_to_decide(new_phone, plant, job, after):  # noqa: F811
    handed_in(plant, job, after)
    worker = new_phone("2077", "马超", "/a")
    assert worker.page.is_visible(".empty")
    assert not worker.page.is_visible(".tabs [href='/a']")


@pytest.mark.parametrize("page", ["/m", "/m/{job}"], ids=["all jobs", "one job"])
def test_where_there_is_no_camera_stream_the_phones_own_camera_takes_it(
    new_phone,
    plant,
    job,
    after,  # noqa: F811
    page,
):
    fixer = new_phone("1042", "赵刚", page.format(job=job.id))
    with fixer.page.expect_file_chooser() as chooser:
        fixer.page.click(".card .after")
    chooser.value.set_files(after)
    fixer.page.tap("#fix .send")
    fixer.page.wait_for_selector("#handed_in:not([hidden])")
    assert len(hazard(plant).after) == 1


# resolves when the camera's first picture is there; the pages' own policy lets no text be run as a script
LIVE = "video => video.videoWidth || new Promise(seen => video.addEventListener('loadedmetadata', seen, {once: true}))"


def test_the_photo_after_is_taken_with_the_one_before_as_a_ghost(chromium, plant, job):
    """A browser with a camera of its own, that shows a test picture."""
    from tests.acceptance.phones import CHROMIUM

    camera = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    with chromium.browser_type.launch(executable_path=CHROMIUM, args=camera) as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
        phone = Phone(context.new_page(), plant.url)
        phone.open("/s?next=/m")
        phone.sign_in("1042", plant.code("赵刚"))
        phone.page.wait_for_selector(".card")
        phone.page.click(".card .after")
        phone.page.wait_for_selector("#finder:not([hidden])")
        ghost = phone.page.locator("#finder .ghost")
        assert re.search(rf"/p/{job.id}/0/before", ghost.get_attribute("src"))
        assert ghost.evaluate("image => [getComputedStyle(image).opacity, image.naturalWidth > 0]") == ["0.4", True]
        phone.page.locator("#finder video").evaluate(LIVE)
        phone.page.click("#finder .shutter")
        phone.page.wait_for_selector("#fix:not([hidden])")
        assert not phone.page.is_visible("#finder")
        phone.page.click("#fix .send")
        phone.page.wait_for_selector("#handed_in:not([hidden])")
        assert phone.faults == []
    assert (hazard(plant).state.value, len(hazard(plant).after)) == ("fixed", 1)


BROKEN = """() => {
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (all.nextNode()) {
    for (const match of all.currentNode.data.matchAll(/[A-Z]{1,4}(-[0-9A-Z]+)+/g)) {
      const range = document.createRange();
      range.setStart(all.currentNode, match.index);
      range.setEnd(all.currentNode, match.index + match[0].length);
      const lines = new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top)));
      if (lines.size) found.push([match[0], lines.size]);
    }
  }
  return found;
}"""


def test_a_number_stands_in_one_line_on_the_narrowest_phone(phone_screen, plant, job, after):  # noqa: F811
    phone = Phone(phone_screen(320, 640, "zh-CN"), plant.url)
    phone.open("/s?next=/m")
    phone.sign_in("1042", plant.code("赵刚"))
    phone.page.wait_for_url(plant.url + "/m")
    plant.do("zones.rename", zone=plant.zone, name="冲压车间西侧二号冲床旁")

    def whole() -> None:
        lines = [one for one in phone.page.evaluate(BROKEN) if one[0] == job.number]
        assert lines
        assert {count for _, count in lines} == {1}
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 320

    for path in ("/m", f"/m/{job.id}", f"/r/{job.id}"):
        phone.open(path)
        whole()
    phone.open("/m")
    phone.page.tap("[data-ask=ask_time]")
    whole()
    phone.page.tap("#ask_time .close")
    phone.page.set_input_files(".after", after)
    phone.page.wait_for_selector("#fix:not([hidden])")
    whole()
    phone.page.tap("#fix .send")
    phone.page.wait_for_selector("#handed_in:not([hidden])")
    whole()
