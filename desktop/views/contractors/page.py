"""Contractors: the work permits of now by zone, companies with their papers and score, and their people."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.access.asked import ask_hub
from desktop.views.action import Action, deed_button
from desktop.views.contractors import papers
from desktop.views.contractors.companies import company_columns, member_columns
from desktop.views.contractors.company_panel import CompanyPanel
from desktop.views.contractors.finding import COMPANIES, PERMITS
from desktop.views.contractors.member_panel import MemberPanel
from desktop.views.contractors.permit_panel import PermitPanel
from desktop.views.contractors.rules_panel import RulesPanel
from desktop.views.contractors.said import called, stands
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.asking import ask_save
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, joined, label, row
from desktop.widgets.table import Table
from desktop.workbench import Workbench
from services.core.shape import utc_moment
from services.store.queries.contractors import CompanyRow, Ending, MemberRow, company_rows, endings, member_rows
from services.store.queries.permits import PermitRow, board

VIEWS = ("permits", "companies", "people")
DEEDS = ("applyPermit", "addCompany", "addMember")
MOST_TOLD = 3


class ContractorsPage(Page):
    """Who works here for others, and what dangerous work goes on."""

    key, icon = "contractors", "contractors"
    kinds = frozenset(
        {"permit", "permit_form", "contractor", "contractor_paper", "contractor_person", "contractor_hazard"}
        | {"contractor_policy", "hazard", "zone", "person", "plant", "blob"}
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Contractors")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        apply = translate("ContractorsPage", "New permit")
        company = translate("ContractorsPage", "Add a contractor")
        person = translate("ContractorsPage", "Record a contractor's person")
        return (
            Action(
                name="applyPermit", title=apply, run="apply", keys="Ctrl+N", picture="add", operation="permits.apply",
                anywhere=True,
            ),
            Action(name="permitForms", title=translate("ContractorsPage", "Permit forms"), run="forms", picture="edit",
                   operation="permit_forms.set"),
            Action(name="contractorFigures", title=translate("ContractorsPage", "Figures about contractors"),
                   run="figures", picture="edit", operation="contractor_policies.set"),
            Action(name="addCompany", title=company, run="add_company", picture="add", operation="contractors.add"),
            Action(name="addMember", title=person, run="add_member", picture="add", operation="contractor_people.link"),
        )  # fmt: skip

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (PERMITS, COMPANIES)

    def show_record(self, kind: str, id_: str) -> None:
        if kind == "contractor":
            self.show_view("companies")
            self.companies.choose(id_)
        else:
            self.show_view("permits")
            self.ended.setChecked(True)
            self.table.choose(id_)

    def show_only(self, part: str) -> None:
        self.show_view(part)

    def build(self) -> None:
        titles = {"permits": self.tr("Permits"), "companies": self.tr("Companies"), "people": self.tr("People")}
        self._segments = {
            name: button(titles[name], f"view-{name}", partial(self.show_view, name), "segment") for name in VIEWS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.count = label("", "muted", "permitCount")
        self.ended = QCheckBox(self.tr("Ended, too"))
        self.ended.setObjectName("showEnded")
        self.ended.toggled.connect(self.refresh)
        self.table = Table("permitTable", _columns(self.workbench))
        self.companies = Table("companyTable", company_columns())
        self.people = Table("memberTable", member_columns(self._where))
        self.panel = PermitPanel(self.workbench, self.toast)
        self.company_panel = CompanyPanel(self.workbench, self.toast)
        self.member_panel = MemberPanel(self.workbench, self.tasks, self.toast)
        self._panels: dict[str, PermitPanel | CompanyPanel | MemberPanel] = {
            "permits": self.panel,
            "companies": self.company_panel,
            "people": self.member_panel,
        }
        self.rules_panel = RulesPanel(self.workbench, self.toast)
        self.where: dict[str, str] = {}
        self._tables = dict(zip(VIEWS, (self.table, self.companies, self.people), strict=True))
        self.many, self.which = label("", "section"), label("", "muted", "contractorEndings", wrap=True)
        self.notice = box(column(self.many, self.which, gap=2, margins=(16, 12, 16, 12)), "card-yellow")
        self.stack = QStackedWidget()
        for table in self._tables.values():
            table.filter.show()
            table.chosen.connect(self._on_chosen)
            self.tell_copies(table)
            self.stack.addWidget(table)
        self._follow_panels()
        for empty in self._empty():
            self.stack.addWidget(empty)
        self._acts = {name: deed_button(self.deeds[deed], "primary") for name, deed in zip(VIEWS, DEEDS, strict=True)}
        self._more = {"permits": deed_button(self.deeds["permitForms"], ""),
                      "companies": deed_button(self.deeds["contractorFigures"], "")}  # fmt: skip
        self._bar = box(joined(*self._segments.values()))
        head = self.head(None, *self._more.values(), *self._acts.values())
        bar = row(self._bar, self.count, None, self.ended, margins=(PAGE_PADDING, 0, PAGE_PADDING, 12))
        below = (PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        content = box(column(self.notice, self.stack, margins=below))
        self.setLayout(row(column(head, bar, content, gap=0), *self._panels.values(), self.rules_panel, gap=0))
        self.first = self.table.view
        self.show_view("permits")

    def _follow_panels(self) -> None:
        for panel in self._panels.values():
            panel.closed.connect(self._on_closed)
            panel.made.connect(self._on_made)
        self.panel.print_wanted.connect(self._on_print)
        self.member_panel.badge_wanted.connect(self._on_badge)

    def _empty(self) -> tuple[EmptyState, ...]:
        apply, company, person = (self.deeds[deed] for deed in DEEDS)
        permits = self.tr("Hot work, confined spaces, work at height: who applies on the phone or here is seen here.")
        companies = self.tr("Companies with their qualifications and insurance; what ends soon stands first.")
        people = self.tr("Who comes for which company, with induction and badge.")
        return (
            EmptyState("contractors", self.tr("No work permits today"), permits, apply.text(), "applyFirst",
                       apply.trigger),
            EmptyState("contractors", self.tr("No contractors yet"), companies, company.text(), "firstCompany",
                       company.trigger),
            EmptyState("people", self.tr("No people of contractors yet"), people, person.text(), "firstMember",
                       person.trigger),
        )  # fmt: skip

    def show_view(self, name: str) -> None:
        """The permits, the companies or their people."""
        self.view = name
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
            self._acts[other].setVisible(other == name)
        for other, panel in self._panels.items():
            if other != name and panel.isVisible():
                panel.hide()
        for other, more in self._more.items():
            more.setVisible(other == name)
        self.rules_panel.hide()
        self.ended.setVisible(name == "permits")
        if name == "people":
            ask_hub(self.workbench, "/api/contractors/now", self._on_where, lambda _: None)
        self.refresh()

    def only_said(self) -> str:
        return self.ended.text() if self.ended.isChecked() else self.tr("alive, or ended today")

    def refresh(self) -> None:
        now = self.workbench.now()
        if self.view == "permits":
            rows: Any = self.workbench.ask(board, now=now, ended=self.ended.isChecked())
            running = sum(one.permit.stage == "running" for one in rows)
            self.count.setText(self.tr("%n at work now", "", running))
        elif self.view == "companies":
            rows = self.workbench.ask(company_rows, now=now)
            self.count.setText(self.tr("%n companies", "", len(rows)))
        else:
            rows = self.workbench.ask(member_rows, now=now)
            self.count.setText(self.tr("%n people", "", len(rows)))
        self._tables[self.view].show_rows(rows)
        self.stack.setCurrentIndex(VIEWS.index(self.view) + (0 if rows else len(VIEWS)))
        self._panels[self.view].follow(rows)
        self._tell_endings(self.workbench.ask(endings, now=now))

    def _tell_endings(self, found: tuple[Ending, ...]) -> None:
        told = [f"{one.whose} {one.what} {one.until.isoformat()}" for one in found[:MOST_TOLD]]
        more = self.tr("%n papers or inductions have ended or end soon", "", len(found))
        self.many.setText(more)
        self.which.setText(words.listed(told) + ("…" if len(found) > MOST_TOLD else ""))
        self.notice.setVisible(bool(found) and self.view != "permits")

    def _on_where(self, found: dict[str, Any]) -> None:
        """Which of them are on the site, by the doors' word; only the hub knows."""
        self.where = {
            one["member"]: f"{one['zone']} {words.when(utc_moment(one['since']), self.workbench.now())}"
            for one in found["people"]
        }
        if self.view == "people":
            here = self.tr("%n of them on the site", "", len(self.where))
            self.refresh()
            self.count.setText(f"{self.count.text()} · {here}")

    def _where(self, one: MemberRow) -> str:
        return self.where.get(one.id, "")

    def forms(self) -> None:
        """What permits ask for."""
        self.show_view("permits")
        self.panel.hide()
        self.rules_panel.show_form()

    def figures(self) -> None:
        """The plant's figures about contractors."""
        self.show_view("companies")
        self.company_panel.hide()
        self.rules_panel.show_figures()

    def apply(self) -> None:
        """The form of an application."""
        self.show_view("permits")
        self.table.view.clearSelection()
        self.panel.show_apply()

    def add_company(self) -> None:
        """The form of a new company."""
        self.show_view("companies")
        self.companies.view.clearSelection()
        self.company_panel.show_add()

    def add_member(self) -> None:
        """Who comes for which company from now on."""
        self.show_view("people")
        self.people.view.clearSelection()
        self.member_panel.show_add()

    def _on_chosen(self, one: PermitRow | CompanyRow | MemberRow | None) -> None:
        if one is not None:
            self.rules_panel.hide()
        if isinstance(one, PermitRow):
            self.panel.show_permit(one)
        elif isinstance(one, CompanyRow):
            self.company_panel.show_company(one)
        elif one is not None:
            self.member_panel.show_member(one)

    def _on_made(self, id_: str) -> None:
        self._tables[self.view].choose(id_)

    def _on_closed(self) -> None:
        view = self._tables[self.view].view
        view.clearSelection()
        view.setFocus()

    def _on_print(self, id_: str) -> None:
        self._save("savePermit", words.say("record.permit"), partial(papers.save_permit, self, id_))

    def _on_badge(self, id_: str) -> None:
        self._save("saveBadge", words.say("badge.title"), partial(papers.save_badge, self, id_))

    def _save(self, name: str, what: str, then: Callable[[str], None]) -> None:
        ask_save(self.window(), name, self.tr("Save as PDF"), ["PDF (*.pdf)"], then, f"{what}.pdf")


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
