"""The pages in the order of a day. Each is imported when it is first shown, or ahead of that while nobody waits."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.views.page import Page

PAGES: tuple[tuple[str, str], ...] = (
    ("today", "desktop.views.today.page:TodayPage"),
    ("map", "desktop.views.floor_plan.page:MapPage"),
    ("hazards", "desktop.views.hazards.page:HazardsPage"),
    ("alerts", "desktop.views.alerts.page:AlertsPage"),
    ("rules", "desktop.views.rules.page:RulesPage"),
    ("conflicts", "desktop.views.conflicts.page:ConflictsPage"),
    ("labels", "desktop.views.labels.page:LabelsPage"),
    ("people", "desktop.views.people.page:PeoplePage"),
    ("reports", "desktop.views.reports.page:ReportsPage"),
    ("journal", "desktop.views.journal.page:JournalPage"),
    ("inspections", "desktop.views.inspections.page:InspectionsPage"),
    ("dispatch", "desktop.views.dispatch.page:DispatchPage"),
    ("risk", "desktop.views.risk.page:RiskPage"),
    ("checklists", "desktop.views.checklists.page:ChecklistsPage"),
    ("settings", "desktop.views.settings.page:SettingsPage"),
)


def page_title(key: str) -> str:
    """A page's name in the language in force."""
    titles = {
        "today": QCoreApplication.translate("Pages", "Today"),
        "map": QCoreApplication.translate("Pages", "Map"),
        "hazards": QCoreApplication.translate("Pages", "Hazards"),
        "alerts": QCoreApplication.translate("Pages", "Alerts"),
        "rules": QCoreApplication.translate("Pages", "Rules"),
        "conflicts": QCoreApplication.translate("Pages", "Conflicts"),
        "labels": QCoreApplication.translate("Pages", "Labels"),
        "people": QCoreApplication.translate("Pages", "People"),
        "reports": QCoreApplication.translate("Pages", "Reports"),
        "journal": QCoreApplication.translate("Pages", "Journal"),
        "inspections": QCoreApplication.translate("Pages", "Inspections"),
        "dispatch": QCoreApplication.translate("Pages", "Dispatch"),
        "risk": QCoreApplication.translate("Pages", "Risks"),
        "checklists": QCoreApplication.translate("Pages", "Checklists"),
        "settings": QCoreApplication.translate("Pages", "Settings"),
    }
    return titles[key]


def page_of(key: str) -> "type[Page]":
    """The class of a page by its key."""
    return page_class(dict(PAGES)[key])


def page_class(place: str) -> "type[Page]":
    """The class named `module:Class`."""
    module, _, name = place.partition(":")
    found: type[Page] = getattr(import_module(module), name)
    return found


def bring_in(keys: Iterable[str]) -> None:
    """Imports the pages of these keys, of which each takes up to a quarter of a second."""
    for key in keys:
        page_of(key)
