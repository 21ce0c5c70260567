"""What can be chosen besides records: pages, what can be done on the present one, and what can be done anywhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.views.action import Action
from desktop.views.palette.matching import Thing
from desktop.views.palette.rows import Row

if TYPE_CHECKING:
    from desktop.views.page import Page
    from desktop.views.window import Window

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Choice:
    """A row and what happens when it is chosen."""

    row: Row
    take: Callable[[], object]


def choices(window: "Window") -> Iterator[Choice]:
    """All of them as things are now; what may not be done is not offered."""
    senseless = window.everywhere.name_undo() | {"search"}
    yield from _pages(window)
    for action in window.everywhere.offers():
        deed = window.everywhere.deeds.get(action.name)
        if deed is not None and deed.isEnabled() and action.name not in senseless and window.may(action):
            yield _choice(action, "everywhere", deed.text(), "", deed.trigger)
    for key in window.shown_pages():
        yield from _page_actions(window, key)


def _pages(window: "Window") -> Iterator[Choice]:
    from desktop.views.pages import page_title

    for key, keys in window.pages_with_keys():
        thing = Thing("page", key, page_title(key), weight=9)
        yield Choice(Row(thing, key, translate("Palette", "page"), keys), _Going(window, key))


def _page_actions(window: "Window", key: str) -> Iterator[Choice]:
    from desktop.views.pages import page_of, page_title

    here, page = key == window.here, window.pages.get(key)
    for action in page_of(key).offers():
        if not action.run or not (here or action.anywhere) or not window.may(action):
            continue
        deed = page.deeds[action.name] if page is not None else None
        if here and page is not None and not _at_hand(page, action):
            continue
        text = deed.text() if deed is not None else action.title
        yield _choice(action, key, text, page_title(key), _Doing(window, key, action.name))


def _at_hand(page: "Page", action: Action) -> bool:
    """Whether it can be done now, and the part that it belongs to is shown."""
    part = attrgetter(action.part)(page) if action.part else page
    return page.deeds[action.name].isEnabled() and part.isVisible()


def _choice(action: Action, owner: str, text: str, where: str, take: Callable[[], object]) -> Choice:
    thing = Thing("action", f"{owner}/{action.name}", text, where, weight=8)
    row = Row(thing, action.picture or "action", translate("Palette", "action"), action.shown_keys[:1])
    return Choice(row, take)


@dataclass(frozen=True)
class _Going:
    window: "Window"
    page: str

    def __call__(self) -> None:
        self.window.go(self.page)


@dataclass(frozen=True)
class _Doing:
    window: "Window"
    page: str
    action: str

    def __call__(self) -> None:
        self.window.go(self.page)
        self.window.pages[self.page].deeds[self.action].trigger()
