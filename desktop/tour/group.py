"""Scenes of several plants side by side: none yet, the line that one is joined by, and figures that are of before."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QAbstractButton

from desktop.tour.stage import Stage
from services.store.queries.plant_standing import PlantStanding
from services.sync.others import Other

NAMES = {"zh": ("华北铸造厂", "江南精密"), "en": ("Northern Foundry", "Riverside Precision")}


def group(stage: Stage) -> None:
    """A person who is safety officer in two more plants, of which one is out of reach and one has signed them out."""
    page = stage.go("group")
    stage.take("group-empty")
    stage.part(QAbstractButton, "joinFirst").click()
    stage.take("group-joining")
    stage.press("joinPlantCancel")
    now, (first, second) = stage.workbench.now(), NAMES[stage.lang]
    north, south = _known(first, now - timedelta(minutes=2)), _known(second, now - timedelta(hours=26))
    known = [
        Other("north", "https://hub.example/at/north", north, ("safety_officer",)),
        Other("south", "https://south.example", south, ("auditor",), "sign_in_needed"),
        Other("west", "https://west.example:8743", None, (), "unreachable"),
    ]
    stage.watch.know(stage.own() | {one.url for one in known} | set(NAMES[stage.lang]))
    page._on_known(tuple(known))
    stage.take("group")
    page.table.choose("south")
    stage.take("group-chosen")
    page._on_known(())


def _known(name: str, at: datetime) -> PlantStanding:
    """Figures of a plant that is not this one."""
    fine = name in (NAMES["zh"][0], NAMES["en"][0])
    return PlantStanding(
        plant=name,
        name=name,
        at=at,
        fix_hours=18.4 if fine else 31.7,
        fixed=42,
        plan_rate=0.982 if fine else 0.871,
        planned=610,
        injuries=0 if fine else 1,
        open=9 if fine else 23,
        overdue=0 if fine else 4,
        alerts=0 if fine else 2,
    )
