"""What a phone keeps of the pages: the worker that sends in the background, files that never change under their name,
what makes the pages installable, and a photo that goes on from where it was cut."""

import hashlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from desktop.style import phone_icons
from services.hub import shell
from tests.acceptance.phones import kept_ready, until
from tests.services.hub.calls import Caller, signed_in
from tests.services.hub.test_phone_browser import before, picture  # noqa: F401 - a fixture

SNAPSHOT = "/api/blobs/{}?what=snapshot&offset={}&total={}"


@pytest.fixture
def page(phone_screen: Callable[..., Any], plant) -> Any:
    made = phone_screen(390, 844, "zh-CN", worker="allow")
    made.goto(plant.url + "/")
    kept_ready(made)
    return made


def registration(session: Any) -> str:
    """The worker's registration as the browser calls it."""
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(one["registrationId"] for one in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    while not found:
        session.send("Runtime.evaluate", {"expression": "1"})
    return found[-1]


def test_what_waits_is_sent_with_no_page_of_ours_open(page, plant, before):  # noqa: F811
    page.goto(f"{plant.url}/z/{plant.label}")
    page.set_input_files("#camera", before)
    page.wait_for_selector("#form:not([hidden])")
    page.context.set_offline(True)
    page.tap("#send")
    page.wait_for_selector("#unsent:not([hidden])")
    session = page.context.new_cdp_session(page)
    worker = registration(session)
    page.goto("about:blank")
    assert plant.all("hazard") == ()
    page.context.set_offline(False)
    event = {"origin": plant.url, "registrationId": worker, "tag": "anhuan-kept", "lastChance": False}
    session.send("ServiceWorker.dispatchSyncEvent", event)
    page.goto(f"{plant.url}/s")
    page.locator("#unsent strong", has_text="YH-").wait_for()
    (hazard,) = plant.all("hazard")
    assert hazard.number in page.inner_text("#unsent")
    assert hazard.zone == plant.zone


def test_in_the_background_nothing_goes_in_another_persons_name(page, plant, before):  # noqa: F811
    page.goto(f"{plant.url}/s?next=/z/{plant.label}")
    page.fill("[name=login]", "2077")
    page.fill("[name=secret]", plant.code("马超"))
    page.click("[type=submit]")
    page.set_input_files("#camera", before)
    page.wait_for_selector("#form:not([hidden])")
    page.context.set_offline(True)
    page.tap("#send")
    page.wait_for_selector("#unsent:not([hidden])")
    session = page.context.new_cdp_session(page)
    worker = registration(session)
    token = str(signed_in(plant, "孙丽").session.headers["Authorization"]).removeprefix("Bearer ")
    page.context.add_cookies([{"name": "anhuan", "value": token, "url": plant.url}])
    page.goto("about:blank")
    page.context.set_offline(False)
    event = {"origin": plant.url, "registrationId": worker, "tag": "anhuan-kept", "lastChance": True}
    session.send("ServiceWorker.dispatchSyncEvent", event)
    page.goto(f"{plant.url}/s")
    page.wait_for_load_state("networkidle")
    assert plant.all("hazard") == ()
    assert page.is_visible("#unsent")


def test_a_cut_page_is_the_kept_form_and_then_the_real_one(page, plant):
    page.context.set_offline(True)
    page.goto(f"{plant.url}/z/{plant.label}")
    assert page.inner_text("#start h1").strip() == plant.label.split(".")[0]
    page.context.set_offline(False)
    page.goto(f"{plant.url}/z/{plant.label}")
    assert "冲压车间" in page.inner_text("#start h1")


def test_the_kept_form_offers_what_the_hub_has_offered_last(page, plant):
    made = plant.do("categories.add", name_zh="高处作业", icon="height").id
    plant.do("categories.retire", category="ppe")
    page.goto(f"{plant.url}/s")  # any page of the hub's that says what is offered
    kept = "caches.match('/shell/report/zh').then((form) => form.text())"
    until(page, f"(code) => {kept}.then((text) => text.includes(code))", made)
    page.context.set_offline(True)
    page.goto(f"{plant.url}/z/{plant.label}")
    codes = [one.get_attribute("value") for one in page.locator("[name=category]").all()]
    assert made in codes
    assert "ppe" not in codes
    page.context.set_offline(False)


def test_static_files_never_change_under_their_version(plant):
    caller = Caller(plant)
    for name in shell.names():
        answer = caller.call("GET", f"/static/{shell.version()}/{name}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, shell.FOR_EVER)
        assert answer.content == (shell.STATIC / name).read_bytes()
    assert caller.call("GET", "/static/v-of-yesterday/phone.css").headers["Cache-Control"] == "no-cache"
    assert caller.call("GET", "/static/phone.css").headers["Cache-Control"] == "no-cache"
    kept = caller.call("GET", "/shell").json()
    assert kept["files"] == shell.names()
    assert [caller.call("GET", path).status_code for path in kept["pages"]] == [200] * 8
    assert caller.call("GET", "/shell/work/zh").status_code == 404


def test_a_page_asks_for_all_its_scripts_at_once(plant):
    html = Caller(plant).call("GET", f"/z/{plant.label}").text
    for name in ("report.js", "send.js", "wire.js", "ids.js", "words.js"):
        assert f'rel="modulepreload" href="/static/{shell.version()}/{name}"' in html


def test_it_can_be_put_on_the_home_screen(plant):
    caller = Caller(plant)
    manifest = caller.call("GET", "/manifest.webmanifest").json()
    assert (manifest["display"], manifest["start_url"], manifest["scope"]) == ("standalone", "/", "/")
    sizes = {}
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            image = Image.open(BytesIO(caller.call("GET", icon["src"]).content))
            assert icon["sizes"] == f"{image.width}x{image.height}"
            sizes[icon["sizes"], icon.get("purpose")] = image
    assert set(sizes) == {("192x192", None), ("512x512", None), ("512x512", "maskable")}
    assert sizes["512x512", "maskable"].convert("RGBA").getpixel((0, 0)) == (8, 74, 140, 255)  # to the very edge


def test_the_icons_are_the_drawing(qapp):
    for name, (size, share) in phone_icons.SIZES.items():
        assert QImage(str(shell.STATIC / name)).convertToFormat(QImage.Format.Format_ARGB32) == phone_icons.drawn(
            size, share
        ), name


def snapshot() -> bytes:
    """A photo as a phone makes it, larger than one part, with a remark that must not stay."""
    made = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "a secret remark"
    Image.effect_noise((1400, 1000), 90).convert("RGB").save(made, "JPEG", quality=90, exif=exif)
    return made.getvalue()


def test_a_photo_goes_on_from_where_it_was_cut_and_is_cleaned(plant):
    worker = signed_in(plant, "马超")
    data = snapshot()
    name, total = hashlib.sha256(data).hexdigest(), len(data)
    cut = total // 3
    first = worker.call("PUT", SNAPSHOT.format(name, 0, total), data=data[:cut]).json()
    assert first == {"sha256": name, "complete": False, "offset": cut}
    asked = worker.call("PUT", SNAPSHOT.format(name, 0, total), data=b"").json()
    assert asked == {"refused": "offset_wrong", "facts": {"expected": cut}}
    whole = worker.call("PUT", SNAPSHOT.format(name, cut, total), data=data[cut:]).json()
    kept = plant.served.hub.blobs.get(whole["kept"])
    assert b"secret" not in kept
    assert Image.open(BytesIO(kept)).size == (1400, 1000)
    again = worker.call("PUT", SNAPSHOT.format(name, 0, total), data=b"").json()  # the answer was lost
    assert again["kept"] == whole["kept"]
    assert not plant.served.hub.blobs.has(name)


def test_a_snapshot_that_is_not_its_name_or_no_picture_is_refused(plant):
    worker = signed_in(plant, "马超")
    wrong = worker.call("PUT", SNAPSHOT.format("0" * 64, 0, 5), data=b"hello").json()
    assert wrong["refused"] == "blob_wrong_hash"
    text = b"<script>" * 30_000
    name = hashlib.sha256(text).hexdigest()
    assert worker.call("PUT", SNAPSHOT.format(name, 0, len(text)), data=text).json()["refused"] == "not_a_picture"
    assert Caller(plant).call("PUT", SNAPSHOT.format(name, 0, 1), data=b"x").json()["refused"] == "sign_in_needed"


def test_a_large_photo_cut_in_the_middle_is_not_sent_twice(phone_screen, plant, tmp_path):
    """The connection breaks after the first part; the second try asks how far it came and sends the rest."""
    page = phone_screen(390, 844, "zh-CN")
    noise = tmp_path / "noise.jpg"
    Image.effect_noise((2048, 1536), 120).convert("RGB").save(noise, "JPEG", quality=95)
    page.goto(f"{plant.url}/z/{plant.label}")
    parts: list[tuple[int, int]] = []

    def one(route: Any) -> None:
        offset = int(route.request.url.split("offset=")[1].split("&")[0])
        parts.append((offset, len(route.request.post_data_buffer or b"")))
        if len(parts) == 2:
            route.abort()
        else:
            route.continue_()

    page.route("**/api/blobs/*", one)
    page.set_input_files("#camera", noise)
    page.wait_for_selector("#form:not([hidden])")
    for _ in range(400):
        if len(parts) < 2:
            page.wait_for_timeout(50)
    page.tap("#send")
    page.wait_for_selector("#receipt:not([hidden])")
    first, broken, asked, *rest = parts
    assert first[1] == broken[0] == 1 << 18
    assert asked == (0, 0)
    assert rest[0][0] == 1 << 18
    assert len(plant.all("hazard")) == 1
