"""How an inspection stands, in words and signs."""

from PySide6.QtCore import QCoreApplication

from services.store.queries.rounds import BoardRow, Cell, Standing

SIGNS: dict[Standing, str] = {
    "missed": "overdue",
    "running_late": "pending",
    "doubtful": "pending",
    "open": "unknown",
    "to_come": "unknown",
    "late": "normal",
    "done": "normal",
    "excused": "unknown",
}


def word(standing: Standing) -> str:
    """What it is called."""
    translate = QCoreApplication.translate
    return {
        "missed": translate("Standing", "Missed"),
        "running_late": translate("Standing", "Running late"),
        "doubtful": translate("Standing", "Doubtful"),
        "open": translate("Standing", "Due now"),
        "to_come": translate("Standing", "To come"),
        "late": translate("Standing", "Made late"),
        "done": translate("Standing", "Made in time"),
        "excused": translate("Standing", "Excused"),
    }[standing]


def place(one: BoardRow) -> str:
    """The zone, or the equipment in it."""
    machine = one.round.equipment
    return f"{one.round.zone.name} · {machine.name}" if machine else one.round.zone.name


def whose(one: BoardRow) -> str:
    """Who is to make it; empty for anybody."""
    person, team = one.round.person, one.round.team
    return person.name if person else team.name if team else ""


def sign_of(cell: Cell) -> str:
    """The sign of a day: of the worst that is in it; empty where nothing was asked for."""
    if cell.missed:
        return "overdue"
    if cell.running_late or cell.doubtful:
        return "pending"
    if cell.asked == 0:
        return ""
    return "normal" if cell.made == cell.asked else "unknown"


def told(cell: Cell) -> str:
    """What became of the inspections of a day, a line each."""
    counts = [(word(name), getattr(cell, name)) for name in SIGNS]
    return "\n".join(f"{said} {many}" for said, many in counts if many)
