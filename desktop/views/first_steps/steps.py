"""What each first step is called, what it asks for in one line, and the page on which it is done."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, kw_only=True)
class Step:
    """`title` and `what` are words; `page` shows what is needed where it is narrowed to `part`."""

    title: str
    what: str
    page: str
    part: str


def step_of(key: str) -> Step:
    """A step in the language in force."""
    translate = QCoreApplication.translate
    steps = {
        "shifts": Step(
            title=translate("FirstSteps", "Shifts"),
            what=translate("FirstSteps", "Choose how this plant works: one press sets the usual shifts up."),
            page="settings",
            part="shifts",
        ),
        "people": Step(
            title=translate("FirstSteps", "People"),
            what=translate("FirstSteps", "Paste or open your Excel list, or add people one by one."),
            page="people",
            part="begin",
        ),
        "plan": Step(
            title=translate("FirstSteps", "Floor plan"),
            what=translate("FirstSteps", "Import a drawing of one floor: DXF, PDF, or a picture with its scale."),
            page="map",
            part="import",
        ),
        "zones": Step(
            title=translate("FirstSteps", "Zones"),
            what=translate("FirstSteps", "Take them from the drawing or draw them, and give each a class A to D."),
            page="map",
            part="draw",
        ),
        "labels": Step(
            title=translate("FirstSteps", "Labels"),
            what=translate("FirstSteps", "Say once which address phones open, then print a label for each zone."),
            page="labels",
            part="begin",
        ),
        "rounds": Step(
            title=translate("FirstSteps", "Inspection plan"),
            what=translate("FirstSteps", "Choose a ready checklist and the zones that are inspected by it."),
            page="inspections",
            part="begin",
        ),
        "rules": Step(
            title=translate("FirstSteps", "Rule"),
            what=translate("FirstSteps", "Begin with a template: who is told when something is not done in time."),
            page="rules",
            part="begin",
        ),
    }
    return steps[key]
