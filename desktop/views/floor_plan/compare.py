"""Two moments of one floor side by side, and in words what differs between them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDateTime, QPointF, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.style.signs import sign_pixmap
from desktop.style.theme import theme
from desktop.views.floor_plan.compare_findings import Difference, differences, facts_at
from desktop.views.floor_plan.compare_side import CompareSide, LinkedPlan
from desktop.views.floor_plan.drawings import Drawings
from desktop.views.floor_plan.time_travel import Past, TimeTravel
from desktop.views.floor_plan.wording import floor_words
from desktop.widgets.moment import moment_of, shown_moment
from desktop.widgets.parts import box, button, column, label, row
from desktop.words import when
from desktop.workbench import Workbench

LIST_PX = 190
ZONE_SHARE = 0.4  # of the plan's width or height that a zone brought into view takes
Step = Callable[[QDateTime], QDateTime]


class Compare(QWidget):
    """A window of its own. Both plans show the same part; nothing can be changed here."""

    def __init__(self, workbench: Workbench, drawings: Drawings, time: TimeTravel, floor: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("compare")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare two moments"))
        self.resize(1366, 768)
        self._workbench, self._time, self._floor = workbench, time, floor
        self._found: tuple[Difference, ...] = ()
        self._asked = False
        self._build(drawings)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look_again)
        for news in (time.changed, drawings.came, theme.changed, self.before.changed, self.after.changed):
            news.connect(self._soon.start)
        time.reading.connect(self.sign.setText)
        self.sign.setText(self.tr("Reading the journal…"))
        time.want()
        self._soon.start()

    def _build(self, drawings: Drawings) -> None:
        self.sign = label("", "title", "compareSign", wrap=True)
        self.choices = self._choices()
        now = button(self.tr("Now"), "compareNow", self._on_now)
        self.before = CompareSide("compareBefore", self.tr("Left moment"), drawings, list(self.choices))
        self.after = CompareSide("compareAfter", self.tr("Right moment"), drawings, [now])
        self._link(self.before.plan, self.after.plan)
        self._link(self.after.plan, self.before.plan)
        self.list = QListWidget()
        self.list.setObjectName("compareList")
        self.list.setAccessibleName(self.tr("What differs, the worst first"))
        self.list.setFixedHeight(LIST_PX)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        plans = row(self.before, self.after, gap=16)
        plans.setStretch(0, 1)
        plans.setStretch(1, 1)
        head = box(row(self.sign, margins=(12, 8, 12, 8)), "card-yellow", "compareHead")
        self.caption = label(self.tr("What differs, the worst first"), "section")
        whole = column(head, plans, self.caption, self.list, gap=12, margins=(16, 16, 16, 16))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _choices(self) -> dict[QPushButton, Step]:
        ways: tuple[tuple[str, str, Step], ...] = (
            (self.tr("−1 day"), "compareDay", lambda at: at.addDays(-1)),
            (self.tr("−1 week"), "compareWeek", lambda at: at.addDays(-7)),
            (self.tr("−1 month"), "compareMonth", lambda at: at.addMonths(-1)),
            (self.tr("−1 year"), "compareYear", lambda at: at.addYears(-1)),
        )
        return {button(said, name, self._on_choice): step for said, name, step in ways}

    def _link(self, leader: LinkedPlan, follower: LinkedPlan) -> None:
        leader.moved.connect(lambda: follower.follow(leader))
        leader.picked.connect(follower.select)

    # what is shown

    def look_again(self) -> None:
        """Both moments as they are known now."""
        timeline, begins, now = self._time.timeline, self._time.bar.begins, self._workbench.now()
        for part in (self.before, self.after, self.list):
            part.setEnabled(timeline is not None)
        if timeline is None or begins is None:
            return
        if not self._asked:
            self._asked = True
            self.before.moment = max(begins, moment_of(shown_moment(now).addDays(-1)))
        self._span(begins, now)
        then, since = self.before.moment or now, self.after.moment or now
        one, other = (facts_at(Past(timeline, at, now), self._floor) for at in (then, since))
        self.before.show_facts(one)
        self.after.show_facts(other)
        self._found = differences(one, other)
        floor = other.floor or one.floor
        name = floor_words(floor.name, floor.building) if floor else ""
        said = self.tr("{floor}: {before} beside {after}. Zones that differ: {n}.")
        after = when(since, now) if self.after.moment else self.tr("now")
        self.sign.setText(said.format(floor=name, before=when(then, now), after=after, n=len(self._found)))
        self._show_found()

    def _span(self, begins: datetime, now: datetime) -> None:
        self.before.span(begins, now)
        self.after.span(begins, now)
        base = shown_moment(self.after.moment or now)
        said = self.tr("So long before the moment on the right")
        late = self.tr("The journal on this computer begins later: {moment}").format(moment=when(begins, now))
        for made, step in self.choices.items():
            made.setEnabled(moment_of(step(base)) >= begins)
            made.setToolTip(said if made.isEnabled() else late)

    def _show_found(self) -> None:
        chosen = self.list.currentItem()
        kept = chosen.data(Qt.ItemDataRole.UserRole) if chosen else ""
        self.list.clear()
        for each in self._found:
            icon = QIcon(sign_pixmap(each.status, 14, self.devicePixelRatioF()))
            item = QListWidgetItem(icon, f"{each.name} · {' · '.join(each.words)}")
            item.setToolTip(item.text())
            item.setData(Qt.ItemDataRole.UserRole, each.zone)
            self.list.addItem(item)
            if each.zone == kept:
                self.list.setCurrentItem(item)
        if not self._found:
            nothing = QListWidgetItem(self.tr("Nothing differs between these two moments."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    # what is done

    def _on_chosen(self, item: QListWidgetItem) -> None:
        wanted = item.data(Qt.ItemDataRole.UserRole)
        found = next((each for each in self._found if each.zone == wanted), None)
        if found is None:
            return
        plan = self.after.plan
        xs, ys = [x for x, _ in found.polygon], [y for _, y in found.polygon]
        room = min(plan.width() / max(max(xs) - min(xs), 0.1), plan.height() / max(max(ys) - min(ys), 0.1))
        plan.zoom(ZONE_SHARE * room / plan.camera.scale)
        middle = plan.camera.to_screen((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        plan.pan(QPointF(plan.rect().center()) - middle)
        for side in (self.before, self.after):
            side.plan.select(found.zone)

    def _on_choice(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton) and sender in self.choices:
            base = shown_moment(self.after.moment or self._workbench.now())
            self.before.choose(moment_of(self.choices[sender](base)))

    def _on_now(self) -> None:
        self.after.choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
