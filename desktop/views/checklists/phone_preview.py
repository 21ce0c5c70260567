"""A checklist as a worker will see it on the phone, painted in the phone page's own colours and sizes, smaller."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop import words
from desktop.style.icons import pixmap
from desktop.style.lettering import sized
from desktop.style.tokens import PHONE
from desktop.views.checklists.wording import limits
from desktop.widgets.form import A_DAY
from services.core.checklists import CheckItem, Items

PHONE_WIDE, SCALE = 390, 0.74
EDGE, GAP = 16, 8
WRAP = Qt.TextFlag.TextWordWrap
MIDDLE = Qt.AlignmentFlag.AlignCenter


class PhonePage(QWidget):
    """The page itself, as long as it is. `picked` carries the place of the item that was pressed."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("phonePage")
        self.name, self.items, self.chosen, self.send = "", Items(), -1, ""
        self.spans: list[tuple[float, float]] = []  # from where to where each item reaches, in the phone's pixels
        self.setFixedWidth(round(PHONE_WIDE * SCALE))

    def show_form(self, name: str, items: Items, chosen: int, send: str) -> None:
        """What the phone shows from now on; `send` is what its button says."""
        self.name, self.items, self.chosen, self.send = name, items, chosen, send
        picture = pixmap("camera", 1, "muted")  # measured on something that can be painted on
        painter = QPainter(picture)
        high = self._paint(painter)
        painter.end()
        self.setFixedHeight(max(round(high * SCALE), 200))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(PHONE_WIDE * SCALE), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PHONE["page"]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SCALE, SCALE)
        self._paint(painter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        y = event.position().y() / SCALE
        for place, (top, bottom) in enumerate(self.spans):
            if top <= y < bottom:
                self.picked.emit(place)

    def _paint(self, painter: QPainter) -> float:
        """Paints all of it; how high it is."""
        y = self._text(painter, self.name or "–", 12, 24, bold=True) + 6
        self.spans = []
        for number, item in enumerate(self.items):
            top = y
            if number == self.chosen:
                painter.fillRect(QRectF(0, top, PHONE_WIDE, self._height(item, number)), QColor(PHONE["tint"]))
            y = self._item(painter, item, number, top)
            self.spans.append((top, y))
        send = QRectF(EDGE, y + 16, PHONE_WIDE - 2 * EDGE, 56)
        self._box(painter, send, PHONE["accent"], PHONE["accent"])
        self._said(painter, send, self.send, 18, PHONE["on-accent"], bold=True)
        return y + 16 + 56 + 16

    def _height(self, item: CheckItem, number: int) -> float:
        picture = pixmap("camera", 1, "muted")
        painter = QPainter(picture)
        high = self._item(painter, item, number, 0)
        painter.end()
        return high

    def _item(self, painter: QPainter, item: CheckItem, number: int, y: float) -> float:
        painter.setPen(QPen(QColor(PHONE["line"]), 1))
        painter.drawLine(EDGE, int(y), PHONE_WIDE - EDGE, int(y))
        said = f"{number + 1}. {item.text}"
        optional = "" if item.required else "  " + words.say("phone.js.optional")
        y = self._text(painter, said + optional, y + 12, 18, bold=True)
        if item.hint:
            y = self._text(painter, item.hint, y, 15, PHONE["muted"])
        answer = {"pass_fail": self._passing, "choice": self._choices, "photo": self._photo, "signature": self._pad}
        answer |= {"text": self._line, "date": self._line}
        return answer.get(item.kind, self._figure)(painter, item, y + GAP) + 12

    def _passing(self, painter: QPainter, item: CheckItem, y: float) -> float:
        return self._buttons(painter, [words.say(f"phone.js.{one}") for one in ("pass", "fail", "not_applicable")], y)

    def _choices(self, painter: QPainter, item: CheckItem, y: float) -> float:
        return self._buttons(painter, [*(one or "…" for one in item.choices), words.say("phone.js.not_applicable")], y)

    def _buttons(self, painter: QPainter, texts: list[str], y: float) -> float:
        wide = (PHONE_WIDE - 2 * EDGE - GAP * (len(texts) - 1)) / len(texts)
        for number, text in enumerate(texts):
            place = QRectF(EDGE + number * (wide + GAP), y, wide, 56)
            self._box(painter, place, PHONE["page"], PHONE["edge"])
            self._said(painter, place.adjusted(2, 2, -2, -2), text, 17, PHONE["text"])
        return y + 56

    def _figure(self, painter: QPainter, item: CheckItem, y: float) -> float:
        self._box(painter, QRectF(EDGE, y, PHONE_WIDE - 2 * EDGE - 68, 64), PHONE["page"], PHONE["edge"])
        if item.kind == "sensor":
            painter.drawPixmap(int(EDGE + 14), int(y + 18), pixmap("thing-gauge", 28, "muted"))
        unit = QRectF(PHONE_WIDE - EDGE - 60, y, 60, 64)
        self._said(painter, unit, item.unit, 18, PHONE["muted"])
        y += 64
        if limits(item):
            y = self._text(painter, limits(item), y + 4, 15, PHONE["muted"])
        return self._buttons(painter, [words.say("phone.js.not_applicable")], y + GAP)

    def _photo(self, painter: QPainter, item: CheckItem, y: float) -> float:
        place = QRectF(EDGE, y, PHONE_WIDE - 2 * EDGE, 52)
        self._box(painter, place, PHONE["page"], PHONE["edge"])
        self._said(painter, place, words.say("phone.check.photo"), 16, PHONE["text"])
        return y + 52

    def _line(self, painter: QPainter, item: CheckItem, y: float) -> float:
        place = QRectF(EDGE, y, PHONE_WIDE - 2 * EDGE, 52)
        self._box(painter, place, PHONE["page"], PHONE["edge"])
        said = words.say("phone.js.words_here") if item.kind == "text" else A_DAY
        self._said(painter, place, said, 16, PHONE["muted"])
        return y + 52

    def _pad(self, painter: QPainter, item: CheckItem, y: float) -> float:
        place = QRectF(EDGE, y, PHONE_WIDE - 2 * EDGE, 120)
        self._box(painter, place, PHONE["page"], PHONE["edge"])
        self._said(painter, place, words.say("phone.js.sign_here"), 16, PHONE["muted"])
        return y + 120

    def _text(
        self, painter: QPainter, text: str, y: float, size: int, ink: str = PHONE["text"], *, bold: bool = False
    ) -> float:
        """A text over the whole width; where it ends."""
        font = sized(self.font(), size, bold=bold)
        wide = QRectF(EDGE, y, PHONE_WIDE - 2 * EDGE, 2000)
        high = QFontMetricsF(font).boundingRect(wide, int(WRAP), text).height()
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(EDGE, y, PHONE_WIDE - 2 * EDGE, high), int(WRAP), text)
        return y + high

    def _said(self, painter: QPainter, place: QRectF, text: str, size: int, ink: str, *, bold: bool = False) -> None:
        painter.setFont(sized(self.font(), size, bold=bold))
        painter.setPen(QColor(ink))
        painter.drawText(place, int(MIDDLE) | int(WRAP), text)

    def _box(self, painter: QPainter, place: QRectF, ground: str, edge: str) -> None:
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, 8, 8)


class PhonePreview(QScrollArea):
    """The page in a frame that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("phonePreview")
        self.setAccessibleName(self.tr("As a phone shows it"))
        self.page = PhonePage()
        self.setWidget(self.page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(self.page.width() + 12)

    def show_form(self, name: str, items: Items, chosen: int, send: str) -> None:
        """What the phone shows from now on; the chosen item is brought into sight."""
        self.page.show_form(name, items, chosen, send)
        if 0 <= chosen < len(self.page.spans):
            top, bottom = self.page.spans[chosen]
            self.ensureVisible(0, round((top + bottom) / 2 * SCALE), 0, round((bottom - top) / 2 * SCALE))
