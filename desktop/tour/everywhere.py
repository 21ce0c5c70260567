"""What can be done on every page: the palette, notifications, the page of shortcuts, undo with its name."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from desktop.tour.stage import Stage


def palette(stage: Stage) -> None:
    """Empty, with characters, with initials, with a number, and with nothing found."""
    stage.go("map")
    everywhere = stage.console.window.everywhere
    everywhere.search()
    stage.until(lambda: everywhere.index.ready, "the index does not come")
    stage.take("palette")
    zone = next(iter(stage.workbench.ask(lambda look: look.find("zone"))))
    for name, text in (
        ("characters", zone.name[:2]),
        ("pinyin", "cyc" if stage.lang == "zh" else "wang"),
        ("number", "YH-2"),
        ("action", "标签" if stage.lang == "zh" else "label"),
        ("nothing", "xyzzy"),
    ):
        stage.part(QLineEdit, "paletteField").setText(text)
        stage.take(f"palette-{name}")
    QTest.keyClick(stage.part(QLineEdit, "paletteField"), Qt.Key.Key_Escape)


def notifications(stage: Stage) -> None:
    """Nothing new; then what came in while nobody looked."""
    window: Any = stage.console.window
    stage.go("people")
    window.show_notices()
    stage.take("notices-empty")
    window.show_notices()
    hazards = stage.workbench.ask(lambda look: look.find("hazard"))[-3:]
    facts = [
        {"zone": _zone(stage, one.zone), "description": one.description, "category": one.category} for one in hazards
    ]
    window.notices.add("reported_many", {"n": 12}, "hazards")
    window.notices.add("hub_lost", {"since": "2026-01-02T03:04:05.000000Z", "n": 2})
    window.notices.add("hub_back", {"n": 0})
    for one, said, code in zip(hazards, facts, ("overdue", "reported", "overdue"), strict=True):
        window.notices.add(code, said, "hazards", "hazard", one.id)
    window.notices.add("conflict", {"kind": "zones.rename"}, "conflicts", "conflict", "none")
    window.notices.read(window.notices.all_[-1].id)
    window.show_notices()
    stage.take("notices")
    window.show_notices()


def shortcuts(stage: Stage) -> None:
    """Every key of the program, and those that fit a word."""
    stage.go("hazards")
    stage.console.window.everywhere.shortcuts()
    stage.part(QDialog, "shortcutsDialog")
    stage.take("shortcuts")
    stage.part(QLineEdit, "shortcutsFilter").setText("Ctrl+Z")
    stage.take("shortcuts-filtered")


def undo(stage: Stage) -> None:
    """What was taken back is named, and can be done again; what can't be is said."""
    zone = next(iter(stage.workbench.ask(lambda look: look.find("zone"))))
    stage.go("map")
    stage.workbench.hold_back(20_000)
    stage.workbench.run("zones.rename", zone=zone.id, name=zone.name + " 2")
    stage.workbench.undo()
    stage.take("toast-taken-back")
    stage.console.window.everywhere.search()
    stage.take("palette-redo")
    stage.console.window.everywhere.search()


def _zone(stage: Stage, id_: str) -> str:
    return str(stage.workbench.ask(lambda look: look.get("zone", id_)).name)
