"""What is shown, in order: scenes of a plant at work, and of one that has just begun."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QRadioButton

from desktop.tour.access import access
from desktop.tour.along import along
from desktop.tour.audits import audits
from desktop.tour.away import another_person, unreachable
from desktop.tour.checklists import checklists, extra_fields
from desktop.tour.clashes import conflicts, outline_conflict
from desktop.tour.colouring import colouring
from desktop.tour.computers import computers
from desktop.tour.contractors import contractors
from desktop.tour.desk import compared, major, merging, photo_search
from desktop.tour.everywhere import notifications, palette, shortcuts, undo
from desktop.tour.filtering import filtering
from desktop.tour.first_steps import first_steps
from desktop.tour.group import group
from desktop.tour.guide import guided_tour
from desktop.tour.help import help_
from desktop.tour.importing import importing
from desktop.tour.incidents import incidents
from desktop.tour.inspecting import dispatch, inspections
from desktop.tour.layers import layers
from desktop.tour.ledgers import ledgers
from desktop.tour.past import compare, journal_past, map_past
from desktop.tour.pasting import pasting
from desktop.tour.placing import placing
from desktop.tour.plan_printing import plan_printing
from desktop.tour.points import points
from desktop.tour.printing import blanks, editing, printing
from desktop.tour.reporting import reporting
from desktop.tour.reporting_figures import figures
from desktop.tour.risk import risk
from desktop.tour.ruling import alerts, rule_editor, rules
from desktop.tour.sensors import sensors
from desktop.tour.settings import connecting, keeping, roles, settings
from desktop.tour.stage import Stage
from desktop.tour.today import today
from desktop.tour.training import training
from desktop.tour.wall import wall
from desktop.tour.zone_editing import zone_editing

Scene = Callable[[Stage], None]
NAMES = {"zh": ("东江机械厂", "王丽", "二号厂房"), "en": ("Riverside Works", "Li Wang", "Hall 2")}


# --- a plant at work


def map_(stage: Stage) -> None:
    """The whole plant; a zone and why it has its colour."""
    page = _map(stage)
    stage.take("map")
    page.view.pick(_urgent(stage).zone)
    stage.take("map-zone")
    page.editing.leave()


def map_edit(stage: Stage) -> None:
    """A rectangle being drawn, then the new zone being named."""
    page = _map(stage)
    stage.press("editZones")
    stage.press("toolRectangle")
    view = page.view
    wide, high = page._facts.floor.width_m, page._facts.floor.height_m
    path = [view.to_screen(wide * x, high * y) for x, y in ((0.3, 0.45), (0.4, 0.5), (0.52, 0.56))]
    stage.point(view, *path, hold=True)
    stage.take("map-edit", both=False)
    stage.let_go(view, path[-1])
    stage.take("map-new-zone")
    page.editing.leave()
    stage.press("toolSuggestions")
    stage.point(view, QPoint(4, 4))
    stage.take("map-suggestions")
    view.pick(_urgent(stage).zone)
    page.editing.panel.ask_to_retire()
    stage.take("map-retire", both=False)
    page.editing.leave()
    stage.press("editZones")


def map_import(stage: Stage) -> None:
    """A drawing that has been read: size, unit, layers."""
    from services.plans import write_sample

    page = _map(stage)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"{NAMES[stage.lang][2]}.dxf"
        write_sample(file)
        page.import_file(str(file))
        stage.until(page.flow.panel.isVisible, "the drawing was not read")
        stage.take("map-import")
        (Path(place) / "empty.dxf").write_bytes(b"")
        page.import_file(str(Path(place) / "empty.dxf"))
        stage.take("map-import-refused")
    stage.press("closeImport")


def hazards(stage: Stage) -> None:
    """The list, one hazard beside it, and what is overdue."""
    page = stage.go("hazards")
    page.table.view.clearSelection()
    page.panel.hide()
    stage.take("hazards")
    page.table.view.selectRow(0)
    stage.take("hazards-selected")
    stage.press("chip-overdue")
    stage.take("hazards-overdue")
    stage.press("chip-closed")
    stage.take("hazards-closed")
    stage.press("chip-open")


def review(stage: Stage) -> None:
    """The desk of someone with a queue: side by side, wiped, returned with a reason, approved."""
    page, here = _desk(stage, "fixed")
    stage.take("review")
    stage.press("mode-wipe")
    stage.take("review-wipe")
    stage.press("mode-side")
    page.ask_return(here)
    stage.part(QRadioButton, "reason1").click()
    stage.take("review-return")
    stage.press("reasonCancel")
    page.approve(here)
    stage.take("review-approved")
    page.take_back()


def second_review(stage: Stage) -> None:
    """The second review, by someone else than the first."""
    page, _ = _desk(stage, "first_passed")
    stage.take("review-second")
    page.close_desk()


def labels(stage: Stage) -> None:
    """The sheet as it will come out, and a label that is kept back."""
    page = stage.go("labels")
    stage.press("tickAll")
    _proved(stage, page)
    stage.take("labels")
    stage.choose(page.template, "door-A5")
    _proved(stage, page)
    stage.take("labels-door")
    page._on_picked(next(one.row.zone.code for one in page.rows if one.row.label is not None))
    stage.press("revokeLabel")
    stage.take("labels-revoke", both=False)
    stage.choose(page.template, "L7163")
    _proved(stage, page)
    page._on_proof(_with_a_fault(page.proofed))
    stage.take("labels-kept-back")


def people(stage: Stage) -> None:
    """Everybody, one person with a one-time code, a new person."""
    page = stage.go("people")
    stage.take("people")
    page.table.view.selectRow(4)
    stage.take("people-person")
    stage.press("absenceAsk")
    stage.take("people-absence-form")
    deputy = next(one.id for one in page.table.model.rows if one.id != page.panel.person.id)
    stage.choose(stage.part(QComboBox, "absenceDeputy"), deputy)
    stage.press("absenceSave")
    stage.take("people-away")
    stage.press("absenceEnd1")
    stage.press("makeCode")
    stage.until(lambda: page.panel._signing.code.text(), "no code came")
    stage.take("people-code")
    stage.press("addPerson")
    stage.take("people-add")


def journal(stage: Stage) -> None:
    """Who did what, and one entry before and after; the chain has been checked."""
    page = stage.go("journal")
    stage.until(lambda: page._verdict is not None, "the chain was not checked")
    stage.take("journal")
    page.table.view.selectRow(1)
    stage.take("journal-entry")


def refused(stage: Stage) -> None:
    """What was refused is told in a sentence."""
    taken = next(one for one in stage.workbench.ask(lambda look: look.find("person")) if one.employee_no)
    stage.go("people")
    stage.workbench.run("people.add", name=NAMES[stage.lang][1], employee_no=taken.employee_no)
    stage.take("toast-refused")


# --- a plant that has just begun


def begin(stage: Stage) -> None:
    """Founds a plant through the first page, with pictures on the way."""
    plant, person, _ = NAMES[stage.lang]
    stage.part(QAbstractButton, "choosePlant")
    stage.take("first-run")
    stage.press("chooseJoin")
    stage.take("first-run-join")
    stage.press("firstRunBack")
    stage.press("choosePlant")
    stage.take("first-run-plant")
    stage.press("makePlant")
    stage.take("first-run-error")
    for name, text in (
        ("plantName", plant),
        ("personName", person),
        ("password", "a" * 12),
        ("passwordAgain", "a" * 12),
    ):
        stage.part(QLineEdit, name).setText(text)
    stage.press("makePlant")
    stage.at_work()


def empty(stage: Stage) -> None:
    """Pages with nothing on them yet, each with what fills it."""
    for key in ("today", "map", "hazards", "inspections", "risk", "checklists", "conflicts", "labels"):
        stage.go(key)
        stage.take(f"{key}-empty")


def address(stage: Stage) -> None:
    """The question under which address phones see the plant, before the first label."""
    floor = stage.workbench.run("floors.add", name=NAMES[stage.lang][2], width_m=60.0, height_m=40.0).id
    square = ((5.0, 5.0), (20.0, 5.0), (20.0, 20.0), (5.0, 20.0))
    stage.workbench.run("zones.draw", floor=floor, name="仓库", zone_class="B", polygon=square)
    page = stage.go("labels")
    stage.take("labels-address")
    page.address.field.setText("http://192.168.1.10:8750")
    stage.take("labels-address-warning")
    stage.go("map")
    stage.take("map-no-drawing")
    stage.go("today")
    stage.take("today-nothing")


def suggested(stage: Stage) -> None:
    """The first drawing of a plant has become a floor: what it suggests, on the plan and as a list."""
    from services.plans import write_sample

    page = stage.go("map")
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"{NAMES[stage.lang][2]} 2F.dxf"  # another floor than the one before
        write_sample(file)
        page.import_file(str(file))
        stage.until(page.flow.panel.isVisible, "the drawing was not read")
    stage.press("useAsFloor")
    stage.press("editZones")
    stage.press("toolSuggestions")
    stage.press("takeAll")
    stage.take("map-take-all", both=False)


REVIEWING: dict[str, Scene] = {
    "review": review,
    "compared": compared,
    "conflicts": conflicts,
    "outline-conflict": outline_conflict,
}
AT_WORK: dict[str, Scene] = {
    "today": today,
    "map": map_,
    "map-sensors": sensors,
    "map-past": map_past,
    "compare": compare,
    "map-edit": map_edit,
    "zone-editing": zone_editing,
    "placing": placing,
    "map-import": map_import,
    "importing": importing,
    "hazards": hazards,
    "reporting": reporting,
    "ledgers": ledgers,
    "major": major,
    "photo-search": photo_search,
    "merging": merging,
    "filtering": filtering,
    "second-review": second_review,
    "alerts": alerts,
    "rules": rules,
    "rule-editor": rule_editor,
    "labels": labels,
    "map-colouring": colouring,
    "map-layers": layers,
    "wall": wall,
    "map-printing": plan_printing,
    "labels-printing": printing,
    "labels-editing": editing,
    "labels-blanks": blanks,
    "people": people,
    "people-pasting": pasting,
    "inspections": inspections,
    "dispatch": dispatch,
    "access": access,
    "risk": risk,
    "contractors": contractors,
    "group": group,
    "incidents": incidents,
    "points": points,
    "reports": figures,
    "journal": journal,
    "journal-past": journal_past,
    "audits": audits,
    "take-along": along,
    "checklists": checklists,
    "training": training,
    "extra-fields": extra_fields,
    "settings": settings,
    "roles": roles,
    "connecting": connecting,
    "keeping": keeping,
    "refused": refused,
    "palette": palette,
    "notifications": notifications,
    "shortcuts": shortcuts,
    "guided-tour": guided_tour,
    "help": help_,
    "undo": undo,
    "another-person": another_person,
    "computers": computers,
    "unreachable": unreachable,
}
BEGINNING: dict[str, Scene] = {
    "first-run": lambda _: None,
    "first-steps": first_steps,
    "empty": empty,
    "address": address,
    "suggested": suggested,
}


def _map(stage: Stage) -> Any:
    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    return page


def _urgent(stage: Stage) -> Any:
    """The open hazard that is overdue the longest, else any."""
    from services.store.queries.status import open_hazards

    found = stage.workbench.ask(open_hazards)
    now = stage.workbench.now()
    return next((one for one in found if one.overdue(now)), found[0])


def _desk(stage: Stage, state: str) -> tuple[Any, str]:
    """The review desk with the most urgent hazard of this state that waits for who is signed in, and its id."""
    from desktop.views.hazards.shown import queue_of

    page = stage.go("hazards")
    queue = queue_of(page._rows)
    here = next((one for one in queue if one.hazard.state == state), queue[0]).id
    page.open_desk(here)
    stage.until(lambda: _seen(page.desk.pair), "the photos do not come")
    return page, here


def _with_a_fault(proofed: Any) -> Any:
    """The same sheet, as if the quiet zone of one label had been measured as too narrow: our own papers are too good
    to show by themselves what then happens."""
    first, *others = proofed.proof.findings
    narrow = replace(first, quiet=2.6, why=("quiet_zone",))
    return replace(proofed, proof=replace(proofed.proof, findings=(narrow, *others)))


def _seen(pair: Any) -> bool:
    pair.repaint()
    return bool(pair.all_seen)


def _proved(stage: Stage, page: Any) -> None:
    def done() -> bool:
        return page.proofed is not None and not page.proofing.busy and page.proofed.wanted == page.proofing._wanted

    stage.until(done, "the sheet was not measured")
