"""Contractors: the work permits of now by zone, companies with their papers and score, and their people."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.contractors.finding import PERMITS
from desktop.views.contractors.permit_panel import PermitPanel
from desktop.views.contractors.said import called, stands
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.asking import ask_save
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label, row
from desktop.widgets.table import Table
from desktop.workbench import Workbench
from services.store.queries.permits import PermitRow, board


class ContractorsPage(Page):
    """Who works here for others, and what dangerous work goes on."""

    key, icon = "contractors", "contractors"
    kinds = frozenset({"permit", "permit_form", "contractor", "contractor_person", "zone", "person", "plant"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Contractors")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        apply = QCoreApplication.translate("ContractorsPage", "Apply for a work permit")
        return (
            Action(
                name="applyPermit", title=apply, run="apply", keys="Ctrl+N", picture="add", operation="permits.apply",
                anywhere=True,
            ),
        )  # fmt: skip

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (PERMITS,)

    def show_record(self, kind: str, id_: str) -> None:
        self.ended.setChecked(True)
        self.table.choose(id_)

    def build(self) -> None:
        self.count = label("", "muted", "permitCount")
        self.ended = QCheckBox(self.tr("Also those that have ended"))
        self.ended.setObjectName("showEnded")
        self.ended.toggled.connect(self.refresh)
        self.table = Table("permitTable", _columns(self.workbench))
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.tell_copies(self.table)
        self.panel = PermitPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.panel.made.connect(self._on_made)
        self.panel.print_wanted.connect(self._on_print)
        apply = self.deeds["applyPermit"]
        self.stack = QStackedWidget()
        self.stack.addWidget(box(column(self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))))
        nothing = self.tr("Hot work, confined spaces, work at height: who applies on the phone or here is seen here.")
        none = EmptyState(
            "contractors", self.tr("No work permits today"), nothing, apply.text(), "applyFirst", apply.trigger
        )
        self.stack.addWidget(none)
        head = self.head(self.count, None, self.ended, deed_button(apply, "primary"))
        self.setLayout(row(column(head, self.stack, gap=0), self.panel, gap=0))
        self.first = self.table.view

    def only_said(self) -> str:
        return self.ended.text() if self.ended.isChecked() else self.tr("alive, or ended today")

    def refresh(self) -> None:
        rows = self.workbench.ask(board, now=self.workbench.now(), ended=self.ended.isChecked())
        running = sum(one.permit.stage == "running" for one in rows)
        self.count.setText(self.tr("%n at work now", "", running))
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(rows)

    def apply(self) -> None:
        """The form of an application."""
        self.table.view.clearSelection()
        self.panel.show_apply()

    def _on_chosen(self, one: PermitRow | None) -> None:
        if one is not None:
            self.panel.show_permit(one)

    def _on_made(self, id_: str) -> None:
        self.table.choose(id_)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()

    def _on_print(self, id_: str) -> None:
        name = f"{words.say('record.permit')}.pdf"
        ask_save(
            self.window(), "savePermit", self.tr("Save the permit"), ["PDF (*.pdf)"], partial(self._print, id_), name
        )

    def _print(self, id_: str, path: str) -> None:
        from desktop.views.contractors.papers import save_permit

        save_permit(self, id_, path)


def _columns(workbench: Workbench) -> list[Column]:
    def until(one: PermitRow) -> str:
        return words.when(one.permit.ends_at, workbench.now())

    def ends(one: PermitRow) -> datetime:
        return one.permit.ends_at

    awaited = QCoreApplication.translate("ContractorsPage", "Waits for")
    return [
        Column("state", words.say("field.permit.stage"), stands, 168, sign=lambda one: one.status, tip=stands),
        Column("zone", words.say("field.permit.zone"), _zone, 128, badge=lambda one: one.zone.zone_class),
        Column("work", words.say("field.permit.work"), lambda one: called(one.permit), 144),
        Column("task", words.say("field.permit.task"), lambda one: one.permit.task, 168, grows=True),
        Column("leader", words.say("field.permit.leader"), lambda one: one.name(one.permit.leader), 88),
        Column("contractor", words.say("field.permit.contractor"), lambda one: one.company, 112, yields=True),
        Column("awaited", awaited, lambda one: words.listed(one.signers[:2]), 120, yields=True),
        Column("until", words.say("field.permit.ends_at"), until, 128, sort=ends, moment=ends),
        Column("number", words.say("field.permit.number"), lambda one: one.permit.number or "", 148, yields=True),
    ]


def _zone(one: PermitRow) -> str:
    return one.zone.name
