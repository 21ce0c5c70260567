"""One label, large, with what was measured on the rendered page; below it the one button that prints."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from desktop import words
from desktop.style.theme import theme
from desktop.style.tokens import SIDE_PANEL
from desktop.views.labels.life import LabelLife
from desktop.views.labels.proofing import PICTURE_DPI
from desktop.widgets import unconfirmed
from desktop.widgets.parts import button, column, emptied, label, line, picture, row
from services.store.queries.labels import LabelRow

if TYPE_CHECKING:
    from desktop.views.labels.proofing import Proofed
    from services.reports.labels import Place
    from services.reports.preflight import Finding

INNER, HIGHEST = SIDE_PANEL - 40, 220
MM_PER_INCH = 25.4


class ProofPanel(QFrame):
    """Fill it with `show_label`; `print` is the page's one primary button. `deed` carries the kind of an operation on
    the label and its arguments."""

    deed = Signal(str, object)

    def __init__(self, on_print: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("labelPanel")
        self.setProperty("look", "side")
        self.setFixedWidth(SIDE_PANEL)
        self.title = label("", "section", "labelPanelTitle", wrap=True)
        self.body = column(gap=6, margins=(20, 4, 20, 16))
        inner = QWidget()
        inner.setLayout(self.body)
        inner.setProperty("look", "panel")
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setAccessibleName(self.tr("What is so with the label"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places = label("", "caption", "labelPlaces")
        self.print = button("", "printLabels", on_print, "big", "print")
        foot = column(self.places, self.print, gap=8, margins=(20, 12, 20, 12))
        whole = column(row(self.title, margins=(20, 16, 20, 8)), gap=0)
        whole.addWidget(scroll, 1)
        whole.addWidget(line())
        whole.addLayout(foot)
        self.setLayout(whole)
        self._show_waiting()

    def _show_waiting(self) -> None:
        """Until the first sheet is there."""
        self.title.setText(self.tr("The sheet"))
        self.body.addWidget(label(self.tr("Each code is rendered and read back…"), "muted", wrap=True))
        self.body.addStretch(1)
        self.print.setText(self.tr("Print"))
        self.print.setEnabled(False)

    def show_nothing(self) -> None:
        """No label is selected."""
        self.title.setText(self.tr("The sheet"))
        emptied(self.body)
        told = self.tr("Tick zones at the left; the sheet shows at once how they will come out.")
        self.body.addWidget(label(told, "muted", wrap=True))
        self.body.addStretch(1)

    def show_label(
        self, one: LabelRow, proofed: "Proofed", life: LabelLife, reason: str, *, unconfirmed_: bool
    ) -> None:
        """What was measured for this zone's label, and its life; `reason` says why it is kept back, if it is."""
        emptied(self.body)
        self.title.setText(
            one.row.zone.name if not reason else self.tr("Kept back: {name}").format(name=one.row.zone.name)
        )
        answer = proofed.answers().get(one.row.zone.code)
        if unconfirmed_:
            self.body.addWidget(unconfirmed.mark("labelUnconfirmed"))
        if answer is not None:
            self.body.addWidget(self._large(proofed, answer[0], bad=bool(reason)))
        if reason:
            self.body.addWidget(label(reason, "error", "labelReason", wrap=True))
        if answer is not None:
            self._measured(answer[1])
            self._notes(answer[0])
            self._door(proofed, answer[1])
        if one.row.label is None:
            told = self.tr("This zone has no label yet: its code gets its seal from the hub when you print.")
            self.body.addSpacing(6)
            self.body.addWidget(label(told, "caption", wrap=True))
        self.body.addSpacing(6)
        life.deed.connect(self.deed)
        life.opened.connect(self._bring)
        self.body.addWidget(life)
        self.body.addStretch(1)

    def _bring(self, part: QWidget) -> None:
        """Scrolls to what has come up, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0))

    def _large(self, proofed: "Proofed", place: "Place", *, bad: bool) -> QWidget:
        made = QLabel()
        made.setObjectName("labelLarge")
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        image = proofed.picture
        if image is not None and place.page == proofed.page:
            dots = PICTURE_DPI / MM_PER_INCH
            box = QRectF(place.box.x * dots, place.box.y * dots, place.box.width * dots, place.box.height * dots)
            ratio = self.devicePixelRatioF()
            room = QSize(int(INNER * ratio), int(HIGHEST * ratio))
            whole = Qt.AspectRatioMode.KeepAspectRatio
            cut = image.copy(box.toRect()).scaled(room, whole, Qt.TransformationMode.SmoothTransformation)
            made.setPixmap(_framed(QPixmap.fromImage(cut), ratio, bad=bad))
        return made

    def _measured(self, finding: "Finding") -> None:
        self.body.addSpacing(6)
        self.body.addWidget(label(self.tr("Measured on the rendered page"), "head"))
        faults = set(finding.why)
        readable = not faults & {"unreadable", "not_found", "other_text"}
        digits = 1 if "quiet_zone" in faults else 0  # only where it falls short does the tenth matter
        quiet = self.tr("{n} modules").format(n=f"{finding.quiet:.{digits}f}")
        lines = (
            (self.tr("Read back"), self.tr("yes, the same text") if readable else self.tr("no"), readable),
            (self.tr("Quiet zone (4 needed)"), quiet, "quiet_zone" not in faults),
            (self.tr("One module"), f"{finding.module_mm:.2f} mm", "too_small" not in faults),
            (self.tr("Contrast"), _percent(finding.contrast), not faults & {"contrast", "inverted"}),
            (self.tr("Error correction left"), _percent(finding.spare), "damaged" not in faults),
            (self.tr("Reading distance"), self.tr("up to about {n} cm").format(n=round(finding.reading_mm / 10)), True),
        )
        for said, value, good in lines:
            shown = label(value, "muted" if good else "error")
            self.body.addLayout(
                row(
                    picture("normal" if good else "overdue", "sign", 10), label(said), None, shown, margins=(0, 3, 0, 3)
                )
            )

    def _door(self, proofed: "Proofed", finding: "Finding") -> None:
        """A sign at a gate is scanned from where people stand before it."""
        from services.reports.preflight import too_near

        if too_near(proofed.template, finding.side_mm):
            self.body.addWidget(label(words.say("label.note.too_near"), "warning", "labelTooNear", wrap=True))

    def _notes(self, place: "Place") -> None:
        told = [words.say(f"label.note.{note}") for note in place.notes]
        if place.lacking:
            told.append(words.say("label.note.lacking", signs=place.lacking))
        for text in told:
            self.body.addSpacing(4)
            self.body.addWidget(label(text, "warning", wrap=True))


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _framed(cut: QPixmap, ratio: float, *, bad: bool) -> QPixmap:
    """The label with the rounded edge it has on its sheet; red where it is kept back."""
    made = QPixmap(cut.size())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPainterPath()
    edge.addRoundedRect(QRectF(made.rect()).adjusted(1, 1, -1, -1), 8 * ratio, 8 * ratio)
    painter.setClipPath(edge)
    painter.drawPixmap(0, 0, cut)
    painter.setClipping(False)
    painter.setPen(QPen(theme.colour("overdue" if bad else "line"), (2 if bad else 1) * ratio))
    painter.drawPath(edge)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
