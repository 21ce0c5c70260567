"""What can be done on the map, and the keys that the plan hears by itself."""

from PySide6.QtCore import QCoreApplication

from desktop.views.action import Action


def map_offers() -> tuple[Action, ...]:
    """The page's actions, then the plan's own keys."""
    translate = QCoreApplication.translate
    heard = (
        ("fit", "F", translate("MapPage", "Show the whole floor")),
        ("zoom", "+ -", translate("MapPage", "Nearer, farther")),
        ("pan", "Left Right Up Down", translate("MapPage", "Move the plan")),
        ("walk", "Tab", translate("MapPage", "To the next zone")),
        ("why", "Return", translate("MapPage", "Why the zone has its colour")),
        ("toolSelect", "V", translate("MapPage", "Editing: select, move, reshape")),
        ("toolRectangle", "R", translate("MapPage", "Editing: draw a rectangle")),
        ("toolPolygon", "P", translate("MapPage", "Editing: draw a polygon")),
        ("toolPlace", "T", translate("MapPage", "Editing: put equipment, sensors, doors on the plan")),
        ("takeOff", "Del", translate("MapPage", "Editing: take the chosen thing off the plan")),
        ("closeShape", "Return", translate("MapPage", "Editing: close the polygon")),
        ("dropCorner", "Backspace", translate("MapPage", "Editing: drop a corner")),
        ("nudge", "Left Right Up Down", translate("MapPage", "Editing: push the zone by 0.1 m, with Shift by 1 m")),
        ("stepBack", "Esc", translate("MapPage", "Editing: give up what is in hand")),
    )
    return (*_deeds(), *(Action(name=name, title=title, keys=keys) for name, keys, title in heard))


def _deeds() -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    return (
        Action(
            name="importDrawing",
            title=translate("MapPage", "Import a drawing"),
            run="choose_file",
            picture="import",
            operation="floors.add",
            anywhere=True,
        ),
        Action(
            name="editZones",
            title=translate("MapPage", "Edit plan"),
            run="edit_button.click",
            keys="E",
            picture="edit",
            operation="zones.draw",
            anywhere=True,
        ),
        Action(
            name="printPlan",
            title=translate("MapPage", "Print the plan"),
            run="print_plan",
            keys="Ctrl+P",
            picture="print",
        ),
        Action(
            name="wall",
            title=translate("MapPage", "The map on a wall: over the whole screen"),
            run="show_wall",
            keys="F11",
            picture="map",
            anywhere=True,
        ),
        Action(
            name="compare",
            title=translate("MapPage", "Compare two moments"),
            run="show_compare",
            keys="C",
            picture="map",
            anywhere=True,
        ),
        Action(
            name="nextColouring",
            title=translate("MapPage", "Colours: live status, four colours, both"),
            run="colouring.next",
            keys="L",
            anywhere=True,
        ),
    )
