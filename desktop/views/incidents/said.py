"""What an incident waits for, in words."""

from PySide6.QtCore import QCoreApplication

from services.store.queries.incidents import IncidentRow


def stands(row: IncidentRow) -> str:
    """What it waits for."""
    translate = QCoreApplication.translate
    told = {
        "classify": translate("Incidents", "to classify"),
        "investigate": translate("Incidents", "to investigate"),
        "conclude": translate("Incidents", "being investigated"),
        "act": translate("Incidents", "actions open"),
        "settled": translate("Incidents", "settled"),
        "withdrawn": translate("Incidents", "withdrawn"),
    }
    return told[row.stage]


def called(row: IncidentRow) -> str:
    """Its number, or that of the paper register."""
    return row.incident.number or row.incident.old_number
