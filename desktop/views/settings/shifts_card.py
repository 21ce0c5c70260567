"""When the plant works: its shifts, set up with one press by a usual pattern, or one by one."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, row

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.shifts import Shift

DAY, TWO, THREE = "day", "two", "three"
HOURS = {  # the usual patterns of works in China; every one of them can be changed afterwards
    DAY: (("08:00", "17:00"),),
    TWO: (("08:00", "20:00"), ("20:00", "08:00")),
    THREE: (("08:00", "16:00"), ("16:00", "00:00"), ("00:00", "08:00")),
}


class ShiftsCard(QWidget):
    """`follow` shows what is so now."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[Any, ...] | None = None
        told = self.tr(
            "Inspections and hazards are sent to who is on shift. Holidays and make-up workdays are set in the month "
            "of the inspections page."
        )
        self._list, self._usual = column(gap=2), column(gap=8)
        self._form = Form("shifts.add", "shift", "shift")
        self._form.entered.connect(self._on_add)
        self.add = button(self.tr("Add the shift"), "addShift", self._on_add)
        parts = (label(told, "caption", wrap=True), self._usual, self._list, self._form, row(self.add, None))
        self.setLayout(column(*parts, gap=10))

    def begin(self) -> None:
        """The keyboard goes to what sets the usual shifts up, or to the form of another one."""
        first = self.findChild(QPushButton, f"shifts-{DAY}")
        if first is not None:
            first.setFocus()
        else:
            self._form.begin()

    def follow(self) -> None:
        """All shifts in use; where there is none yet, the usual patterns."""
        found = tuple(self.workbench.ask(_shifts))
        if found != self._shown:
            self._shown = found
            emptied(self._list)
            emptied(self._usual)
            for one in found:
                self._list.addWidget(self._row(one))
            if not found:
                self._usual.addWidget(self._patterns())
        self.setEnabled(self.workbench.may("shifts.add"))

    def _row(self, one: "Shift") -> QWidget:
        retire = button(self.tr("Retire"), f"retireShift-{one.name}", partial(self._on_retire, one.id), "link")
        retire.setAccessibleName(f"{retire.text()}: {one.name}")
        return box(row(label(one.name), label(f"{one.starts} – {one.ends}", "muted"), None, retire, gap=12))

    def _patterns(self) -> QWidget:
        said = {
            DAY: self.tr("One day shift"),
            TWO: self.tr("Two shifts of 12 hours"),
            THREE: self.tr("Three shifts of 8 hours"),
        }
        ways = Flow()
        for key in HOURS:
            ways.addWidget(button(said[key], f"shifts-{key}", partial(self._on_pattern, key)))
        return box(ways)

    def _on_pattern(self, key: str) -> None:
        names = {
            DAY: (self.tr("Day shift"),),
            TWO: (self.tr("Day shift"), self.tr("Night shift")),
            THREE: (self.tr("Early shift"), self.tr("Late shift"), self.tr("Night shift")),
        }[key]
        steps: list[tuple[str, dict[str, Any]]] = [
            ("shifts.add", {"name": name, "starts": starts, "ends": ends})
            for name, (starts, ends) in zip(names, HOURS[key], strict=True)
        ]
        self._tell(ok=self.workbench.run_as_one(*steps).ok)

    def _on_add(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        else:
            self._tell(ok=self.workbench.run("shifts.add", **self._form.values()).ok)

    def _on_retire(self, shift: str) -> None:
        self._tell(ok=self.workbench.run("shifts.retire", shift=shift).ok)

    def _tell(self, *, ok: bool) -> None:
        if ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)


def _shifts(look: Any) -> "list[Shift]":
    return sorted((one for one in look.find("shift") if one.retired_at is None), key=lambda one: (one.starts, one.id))
