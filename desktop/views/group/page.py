"""The plants of a group side by side: of this one by its copy here, of others what their hubs last said to who is
signed in there too."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.group.joining import JoinPlant
from desktop.views.page import Page
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label
from desktop.widgets.table import Table

if TYPE_CHECKING:
    from services.store.queries.plant_standing import PlantStanding
    from services.sync.others import Other

EVERY_MS = 60_000
OLD = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class PlantRow:
    """A plant as it is shown. `own` is this console's; `trouble` as Other's."""

    id: str
    name: str
    known: "PlantStanding | None"
    roles: tuple[str, ...]
    trouble: str
    now: datetime
    own: bool = False

    @property
    def old(self) -> bool:
        """Whether these are not the figures of now."""
        return bool(self.trouble) or self.known is None or self.now - self.known.at > OLD


class GroupPage(Page):
    """The figures; a plant is joined by a pairing line and left by a press."""

    key, icon = "group", "plant"
    kinds = frozenset({"hazard", "inspection", "incident", "alert", "plant", "person"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Plants")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        join = QCoreApplication.translate("GroupPage", "Join another plant…")
        return (Action(name="joinPlant", title=join, run="join", picture="add"),)

    def build(self) -> None:
        from services.sync.others import Others

        self.others: Others = Others(self.workbench.opened.folder)
        self._known: tuple[Other, ...] = self.others.all()
        self.count = label("", "muted", "plantCount")
        self.table = Table("groupTable", _columns())
        self.table.chosen.connect(self._on_chosen)
        self.tell_copies(self.table)
        self.leave = button(self.tr("Leave this plant"), "leavePlant", self._on_leave)
        self.leave.hide()
        told = self.tr("Figures of the last 30 days; what is open, of now. Each plant's own hub reckons them.")
        note = label(told, "caption", "groupNote", wrap=True)
        head = self.head(self.count, None, self.leave, deed_button(self.deeds["joinPlant"], "primary"))
        about = self.tr("Where you have a part in other plants, ask there for a pairing line and join them here.")
        title, act = self.tr("No other plant yet"), self.deeds["joinPlant"]
        self.empty = EmptyState("plant", title, about, act.text(), "joinFirst", act.trigger)
        below = (PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        content = box(column(note, self.table, self.empty, gap=8, margins=below))
        self.setLayout(column(head, content, gap=0))
        self.first = self.table.view
        self._again = QTimer(self, interval=EVERY_MS)
        self._again.timeout.connect(self.ask)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def ask(self) -> None:
        """Has the other hubs asked, in a task."""
        if self._known and self.workbench.bag is None:
            self.tasks.run(self.others.refresh, self._on_known, self._on_failed)

    def refresh(self) -> None:
        rows = [self._own(), *(self._row(one) for one in self._known)]
        self.table.show_rows([one for one in rows if one is not None])
        self.table.setVisible(bool(self._known))
        self.empty.setVisible(not self._known)
        self.count.setText(self.tr("%n plants", "", len(self._known) + 1))

    def _own(self) -> PlantRow | None:
        from services.store.queries.plant_standing import plant_standing

        plant, me, now = self.workbench.plant, self.workbench.me, self.workbench.now()
        if plant is None or me is None:
            return None
        known = self.workbench.ask(plant_standing, now=now)
        away = self.workbench.sync_state.away_since
        if away is not None:
            known = replace(known, at=away)
        trouble = "" if away is None else "unreachable"
        return PlantRow(plant.id, plant.name, known, tuple(me.roles), trouble, now, own=True)

    def _row(self, one: "Other") -> PlantRow:
        name = one.known.name if one.known else one.url
        return PlantRow(one.id, name, one.known, one.roles, one.trouble, self.workbench.now())

    def join(self) -> None:
        """Asks for a pairing line."""
        asked = JoinPlant(self)
        asked.given.connect(partial(self._on_line, asked))
        asked.open()

    def _on_line(self, asked: JoinPlant, line: str) -> None:
        from desktop.opening import computer

        plant, here = self.workbench.plant, computer(self.workbench.opened.replica)
        own = plant.id if plant else ""

        def joined(one: "Other") -> None:
            asked.accept()
            self._on_known(self.others.all())
            self.table.choose(one.id)
            self.toast.good(self.tr("{plant} has been joined.").format(plant=one.known.name if one.known else one.url))

        self.tasks.run(lambda: self.others.join(line, here, own), joined, asked.tell)

    def _on_known(self, known: "tuple[Other, ...]") -> None:
        self._known = known
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        from services.core.refused import Refused

        if not isinstance(error, Refused):
            raise error
        self.toast.bad(words.refusal(error))

    def _on_chosen(self, one: PlantRow | None) -> None:
        self.leave.setVisible(one is not None and not one.own)

    def _on_leave(self) -> None:
        one = self.table.record()
        if isinstance(one, PlantRow) and not one.own:
            self.leave.hide()
            self.tasks.run(lambda: self._left(one.id), self._on_known, self._on_failed)

    def _left(self, id_: str) -> "tuple[Other, ...]":
        self.others.leave(id_)
        return self.others.all()


def _columns() -> list[Column]:
    translate = QCoreApplication.translate
    hours, rate = translate("GroupPage", "Mean hours to fix"), translate("GroupPage", "Inspections made")
    return [
        Column("name", translate("GroupPage", "Plant"), lambda one: one.name, 176, grows=True),
        Column("hours", hours, _hours, 160, right=True, sort=partial(_of, "fix_hours"),
               amount=partial(_of, "fix_hours")),
        Column("rate", rate, _rate, 136, right=True, sort=partial(_of, "plan_rate"),
               amount=partial(_of, "plan_rate")),
        _counted("injuries", translate("GroupPage", "Injuries"), loud=True),
        _counted("open", translate("GroupPage", "Open hazards")),
        _counted("overdue", translate("GroupPage", "Overdue"), loud=True),
        _counted("alerts", translate("GroupPage", "Alerts"), loud=True),
        Column("roles", translate("GroupPage", "You are there"), _roles, 160, yields=True),
        Column("as_of", translate("GroupPage", "As of"), _as_of, 240, sort=partial(_of, "at"), sign=_sign, tip=_as_of),
    ]  # fmt: skip


def _counted(name: str, title: str, *, loud: bool = False) -> Column:
    """A number that is best at nought where it stands out."""
    red = partial(_loud, name) if loud else None
    return Column(name, title, partial(_count, name), 112, right=True, sort=partial(_of, name), loud=red)


def _of(name: str, one: PlantRow) -> Any:
    """A value to sort by; what is not known comes first."""
    value = getattr(one.known, name) if one.known else None
    return (value is not None, value.timestamp() if isinstance(value, datetime) else value or 0)


def _count(name: str, one: PlantRow) -> str:
    return "–" if one.known is None else str(getattr(one.known, name))


def _loud(name: str, one: PlantRow) -> str | None:
    return "overdue" if one.known is not None and getattr(one.known, name) else None


def _hours(one: PlantRow) -> str:
    return "–" if one.known is None or one.known.fix_hours is None else f"{one.known.fix_hours:.1f}"


def _rate(one: PlantRow) -> str:
    return "–" if one.known is None or one.known.plan_rate is None else f"{one.known.plan_rate:.1%}"


def _roles(one: PlantRow) -> str:
    return words.listed(words.say(f"role.{role}") for role in one.roles)


def _sign(one: PlantRow) -> str | None:
    return "pending" if one.old else "normal"


def _as_of(one: PlantRow) -> str:
    """When the figures were so, and why they are not of now."""
    translate = QCoreApplication.translate
    if not one.old:
        return translate("GroupPage", "now")
    whys = {
        "unreachable": translate("GroupPage", "out of reach"),
        "sign_in_needed": translate("GroupPage", "signed out"),
        "device_revoked": translate("GroupPage", "shut out"),
        "not_allowed": translate("GroupPage", "not allowed"),
    }
    why = whys.get(one.trouble, translate("GroupPage", "no answer")) if one.trouble else ""
    when = words.when(one.known.at, one.now) if one.known else ""
    return " · ".join(part for part in (when, why) if part)
