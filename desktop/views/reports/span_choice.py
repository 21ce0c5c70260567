"""A choice of days: by name, or any by a dialog; what was chosen is remembered."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox

from desktop.views.reports.periods import OTHER, Options
from desktop.widgets.choice import Choice
from desktop.widgets.days_dialog import DaysDialog
from services.core.measures import Period
from services.core.refused import Refused

GROUP = "reports"


class SpanChoice(Choice):
    """`altered` when another one was chosen. `key` is that of `periods`, or two days as 'first/last'. `today` answers
    the plant's day."""

    altered = Signal()

    def __init__(self, name: str, said: str, options: Options, usual: str, today: Callable[[], date]) -> None:
        super().__init__(name, said)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._options, self._today = options, today
        kept = str(QSettings().value(f"{GROUP}/{name}") or usual)
        self.key = kept if kept in [one for _, one in options] or _given(kept) else usual
        self._show()
        self.activated.connect(self._on_activated)

    def take(self, key: str) -> None:
        """This one from now on."""
        self.key = key
        QSettings().setValue(f"{GROUP}/{self.objectName()}", key)
        self._show()
        self.altered.emit()

    def _show(self) -> None:
        own = [(self.key.replace("/", " – "), self.key)] if "/" in self.key else []
        self.offer([*self._options[:-1], *own, self._options[-1]], self.key)
        self.setMinimumWidth(self.sizeHint().width())  # what holds is read whole, whatever stands beside it

    def _on_activated(self, index: int) -> None:
        key = str(self.itemData(index))
        if key != OTHER:
            self.take(key)
            return
        self._show()  # what holds stays seen until days are given
        now = _given(self.key) or Period(self._today() - timedelta(days=29), self._today())
        dialog = DaysDialog(now.first, now.last, self, self.tr("Take"))
        dialog.given.connect(self.take)
        dialog.open()


def _given(key: str) -> Period | None:
    """The days of a key; None of a name, and of what is no span of days."""
    first, _, last = key.partition("/")
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except (ValueError, Refused):
        return None
