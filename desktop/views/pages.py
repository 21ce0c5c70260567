"""The pages in the order of a day. Each is imported when it is first shown."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from desktop.views.page import Page

PAGES: tuple[tuple[str, str, str], ...] = (
    ("map", str(QT_TRANSLATE_NOOP("Pages", "Map")), "desktop.views.floor_plan.page:MapPage"),
    ("hazards", str(QT_TRANSLATE_NOOP("Pages", "Hazards")), "desktop.views.hazards.page:HazardsPage"),
    ("labels", str(QT_TRANSLATE_NOOP("Pages", "Labels")), "desktop.views.labels.page:LabelsPage"),
    ("people", str(QT_TRANSLATE_NOOP("Pages", "People")), "desktop.views.people.page:PeoplePage"),
    ("journal", str(QT_TRANSLATE_NOOP("Pages", "Journal")), "desktop.views.journal:JournalPage"),
    ("settings", str(QT_TRANSLATE_NOOP("Pages", "Settings")), "desktop.views.settings:SettingsPage"),
)


def page_title(source: str) -> str:
    """A page's name in the language in force."""
    return QCoreApplication.translate("Pages", source)


def page_class(place: str) -> "type[Page]":
    """The class named `module:Class`."""
    module, _, name = place.partition(":")
    found: type[Page] = getattr(import_module(module), name)
    return found
