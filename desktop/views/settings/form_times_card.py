"""How long people take over the phone's report form, which field costs most, and where phones reach the hub safely."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import words
from desktop.widgets.parts import button, column, emptied, label, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class FormTimesCard(QWidget):
    """The figures are the hub's: they are asked for when somebody wants to see them."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self._found = column(gap=4)
        told = self.tr(
            "Every phone measures how long the form takes, and tells the hub nothing of who or where it was."
        )
        show = button(self.tr("Show the last 30 days"), "showFormTimes", self._on_show)
        self.setLayout(column(label(told, "caption", wrap=True), row(show, None), self._found, gap=8))

    def _on_show(self) -> None:
        def ask(client: Any) -> Any:
            return client.call("GET", "/api/form-times"), client.call("GET", "/api/https")

        self.workbench.call(ask, self._on_found)

    def _on_found(self, found: tuple[dict[str, Any], dict[str, Any]]) -> None:
        emptied(self._found)
        times, https = found
        for form in times["forms"]:
            self._show(form)
        if https["url"]:
            mark = self.tr("Phones: {url}/trust, good until {day}. SHA-256 {mark}")
            text = mark.format(url=https["url"], day=https["ends"][:10], mark=https["fingerprint"])
            self._found.addWidget(label(text, "caption", "httpsShown", wrap=True, copy=True))

    def _show(self, form: dict[str, Any]) -> None:
        counts = self.tr("{sent} sent, {left} left unfinished").format(sent=form["sent"], left=form["left"])
        self._found.addWidget(label(counts, "", "formCounts"))
        if form["left_at"]:
            left_at = self.tr("Most often left at: {field}").format(field=_field(form["left_at"]))
            self._found.addWidget(label(left_at, "caption", "formLeftAt"))
        if not form["sent"]:
            return
        whole = self.tr("From opening to receipt: half within {p50} s, nine of ten within {p90} s")
        shown = whole.format(p50=_seconds(form["p50"]), p90=_seconds(form["p90"]))
        self._found.addWidget(label(shown, "", "formWhole", wrap=True))
        if form["dearest"]:
            dearest = self.tr("Costs most time: {field}").format(field=_field(form["dearest"]))
            self._found.addWidget(label(dearest, "warning", "formDearest"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for at, head in enumerate((self.tr("Field"), self.tr("half"), self.tr("9 of 10"), self.tr("reports"))):
            grid.addWidget(label(head, "caption"), 0, at)
        for line, one in enumerate(form["fields"], 1):
            cells = (_field(one["name"]), f"{_seconds(one['p50'])} s", f"{_seconds(one['p90'])} s", str(one["count"]))
            for at, text in enumerate(cells):
                grid.addWidget(label(text), line, at)
        self._found.addLayout(row(grid, None))


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f}"


def _field(name: str) -> str:
    return words.say(f"value.form_field.{name}")
