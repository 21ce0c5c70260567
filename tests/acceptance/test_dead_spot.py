"""A worker reports where there is no network, and the phone's system ends the browser before there is one: the report
with its photo is found again, sent when the hub answers, and counts once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services import words
from tests.acceptance.phones import OwnPhone, until
from tests.acceptance.wires import HubProcess
from tests.driver import driver
from tests.services.hub.living import living_plant

pytestmark = pytest.mark.acceptance


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[tuple[HubProcess, str, str]]:
    """A hub as a process, the label of its zone and a worker's code."""
    made = living_plant(tmp_path / "plant")
    label, code = made.label, made.code("马超")
    made.served.stop()
    hub = HubProcess(tmp_path / "plant")
    yield hub, label, code
    hub.kill()


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[OwnPhone]:

    with driver() as playwright:
        made = OwnPhone(playwright, tmp_path / "phone")
        yield made
        made.kill()


def photo(place: Path) -> Path:
    """As a camera makes it: 12 megapixels, some megabytes."""
    from PIL import Image

    noise = Image.effect_noise((4000, 3000), 60).convert("RGB")
    noise.save(place, "JPEG", quality=70)
    assert place.stat().st_size > 3_000_000
    return place


def hazards(hub: HubProcess) -> list[dict[str, Any]]:
    from tests.acceptance.test_first_loop import shown

    return shown("hazards", hub.data)


def test_a_report_from_a_dead_spot_outlives_the_browser_and_counts_once(plant, phone, tmp_path):
    hub, label, _ = plant
    page = phone.page
    page.goto(f"{hub.url}/")
    page.evaluate("navigator.serviceWorker.ready")
    until(page, "navigator.serviceWorker.controller !== null")
    hub.kill()

    page.goto(f"{hub.url}/z/{label}")  # a label that this phone has never opened
    assert words.say("phone.report.offline") in page.inner_text("#start")
    assert label.split(".")[0] in page.inner_text("#start h1")
    page.set_input_files("#camera", photo(tmp_path / "before.jpg"))
    page.wait_for_selector("#form:not([hidden])")
    page.click(".tile:has([value=electrical])")
    page.click("#send")
    assert page.wait_for_selector("#form .problem:not([hidden])").inner_text() == words.say("phone.js.kept")
    until(page, f"document.querySelector('#unsent').innerText.includes({words.say('phone.js.unsent', count=1)!r})")
    phone.kill()

    phone.start()
    phone.page.goto(f"{hub.url}/m")
    assert words.say("phone.offline.title") in phone.page.inner_text("main")
    phone.page.wait_for_selector("#unsent:not([hidden])")
    assert words.say("phone.js.unsent", count=1) in phone.page.inner_text("#unsent")
    hub.start()
    phone.page.locator("#unsent strong", has_text="YH-").wait_for(timeout=40_000)
    (hazard,) = hazards(hub)
    assert hazard["number"] in phone.page.inner_text("#unsent")
    assert (hazard["category"], len(hazard["before"]), hazard["reporter"]) == ("electrical", 1, None)
    phone.kill()

    phone.start()  # a number that nobody has looked at is still there
    phone.page.goto(f"{hub.url}/")
    phone.page.locator("#unsent strong", has_text=hazard["number"]).wait_for()
    assert len(hazards(hub)) == 1
