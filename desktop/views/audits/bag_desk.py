"""An auditor's desk in a bag: the clause map with gaps first, what was found changed, and the comments on all of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.views.audits.clause_rows import ClauseRow, clause_rows, hazards_called
from desktop.widgets.book_bar import BookBar
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.table import Table
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.sealed import SealedBag
    from desktop.workbench import Workbench
    from services.reports.bag.comments import Comments

SIZE, SIDE, MOST_FAULTS, MOST_LETTERS = (1180, 640), 380, 4, 1000
BY = "audits/by"
ID = int(Qt.ItemDataRole.UserRole)


class BagDesk(QDialog):
    """Comments are written beside the bag at once."""

    def __init__(self, workbench: "Workbench", above: QWidget) -> None:
        super().__init__(above.window())
        assert workbench.bag is not None
        self.workbench = workbench
        self.bag: SealedBag = workbench.bag
        self.setObjectName("bagDesk")
        self.setWindowTitle(self.tr("Clause map and comments"))
        self.faults: QLabel = self._faults()
        self.clauses = self._table()
        rows = workbench.ask(clause_rows, lang=language.name)
        self.clauses.show_rows(rows)
        self.about = Choice("commentAbout", self.tr("What the comment is on"))
        hazards = [(name, f"hazard {id_}") for id_, name in workbench.ask(hazards_called)]
        self._called = dict((id_, name) for name, id_ in hazards)
        clauses = [(row.name, f"clause {row.id}") for row in rows]
        self._called |= dict((id_, name) for name, id_ in clauses)
        self.about.offer([(self.tr("The whole bag"), ""), *clauses, *hazards], "")
        self.list = QListWidget()
        self.list.setObjectName("comments")
        self.list.setAccessibleName(self.tr("Comments"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.text = QPlainTextEdit()
        self.text.setObjectName("commentText")
        self.text.setPlaceholderText(self.tr("Your comment"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.setFixedHeight(96)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._allow)
        self.by = QLineEdit(str(QSettings().value(BY) or ""))
        self.by.setObjectName("commentBy")
        self.by.setMaxLength(60)
        self.by.setPlaceholderText(self.tr("Who says so: name or organisation"))
        self.by.setAccessibleName(self.by.placeholderText())
        self.by.textChanged.connect(self._allow)
        self.add = button(self.tr("Add the comment"), "commentAdd", self.on_add, "primary")
        self.drop = button(self.tr("Take out"), "commentDrop", self.on_drop)
        self.fault = label("", "error", "commentFault", wrap=True)
        self.setLayout(self._whole())
        self.resize(min(SIZE[0], above.window().width() - 40), min(SIZE[1], above.window().height() - 40))
        self.finished.connect(self.deleteLater)
        self._show()

    def _whole(self) -> QVBoxLayout:
        told = self.tr(
            "Comments are kept in a file beside the bag; the bag itself is not touched. Taken back to a console of the "
            "plant they become part of its journal."
        )
        parts = (self.list, row(None, self.drop), self.about, self.text, self.by, self.fault, row(None, self.add))
        side = column(label(self.tr("Comments"), "section"), label(told, "caption", wrap=True), *parts, gap=10)
        right = box(side)
        right.setFixedWidth(SIDE)
        title = self.tr("Clause map")
        book = BookBar(self.clauses, self.workbench, title)
        left = column(label(title, "section"), self.faults, self.clauses, book, gap=10)
        left.setStretch(2, 1)
        middle = row(box(left), right, gap=20)
        middle.setStretch(0, 1)
        close = button(self.tr("Close"), "bagDeskClose", self.accept)
        whole = column(middle, row(None, close), gap=12, margins=(20, 16, 20, 16))
        whole.setStretch(0, 1)
        return whole

    def _faults(self) -> QLabel:
        """What was changed since the bag was sealed, the first few; how many more there are."""
        faults = self.bag.verdict.faults
        told = [words.say(f"fault.{one.code}", seq=one.seq, what=one.what) for one in faults[:MOST_FAULTS]]
        if len(faults) > MOST_FAULTS:
            told.append(self.tr("And %n more.", "", len(faults) - MOST_FAULTS))
        made = label("\n".join(told), "error", "bagFaults", wrap=True, copy=True)
        made.setVisible(bool(faults))
        return made

    def _table(self) -> Table:
        columns = [
            Column("clause", self.tr("Clause"), _name, 300, sort=lambda one: one.place, tip=_name),
            Column(
                "evidence",
                self.tr("Evidence in the records"),
                lambda one: one.evidence,
                260,
                sign=lambda one: "pending" if one.gap else "normal",
                tip=lambda one: one.evidence,
                grows=True,
            ),
            Column("newest", self.tr("Newest"), lambda one: one.newest, 110),
        ]
        made = Table("clauseTable", columns)
        made.filter.show()
        made.chosen.connect(self._on_clause)
        return made

    def _on_clause(self, one: ClauseRow | None) -> None:
        if one is not None:
            self.about.setCurrentIndex(max(self.about.findData(f"clause {one.id}"), 0))

    def _show(self) -> None:
        self.list.clear()
        for one in self.bag.comments.said:
            about = self._called.get(f"hazard {one.hazard}" if one.hazard else f"clause {one.clause}", "")
            head = " · ".join(
                filter(None, (about or self.tr("The whole bag"), one.said_by, f"{words.local(one.at):%Y-%m-%d %H:%M}"))
            )
            item = QListWidgetItem(f"{one.text}\n{head}")
            item.setData(ID, one.id)
            self.list.addItem(item)
        self._allow()
        self._on_selected()

    def _allow(self) -> None:
        over = len(self.text.toPlainText()) - MOST_LETTERS
        self.fault.setText(self.tr("%n letters too many.", "", over) if over > 0 else "")
        self.add.setEnabled(bool(over <= 0 and self.text.toPlainText().strip() and self.by.text().strip()))

    def _on_selected(self) -> None:
        self.drop.setEnabled(bool(self.list.selectedItems()))

    def on_add(self) -> None:
        """Keeps what was written, on what was chosen."""
        from desktop.opening import utc_now

        kind, _, id_ = str(self.about.currentData() or "").partition(" ")
        QSettings().setValue(BY, self.by.text().strip())
        hazard, clause = (id_ if kind == "hazard" else None), (id_ if kind == "clause" else "")
        text = self.text.toPlainText()
        if self._keep(self.bag.comments.with_one(text, self.by.text(), utc_now(), hazard, clause)):
            self.text.clear()

    def on_drop(self) -> None:
        """Takes the selected comment out again."""
        chosen = self.list.selectedItems()
        if chosen:
            self._keep(self.bag.comments.without(str(chosen[0].data(ID))))

    def _keep(self, comments: "Comments") -> bool:
        try:
            self.bag.keep(comments)
        except (Refused, OSError) as error:
            why = words.refusal(error) if isinstance(error, Refused) else (error.strerror or str(error))
            self.fault.setText(self.tr("The comment could not be kept: {why}").format(why=why))
            return False
        self.fault.clear()
        self._show()
        return True


def _name(one: ClauseRow) -> str:
    return one.name
