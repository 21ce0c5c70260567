"""The side panel of a plan: a form of its name, how often, times, who, checklist, and zones in walking order."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem

from desktop import words
from desktop.views.checklists.making import own_of, ready_options
from desktop.views.inspections.how_often import HowOften
from desktop.views.inspections.round_dialog import RoundDialog
from desktop.widgets.form import Form
from desktop.widgets.parts import button, label
from desktop.widgets.side_panel import SidePanel
from services.core.inspection_plans import InspectionPlan
from services.core.walking import shortest, spot_of
from services.store.queries.naming import Named, names_of

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

ID = int(Qt.ItemDataRole.UserRole)
SAID = ("name", "since", "team", "person", "checklist", "before_min", "after_min")


class PlanPanel(SidePanel):
    """`made` carries the id of a plan that has just been made."""

    made = Signal(str)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast") -> None:
        super().__init__("planPanel")
        self.workbench, self._tasks, self.toast = workbench, tasks, toast
        self._walk: list[str] = []
        self._machines: list[str] = []
        self.plan: InspectionPlan | None = None

    def show_plan(self, plan: InspectionPlan | None) -> None:
        """The form of a plan, or of a new one."""
        self.plan, self._walk = plan, list(plan.order) if plan else []
        self._machines = list(plan.equipment) if plan else []
        self.start(plan.name if plan else self.tr("New inspection plan"))
        kinds = ("zone", "shift", "team", "checklist", "person")
        facts = {kind: self.workbench.ask(names_of, kind=kind) for kind in kinds}
        today = words.local(self.workbench.now()).date().isoformat()
        values = {name: getattr(plan, name) for name in SAID} if plan else {"since": today}
        only = tuple(name for name in SAID if plan is None or name != "since")
        self._form = Form(
            "inspections.plan", "plan", "inspection_plan", only=only, values=values, choices=self._choices(facts)
        )
        self.body.addWidget(self._form)
        self.body.addWidget(label(words.say("field.inspection_plan.every"), "caption"))
        self._often = HowOften(plan.every if plan else "FREQ=DAILY")
        self.body.addWidget(self._often)
        self._workdays = self._tick("workdays_only", plan is not None and plan.workdays_only)
        self._late = self._tick("late_counts", plan is not None and plan.late_counts)
        self._times = self._line_of_times(plan)
        self._shifts = self._list("planShifts", "shifts", facts["shift"], plan.shifts if plan else ())
        self._zones = self._list("planZones", "zones", facts["zone"], _walked(plan), moves=True)
        hint = self.tr("Drag the zones into the order in which they are walked.")
        self.body.addWidget(label(hint, "caption", wrap=True))
        self.body.addWidget(button(self.tr("Propose the shortest order"), "planShortest", self.propose))
        self.body.addWidget(button(self.tr("Draw the round on the plan…"), "planRound", self.draw, "", "map"))
        self._deeds(plan)
        self.end()
        self._form.begin()

    def _choices(self, facts: dict[str, Named]) -> dict[str, list[tuple[str, str]]]:
        anybody = (self.tr("anybody"), "")
        none = (self.tr("No checklist"), "")
        named = {kind: [(name, id_) for id_, name in facts[kind]] for kind in ("team", "person", "checklist")}
        return {
            "team": [anybody, *named["team"]],
            "person": [anybody, *named["person"]],
            "checklist": [none, *named["checklist"], *ready_options(self.workbench, self.tr("{name} (ready)"))],
        }

    def _tick(self, name: str, value: bool) -> QCheckBox:
        made = QCheckBox(words.say(f"field.inspection_plan.{name}"))
        made.setObjectName(f"plan-{name}")
        made.setChecked(value)
        self.body.addWidget(made)
        return made

    def _line_of_times(self, plan: InspectionPlan | None) -> QLineEdit:
        said = words.say("field.inspection_plan.times")
        made = QLineEdit(" ".join(plan.times) if plan else "")
        made.setObjectName("planTimes")
        made.setAccessibleName(said)
        made.setPlaceholderText(self.tr("e.g. 08:00 14:00; none: any time of the day"))
        self.body.addWidget(label(said, "caption"))
        self.body.addWidget(made)
        return made

    def _list(
        self, name: str, field: str, options: list[tuple[str, str]], chosen: tuple[str, ...], *, moves: bool = False
    ) -> QListWidget:
        said = words.say(f"field.inspection_plan.{field}")
        made = QListWidget()
        made.setObjectName(name)
        made.setAccessibleName(said)
        if moves:
            made.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        place = {id_: number for number, id_ in enumerate(chosen)}
        for id_, text in sorted(options, key=lambda one: place.get(one[0], len(place))):
            item = QListWidgetItem(text, made)
            item.setData(ID, id_)
            item.setCheckState(Qt.CheckState.Checked if id_ in place else Qt.CheckState.Unchecked)
        made.setFixedHeight(160 if moves else min(96, 12 + 30 * max(len(options), 1)))
        if options:
            self.body.addWidget(label(said, "caption"))
        self.body.addWidget(made)
        made.setVisible(bool(options))
        return made

    def propose(self) -> None:
        """Puts the ticked zones into an order in which little is walked."""
        chosen = _ticked(self._zones)
        spots = [spot for one in chosen if (spot := self.workbench.ask(spot_of, zone=one, equipment=None))]
        order = {spot.id: number for number, spot in enumerate(shortest(spots))}
        items = [self._zones.takeItem(0) for _ in range(self._zones.count())]
        for item in sorted(items, key=lambda one: order.get(one.data(ID), len(order))):
            self._zones.addItem(item)

    def draw(self) -> None:
        """Shows the round on the plan, where its order is made."""
        dialog = RoundDialog(self.workbench, self._tasks, self._order(), self)
        dialog.arranged.connect(self._on_arranged)
        dialog.open()

    def _order(self) -> tuple[str, ...]:
        """The places as the round was drawn last, unless zones were ticked or moved in the list since; what it does
        not name comes last."""
        zones = _ticked(self._zones)
        drawn = [one for one in self._walk if one in zones or one in self._machines]
        first = drawn if [one for one in drawn if one in zones] == zones else zones
        return tuple(dict.fromkeys([*first, *self._machines]))

    def _on_arranged(self, order: list[str]) -> None:
        self._walk = order
        self._machines = [one for one in self._machines if one in order]
        place = {id_: number for number, id_ in enumerate(order)}
        items = [self._zones.takeItem(0) for _ in range(self._zones.count())]
        for item in sorted(items, key=lambda one: place.get(one.data(ID), len(place))):
            item.setCheckState(Qt.CheckState.Checked if item.data(ID) in place else Qt.CheckState.Unchecked)
            self._zones.addItem(item)

    def _deeds(self, plan: InspectionPlan | None) -> None:
        may = self.workbench.may("inspections.plan")
        parts = [button(self.tr("Save"), "planSave", self.save, "primary")]
        if plan is not None:
            kind = "restore" if plan.retired_at else "retire"
            text = self.tr("Use again") if plan.retired_at else self.tr("Retire")
            parts = [*(parts if not plan.retired_at else ()), button(text, f"plan-{kind}", self._on_retire)]
        for part in parts:
            part.setEnabled(may)
            self.foot.addWidget(part)

    def save(self) -> None:
        """Keeps what the form says."""
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        given = {
            **self._form.values(),
            "every": self._often.rule(),
            "workdays_only": self._workdays.isChecked(),
            "late_counts": self._late.isChecked(),
            "times": self._times.text().replace("，", " ").replace(",", " ").split(),
            "shifts": _ticked(self._shifts),
            "zones": _ticked(self._zones),
            "equipment": self._machines,
            "order": self._order(),
        }
        checklist = own_of(self.workbench, str(given.get("checklist", "")))
        if checklist is None:
            return  # why has been told
        if checklist:
            given["checklist"] = checklist
        if self.plan is None:
            self._make(given)
        else:
            self._change(self.plan, given)

    def _make(self, given: dict[str, Any]) -> None:
        local = self.workbench.run("inspections.plan", **given)
        if local.ok:
            self._tell(self.tr("The plan has been made; its inspections appear as soon as the hub has it."))
            self.made.emit(local.id)

    def _change(self, plan: InspectionPlan, given: dict[str, Any]) -> None:
        unsaid: dict[str, Any] = {"team": "", "person": "", "checklist": ""}
        if self.workbench.run("inspections.change_plan", plan=plan.id, **{**unsaid, **given}).ok:
            self._tell(self.tr("The plan has been changed."))

    def _on_retire(self) -> None:
        if self.plan is None:
            return
        kind = "inspections.restore_plan" if self.plan.retired_at else "inspections.retire_plan"
        if self.workbench.run(kind, plan=self.plan.id).ok:
            self._tell(self.tr("The plan has been changed."))
            self._on_close()

    def _tell(self, told: str) -> None:
        self.toast.good(told, self.tr("Undo"), self.workbench.undo)


def _ticked(view: QListWidget) -> list[str]:
    items = [view.item(number) for number in range(view.count())]
    return [item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked]


def _walked(plan: InspectionPlan | None) -> tuple[str, ...]:
    """The zones of a plan in the order of the walk."""
    if plan is None:
        return ()
    return tuple(sorted(plan.zones, key=lambda one: plan.order.index(one) if one in plan.order else len(plan.order)))
