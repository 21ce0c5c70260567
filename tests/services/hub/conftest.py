"""A living plant, and a real browser of a phone's size with the project's own font."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.driver import driver
from tests.services.hub.living import Living, living_plant

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Living]:
    made = living_plant(tmp_path / "plant")
    yield made
    made.served.stop()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The browser; it sees the project's font, as a test machine may have none for Chinese."""
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium here")

    from services.reports.fonts import font_file

    folder = tmp_path_factory.mktemp("fonts")
    places = "".join(f"<dir>{place}</dir>" for place in {font_file(400).parent, "/usr/share/fonts"})
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig>{places}<cachedir>{folder}/cache</cachedir></fontconfig>")
    font_file(700)
    with driver() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
        yield browser
        browser.close()


@pytest.fixture
def phone_screen(chromium: Any) -> Iterator[Callable[..., Any]]:
    """A page of a phone's size that knows nothing of the others; `worker` where it may keep pages. None of them may
    have had a fault in a script that nobody caught."""
    contexts: list[Any] = []
    faults: list[str] = []

    def made(wide: int, high: int, locale: str, worker: str = "block", **more: Any) -> Any:
        size = {"width": wide, "height": high}
        how = {"locale": locale, "is_mobile": True, "has_touch": True, "service_workers": worker, **more}
        contexts.append(chromium.new_context(viewport=size, **how))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        return page

    yield made
    for context in contexts:
        context.close()
    assert faults == []
