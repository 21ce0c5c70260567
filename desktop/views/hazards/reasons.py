"""The usual reasons for sending a fix back, and for finding that something is no hazard."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.widgets.reason import ReasonDialog

translate = QCoreApplication.translate


def return_reasons(parent: QWidget) -> ReasonDialog:
    """Asks why a fix is not good enough."""
    return ReasonDialog(
        translate("Hazards", "Return the fix"),
        translate("Hazards", "It goes back to who fixed it, with your reason."),
        (
            translate("Hazards", "The hazard is still there"),
            translate("Hazards", "The photo does not show the place of the report"),
            translate("Hazards", "The photo is too dark or blurred to judge"),
            translate("Hazards", "Only put right for the moment; a lasting measure is missing"),
        ),
        translate("Hazards", "Return"),
        parent,
    )


def time_reasons(parent: QWidget) -> ReasonDialog:
    """Asks why more time is not granted."""
    return ReasonDialog(
        translate("Hazards", "No more time"),
        translate("Hazards", "The deadline stays. Who asked reads your reason."),
        (
            translate("Hazards", "Too dangerous to wait"),
            translate("Hazards", "Do it in the next stop"),
            translate("Hazards", "The parts are here"),
        ),
        translate("Hazards", "Keep the deadline"),
        parent,
    )


def reject_reasons(parent: QWidget) -> ReasonDialog:
    """Asks why something is no hazard."""
    return ReasonDialog(
        translate("Hazards", "Not a hazard"),
        translate("Hazards", "It is settled without a fix. Who reported it reads your reason."),
        (
            translate("Hazards", "Already reported and being fixed"),
            translate("Hazards", "As intended and safe"),
            translate("Hazards", "Not within the plant's responsibility"),
        ),
        translate("Hazards", "Settle it"),
        parent,
    )


def major_reasons(parent: QWidget) -> ReasonDialog:
    """Asks why a hazard is a major one."""
    return ReasonDialog(
        translate("Hazards", "Grade as major"),
        translate("Hazards", "Its five requirements come first: until they are written down, fixing waits."),
        (
            translate("Hazards", "One of the situations that the authority's list names as major"),
            translate("Hazards", "It can hurt several people at once, or kill"),
            translate("Hazards", "It can't be put right at once and production has to stop"),
        ),
        translate("Hazards", "Grade it major"),
        parent,
    )


def general_reasons(parent: QWidget) -> ReasonDialog:
    """Asks why a hazard is a general one after all."""
    return ReasonDialog(
        translate("Hazards", "Grade as general"),
        translate("Hazards", "From now on it has the deadline of its zone."),
        (
            translate("Hazards", "None of the situations of the authority's list"),
            translate("Hazards", "What made it major has been taken away"),
        ),
        translate("Hazards", "Grade it general"),
        parent,
    )
