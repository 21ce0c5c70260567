"""The one side panel: for what is selected. Head, body that scrolls, actions in a fixed foot."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.style.tokens import SIDE_PANEL
from desktop.widgets.parts import button, column, emptied, label, line


class SidePanel(QFrame):
    """`closed` when the person closes it. Fill `body` and `foot` after `start`, then `end`: all of it comes to be seen
    in one go."""

    closed = Signal()

    def __init__(self, name: str, width: int = SIDE_PANEL) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "side")
        self.setFixedWidth(width)
        self.title = label("", "section", f"{name}Title", wrap=True)
        shut = button("✕", f"{name}Close", self._on_close, "link")
        shut.setAccessibleName(self.tr("Close panel"))
        shut.setToolTip(self.tr("Close (Esc)"))
        self.head = QHBoxLayout()
        self.head.setContentsMargins(20, 14, 8, 6)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 6, 20, 20)
        self.body.setSpacing(8)
        self._inner = inner = QWidget()
        inner.setLayout(self.body)
        inner.setProperty("look", "panel")
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sought: QWidget | None = None
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._seek)
        bar.actionTriggered.connect(self._leave)
        self.foot = QHBoxLayout()
        self._base = QWidget()
        self._base.setLayout(self.foot)
        self.foot.setContentsMargins(20, 12, 20, 12)
        self.foot.setSpacing(8)
        whole = column(gap=0)
        whole.addLayout(self.head)
        whole.addWidget(scroll, 1)
        self._rule = line()
        whole.addWidget(self._rule)
        whole.addWidget(self._base)
        self.setLayout(whole)
        self.hide()

    def start(self, title: str) -> None:
        """Empties the panel for something else, and shows it. What is put into it is hidden until `end`: into what can
        be seen Qt would bring each part a turn later, and a picture taken until then has an empty panel."""
        self.title.setText(title)
        self._scroll.setAccessibleName(title)
        self._leave()
        self._inner.hide()
        self._base.hide()
        emptied(self.body)
        emptied(self.foot)
        self.show()

    def bring(self, part: QWidget) -> None:
        """Scrolls so that a part of the body can be seen, and again while the body still grows to its size, until the
        person scrolls."""
        self._sought = part
        QTimer.singleShot(0, part, self._seek)

    def _seek(self) -> None:
        if self._sought is not None and isValid(self._sought):
            self._scroll.ensureWidgetVisible(self._sought)

    def _leave(self) -> None:
        self._sought = None

    def end(self) -> None:
        """To be called when body and foot are filled."""
        self.body.addStretch(1)
        filled = self.foot.count() > 0
        self._rule.setVisible(filled)
        self._base.setVisible(filled)
        self._inner.show()
        QCoreApplication.sendPostedEvents(self._scroll.viewport(), QEvent.Type.LayoutRequest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
