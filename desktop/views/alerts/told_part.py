"""Who was told of an alert, when, by which way, and what came of it: asked of the hub, which alone knows."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.parts import box, column, emptied, label, picture, row
from services.core.shape import utc_moment
from services.words import has

if TYPE_CHECKING:
    from desktop.workbench import Workbench

SIGNS = {"sent": "normal", "waiting": "pending", "dead": "overdue"}


class ToldPart(QWidget):
    """The messages about one alert."""

    def __init__(self, workbench: "Workbench", alert: str) -> None:
        super().__init__()
        self.setObjectName("alertTold")
        self.workbench = workbench
        self._rows = column(label(self.tr("Asking the hub…"), "caption"), gap=6)
        self.setLayout(self._rows)
        client = workbench.opened.client
        if client is None:
            self._on_nothing(None)
        else:
            workbench.tasks.run(
                lambda: client.call("GET", f"/api/alerts/{alert}/told"), self._on_answer, self._on_nothing
            )

    def _on_answer(self, found: dict[str, Any]) -> None:
        emptied(self._rows)
        for one in found["told"]:
            self._rows.addWidget(told_row(self.workbench, one))
        if not found["told"]:
            self._rows.addWidget(label(self.tr("Nobody was sent a message."), "caption", "alertToldNobody"))

    def _on_nothing(self, _: Exception | None) -> None:
        emptied(self._rows)
        said = self.tr("The hub knows who was told when; it can't be reached now.")
        self._rows.addWidget(label(said, "caption", "alertToldAway", wrap=True))


def told_row(workbench: "Workbench", one: dict[str, Any]) -> QWidget:
    """One message: to whom and how, since when, and the provider's own words."""
    way = words.say(f"value.way.{one['way']}") if has(f"value.way.{one['way']}") else one["way"]
    who = " · ".join(part for part in (one["name"], way) if part)
    said = label(f"{who} · {_state(workbench, one)}", "", "toldRow", wrap=True, copy=True)
    parts = column(row(picture(SIGNS.get(one["state"], "unknown"), "sign"), said, gap=8), gap=2)
    for text in (_trouble(one), one["receipt"] and receipt_words(one["receipt"])):
        if text:
            parts.addWidget(label(text, "caption", "toldMore", wrap=True, copy=True))
    return box(parts)


def receipt_words(receipt: str) -> str:
    """The name that the provider gave a message."""
    return QCoreApplication.translate("ToldPart", "Receipt: {receipt}").format(receipt=receipt)


def _state(workbench: "Workbench", one: dict[str, Any]) -> str:
    translate, now = QCoreApplication.translate, workbench.now()
    if one["state"] == "sent":
        return translate("ToldPart", "sent {when}").format(when=words.when(utc_moment(one["closed_at"]), now))
    if one["state"] == "dead":
        return translate("ToldPart", "not delivered")
    if tries := int(one["tries"]):
        return translate("ToldPart", "tried %n times, goes on", "", tries)
    return translate("ToldPart", "waits since {when}").format(when=words.when(utc_moment(one["made_at"]), now))


def _trouble(one: dict[str, Any]) -> str:
    """Why it did not arrive, and the other side's own words."""
    code, _, text = one["error"].partition(" ")
    if not code or one["state"] == "sent":
        return ""
    for prefix in ("way.code.", "mail.code."):
        if has(prefix + code):
            return " ".join(part for part in (words.say(prefix + code), text) if part)
    return one["error"]
