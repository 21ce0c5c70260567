"""Scenes without the hub: work goes on, and what it has yet to confirm is marked."""

from typing import Any

from PySide6.QtWidgets import QAbstractButton

from desktop.tour.past import journal_past_unreachable
from desktop.tour.stage import Stage
from desktop.tour.today import today_away

PERSONS = {"zh": "王丽", "en": "Li Wang"}


def unreachable(stage: Stage) -> None:
    """The hub has gone: a zone, a person and the plant's times are changed here, and wait."""
    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    assert stage.hub is not None
    stage.hub.terminate()
    stage.until(lambda: stage.workbench.sync_state.hub == "unreachable", "the console does not notice")
    zone = _changed(stage)
    stage.take("unreachable")
    page.view.pick(zone)
    stage.take("map-unconfirmed")
    page.editing.leave()
    _panel(stage)
    for key in ("journal", "people", "labels", "settings"):
        stage.go(key)
        _settled(stage, key)
        stage.take(f"{key}-unconfirmed")
    today_away(stage)
    journal_past_unreachable(stage)


def another_person(stage: Stage) -> None:
    """Somebody else has signed in on this computer before all was sent."""
    workbench = stage.workbench
    plant, me = workbench.plant, workbench.me
    assert plant is not None
    assert me is not None
    other = next(one for one in workbench.ask(lambda look: look.find("person")) if one.id != me.id)
    workbench.syncing.hold(500)
    workbench.run("plant.set_hours", fix_hours=plant.fix_hours, review_hours=plant.review_hours[::-1])
    workbench.opened.replica.set_facts(me=other.id)
    stage.until(lambda: workbench.sync_state.trouble == "waits_for_author", "nothing is held up")
    _panel(stage, "status-another-person")
    workbench.opened.replica.set_facts(me=me.id)
    stage.until(lambda: not workbench.sync_state.waiting, "it is not sent after all")


def _changed(stage: Stage) -> str:
    """What is done meanwhile; the id of the zone that has another supervisor now."""
    workbench = stage.workbench
    workbench.run("people.add", name=PERSONS[stage.lang])
    zone: Any = workbench.ask(lambda look: look.find("zone"))[0]
    other = next(one for one in workbench.ask(lambda look: look.find("person")) if one.id != zone.supervisor)
    workbench.run("zones.set_supervisor", zone=zone.id, supervisor=other.id)
    plant = workbench.plant
    assert plant is not None
    workbench.run("plant.set_hours", fix_hours=plant.fix_hours[::-1], review_hours=plant.review_hours)
    return str(zone.id)


def _panel(stage: Stage, name: str = "status-panel") -> None:
    stage.part(QAbstractButton, "statusDetails").click()
    stage.take(name)
    stage.press("statusPanelClose")


def _settled(stage: Stage, key: str) -> None:
    page = stage.go(key)
    if key == "labels":
        stage.until(lambda: page.proofed is not None and not page.proofing.busy, "the sheet was not measured")
    elif key == "people":
        page.panel.hide()
        page.table.view.clearSelection()
