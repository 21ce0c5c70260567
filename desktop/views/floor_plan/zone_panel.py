"""The side panel of the map: why a zone has its colour, whom to call; while editing, what can be said of it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from desktop.views.floor_plan import wording
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.zone_causes import cause_cards, causes_of
from desktop.views.floor_plan.zone_emergency import ZoneEmergency
from desktop.views.floor_plan.zone_form import ZoneForm
from desktop.views.floor_plan.zone_people import ZonePeople
from desktop.views.floor_plan.zone_presence import ZonePresence
from desktop.views.floor_plan.zone_risk import ZoneRisk
from desktop.views.floor_plan.zone_rounds import ZoneRounds
from desktop.views.floor_plan.zone_sensors import ZoneSensors
from desktop.views.floor_plan.zone_training import ZoneTraining
from desktop.widgets import unconfirmed
from desktop.widgets.parts import box, button, column, emptied, label, picture, pill, row
from desktop.widgets.side_panel import SidePanel
from desktop.words import listed, say, when
from services.core.geometry import Polygon, area
from services.core.ground import under
from services.core.zones import Zone

if TYPE_CHECKING:
    from desktop.views.today.gauges import Gauges
    from services.store.queries.people import ZoneRow
    from services.store.queries.status import ZoneStatus

MOST_CARDS = 12


class ZonePanel(SidePanel):
    """Shows one zone (to read or to edit) or the form of a new one."""

    saved = Signal(object)  # the values of a new zone
    given_up = Signal()
    changed = Signal(str, object)
    retire_wanted = Signal()  # asked once more, and sure
    report_wanted = Signal(str)  # a hazard, in this zone
    record_wanted = Signal(str, str, str)  # on another page: its key, the kind, the id
    emergency_wanted = Signal()  # to write what to do and whom to call
    note_done = Signal()  # its note is to go

    def __init__(self) -> None:
        super().__init__("zonePanel")
        self._form: ZoneForm | None = None
        self._area = label("", "muted", "zoneArea")
        self._overlap = label("", "error", "zoneOverlap")
        self._shown: tuple[str, ...] = ()
        self._question: QFrame | None = None
        self.gauges: Gauges | None = None

    def show_zone(self, facts: MapFacts, id_: str, *, editing: bool) -> None:
        """The zone; where its form is already open, only the values in it are renewed."""
        zone, form = facts.zones[id_].zone, self._form
        if editing and form is not None and self._shown == ("edit", id_) and self.isVisible():
            form.show_zone(zone)
            self._mark.setVisible(id_ in facts.waiting)
            self._area.setText(_size(zone.polygon, self.tr("{n} corners")))
            self.title.setText(zone.name)
            return
        self.start(zone.name)
        self._show_close(True)
        self._form = None
        shown, self._shown = self._shown, ("edit" if editing else "read", id_)
        if self.gauges is not None and facts.present and not editing and shown != self._shown:
            self.gauges.ask()  # once a zone: its answer fills the panel anew
        if editing:
            self._fill_form(facts, zone)
        else:
            self._fill(facts, facts.zones[id_], facts.row(id_))
        self.end()

    def ask_for(self, facts: MapFacts, polygon: Polygon, name: str) -> None:
        """The form of a new zone; what has been typed stays while its outline changes."""
        if self._shown == ("new",) and self._form is not None and self.isVisible():
            self._area.setText(_size(polygon, self.tr("{n} corners")))
            self._tell_overlap(facts, polygon)
            if name:
                self._form.name.setText(name)
            return
        self.start(self.tr("New zone"))
        self._show_close(True)
        self._shown = ("new",)
        form = self._new_form(facts)
        form.name.setText(name)
        form.name.setPlaceholderText(self.tr("e.g. Press shop"))
        form.entered.connect(self._on_save)
        self._area.setText(_size(polygon, self.tr("{n} corners")))
        self.body.addWidget(label(self.tr("Drag the corners to fit; then say what it is."), "muted", wrap=True))
        self.body.addWidget(form)
        self.body.addWidget(self._area)
        self.body.addWidget(self._overlap)
        self._tell_overlap(facts, polygon)
        self.foot.addWidget(button(self.tr("Save zone"), "saveZone", self._on_save, "primary"), 1)
        self.foot.addWidget(button(self.tr("Cancel"), "cancelZone", self.given_up.emit))
        self.end()
        form.name.setFocus()
        form.name.selectAll()

    def put_away(self, *, editing: bool) -> None:
        """Nothing is selected any more. While editing the panel stays, so that the plan does not jump."""
        self._form = None
        if not editing:
            self._shown = ()
            self.hide()
        elif self._shown != ("idle",) or self.isHidden():
            self._shown = ("idle",)
            self._explain()

    def _show_close(self, shown: bool) -> None:
        shut = self.findChild(QPushButton, "zonePanelClose")
        if shut is not None:
            shut.setVisible(shown)

    def _explain(self) -> None:
        self.start(self.tr("Edit plan"))
        steps = (
            (self.tr("Draw"), self.tr("A rectangle by dragging (R), or corner by corner (P), closed by Enter.")),
            (self.tr("Fit"), self.tr("Corners snap to lines; Alt turns that off, Shift makes right angles.")),
            (self.tr("Change"), self.tr("Click a zone, drag it, or drag its corners. Delete removes a corner.")),
            (self.tr("Put there"), self.tr("Equipment, sensors, doors, extinguishers: by their signs (T).")),
            (self.tr("Take over"), self.tr("The drawing's own rooms can be taken with one click each.")),
            (self.tr("Look around"), self.tr("Wheel zooms, Space or the middle button pans, F shows all.")),
        )
        for head, said in steps:
            self.body.addWidget(label(head, "head"))
            self.body.addWidget(label(said, "muted", wrap=True))
            self.body.addSpacing(4)
        self.end()
        self._show_close(False)

    @property
    def asks_for_new(self) -> bool:
        """Whether the form of a new zone is open."""
        return self._shown == ("new",) and self.isVisible()

    def _new_form(self, facts: MapFacts) -> ZoneForm:
        self._form = ZoneForm(facts.supervisors, facts.crews)
        self._area = label("", "muted", "zoneArea")
        self._overlap = label("", "error", "zoneOverlap", wrap=True)
        return self._form

    def _tell_overlap(self, facts: MapFacts, polygon: Polygon) -> None:
        """A new zone that lies partly on others can't be saved so: which they are."""
        partly = under((one.zone for one in facts.zones.values()), polygon)
        said = self.tr("Lies partly on {zone}. Move its corners off it, or wholly inside.")
        self._overlap.setText(said.format(zone=listed(one.name for one in partly)))
        self._overlap.setVisible(bool(partly))

    def _on_save(self) -> None:
        if self._form is None:
            return
        values: dict[str, Any] = self._form.values()
        if values["name"]:
            self.saved.emit(values)
        else:
            self._form.name.setFocus()
            self._form.name.setPlaceholderText(self.tr("A zone needs a name"))

    def _fill_form(self, facts: MapFacts, zone: Zone) -> None:
        form = self._new_form(facts)
        form.show_zone(zone)
        self._mark = unconfirmed.mark("zoneUnconfirmed")
        form.changed.connect(self.changed)
        self._area.setText(_size(zone.polygon, self.tr("{n} corners")))
        self.body.addWidget(self._mark)
        self._mark.setVisible(zone.id in facts.waiting)  # only now: without a parent it would be a window
        self.body.addWidget(form)
        self.body.addWidget(self._area)
        self.body.addWidget(label(self.tr("Every change is saved at once and can be undone."), "caption", wrap=True))
        self._offer_to_retire()

    def _offer_to_retire(self) -> None:
        self._question = None
        emptied(self.foot)
        self.foot.addWidget(button(self.tr("Retire zone…"), "retireZone", self.ask_to_retire, "", "trash"))
        self.foot.addStretch(1)

    def ask_to_retire(self) -> None:
        """Asks once more, in place: no window that stands in the way. Only while the zone can be edited."""
        if self._shown[:1] != ("edit",) or self._question is not None:
            return
        emptied(self.foot)
        told = self.tr("It leaves the map and its labels stop working. What happened in it stays.")
        asked = column(
            label(self.tr("Retire '{zone}'?").format(zone=self.title.text()), "section", wrap=True),
            label(told, "warning", wrap=True),
            margins=(12, 10, 12, 10),
        )
        self._question = question = box(asked, "card-yellow")
        question.setObjectName("retireQuestion")
        self.body.insertWidget(0, question)
        self.bring(question)
        keep = button(self.tr("Keep"), "retireKeep", self._on_keep)
        self.foot.addLayout(
            row(keep, None, button(self.tr("Retire"), "retireYes", self.retire_wanted.emit, "primary")), 1
        )
        keep.setFocus()

    def _on_keep(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
        self._offer_to_retire()

    def _fill(self, facts: MapFacts, found: "ZoneStatus", zone: "ZoneRow") -> None:
        one = found.zone
        said = f"{wording.class_words(one.zone_class)} · {zone.floor.name} · {wording.area_words(area(one.polygon))}"
        self.body.addLayout(row(picture(one.zone_class, "badge", 18), label(said, "muted"), None))
        if facts.seen_at:
            words = wording.stale_words(found.status, facts.seen_at)
        else:
            words = wording.since_words(found, facts.today)
        self.body.addWidget(pill(facts.status_of(one.id), words, "zoneStatus"))
        if one.id in facts.waiting:
            self.body.addWidget(unconfirmed.mark("zoneUnconfirmed"))
        if one.note:
            self._head(say("field.zone.note"), "")
            self.body.addWidget(label(one.note, "", "zoneNote", wrap=True, copy=True))
            if facts.may_edit:
                self.body.addWidget(button(self.tr("Take the note away"), "clearNote", self.note_done.emit, "link"))
        self._head(self.tr("Why this colour"), wording.why_words(found))
        for card in cause_cards(found, facts, MOST_CARDS):
            self.body.addWidget(card)
        more = causes_of(found) - MOST_CARDS
        if more > 0:
            self.body.addWidget(label(self.tr("and {n} more").format(n=more), "caption"))
        self.body.addWidget(label(wording.turn_words(found), "muted", "zoneTurn", wrap=True))
        self._fill_more(facts, one.id)
        self._head(self.tr("Who"), "")
        self.body.addWidget(ZonePeople(zone, facts.waiting))
        self.body.addWidget(ZonePresence(facts, one.id))
        emergency = ZoneEmergency(one, may_edit=facts.may_edit)
        emergency.edit_wanted.connect(self.emergency_wanted)
        self.body.addWidget(emergency)
        training = ZoneTraining(facts, one.id)
        training.plan_wanted.connect(lambda plan: self.record_wanted.emit("training", "emergency_plan", plan))
        training.needs_wanted.connect(lambda: self.record_wanted.emit("training", "zone", one.id))
        self.body.addWidget(training)
        self._head(self.tr("Label"), "")
        self.body.addWidget(label(self._label_words(zone, facts), "", "zoneLabel", wrap=True))
        if facts.may_report:
            self.foot.addWidget(button(self.tr("Report a hazard here"), "reportHere", self.report, "", "add"), 1)

    def _fill_more(self, facts: MapFacts, zone: str) -> None:
        """What is known of the zone beside its colour: its risk, what its sensors say, its next inspections."""
        risk = ZoneRisk(facts, zone)
        risk.point_wanted.connect(lambda point: self.record_wanted.emit("risk", "risk_point", point))
        self.body.addWidget(risk)
        self.body.addWidget(ZoneSensors(facts, zone, self.gauges if facts.present else None))
        self.body.addWidget(ZoneRounds(facts, zone))

    def report(self) -> None:
        """Asks for the form of a new hazard in the zone that is shown."""
        self.report_wanted.emit(self._shown[1])

    def _head(self, text: str, aside: str) -> None:
        self.body.addSpacing(8)
        self.body.addLayout(row(label(text, "head"), None, label(aside, "caption")))

    def _label_words(self, zone: "ZoneRow", facts: MapFacts) -> str:
        found = zone.label
        if found is None:
            return self.tr("No label yet: nobody can report from here by phone.")
        if found.printed_at is None:
            return self.tr("{code}, version {n}: issued, not printed yet").format(code=found.code, n=found.version)
        moment = when(found.printed_at, facts.today)
        return self.tr("{code}, version {n}: printed {moment}").format(code=found.code, n=found.version, moment=moment)


def _size(polygon: Polygon, corners: str) -> str:
    return f"{wording.area_words(area(polygon))} · {corners.format(n=len(polygon))}"
