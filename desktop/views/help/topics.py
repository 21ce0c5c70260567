"""Which part of the guide belongs to what one looks at: the page, or the desk, panel or dialog that has the keys."""

from PySide6.QtWidgets import QWidget

from desktop.guide import keys

Topic = tuple[str, str]  # a page of the guide, and the name of a heading on it, or none

# By the object's name. What is not named here belongs to the page that it stands on.
PLACES: dict[str, Topic] = {
    "reviewDesk": ("hazards", "review"),
    "reportDialog": ("hazards", "report"),
    "mergeDialog": ("hazards", "merge"),
    "planDialog": ("hazards", "major"),
    "whomDialog": ("hazards", "several"),
    "ruleEditor": ("rules", "editor"),
    "shelveDialog": ("alerts", "shelve"),
    "checklistEditor": ("checklists", "make"),
    "roundDialog": ("inspections", "plan"),
    "templateEditor": ("labels", "template"),
    "blankDialog": ("labels", "blank"),
    "labelPanel": ("labels", "worn"),
    "investigationDesk": ("incidents", "investigate"),
    "codesDialog": ("incidents", "codes"),
    "boundsDialog": ("risk", "bounds"),
    "suggestionsDialog": ("map", "take"),
    "floorsDialog": ("map", "import"),
    "cornersDialog": ("map", "draw"),
    "positionDialog": ("map", "position"),
    "drillReportDialog": ("training", "drill"),
    "alongDialog": ("offline", "along"),
    "bagDialog": ("journal", "bag"),
    "bagDesk": ("journal", "bag"),
    "ledgerWindow": ("hazards", "ledger"),
    "pairingDialog": ("settings", "pair"),
    "shortcutsDialog": ("window", "keys"),
    "palette": ("window", "find"),
    "statusPanel": ("offline", "waiting"),
}


def topic_of(page: str, focus: QWidget | None) -> Topic:
    """The guide's page and heading for a page of the console and the widget that has the keys."""
    part = focus
    while part is not None:
        if part.objectName() in PLACES:
            return PLACES[part.objectName()]
        part = part.parentWidget()
    return (page, "") if page in keys() else ("start", "")
