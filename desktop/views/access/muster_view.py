"""The muster: everybody to be accounted for, ticked off as they come; whom to call; on paper by one button."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING, SIDE_PANEL
from desktop.views.access.asked import AskedView, ask_hub
from desktop.views.access.rows import CalledRow, called_row
from desktop.widgets.asking import ask_save
from desktop.widgets.parts import box, button, column, emptied, label, line, loud, row
from desktop.widgets.table import Table
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class MusterView(AskedView):
    """For the muster that goes on. Ticks are operations of this console: without the hub they wait and are sent later.
    `ended` when it is over."""

    ended = Signal()

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.muster = ""
        self.found: dict[str, Any] = {}
        self.rows: list[CalledRow] = []
        self.count = label("", "section", "musterCount")
        self.told = label("", "muted", "musterTold", wrap=True)
        self.fault = label("", "error", "musterFault", wrap=True)
        self.fault.hide()
        self.table = Table("musterTable", _columns(workbench))
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda one: self._tick(one, "safe"))
        self.safe = button(self.tr("Here"), "musterSafe", lambda: self._of_chosen("safe"), "primary", "check")
        self.missing = button(self.tr("Looked for"), "musterMissing", lambda: self._of_chosen("missing"))
        self.back = button(self.tr("Not here after all"), "musterBack", lambda: self._of_chosen("open"))
        self.paper = button(self.tr("Print the list"), "musterPrint", self._on_print, "", "print")
        self.save = button(self.tr("Save as PDF…"), "musterSave", self._on_save)
        self.end = button(self.tr("End the muster"), "musterEnd", self._on_end)
        self._sure = False
        self.calls = column(gap=6)
        left = column(
            row(self.count, self.told, None),
            self.fault,
            row(self.safe, self.missing, self.back, None, self.paper, self.save, self.end),
            self.table,
            gap=12,
            margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING),
        )
        card = box(
            column(label(self.tr("Whom to call"), "section"), self.calls, None, gap=12, margins=(20, 14, 20, 20)),
            "side",
        )
        card.setFixedWidth(SIDE_PANEL)
        self.setLayout(row(box(left), card, gap=0))
        self._on_chosen(None)

    def show_muster(self, muster: str) -> None:
        """Opens the list of this one."""
        self.muster = muster
        self.refresh()

    def refresh(self) -> None:
        """Asks the hub for the list, and shows at once what was ticked since."""
        if self.muster:
            self.show_ticks()
            ask_hub(self.workbench, f"/api/musters/{self.muster}/list", self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        if found["muster"] != self.muster:
            return
        self.fault.hide()
        self.found = found
        emptied(self.calls)
        for one in found["call"]:
            why = words.say(f"access.call.{one['why']}")
            about = " · ".join(filter(None, (why if one["name"] else "", one["zone"])))
            who = column(label(one["name"] or why, "", wrap=True), gap=0)
            if about:
                who.addWidget(label(about, "caption", wrap=True))
            self.calls.addLayout(row(who, None, label(one["phone"], "head", "callNumber", copy=True)))
            self.calls.addWidget(line())
        self.show_ticks()

    def _on_failed(self, refused: Refused) -> None:
        """The list that is here stays: who is looked for may be in danger."""
        self.fault.setText(words.refusal(refused))
        self.fault.show()

    def show_ticks(self) -> None:
        """The list as the hub has told it, with what is known here since: ticks of this console and of phones."""
        if not self.found or self.found["muster"] != self.muster:
            return
        ticks = {one.person: one for one in self.workbench.ask(_ticks, muster=self.muster)}
        self.rows = []
        for one in (called_row(each) for each in self.found["rows"]):
            tick = ticks.get(one.id)
            later = tick is not None and (one.found_at is None or tick.at >= one.found_at)
            known = None if tick is None or tick.found == "open" else tick.found
            self.rows.append(replace(one, found=known, found_at=tick.at) if tick and later else one)
        self.rows.sort(key=lambda one: (one.accounted, one.found != "missing"))
        self.table.show_rows(self.rows)
        there = sum(one.accounted for one in self.rows)
        self.count.setText(words.say("phone.muster.count", there=there, all=len(self.rows)))
        self.count.setProperty("look", "section" if there == len(self.rows) else "error")
        loud(self.count, there < len(self.rows))
        why = words.say(f"value.muster_why.{self.found['why']}")
        self.told.setText(" · ".join(filter(None, (why, self.found["point"]))))

    def _on_chosen(self, one: CalledRow | None) -> None:
        self._chosen = one
        may = one is not None and one.known and one.left is None
        self.safe.setEnabled(may and one is not None and not one.accounted)
        self.missing.setEnabled(may and one is not None and one.found != "missing")
        self.back.setEnabled(may and one is not None and one.found is not None)

    def _of_chosen(self, found: str) -> None:
        one = self._chosen
        if one is not None:
            self._tick(one, found)

    def _tick(self, one: CalledRow, found: str) -> None:
        if not one.known or one.left is not None or (found == "safe" and one.accounted):
            return
        self.workbench.run("musters.tick", muster=self.muster, person=one.id, found=found)

    def _on_end(self) -> None:
        """Ends it by a second press where somebody is still looked for."""
        left = sum(not one.accounted for one in self.rows)
        if left and not self._sure:
            self._sure = True
            self.end.setText(self.tr("%n not accounted for: end all the same", "", left))
            return
        if self.workbench.run("musters.end", muster=self.muster).ok:
            self.forget()
            self.ended.emit()

    def forget(self) -> None:
        """The list goes from this screen."""
        self.muster, self.found, self.rows, self._sure = "", {}, [], False
        self.end.setText(self.tr("End the muster"))
        self.table.show_rows([])

    # on paper

    def _on_print(self) -> None:
        from desktop.views.labels.paper_printer import printer_names

        names = printer_names()
        if not names or not self.found:
            self._on_save()
            return
        from desktop.views.floor_plan.print_paper import print_sheets

        sheets, title = self._sheets(), words.say("muster.title")
        said = self.tr("Sent to {printer}").format(printer=names[0])
        self.workbench.tasks.run(
            lambda: print_sheets(names[0], title, sheets, lambda _: True),
            lambda _: self.toast.good(said),
            self._on_unsent,
        )

    def _on_unsent(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.toast.bad(words.refusal(error))

    def _on_save(self) -> None:
        if self.found:
            proposed = f"{words.say('muster.title')}.pdf"
            ask_save(self.window(), "musterFile", self.tr("Save as PDF…"), ["PDF (*.pdf)"], self.save_to, proposed)

    def save_to(self, file: str) -> None:
        """Writes the list into a file."""
        from services.reports.labels import put

        path, pdf = Path(file), self._sheets().pdf
        try:
            put(path, pdf)
        except Refused as refused:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved as {file}").format(file=path.name))

    def _sheets(self) -> Any:
        from desktop.language import language
        from services.reports.muster_sheet import print_muster

        plant = self.workbench.plant
        rows = [
            {**each, "found": one.found} for one in self.rows for each in self.found["rows"] if each["id"] == one.id
        ]
        zone = words.local(self.workbench.now()).tzinfo
        return print_muster(plant.name if plant else "", zone, {**self.found, "rows": rows}, language.name)


def _ticks(look: Any, muster: str) -> Any:
    return look.find("muster_tick", muster=muster)


def _state(one: CalledRow) -> str:
    if one.left is not None:
        return words.say("muster.left")
    return words.say(f"value.found.{one.found or 'open'}")


def _sign(one: CalledRow) -> str:
    return "normal" if one.accounted else "overdue" if one.found == "missing" else "pending"


def _columns(workbench: "Workbench") -> list[Column]:
    def seen(one: CalledRow) -> str:
        return words.when(one.seen_at, workbench.now())

    def name(one: CalledRow) -> str:
        return one.name or words.say("phone.muster.card", card=one.id[1:])

    def seen_at(one: CalledRow) -> datetime:
        return one.seen_at

    return [
        Column("state", words.say("field.muster_tick.found"), _state, 130, sign=_sign,
               sort=lambda one: (one.accounted, one.found != "missing")),
        Column("name", words.say("muster.name"), name, 120, grows=True),
        Column("zone", words.say("muster.zone"), lambda one: one.zone or words.say("phone.muster.nowhere"), 150,
               badge=lambda one: one.zone_class or None),
        Column("seen", words.say("muster.seen"), seen, 130, sort=seen_at, moment=seen_at),
        Column("phone", words.say("muster.phone"), lambda one: one.phone, 120),
        Column("team", words.say("muster.team"), lambda one: one.team, 110, yields=True),
    ]  # fmt: skip
