"""Rules: each is one sentence, with a switch, when it last spoke and how often; and the editor that opens over them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.views.rules.beginning import GO_ON
from desktop.views.rules.editor import RuleEditor
from desktop.views.rules.finding import RULES
from desktop.views.rules.panel import RulePanel
from desktop.views.rules.speaking import speaker
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label, row
from desktop.widgets.table import Table
from services.core.alert_rules import AlertRule
from services.rules.draft import Draft, begun, draft_of
from services.rules.spoken_line import spoken
from services.store.queries.rules import RuleRow, rule_rows


class RulesPage(Page):
    """What the plant alerts about by itself."""

    key, icon, kinds = "rules", "rules", frozenset({"rule", "alert", "sensor", "zone", "category", "shelving"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Rules")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        title = QCoreApplication.translate("RulesPage", "New rule")
        add = Action(
            name="addRule", title=title, run="add", keys="Ctrl+N", picture="add", operation="rules.add", anywhere=True
        )
        return (add,)

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (RULES,)

    def show_record(self, kind: str, id_: str) -> None:
        """A rule in the list, or the editor with what a line says (kind `line`)."""
        self._to_list()
        if kind == "line":
            self._on_said(id_)
        else:
            self.table.choose(id_)

    def show_only(self, part: str) -> None:
        """What a new rule begins with (`begin`), or all rules."""
        if part == "begin":
            self.add()
        else:
            self._to_list()

    def build(self) -> None:
        self.count = label("", "muted", "ruleCount")
        self.speaks = speaker(self.workbench)
        self.table = Table("ruleTable", self._columns())
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.tell_copies(self.table)
        self.panel = RulePanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.panel.begun.connect(self._on_begun)
        self.panel.said.connect(self._on_said)
        self.panel.edit_wanted.connect(self.edit)
        self.editor = RuleEditor(self.workbench, self.toast)
        self.editor.left.connect(self._on_left)
        self.stack = QStackedWidget()
        self.stack.addWidget(box(column(self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))))
        nothing = self.tr("Rules watch inspections, hazards and sensors day and night, and alert by themselves.")
        self.stack.addWidget(
            EmptyState("rules", self.tr("No rules yet"), nothing, self.tr("New rule"), "firstRule", self.add)
        )
        head = self.head(self.count, None, deed_button(self.deeds["addRule"], "primary"))
        self.lists = box(row(column(head, self.stack, gap=0), self.panel, gap=0))
        self.parts = QStackedWidget()
        self.parts.addWidget(self.lists)
        self.parts.addWidget(self.editor)
        self.setLayout(column(self.parts, gap=0))
        self.first = self.table.view

    def refresh(self) -> None:
        self.speaks = speaker(self.workbench)
        rows = self.workbench.ask(rule_rows, now=self.workbench.now())
        self.count.setText(self.tr("%n switched on", "", sum(one.rule.active for one in rows)))
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(rows)

    def add(self) -> None:
        """With what a new rule begins."""
        self._to_list()
        self.table.view.clearSelection()
        self.panel.show_add()

    def edit(self, rule: str) -> None:
        """The editor with a rule."""
        found: AlertRule | None = self.workbench.ask(lambda look: look.get("rule", rule))
        if found is not None and found.retired_at is None and self.may("rules.change"):
            self._open(draft_of(found.rule), found)

    def _open(self, draft: Draft, known: AlertRule | None, *, go_on: bool = False) -> None:
        self.parts.setCurrentWidget(self.editor)
        self.editor.edit(draft, known, go_on=go_on)

    def _to_list(self) -> None:
        self.parts.setCurrentWidget(self.lists)

    def _on_begun(self, template: str) -> None:
        if template == GO_ON:
            self._open(Draft(), None, go_on=True)
            return
        named = words.say(f"block.template.{template}") if template else ""
        self._open(begun(template, named) if template else Draft(), None)

    def _on_said(self, line: str) -> None:
        """The blocks that a line asks for; where it is not understood, what it must name."""
        draft = spoken(line, self.workbench.ask(lambda look: look.find("sensor")))
        if draft is None:
            self.toast.bad(
                self.tr("Please name one sensor and a bound, e.g. compressor temperature above 90 for 15 min.")
            )
        else:
            self._open(draft, None)

    def _on_opened(self, one: RuleRow) -> None:
        self.edit(one.id)

    def _on_left(self, rule: str) -> None:
        self._to_list()
        self.refresh()
        self.table.view.setFocus()
        if rule:
            self.table.view.clearSelection()
            self.table.choose(rule)

    def _columns(self) -> list[Column]:
        def says(one: RuleRow) -> str:
            return self.speaks.rule(one.rule.rule)

        def last(one: RuleRow) -> str:
            return words.when(one.last.raised_at, self.workbench.now()) if one.last else ""

        def shelved(one: RuleRow) -> str:
            now = self.workbench.now()
            said = [
                (row.shelving.key, words.when(row.shelving.until_at, now)) for row in one.shelvings if not row.waits
            ]
            return words.listed(f"{key} {at}".strip() for key, at in said)

        return [
            Column("active", self.tr("Switch"), _switched, 92, sign=_sign),
            Column("name", words.say("field.rule.name"), lambda one: one.rule.name, 168, tip=says),
            Column("says", self.tr("What it says"), says, 320, tip=says, grows=True),
            Column("flaws", self.tr("To see to"), _flaws, 128, yields=True, tip=_flaws,
                   loud=lambda one: "pending" if one.flaws else None),
            Column("shelved", self.tr("Shelved until"), shelved, 128, yields=True, tip=shelved),
            Column("last", self.tr("Last spoke"), last, 128, yields=True,
                   moment=lambda one: one.last.raised_at if one.last else None),
            Column("lately", self.tr("In 4 weeks"), lambda one: str(one.lately), 88, right=True, yields=True,
                   sort=lambda one: one.lately, amount=lambda one: one.lately),
        ]  # fmt: skip

    def _on_chosen(self, one: RuleRow | None) -> None:
        if one is not None:
            self.panel.show_rule(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()


def _flaws(one: RuleRow) -> str:
    return words.listed(words.say(f"block.flaw.{flaw.code}") for flaw in one.flaws)


def _switched(one: RuleRow) -> str:
    translate = QCoreApplication.translate
    return translate("RulesPage", "On") if one.rule.active else translate("RulesPage", "Off")


def _sign(one: RuleRow) -> str:
    return "normal" if one.rule.active else "unknown"
