"""The form of an application: levels follow the kind of work, and the workers are ticked in a list."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import column, label
from services.core.permit_forms import form_of, forms
from services.store.queries.permits import candidates

if TYPE_CHECKING:
    from desktop.workbench import Workbench

FIELDS = ("work", "work_level", "zone", "place", "task", "begins_at", "ends_at", "contractor", "leader", "guardian")
USUAL_HOURS = 4
ID = int(Qt.ItemDataRole.UserRole)
WORKERS_HIGH = 132


class ApplyForm(QWidget):
    """`values` are those of the operation."""

    entered = Signal()

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        now = workbench.now().replace(second=0, microsecond=0)
        values: dict[str, Any] = {"begins_at": now, "ends_at": now + timedelta(hours=USUAL_HOURS)}
        self.form = Form("permits.apply", "permit", "permit", only=FIELDS, values=values, choices=self._choices())
        self.form.entered.connect(self.entered)
        self.workers = QListWidget()
        self.workers.setObjectName("permitWorkers")
        self.workers.setAccessibleName(words.say("field.permit.workers"))
        self.workers.setFixedHeight(WORKERS_HIGH)
        for text, id_ in self._people:
            item = QListWidgetItem(text, self.workers)
            item.setData(ID, id_)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.longest = label("", "caption", "permitLongest", wrap=True)
        head = label(words.say("field.permit.workers"), "caption")
        self.setLayout(column(self.form, self.longest, head, self.workers, gap=6))
        (self._work,) = self.findChildren(Choice, "permitWork")
        (self._level,) = self.findChildren(Choice, "permitWorkLevel")
        self._work.currentIndexChanged.connect(self._follow)
        self._level.currentIndexChanged.connect(self._tell)
        self._follow()

    def _choices(self) -> dict[str, list[tuple[str, str]]]:
        def named(kind: str) -> list[tuple[str, str]]:
            found = self.workbench.ask(lambda look: look.find(kind))
            return sorted((one.name, one.id) for one in found if one.retired_at is None)

        me = self.workbench.me
        groups = self.workbench.ask(candidates, person=me) if me else ()
        self._people = [
            (f"{one.name} · {group}" if group else one.name, one.id) for group, some in groups for one in some
        ]
        known = self.workbench.ask(forms)
        nobody = [(self.tr("Choose"), "")]
        return {
            "work": [(words.say(f"value.work.{one.work}"), one.work) for one in known],
            "work_level": [],
            "zone": nobody + named("zone"),
            "contractor": [(self.tr("The plant's own people"), ""), *named("contractor")],
            "leader": nobody + self._people,
            "guardian": nobody + self._people,
        }

    def _follow(self) -> None:
        self._form = self.workbench.ask(form_of, work=self._work.currentData())
        offered = [(words.say(f"value.work_level.{one.level}"), one.level) for one in self._form.levels]
        self._level.offer(offered, None)
        self._tell()

    def _tell(self) -> None:
        hours = self._form.level(self._level.currentData()).hours
        self.longest.setText(self.tr("At this level a permit holds for {hours} h at most.").format(hours=f"{hours:g}"))

    def missing(self) -> str | None:
        """What the first required field that is empty is called."""
        return self.form.missing()

    def values(self) -> dict[str, Any]:
        """What has been filled in, as the operation takes it."""
        items = [self.workers.item(place) for place in range(self.workers.count())]
        ticked = [item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked]
        return self.form.values() | {"workers": ticked}
