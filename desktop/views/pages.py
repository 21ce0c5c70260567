"""The pages in the order of a day. Each is imported when it is first shown, or ahead of that while nobody waits."""

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.views.page import Page

PAGES: tuple[tuple[str, str], ...] = (
    ("today", "desktop.views.today.page:TodayPage"),
    ("map", "desktop.views.floor_plan.page:MapPage"),
    ("risk", "desktop.views.risk.page:RiskPage"),
    ("labels", "desktop.views.labels.page:LabelsPage"),
    ("hazards", "desktop.views.hazards.page:HazardsPage"),
    ("dispatch", "desktop.views.dispatch.page:DispatchPage"),
    ("conflicts", "desktop.views.conflicts.page:ConflictsPage"),
    ("incidents", "desktop.views.incidents.page:IncidentsPage"),
    ("inspections", "desktop.views.inspections.page:InspectionsPage"),
    ("checklists", "desktop.views.checklists.page:ChecklistsPage"),
    ("alerts", "desktop.views.alerts.page:AlertsPage"),
    ("rules", "desktop.views.rules.page:RulesPage"),
    ("access", "desktop.views.access.page:AccessPage"),
    ("training", "desktop.views.training.page:TrainingPage"),
    ("points", "desktop.views.points.page:PointsPage"),
    ("contractors", "desktop.views.contractors.page:ContractorsPage"),
    ("reports", "desktop.views.reports.page:ReportsPage"),
    ("group", "desktop.views.group.page:GroupPage"),
    ("people", "desktop.views.people.page:PeoplePage"),
    ("journal", "desktop.views.journal.page:JournalPage"),
    ("settings", "desktop.views.settings.page:SettingsPage"),
)
# Pages that stand under another one: they have no key of their own, and where there is no room for all they are shown
# when something waits on them or a page of their group is looked at.
UNDER: dict[str, str] = {
    "risk": "map",
    "labels": "map",
    "dispatch": "hazards",
    "conflicts": "hazards",
    "checklists": "inspections",
    "rules": "alerts",
    "group": "reports",
}


def group_of(key: str) -> str:
    """The page that this one stands under, or itself."""
    return UNDER.get(key, key)


def used(off: Iterable[str]) -> list[str]:
    """The keys of the pages of a plant that does not use the modules `off`; with a page go those under it."""
    gone = set(off)
    return [key for key, _ in PAGES if not {key, group_of(key)} & gone]


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
        "training": QCoreApplication.translate("Pages", "Training & drills"),
        "points": QCoreApplication.translate("Pages", "Points"),
        "incidents": QCoreApplication.translate("Pages", "Incidents"),
        "contractors": QCoreApplication.translate("Pages", "Contractors"),
        "reports": QCoreApplication.translate("Pages", "Reports"),
        "journal": QCoreApplication.translate("Pages", "Journal"),
        "inspections": QCoreApplication.translate("Pages", "Inspections"),
        "dispatch": QCoreApplication.translate("Pages", "Dispatch"),
        "risk": QCoreApplication.translate("Pages", "Risks"),
        "checklists": QCoreApplication.translate("Pages", "Checklists"),
        "access": QCoreApplication.translate("Pages", "Equipment & doors"),
        "group": QCoreApplication.translate("Pages", "Plants"),
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


def is_in(key: str) -> bool:
    """Whether a page has been imported."""
    return dict(PAGES)[key].partition(":")[0] in sys.modules


def bring_in(keys: Iterable[str]) -> None:
    """Imports the pages of these keys, of which each takes up to a quarter of a second. On the GUI thread only."""
    for key in keys:
        page_of(key)
