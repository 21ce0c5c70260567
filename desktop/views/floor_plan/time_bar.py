"""The bar along the bottom of the map: which moment is shown, and the ways to another one."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout

from desktop.style.tokens import PAGE_PADDING
from desktop.views.floor_plan.time_slider import DAY, HOUR, TimeSlider
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import box, button, label, line, loud, row
from desktop.words import lasting, when

MINUTE = timedelta(minutes=1)
FRAME_MS = 200


class TimeBar(QFrame):
    """`moved` when another moment is wanted: `wanted`, None for the present."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeBar")
        self.begins: datetime | None = None
        self.slider = TimeSlider()
        self.slider.setAccessibleName(self.tr("Moment shown on the map"))
        self.slider.setToolTip(self._hint())
        self.stretch = self._stretches()
        self.slider.turned.connect(self._on_turned)
        self.slider.valueChanged.connect(self._on_slider)
        self.play = button(self.tr("Play"), "timePlay", self._on_play, "tool")
        self.play.setCheckable(True)
        self.speed = self._speeds()
        self.clock = moment_field("timeClock", self.tr("Date and time shown on the map"))
        self.clock.dateTimeChanged.connect(self._on_clock)
        self.now = button(self.tr("Now"), "timeNow", self.to_now)
        self.compare = button(self.tr("Compare"), "timeCompare")
        self.compare.setToolTip(self.tr("Two moments side by side (C)"))
        self.state = label("", "muted", "timeState")
        self._player = QTimer(self, interval=FRAME_MS)
        self._player.timeout.connect(self._on_frame)
        self._arrange()

    def _hint(self) -> str:
        return "\n".join(
            (
                self.tr("Drag into the past. Arrow keys: a minute; with Ctrl an hour, with Shift a day"),
                self.tr("The wheel shows a shorter or longer stretch"),
                self.tr("Bars above: overdue, then reported; below: closed"),
            )
        )

    def _stretches(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("timeStretch")
        made.setAccessibleName(self.tr("How much of the past the slider shows"))
        ways = (
            (self.tr("Whole past"), 0),
            (self.tr("1 month"), 30 * DAY),
            (self.tr("1 week"), 7 * DAY),
            (self.tr("1 day"), DAY),
            (self.tr("2 hours"), 2 * HOUR),
        )
        for text, minutes in ways:
            made.addItem(text, minutes)
        made.setCurrentIndex(0)
        made.activated.connect(lambda: self.slider.show_stretch(made.currentData() or None))
        return made

    def _on_turned(self) -> None:
        seen = self.slider.stretch or 0
        self.stretch.setCurrentIndex(self.stretch.findData(seen))
        if seen:  # what the wheel makes is mostly none of those that are offered
            self.stretch.setPlaceholderText(lasting(timedelta(minutes=seen)))

    def _speeds(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("timeSpeed")
        made.setAccessibleName(self.tr("Speed of playing"))
        ways = (
            (self.tr("1 min a second"), 1),
            (self.tr("10 min a second"), 10),
            (self.tr("1 h a second"), 60),
            (self.tr("6 h a second"), 360),
            (self.tr("1 day a second"), 1440),
        )
        for text, minutes in ways:
            made.addItem(text, minutes)
        made.setCurrentIndex(3)
        return made

    def _arrange(self) -> None:
        self.sign = label("", "section", "timeSign", wrap=True)
        said = row(self.sign, button(self.tr("Back to now"), "timeBack", self.to_now, "primary"))
        said.setStretch(0, 1)
        said.setContentsMargins(12, 6, 12, 6)
        self.past = box(said, "card-yellow", "timePast")
        self.past.hide()
        tools = row(self.play, self.speed, self.stretch, self.state)
        tools.addWidget(self.slider, 1)
        tools.addLayout(row(self.clock, self.now, self.compare))
        tools.setContentsMargins(PAGE_PADDING, 6, PAGE_PADDING, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line())
        whole.addWidget(self.past)
        whole.addLayout(tools)

    @property
    def wanted(self) -> datetime | None:
        """The moment that the slider stands at; None for the present."""
        if self.begins is None or self.slider.value() >= self.slider.maximum():
            return None
        return self.begins + self.slider.value() * MINUTE

    def span(self, begins: datetime, now: datetime) -> None:
        """From the first moment that can be shown until now; the moment that is shown stays."""
        shown, self.begins = self.wanted, begins
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, (now - begins) // MINUTE))
            self.slider.setValue(self.slider.maximum() if shown is None else (shown - begins) // MINUTE)
        self._show_clock(self.wanted or now)

    def show_moment(self, shown: datetime | None, now: datetime) -> None:
        """Says loudly that what is on the map is not the present."""
        self.past.setVisible(shown is not None)
        if shown is not None:
            said = self.tr("The past: the plant as it stood on {moment}. Nothing can be changed here.")
            self.sign.setText(said.format(moment=when(shown, now)))
        loud(self.state, shown is not None)

    def to_now(self) -> None:
        """Back to the present."""
        self._stop()
        self.slider.setValue(self.slider.maximum())

    def _on_slider(self) -> None:
        if self.begins is not None:
            self._show_clock(self.wanted or self.begins + self.slider.maximum() * MINUTE)
        self.moved.emit()

    def _show_clock(self, moment: datetime) -> None:
        with QSignalBlocker(self.clock):
            self.clock.setDateTime(shown_moment(moment))

    def _on_clock(self, shown: QDateTime) -> None:
        if self.begins is None:
            return
        self.slider.setValue((moment_of(shown) - self.begins) // MINUTE)

    def _on_play(self) -> None:
        """Plays on from here; from the beginning of the last day where it stands at the present."""
        if not self.play.isChecked():
            self._stop()
            return
        if self.wanted is None:
            self.slider.setValue(self.slider.maximum() - 24 * 60)
        self.play.setText(self.tr("Pause"))
        self._player.start()

    def _on_frame(self) -> None:
        step = max(1, int(self.speed.currentData()) * FRAME_MS // 1000)
        self.slider.setValue(self.slider.value() + step)
        if self.wanted is None:
            self._stop()

    def _stop(self) -> None:
        self._player.stop()
        self.play.setChecked(False)
        self.play.setText(self.tr("Play"))
