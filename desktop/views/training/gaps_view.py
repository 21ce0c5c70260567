"""Who may not work today, and why: the people first, then posts by what they ask for, with how many lack it."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.views.training.said import SIGNS, gaps_said, need_said
from desktop.widgets.parts import box, button, column, emptied, joined, label, picture, row
from desktop.widgets.table import Table
from services.core.training_gaps import FOR_EVER, WORST, Need
from services.store.queries.training import Cell, Learner, Matrix, learners, matrix_of, need_names
from services.store.records import Records

if TYPE_CHECKING:
    from desktop.workbench import Workbench

ONLY = ("barred", "soon", "all", "posts")
CELL_WIDE, HEAD_HIGH = 116, 44


class GapsView(QWidget):
    """`chosen` carries the learner that is selected, or None."""

    chosen = Signal(object)

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self.only, self._asked = "barred", False
        self.cell: tuple[str, Need | None] = ("", None)
        self.rows: tuple[Learner, ...] = ()
        self.names: dict[Need, str] = {}
        self.banner = label("", "section", "gapsBanner", wrap=True)
        self.about = label("", "muted", "gapsAbout", wrap=True)
        self._card = box(column(self.banner, self.about, gap=2, margins=(16, 12, 16, 12)), "card-red")
        titles = {"barred": self.tr("May not work"), "soon": self.tr("Soon over"), "all": self.tr("Everybody"),
                  "posts": self.tr("By posts")}  # fmt: skip
        self._segments = {one: button(titles[one], f"gaps-{one}", partial(self._on_segment, one), "segment")
                          for one in ONLY}  # fmt: skip
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.narrowed = button("", "gapsAllPosts", self._on_all, "link")
        self.narrowed.hide()
        self.table = Table("gapsTable", self._columns())
        self.table.filter.show()
        self.table.chosen.connect(self.chosen)
        self.grid = MatrixGrid()
        self.grid.picked.connect(self._on_picked)
        bar = row(box(joined(*self._segments.values())), self.narrowed, None)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.grid)
        self.setLayout(column(self._card, bar, self.stack, gap=12))

    def _columns(self) -> list[Column]:
        translate = QCoreApplication.translate

        def lacks(one: Learner) -> str:
            return gaps_said(one.barred, self.names) or "–"

        def ends(one: Learner) -> str:
            return gaps_said(one.soon, self.names) or "–"

        def state(one: Learner) -> str:
            return translate("GapsView", "may not work") if one.barred else words.say(f"value.standing.{one.standing}")

        return [
            Column("name", words.say("field.person.name"), lambda one: one.person.name, 96),
            Column("team", words.say("field.person.team"), lambda one: one.team or "–", 110, yields=True),
            Column("posts", words.say("field.posting.posts"), lambda one: words.listed(one.posts), 130,
                   tip=lambda one: words.listed(one.posts)),
            Column("standing", translate("GapsView", "Today"), state, 136, sign=lambda one: SIGNS[one.standing],
                   sort=lambda one: WORST.index(one.standing),
                   loud=lambda one: "overdue" if one.barred else None),
            Column("lacks", translate("GapsView", "Lacks or expired"), lacks, 260, grows=True, tip=lacks),
            Column("soon", translate("GapsView", "Soon over"), ends, 200, tip=ends,
                   sort=lambda one: min((gap.until or FOR_EVER for gap in one.soon), default=FOR_EVER)),
        ]  # fmt: skip

    def refresh(self) -> None:
        """As it is now."""
        today = words.local(self.workbench.now()).date()
        self.rows, self.names, matrix = self.workbench.ask(_facts, today=today)
        self.grid.show_matrix(matrix, self.names)
        barred = sum(bool(one.barred) for one in self.rows)
        soon = sum(bool(one.soon) for one in self.rows)
        if barred:
            self.banner.setText(self.tr("%n people may not work today", "", barred))
        else:
            self.banner.setText(self.tr("Everybody has what their posts ask for"))
        told = self.tr("%n people with posts", "", len(self.rows))
        self.about.setText(words.listed([told, self.tr("%n with something soon over", "", soon)]))
        self._card.setProperty("look", "card-red" if barred else "card")
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
        self.show_only(self.only if self._asked else "barred" if barred else "all")

    def show_only(self, only: str) -> None:
        """Those who may not work, those with something that ends, or everybody."""
        self.only = only
        for one, segment in self._segments.items():
            segment.setChecked(one == only)
        self.stack.setCurrentWidget(self.grid if only == "posts" else self.table)
        kept = [one for one in self.rows if self._fits(one)]
        self.table.show_rows(kept)

    def _on_segment(self, only: str) -> None:
        """What a person has asked for stays; until then it is whoever may not work, or everybody where that is
        nobody."""
        self._asked = True
        self.show_only(only)

    def _fits(self, one: Learner) -> bool:
        post, need = self.cell
        if post and not any(post in gap.posts and gap.need == need and gap.standing != "ok" for gap in one.gaps):
            return False
        return self.only in ("all", "posts") or bool(one.barred if self.only == "barred" else one.soon)

    def _on_picked(self, post: str, need: Need) -> None:
        self.cell = (post, need)
        self.narrowed.setText(self.tr("{post} · {need}: show all posts").format(
            post=post, need=need_said(need, self.names)))  # fmt: skip
        self.narrowed.show()
        self._on_segment("all")

    def _on_all(self) -> None:
        self.cell = ("", None)
        self.narrowed.hide()
        self.show_only(self.only)


class MatrixGrid(QScrollArea):
    """Posts by needs. `picked` carries a post's name and a need whose people are wanted."""

    picked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trainingMatrix")
        self.setAccessibleName(self.tr("Posts and what they need"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inner = QWidget()
        self._inner.setProperty("look", "page")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.setWidget(self._inner)
        self._shown: tuple[Any, ...] = ()

    def show_matrix(self, matrix: Matrix, names: dict[Need, str]) -> None:
        """The matrix as it is now."""
        now = (matrix, names)
        if now == self._shown:
            return
        self._shown = now
        emptied(self._grid)
        for place, need in enumerate(matrix.needs, start=1):
            head = label(need_said(need, names), "caption", wrap=True)
            head.setFixedSize(CELL_WIDE, HEAD_HIGH)
            head.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(head, 0, place)
        for line, post in enumerate(matrix.posts, start=1):
            many = self.tr("%n people", "", matrix.people.get(post.id, 0))
            self._grid.addLayout(column(label(post.name, ""), label(many, "caption"), gap=0), line, 0)
            for place, need in enumerate(matrix.needs, start=1):
                cell = matrix.cells.get((post.id, need))
                if cell is not None:
                    self._grid.addWidget(self._cell(post.name, need, cell), line, place)
        self._grid.setColumnStretch(len(matrix.needs) + 1, 1)
        self._grid.setRowStretch(len(matrix.posts) + 1, 1)

    def _cell(self, post: str, need: Need, cell: Cell) -> QWidget:
        bad, soon, fine = cell.many("expired", "missing"), cell.many("soon"), cell.many("ok")
        text, sign = self.tr("all in force"), "normal"
        if bad:
            text, sign = self.tr("%n lack it", "", bad), "overdue"
        elif soon:
            text, sign = self.tr("%n soon over", "", soon), "pending"
        elif not fine:
            text, sign = "–", "unknown"
        made = button(text, "matrixCell", partial(self.picked.emit, post, need), "link")
        made.setEnabled(bool(bad or soon))
        framed = box(row(picture(sign, "sign", 12), made, None, gap=6, margins=(8, 4, 8, 4)), "card")
        framed.setFixedWidth(CELL_WIDE)
        return framed


def _facts(look: Records, today: date) -> tuple[tuple[Learner, ...], dict[Need, str], Matrix]:
    found = learners(look, today)
    return found, need_names(look), matrix_of(look, found)
