"""The window: navigation, pages, status bar. Paints before anything heavy is imported."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.language import language
from desktop.style.theme import theme
from desktop.style.tokens import STATUS_BAR
from desktop.tasks import Tasks
from desktop.views.alarm_bar import AlarmBar
from desktop.views.audits.bag_bar import BagBar
from desktop.views.bringing import Bringing
from desktop.views.first_steps.bar import StepBar
from desktop.views.monitors import keep, recall
from desktop.views.navigation import Navigation
from desktop.views.pages import UNDER, bring_in, is_in, page_of, used
from desktop.views.status_bar import StatusLine
from desktop.widgets.parts import box, column, line, row
from desktop.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.views.action import Action
    from desktop.views.everywhere import Everywhere
    from desktop.views.page import Page
    from desktop.views.panels import Panels
    from desktop.workbench import Workbench

NARROW = 1500
FIRST, AHEAD_MS, BETWEEN_MS = "today", 1500, 60


class Window(QMainWindow):
    """`painted` once, after the first paint; `closing` before the window goes. Shows a waiting page until `work_with`
    gives it a workbench."""

    NUMBERED = 9  # so many pages have a key

    closing = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("Anhuan"))
        self.navigation = Navigation()
        self.painted.connect(self.navigation.dress)
        self.navigation.wanted.connect(self.go)
        self.stack = QStackedWidget()
        self.status = StatusLine()
        self.waiting = Bringing(self.tr("Opening the plant…"))
        self.stack.addWidget(self.waiting)
        self.rule = line()
        self.status.setFixedHeight(STATUS_BAR)
        self.alarm = AlarmBar()
        self.bag_bar = BagBar()
        self.step_bar = StepBar()
        middle = row(self.navigation, column(self.step_bar, self.stack, gap=0), gap=0)
        whole = column(self.alarm, self.bag_bar, middle, self.rule, self.status, gap=0)
        self.setCentralWidget(box(whole, "page"))
        self.toast = Toast(self)
        self.pages: dict[str, Page] = {}
        self.here = ""
        self._alone: QWidget | None = None
        self._panels: Panels | None = None
        self._everywhere: Everywhere | None = None
        self._workbench: object | None = None
        self._painted = False
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._on_ahead)
        recall(self)

    def show_alone(self, page: QWidget) -> None:
        """A page without navigation: first run, signing in."""
        self._dress_up(alone=True)
        self._alone = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def work_with(self, workbench: "object", tasks: Tasks) -> None:
        """The plant is open: pages can be built."""
        from desktop.views.answers import Answers
        from desktop.watching import Watching
        from desktop.workbench import Workbench

        assert isinstance(workbench, Workbench)
        self._workbench, self._tasks = workbench, tasks
        self.status.follow(workbench)
        self.alarm.follow(Watching(workbench, self))
        self.bag_bar.follow(workbench)
        self.step_bar.follow(workbench)
        self.step_bar.part_wanted.connect(self.show_only)
        self.step_bar.left.connect(self._on_first_wanted)
        self.status.conflicts_wanted.connect(self._on_conflicts_wanted)
        self.status.details_wanted.connect(self.show_details)
        self.navigation.follow(workbench)
        self.navigation.fit(narrow=self.width() < NARROW)
        self._dress_up(alone=False)
        self._give_keys(workbench)
        workbench.refused.connect(self._on_refused)
        workbench.sync_changed.connect(self._on_sync)
        self._answers = Answers(workbench, self.toast, self.show_conflict, self)
        language.changed.connect(self._build_again)
        theme.changed.connect(self._build_again)
        self._end_alone()
        workbench.changed.connect(self._on_changed)
        if workbench.plant is None:
            self.waiting.follow(workbench)
        else:
            self._begin()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        """The first sync has brought the plant (a page shown before would have said that there is nothing), or the
        page that is shown has been switched off."""
        if "plant" in kinds and self.here not in self.shown_pages() and self._alone is None:
            self._begin()

    def _on_sync(self) -> None:
        """A computer that was shut out shows that, and nothing of the plant, until it keeps step again."""
        from desktop.views.revoked import Revoked
        from desktop.workbench import Workbench

        assert isinstance(self._workbench, Workbench)
        hub = self._workbench.sync_state.hub
        if hub == "revoked" and self._alone is None:
            page = Revoked(self._workbench)
            page.paired.connect(self._on_let_in)
            self.show_alone(page)
        elif hub == "in_step" and isinstance(self._alone, Revoked):
            self._on_let_in()
        elif hub == "revoked" and isinstance(self._alone, Revoked):
            self._alone.follow()

    def _on_let_in(self) -> None:
        self._end_alone()
        self._dress_up(alone=False)
        self._begin()

    def _end_alone(self) -> None:
        """The page that stood alone goes; it may hold a secret."""
        if self._alone is not None:
            self.stack.removeWidget(self._alone)
            self._alone.deleteLater()
            self._alone = None

    def _dress_up(self, *, alone: bool) -> None:
        for part in (self.navigation, self.rule, self.status):
            part.setVisible(not alone)
        if self._everywhere is not None:
            self._everywhere.allow(yes=not alone)

    def _begin(self) -> None:
        last = str(QSettings().value("window/page"))
        shown = self.shown_pages()
        self.go(last if last in shown else FIRST if FIRST in shown else shown[0])
        self._ahead.start()

    def _on_ahead(self) -> None:
        """The first page is there: the others are imported one by one while nobody waits, so that they come sooner.
        On this thread, for all that Qt's classes are slow to make: made on another while this one works, they have
        crashed the program."""
        missing = next((key for key in self.shown_pages() if not is_in(key)), None)
        if missing is not None:
            bring_in([missing])
            self._ahead.start(BETWEEN_MS)

    def _give_keys(self, workbench: "Workbench") -> None:
        from desktop.views.everywhere import Everywhere
        from desktop.views.notices.notices import Notices
        from desktop.views.notices.tray import Tray, tray_picture
        from desktop.views.panels import Panels

        for number in range(1, self.NUMBERED + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setProperty("number", number)
            shortcut.activated.connect(self._on_number)
        self._everywhere = Everywhere(self, workbench)
        self.notices = Notices(workbench, self.toast, self)
        self.tray = Tray(self, self.notices, tray_picture(self))
        self.navigation.help_wanted.connect(self._everywhere.helping.open)
        self._panels = Panels(self, workbench)
        self.status.follow_notices(self.notices)
        self.status.notices_wanted.connect(self.show_notices)

    @property
    def everywhere(self) -> "Everywhere":
        """What can be done on every page; there once a plant is open."""
        assert self._everywhere is not None
        return self._everywhere

    def shown_pages(self) -> list[str]:
        """The keys of the pages that this plant uses, in the order of a day."""
        from desktop.workbench import Workbench

        plant = self._workbench.plant if isinstance(self._workbench, Workbench) else None
        return used(plant.modules_off if plant else ())

    def numbered_pages(self) -> list[str]:
        """The keys of the pages that a number leads to, in their order: the first ones of those under no other."""
        return [key for key in self.shown_pages() if key not in UNDER][: self.NUMBERED]

    def pages_with_keys(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The keys of the pages shown, each with the key on the keyboard that leads there, if there is one."""
        numbers = {key: number for number, key in enumerate(self.numbered_pages(), 1)}
        for page in self.shown_pages():
            yield page, (f"Ctrl+{numbers[page]}",) if page in numbers else ()

    def may(self, action: "Action") -> bool:
        """Whether who is signed in may do this."""
        from desktop.workbench import Workbench

        assert isinstance(self._workbench, Workbench)
        return not action.operation or self._workbench.may(action.operation)

    def go(self, key: str) -> None:
        """Shows a page, unless one stands alone; it is built when first wanted."""
        from desktop.workbench import Workbench

        if key not in self.shown_pages() or self._alone is not None or not isinstance(self._workbench, Workbench):
            return
        if key not in self.pages:
            page = page_of(key)(self._workbench, self._tasks, self.toast)
            page.wanted.connect(self.go)
            page.record_wanted.connect(self.show_record)
            page.part_wanted.connect(self.show_only)
            page.search_wanted.connect(self._on_search_wanted)
            page.report_wanted.connect(self._on_report_wanted)
            page.step_wanted.connect(self.step_bar.begin)
            page.tour_wanted.connect(self._on_tour_wanted)
            self.pages[key] = page
            self.stack.addWidget(page)
        if key == "conflicts":
            self._answers.seen()
        self.here = key
        self.stack.setCurrentWidget(self.pages[key])
        if not self.stack.isAncestorOf(self.focusWidget() or self):
            self.pages[key].setFocus()
        self.navigation.mark(key)

    def page(self, key: str) -> "Page":
        """The page of this key, shown."""
        self.go(key)
        return self.pages[key]

    def show_record(self, key: str, kind: str, id_: str) -> None:
        """A page with one record chosen on it."""
        if key in self.shown_pages():
            self.page(key).show_record(kind, id_)

    def show_conflict(self, id_: str) -> None:
        """The conflicts page, with this one on it."""
        self.show_record("conflicts", "conflict", id_)

    def show_only(self, key: str, part: str) -> None:
        """A page narrowed to one of its filters."""
        if key in self.shown_pages():
            self.page(key).show_only(part)

    def show_details(self) -> None:
        """What stands behind the status line."""
        if self._panels is not None:
            self._panels.details()

    def show_notices(self) -> None:
        """What happened meanwhile."""
        if self._panels is not None:
            self._panels.notices()

    def _on_search_wanted(self) -> None:
        if self._everywhere is not None:
            self._everywhere.search()

    def _on_report_wanted(self, zone: str) -> None:
        self.everywhere.report(zone)

    def _on_tour_wanted(self) -> None:
        self.everywhere.tour()

    def _on_first_wanted(self) -> None:
        self.go(FIRST)

    def _on_conflicts_wanted(self) -> None:
        self.go("conflicts")

    def _build_again(self) -> None:
        """Pages are built anew in other words or colours, as soon as no task will come back to an old one."""
        if self._tasks.busy:
            self._tasks.idle.connect(self._build_again, Qt.ConnectionType.SingleShotConnection)
            return
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        if self._panels is not None:
            self._panels.begin_again()
        if self._everywhere is not None:
            self._everywhere.begin_again()
        self.navigation.retitle()
        self.status.retell()
        self.alarm.retell()
        self.bag_bar.retell()
        self.step_bar.retell()
        if self._alone is not None:
            self._end_alone()
            self._on_sync()
        else:
            self.go(self.here)

    def _on_number(self) -> None:
        sender, shown = self.sender(), self.numbered_pages()
        if sender is not None and int(sender.property("number")) <= len(shown):
            self.go(shown[int(sender.property("number")) - 1])

    def _on_refused(self, refused: object) -> None:
        from desktop.views.undoing import told
        from services.core.refused import Refused

        if isinstance(refused, Refused):
            self.toast.bad(told(refused))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fit(narrow=self.width() < NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ahead.stop()
        keep(self)
        if self.here:  # not on the way from page to page: each time a file would be written
            QSettings().setValue("window/page", self.here)
        self.closing.emit()
        super().closeEvent(event)
