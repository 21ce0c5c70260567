"""Plans by the days of a month, in colours and signs. A press opens a day's records; a right-click on a day's head says
whether the plant works then."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop import words
from desktop.models.record_table import SIGN
from desktop.style.signs import paint_sign
from desktop.style.theme import theme
from desktop.style.tokens import FILL, ROW
from desktop.views.inspections.matrix_model import MatrixModel
from desktop.widgets.parts import button, column, label, row
from desktop.workbench import Workbench
from services.core.calendar import day_of
from services.store.queries.rounds import month_of_plans, plant_days

NAMES, DAY, HEAD, SIGN_SIDE = 160, 35, 44, 9
KINDS = ("work", "rest", "usual")


class DayCells(QStyledItemDelegate):
    """A cell in the colour of its worst, with sign and figure; a free day is shaded."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if index.column() == 0 or not isinstance(model, MatrixModel):
            super().paint(painter, option, index)
            return
        box, sign = QRectF(option.rect).adjusted(0, 0, -1, -1), str(index.data(SIGN))
        if not model.days[index.column() - 1].works:
            painter.fillRect(box, theme.colour("hover"))
        if sign:
            ground = theme.colour(f"fill_{sign}")
            ground.setAlphaF(FILL[theme.name][sign] / 100)
            painter.fillRect(box, ground)
            top = QRectF(box.center().x() - SIGN_SIDE / 2, box.top() + 3, SIGN_SIDE, SIGN_SIDE)
            paint_sign(painter, sign, top)
        painter.setPen(theme.colour("text" if sign else "muted"))
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        below = box.adjusted(0, SIGN_SIDE + 4 if sign else 0, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if option.state & option.state.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(box.adjusted(1, 1, -1, -1))


class Matrix(QWidget):
    """`opened` carries a day and a plan's id whose records are wanted, `day_set` a day and a kind for the calendar."""

    opened = Signal(object, str)
    day_set = Signal(object, str)

    def __init__(self, workbench: Workbench, *, may_set: bool) -> None:
        super().__init__()
        self.workbench, self._may_set = workbench, may_set
        self.first: date | None = None
        self.model = MatrixModel()
        self.said = label("", "head", "matrixMonth")
        back = button("‹", "monthBack", partial(self.step, -1), "tool")
        back.setAccessibleName(self.tr("The month before"))
        on = button("›", "monthOn", partial(self.step, 1), "tool")
        on.setAccessibleName(self.tr("The month after"))
        hint = self.tr("Press a day to see its records. Right-click a day's head: holiday or make-up workday.")
        self.view = self._view()
        self.setLayout(column(row(back, self.said, on, None, label(hint, "caption")), self.view))

    def _view(self) -> QTableView:
        made = QTableView()
        made.setTabKeyNavigation(False)
        made.setObjectName("matrix")
        made.setAccessibleName(self.tr("Plans by days"))
        made.setModel(self.model)
        made.setItemDelegate(DayCells(made))
        made.setShowGrid(True)
        made.setSelectionMode(QTableView.SelectionMode.NoSelection)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(ROW)
        head = made.horizontalHeader()
        head.setMinimumSectionSize(24)
        head.setFixedHeight(HEAD)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_head_menu)
        made.clicked.connect(self._on_opened)
        made.activated.connect(self._on_opened)
        return made

    def refresh(self) -> None:
        """The month as it is now."""
        now = self.workbench.now()
        first = self.first or self.workbench.ask(day_of, moment=now).replace(day=1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        plans = self.workbench.ask(month_of_plans, first=first, last=last, now=now)
        self.model.show(plans, self.workbench.ask(plant_days, days=days))
        self.said.setText(words.month(datetime(first.year, first.month, 15, tzinfo=UTC)))
        self.view.setColumnWidth(0, NAMES)
        for number in range(1, len(days) + 1):
            self.view.setColumnWidth(number, DAY)

    def step(self, months: int) -> None:
        """So many months on, or back."""
        here = self.first or self.workbench.ask(day_of, moment=self.workbench.now()).replace(day=1)
        number = here.year * 12 + here.month - 1 + months
        self.first = date(number // 12, number % 12 + 1, 1)
        self.refresh()

    def _on_opened(self, index: QModelIndex) -> None:
        day = self.model.day_at(index.column())
        if day is not None:
            self.opened.emit(day, self.model.plans[index.row()].id)

    def _on_head_menu(self, at: QPoint) -> None:
        day = self.model.day_at(self.view.horizontalHeader().logicalIndexAt(at))
        if day is not None:
            self.menu_of(day).popup(self.view.horizontalHeader().mapToGlobal(at))

    def menu_of(self, day: date) -> QMenu:
        """What can be said of a day of the plant's calendar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in KINDS:
            deed = menu.addAction(f"{day.isoformat()} · {words.say(f'value.kind.{kind}')}")
            deed.setObjectName(f"day-{kind}")
            deed.setEnabled(self._may_set)
            deed.triggered.connect(partial(self._on_day, day, kind))
        return menu

    def _on_day(self, day: date, kind: str) -> None:
        self.day_set.emit(day, kind)
