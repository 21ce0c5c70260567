"""A worker's phone: a real Chromium of a phone's size, with a finger that counts its taps."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.acceptance.wires import wait_for
from tests.driver import driver

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

    with driver() as playwright:
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


class OwnPhone:
    """A phone whose browser is a process of its own with a memory on the disk, so that it can be killed as a phone's
    system kills it and started again. `extra` are more of the browser's own switches."""

    def __init__(self, playwright: Any, folder: Path, extra: tuple[str, ...] = ()) -> None:
        self.playwright, self.folder, self.extra = playwright, folder, extra
        self.page: Any = None
        self.start()

    def start(self) -> None:
        """Starts the browser and opens a page of a phone's size."""
        port = self.folder / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        own = ("--headless=new", "--remote-debugging-port=0", f"--user-data-dir={self.folder}")
        command = [CHROMIUM, *QUIET, *own, "--window-size=390,844", "--lang=zh-CN", *self.extra, "about:blank"]
        self.process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        wait_for(lambda: port.exists() and len(port.read_text().split()) > 1)
        address = f"http://127.0.0.1:{port.read_text().split()[0]}"
        self.browser = self.playwright.chromium.connect_over_cdp(address)
        self.page = self.browser.contexts[0].new_page()
        self.page.set_viewport_size({"width": 390, "height": 844})

    def kill(self) -> None:
        """The browser is gone, with nothing said and nothing finished."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def until(page: Any, said: str, arg: Any = None) -> None:
    """Waits until the page's own script would say so. What the browser offers for it evaluates text within the page
    from the second look on, which our pages forbid."""
    wait_for(lambda: page.evaluate(said, arg))


def kept_ready(page: Any) -> None:
    """The pages are kept on the phone from now on. One that was on its way while the worker took over has none; it has
    one when it is opened again."""
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    until(page, "navigator.serviceWorker.controller !== null")
