"""The driver of browsers: one at a time in a process, as a second one is refused while a first is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_RUNNING: list[Any] = []


@contextmanager
def driver() -> Iterator[Any]:
    """The one that runs already, left running; else a new one, ended afterwards."""
    if _RUNNING:
        yield _RUNNING[-1]
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        _RUNNING.append(playwright)
        try:
            yield playwright
        finally:
            _RUNNING.remove(playwright)
