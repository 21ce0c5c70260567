"""What can be done with a hazard beside reviewing it: its grade, its plan, its time, whose it is, whether it is one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.hazards.extra_part import FillDialog, hazard_fields
from desktop.views.hazards.merge_dialog import MergeDialog
from desktop.views.hazards.plan_dialog import PlanDialog
from desktop.views.hazards.reasons import general_reasons, major_reasons, reject_reasons, time_reasons
from desktop.views.hazards.shown import name
from desktop.views.hazards.whom_dialog import WhomDialog
from desktop.widgets.pictures import Pictures
from desktop.widgets.reason import ReasonDialog
from services.store.queries.hazards import in_hand
from services.store.queries.merging import merge_candidates

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.records import Records


class HazardDeeds(QObject):
    """`told` carries in words what has been done, which can be undone, `told_only` what can't at once. `begin` does a
    deed by its name, or asks first for what it needs; dialogs stand above `above`."""

    told = Signal(str)
    told_only = Signal(str)

    def __init__(self, workbench: "Workbench", pictures: Pictures, above: QWidget) -> None:
        super().__init__(above)
        self._workbench, self._pictures, self._above = workbench, pictures, above
        self._id = self._person = ""
        self._many: tuple[str, ...] = ()
        self._ways: dict[str, Callable[[], None]] = {
            "reject": self._ask_reject,
            "grant_time": self._grant_time,
            "refuse_time": self._ask_time_refusal,
            "grade_major": self._ask_major,
            "grade_general": self._ask_general,
            "plan": self._ask_plan,
            "merge": self._ask_merge,
            "part": self._part,
            "release": self._release,
            "take": self._take,
            "hand_over": self._ask_hand_over,
            "fill_in": self._ask_fill_in,
        }

    def begin(self, deed: str, id_: str) -> None:
        """One of the deeds, on this hazard."""
        self._id = id_
        self._ways[deed]()

    def _do(self, kind: str, text: str, **args: object) -> None:
        if self._workbench.run(kind, hazard=self._id, **args).ok:
            self.told.emit(text)

    def _ask(self, dialog: ReasonDialog, then: Callable[[str], None]) -> None:
        dialog.given.connect(then)
        dialog.open()

    # whether it is one, and its time

    def _ask_reject(self) -> None:
        self._ask(reject_reasons(self._above), self._on_reject)

    def _on_reject(self, reason: str) -> None:
        self._do("hazards.reject", self.tr("Settled as no hazard."), reason=reason)

    def _grant_time(self) -> None:
        self._do("hazards.answer_time", self.tr("More time granted."), granted=True)

    def _ask_time_refusal(self) -> None:
        self._ask(time_reasons(self._above), self._on_time_refused)

    def _on_time_refused(self, reason: str) -> None:
        text = self.tr("The deadline stays; who asked reads your reason.")
        self._do("hazards.answer_time", text, granted=False, reason=reason)

    # major hazards

    def _ask_major(self) -> None:
        self._ask(major_reasons(self._above), self._on_major)

    def _on_major(self, reason: str) -> None:
        self._do(
            "hazards.grade", self.tr("Graded major. Its five requirements come first."), grade="major", reason=reason
        )

    def _ask_general(self) -> None:
        self._ask(general_reasons(self._above), self._on_general)

    def _on_general(self, reason: str) -> None:
        self._do("hazards.grade", self.tr("Graded general."), grade="general", reason=reason)

    def _ask_plan(self) -> None:
        plan = self._workbench.ask(_get, kind="fix_plan", id_=self._id)
        dialog = PlanDialog(self._workbench, self._id, plan, self._above)
        dialog.written.connect(self._on_plan)
        dialog.open()

    def _on_plan(self) -> None:
        self.told.emit(self.tr("The five requirements are written down."))

    # what the plant asks beside

    def _ask_fill_in(self) -> None:
        form, hazard = hazard_fields(self._workbench), self._workbench.ask(_get, kind="hazard", id_=self._id)
        if form is not None:
            dialog = FillDialog(self._workbench, hazard, form, self._above)
            dialog.filled.connect(self._on_filled)
            dialog.open()

    def _on_filled(self) -> None:
        self.told.emit(self.tr("The extra fields are filled in."))

    # two reports of the same

    def _ask_merge(self) -> None:
        found = self._workbench.ask(merge_candidates, hazard=self._id, now=self._workbench.now())
        if found is None or not found.others:
            self.told_only.emit(self.tr("Nothing else is open in this zone."))
            return
        dialog = MergeDialog(self._workbench, self._pictures, found, self._above)
        dialog.chosen.connect(self._on_merge)
        dialog.differ.connect(self.differ)
        dialog.open()

    def _on_merge(self, ends: str, into: str) -> None:
        self._id = ends
        self._do("hazards.merge", self.tr("Merged. They can be separated again."), into=into)

    def differ(self, id_: str, other: str) -> None:
        """Two that look alike are found to be different hazards."""
        self._id = id_
        self._do("hazards.differ", self.tr("They are no longer proposed as the same."), other=other)

    def _part(self) -> None:
        self._do("hazards.part", self.tr("Parted: it goes on by itself."))

    # whose it is

    def _release(self) -> None:
        self._do("hazards.release", self.tr("In the open pool: whoever can do it takes it."))

    def _take(self) -> None:
        self._do("hazards.take", self.tr("It is yours now."))

    def _ask_hand_over(self) -> None:
        hazard = self._workbench.ask(_get, kind="hazard", id_=self._id)
        person = self._workbench.ask(_get, kind="person", id_=hazard.assignee)
        self._person = person.id
        fields = ("to_person", "to_team")
        dialog = WhomDialog(self._workbench, "hazards.hand_over", fields, ("reason",), self._above)
        dialog.given.connect(self._on_hand_over)
        many = self._workbench.ask(in_hand, person=person.id)
        text = self.tr("All that {who} has to fix goes on, %n hazards; clocks run on.", "", many)
        dialog.ask(self.tr("Hand over"), text.format(who=name(person)), self.tr("Hand over"))

    def _on_hand_over(self, args: dict[str, str]) -> None:
        if self._workbench.run("hazards.hand_over", person=self._person, **args).ok:
            self.told.emit(self.tr("Handed over."))

    def send_many(self, ids: tuple[str, ...]) -> None:
        """Asks to whom several hazards go."""
        self._many = ids
        dialog = WhomDialog(self._workbench, "hazards.dispatch", ("person", "team"), (), self._above)
        dialog.given.connect(self._on_send_many)
        dialog.ask(self.tr("Send several on"), self.tr("%n hazards are chosen.", "", len(ids)))

    def _on_send_many(self, args: dict[str, str]) -> None:
        done = self._each("hazards.dispatch", self._many, args)
        if done:
            self.told_only.emit(self.tr("%n hazards sent on.", "", done))

    def release_many(self, ids: tuple[str, ...]) -> None:
        """Several hazards into the open pool."""
        done = self._each("hazards.release", ids, {})
        if done:
            self.told_only.emit(self.tr("%n hazards are in the open pool.", "", done))

    def grant_many(self, ids: tuple[str, ...]) -> None:
        """More time for several hazards whose fixers have asked for it."""
        done = self._each("hazards.answer_time", ids, {"granted": True})
        if done:
            self.told_only.emit(self.tr("More time granted for %n hazards.", "", done))

    def _each(self, kind: str, ids: tuple[str, ...], args: dict[str, Any]) -> int:
        """One operation each, how many were done; what is refused is shown as every refusal is."""
        return sum(self._workbench.run(kind, hazard=one, **args).ok for one in ids)


def _get(look: "Records", kind: str, id_: str) -> Any:
    return look.get(kind, id_)
