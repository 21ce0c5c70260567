"""The notifications over the window, above the status line at the right: a press opens what each is about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from desktop import words
from desktop.style.tokens import HEAD
from desktop.views.notices.wording import sign_of, told
from desktop.widgets.floating import Floating
from desktop.widgets.parts import box, button, column, emptied, label, line, picture, row

if TYPE_CHECKING:
    from desktop.views.notices.kept import Notice
    from desktop.views.notices.notices import Notices

WIDTH, HIGH, GAP, PAD, SIGN, DOT, MOST_HIGH = 420, 48, 8, 16, 14, 8, 560


class NoticesPanel(Floating):
    """`wanted` carries page, kind and id of a record; `page_wanted` a page."""

    wanted = Signal(str, str, str)
    page_wanted = Signal(str)

    def __init__(self, over: QWidget, line_: QWidget, notices: "Notices") -> None:
        super().__init__(over, "noticesPanel", line_)
        self._line, self._notices, self._wanted = line_, notices, 0
        self._list = column(gap=0)
        inner = QWidget()
        inner.setLayout(column(self._list, None, gap=0))
        inner.setProperty("look", "panel")
        self._inner = inner
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self._all = button(self.tr("Mark all as read"), "readAll", notices.read_all, "link")
        shut = button("✕", "noticesClose", self.shut, "link")
        shut.setAccessibleName(self.tr("Close"))
        title = self.tr("Notifications")
        for part in (self, self._scroll):
            part.setAccessibleName(title)
        head = box(row(label(title, "section"), None, self._all, shut, margins=(PAD, 8, 8, 8)))
        head.setFixedHeight(HIGH)
        self.setLayout(column(head, line(), self._scroll, gap=0, margins=(1, 1, 1, 1)))
        notices.changed.connect(self.follow)

    def toggle(self) -> None:
        """Opens it, or closes it."""
        if self.isVisible():
            self.shut()
        else:
            self.open_for(self)
            first = self.findChild(_Line)
            (first or self._all).setFocus()

    def follow(self) -> None:
        """Shows what there is."""
        if not self.isVisible():
            return
        emptied(self._list)
        self._wanted = 0
        self._all.setVisible(self._notices.unread > 0)
        now = self._notices.workbench.now()
        for one in self._notices.all_:
            at = words.when(one.moment, now)
            made = _Line(one, told(one, now), at)
            made.clicked.connect(self._on_line)
            self._add(made, made.height())
        if not self._notices.all_:
            nothing = self._nothing()
            self._add(nothing, nothing.sizeHint().height())
        self.arrange()

    def _add(self, part: QWidget, high: int) -> None:
        self._list.addWidget(part)
        part.show()  # the keys go to it at once
        self._wanted += high

    def _nothing(self) -> QWidget:
        text = self.tr(
            "New reports, clocks that ran out, conflicts, and a hub that can't be reached are told here, if they "
            "concern you."
        )
        told_ = label(text, "muted", "noticesNothing", wrap=True)
        told_.ensurePolished()
        told_.setFixedSize(WIDTH - 2 * PAD - 4, told_.heightForWidth(WIDTH - 2 * PAD - 4))
        head = label(self.tr("Nothing new"), "section", "noticesNothingHead")
        return box(column(head, told_, gap=6, margins=(PAD, 16, PAD, 20)))

    def arrange(self) -> None:
        room = self._over.height() - HEAD - self._line.height() - 2 * GAP
        high = HIGH + 3 + min(self._wanted, MOST_HIGH, room - HIGH - 3)
        self.resize(WIDTH, high)
        corner = self._line.mapTo(self._over, QPoint(self._line.width() - GAP, -GAP))
        self.move(corner.x() - WIDTH, corner.y() - self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the lines."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _on_line(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Line):
            one = sender.notice
            self.shut()
            self._notices.read(one.id)
            if one.kind:
                self.wanted.emit(one.page, one.kind, one.record)
            elif one.page:
                self.page_wanted.emit(one.page)


class _Line(QPushButton):
    """One notification: its sign, its words, when, and a dot while it has not been read."""

    def __init__(self, notice: "Notice", text: str, at: str) -> None:
        super().__init__()
        self.notice = notice
        self.setObjectName(f"notice-{notice.code}")
        self.setProperty("look", "line-button")
        unread = "" if notice.read else self.tr("unread")
        self.setAccessibleName(", ".join(part for part in (text, at, unread) if part))
        words_ = label(text, "muted" if notice.read else "", "noticeText", wrap=True)
        words_.ensurePolished()
        wide = WIDTH - 2 * PAD - SIGN - DOT - 2 * 10 - 18
        words_.setFixedSize(wide, words_.heightForWidth(wide))
        dot = QLabel()
        dot.setFixedSize(DOT, DOT)
        dot.setProperty("look", "" if notice.read else "dot")
        sign = column(picture(sign_of(notice), "sign", SIGN), None, margins=(0, 4, 0, 0))
        body = column(words_, label(at, "caption"), gap=2)
        self._inside = row(sign, body, None, dot, gap=10, margins=(PAD, 10, PAD, 10))
        self.setLayout(self._inside)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._inside.sizeHint().height())
