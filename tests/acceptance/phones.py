"""A worker's phone: a real Chromium of a phone's size, with a finger that counts its taps."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Phone:
    """One person's browser page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.taps = 0
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, address: str) -> None:
        self.page.goto(address)

    def tap(self, selector: str) -> None:
        self.page.locator(selector).first.tap()
        self.taps += 1

    def shoot(self, selector: str, photo: Path) -> None:
        """Takes a photo: what the camera gives back to the page's file field."""
        self.page.locator(selector).first.set_input_files(str(photo))
        self.taps = 0

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.fill(text)

    def text(self, selector: str) -> str:
        found = self.page.locator(selector).first
        found.wait_for(state="visible", timeout=20_000)
        return str(found.inner_text())


@contextmanager
def phones() -> Iterator[Any]:
    """Makes phones: each call is a phone of its own, with nothing remembered."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))

        def phone() -> Phone:
            context = browser.new_context(
                viewport={"width": 390, "height": 844},
                device_scale_factor=2,
                is_mobile=True,
                has_touch=True,
                locale="zh-CN",
            )
            return Phone(context.new_page())

        yield phone
        browser.close()
