"""Labels: the sheet is the page. Zones at the left, the sheet as it will come out, what was measured at the right."""

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from desktop import words
from desktop.views.action import Action
from desktop.views.labels.finding import LABELS
from desktop.views.labels.life import LabelLife
from desktop.views.labels.panel import ProofPanel
from desktop.views.labels.papers import TEMPLATE, my_papers, offer_papers
from desktop.views.labels.print_desk import PrintDesk
from desktop.views.labels.proofing import Proofed, Proofing, Wanted
from desktop.views.labels.sheet import SheetView
from desktop.views.labels.starting import address_card
from desktop.views.labels.zone_list import BUILDING, ZoneList
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, label, line, row
from services.core.refused import Refused
from services.store.queries.labels import LabelRow, blank_labels, label_rows, zone_labels


class LabelsPage(Page):
    """Prints zone labels, and keeps back what could not be read from the wall."""

    key, icon, kinds = "labels", "labels", frozenset({"zone", "label", "label_replacement", "plant", "person"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Labels")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(
                name="printLabels",
                title=translate("LabelsPage", "Print labels"),
                run="print_labels",
                keys="Ctrl+P",
                picture="print",
                operation="labels.printed",
                anywhere=True,
            ),
            Action(
                name="blankLabels",
                title=translate("LabelsPage", "Print blank labels"),
                run="print_blanks",
                picture="labels",
                operation="labels.issue_blanks",
                anywhere=True,
            ),
            Action(
                name="trueSize",
                title=translate("LabelsPage", "True size"),
                run="true_size.click",
                picture="fit",
            ),
        )

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (LABELS,)

    def show_record(self, kind: str, id_: str) -> None:
        """A zone's label; or those of a building (`building:…`), which are asked for where to as soon as they are
        measured."""
        if id_.startswith(BUILDING):
            self.list.narrow(id_)
            self._print_soon = True
        else:
            self._on_picked(id_)
            self.list.select(id_)

    def show_only(self, part: str) -> None:
        """As much as is to be replaced on the wall; or what printing begins with (`begin`)."""
        if part != "begin":
            self.list.narrow(part)
        elif self.stack.currentIndex() == 1:
            self.address.field.setFocus()
        else:
            self.list.view.setFocus()

    def print_labels(self) -> None:
        """Asks where the sheet goes; while it is not measured yet, the keys go to the zones that can be ticked."""
        if self.stack.currentIndex() == 0 and self.panel.print.isEnabled():
            self.panel.print.click()
        else:
            self.list.view.setFocus()

    def build(self) -> None:
        self.rows: tuple[LabelRow, ...] = ()
        self.proofed: Proofed | None = None
        self.used: frozenset[int] = frozenset()
        self.page_wanted = 1
        self.selected = ""
        self._print_soon = False
        self.proofing = Proofing(self.workbench, self.tasks, self)
        self.proofing.ready.connect(self._on_proof)
        self.proofing.refused.connect(self._on_error)
        self.desk = PrintDesk(self.workbench, self.tasks, self.toast, self)
        self.desk.told.connect(self._on_told)
        self.desk.ended.connect(self._show_button)
        self.workbench.sync_changed.connect(self._show_button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._work())
        self.stack.addWidget(self._asking())
        self.stack.addWidget(self._empty())
        self.setLayout(column(self.stack))
        self.first = self.list.view

    def _work(self) -> QWidget:
        self.news = label("", "muted", "labelNews")
        self.list = ZoneList()
        self.list.model.ticks_changed.connect(self._on_ticks)
        self.list.picked.connect(self._on_picked)
        self.template = Choice("labelTemplate", self.tr("Paper"))
        self.template.setMinimumWidth(292)
        self.template.activated.connect(self._on_template)
        self.back = button("‹", "sheetBack", self._on_back, "tool")
        self.on = button("›", "sheetOn", self._on_on, "tool")
        self.where = label("", "caption", "sheetWhere")
        self.true_size = button("100 %", "sheetTrueSize", self._on_true_size, "tool")
        self.true_size.setCheckable(True)
        self.sheet = SheetView()
        self.sheet.picked.connect(self._on_picked)
        self.sheet.toggled.connect(self._on_toggled)
        self.sheet.zoomed.connect(self._show_where)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.sheet)
        scroll.setAccessibleName(self.tr("The sheet as it will come out"))
        self.edit = button(self.tr("Edit…"), "editTemplate", self._on_edit, "link")
        self.blanks = button(self.tr("Blank labels…"), "blankLabels", self.print_blanks, "link")
        tools = row(self.template, None, self.edit, self.blanks, gap=8, margins=(16, 8, 16, 4))
        paging = row(self.back, self.where, self.on, None, self.true_size, gap=8, margins=(16, 4, 16, 8))
        self.panel = ProofPanel(self._on_print)
        self.panel.deed.connect(self._on_label_deed)
        middle = column(tools, scroll, paging, gap=0)
        left = column(self.head(self.news, None), line(), row(self.list, middle, gap=0), gap=0)
        made = QWidget()
        made.setLayout(row(left, self.panel, gap=0))
        return made

    def _asking(self) -> QWidget:
        card, self.address = address_card(self.workbench)
        return self._framed(row(None, card, None))

    def _empty(self) -> QWidget:
        return self._framed(
            row(
                EmptyState(
                    "labels",
                    self.tr("No zones yet"),
                    self.tr("Each zone gets a label with a code. Workers scan it to report a hazard."),
                    self.tr("Draw zones on the map"),
                    "labelsToMap",
                    self._on_to_map,
                )
            )
        )

    def _framed(self, middle: QLayout) -> QWidget:
        made = QWidget()
        made.setLayout(column(self.head(None), None, middle, None, gap=0))
        return made

    def refresh(self) -> None:
        plant = self.workbench.plant
        self.rows = self.workbench.ask(label_rows, now=self.workbench.now())
        self.stack.setCurrentIndex(2 if not self.rows else 1 if plant is None or plant.address is None else 0)
        if self.stack.currentIndex() == 1:
            self.address.follow()
        if self.stack.currentIndex() != 0:
            return
        if not self.template.count():
            offer_papers(self.template)
        self.list.show_rows(self.rows, self.workbench.unconfirmed())
        open_, hanging = sum(one.to_print for one in self.rows), sum(bool(one.replacement) for one in self.rows)
        said = self.tr("%n zone labels to be printed", "", open_) if open_ else self.tr("All are printed")
        more = self.tr("%n to be replaced on the wall", "", hanging) if hanging else ""
        self.news.setText(" · ".join(filter(None, (said, more))))
        self._prove()

    def _prove(self) -> None:
        rows = tuple(one.row for one in self.list.chosen())
        self.proofing.want(Wanted(self.template.currentData(), rows, self.used, self.page_wanted))

    def _on_proof(self, proofed: Proofed) -> None:
        self.proofed = proofed
        self.list.show_reasons(self._reasons())
        self.sheet.show_proof(proofed, self._reasons())
        if self.selected not in {one.row.zone.code for one in self.rows}:
            self.selected = next(iter(self._reasons()), "") or next(iter(proofed.answers()), "")
        self._select()
        self._show_button()
        if self._print_soon:
            self._print_soon = False
            self.print_labels()

    def _reasons(self) -> dict[str, str]:
        """Why labels are kept back, as sentences, by zone code."""
        found = self.proofed.reasons() if self.proofed else {}
        return {code: words.say(f"label.why.{why[0]}") for code, why in found.items()}

    def _select(self) -> None:
        one = next((one for one in self.rows if one.row.zone.code == self.selected), None)
        self.sheet.select(self.selected)
        if one is None or self.proofed is None:
            self.panel.show_nothing()
        else:
            reason = self._reasons().get(self.selected, "")
            past = self.workbench.ask(zone_labels, zone=one.id)
            life = LabelLife(one, past, self.workbench.now(), self.may)
            self.panel.show_label(one, self.proofed, life, reason, unconfirmed_=one.id in self.list.waiting)

    def _show_where(self) -> None:
        pages = self.proofed.pages if self.proofed else 1
        here = self.proofed.page if self.proofed else 1
        said = self.tr("Sheet {here} of {all}").format(here=here, all=pages)
        self.where.setText(f"{said} · {self.sheet.percent} %")
        self.back.setVisible(pages > 1)
        self.on.setVisible(pages > 1)
        self.back.setEnabled(here > 1)
        self.on.setEnabled(here < pages)

    def _show_button(self) -> None:
        if self.desk.busy or self.proofed is None:
            return
        kept = len(self._reasons())
        good = len(self.proofed.wanted.rows) - kept
        said = self.tr("Print %n labels", "", good) if good else self.tr("Nothing to print")
        self.panel.print.setText(said + (self.tr(", keep back {n}").format(n=kept) if kept and good else ""))
        self.panel.print.setEnabled(good > 0 and self.may("labels.printed"))
        free = self.proofed.template.per_page - len(self.used)
        self.panel.places.setVisible(self.proofed.template.per_page > 1)
        self.panel.places.setText(
            self.tr("First sheet: {free} places free, {used} used").format(free=free, used=len(self.used))
        )
        self._show_where()

    def _on_ticks(self) -> None:
        self.page_wanted = 1
        self._prove()

    def _on_template(self) -> None:
        self.used, self.page_wanted = frozenset(), 1
        QSettings().setValue(TEMPLATE, self.template.currentData())
        self._prove()

    def _on_edit(self) -> None:
        from desktop.views.labels.editor import TemplateEditor

        proofed = self.proofed
        if proofed is None or not proofed.proof.labels:
            self.list.view.setFocus()
            return
        name = proofed.template.name
        mine = name if name in my_papers() else ""
        editor = TemplateEditor(proofed.template, proofed.proof.labels, self.tasks, self, mine)
        editor.saved.connect(self._on_saved)
        editor.open()

    def _on_saved(self, name: str) -> None:
        QSettings().setValue(TEMPLATE, name)
        offer_papers(self.template)
        self._on_template()

    def _on_picked(self, code: str) -> None:
        answers = self.proofed.answers() if self.proofed else {}
        self.selected = code
        if code in answers and self.proofed and answers[code][0].page != self.proofed.page:
            self.page_wanted = answers[code][0].page
            self._prove()
        self._select()

    def _on_toggled(self, cell: int) -> None:
        if self.proofed is None or self.proofed.page != 1:
            return
        used = self.used ^ {cell}
        if len(used) < self.proofed.template.per_page:
            self.used = used
            self._prove()

    def _on_back(self) -> None:
        self._turn_to((self.proofed.page if self.proofed else 1) - 1)

    def _on_on(self) -> None:
        self._turn_to((self.proofed.page if self.proofed else 1) + 1)

    def _turn_to(self, page: int) -> None:
        self.page_wanted = page
        self._prove()

    def _on_true_size(self) -> None:
        self.sheet.show_true_size(self.true_size.isChecked())

    def _on_to_map(self) -> None:
        self.wanted.emit("map")

    def _on_print(self) -> None:
        assert self.proofed is not None
        reasons = self._reasons()
        rows = [one for one in self.list.chosen() if one.row.zone.code not in reasons]
        self.desk.ask(self.proofed.template, rows, self.template.currentData(), sorted(self.used))

    def print_blanks(self) -> None:
        """Asks how many blank labels, then where they go."""
        from desktop.views.labels.blank_dialog import BlankDialog
        from services.reports.label_sheets import load_template

        if self.stack.currentIndex() != 0:
            return
        template = load_template(self.template.currentData())
        free = self.workbench.ask(blank_labels)
        dialog = BlankDialog(self.template.currentText(), template.per_page, free, self)
        dialog.wanted.connect(self._on_blanks)
        dialog.lost.connect(self._on_lost)
        dialog.open()

    def _on_blanks(self, count: int) -> None:
        from services.reports.label_sheets import load_template

        paper = self.template.currentData()
        self.desk.ask_blanks(load_template(paper), count, paper)

    def _on_lost(self, label_: str) -> None:
        self.workbench.send("labels.revoke", self._on_revoked, label=label_, reason=self.tr("lost"))

    def _on_told(self, text: str) -> None:
        self.panel.print.setEnabled(False)
        self.panel.print.setText(text)

    def _on_label_deed(self, kind: str, args: dict[str, object]) -> None:
        if kind == "labels.revoke":
            self.workbench.send(kind, self._on_revoked, **args)
        elif self.workbench.run(kind, **args).ok:
            said = {
                "labels.worn": self.tr("Noted. Print a new label; it is replaced when that one is scanned there."),
                "labels.limit": self.tr("Noted. Print the label again, so that its last day stands on it."),
            }
            self.toast.good(said.get(kind, self.tr("Noted: replaced.")))

    def _on_revoked(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("That label is good no more. A zone left without one is at the top of the list."))

    def _on_error(self, error: Exception) -> None:
        self.desk.tell(error)
