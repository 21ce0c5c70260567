"""Parts of the navigation, painted: an item with icon, name and count, the head with the sign, the person."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.style.lettering import RIGHT, paint_text, sized
from desktop.style.logo import paint_logo
from desktop.style.theme import theme
from desktop.style.tokens import BODY, CAPTION, RADIUS, SECTION

INSET, ITEM, ICON, HEAD, PERSON, AVATAR = 8, 36, 20, 32, 44, 28
TIGHT = 30  # high where the window is low
SMALL, INDENT = 16, 16  # the icon of a page that stands under another, and how far it is moved in


class NavItem(QAbstractButton):
    """A page of the navigation. As wide as it is told, it shows its name, or as a rail its icon only; one that stands
    `under` another is smaller."""

    def __init__(self, name: str, title: str, *, under: bool = False) -> None:
        super().__init__()
        self._under = under
        self.setObjectName(name)
        self.rename(title)
        self.setCheckable(True)
        self.setFixedHeight(ITEM)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.narrow = False
        self.count, self._overdue = 0, False

    def rename(self, title: str) -> None:
        """What the page is called."""
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(title)

    def tell(self, count: int, *, overdue: bool) -> None:
        """How many records the page holds for people, and whether one of them is overdue."""
        self.count, self._overdue = count, overdue
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(INSET, 0, -INSET, 0)
        self._paint_ground(painter, place)
        size = SMALL if self._under else ICON
        left = place.left() + 10 + ((INDENT if not self.narrow else (ICON - SMALL) / 2) if self._under else 0)
        icon = QRectF(left, place.top() + (place.height() - size) / 2, size, size)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, icon.toRect(), Qt.AlignmentFlag.AlignCenter, mode)
        if self.narrow:
            self._paint_mark(painter, icon)
        else:
            self._paint_words(painter, place)

    def _paint_ground(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        if self.isChecked():
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(-3, place.center().y() - 10, 6, 20), 3, 3)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_mark(self, painter: QPainter, icon: QRectF) -> None:
        if self._overdue:
            painter.fillRect(QRectF(icon.right() - 1, icon.top() - 4, 6, 6), theme.colour("overdue"))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        ink = theme.colour("accent" if self.isChecked() else "text" if self.isEnabled() else "muted")
        painter.setFont(sized(self.font(), BODY, bold=self.isChecked()))
        left, right = 42 + (INDENT - 4 if self._under else 0), -36 if self.count else -4
        paint_text(painter, place.adjusted(left, 0, right, 0), self.text(), ink)
        if self.count:
            painter.setFont(sized(self.font(), CAPTION, bold=self._overdue))
            colour = theme.colour("overdue" if self._overdue else "muted")
            paint_text(painter, place.adjusted(0, 0, -10, 0), str(self.count), colour, RIGHT)

    def sizeHint(self) -> QSize:
        return QSize(40, ITEM)


class NavHead(QWidget):
    """The program's sign and, where there is room, the plant's name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEAD)
        self.setAccessibleName("")
        self.narrow = False

    def call(self, name: str) -> None:
        """What stands beside the sign."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, mark = theme.colour("accent"), theme.colour("panel")
        paint_logo(painter, QRectF(INSET + 9, (HEAD - 22) / 2, 22, 22), ground, mark)
        if not self.narrow:
            painter.setFont(sized(self.font(), SECTION, bold=True))
            place = QRectF(self.rect()).adjusted(INSET + 42, 0, -INSET, 0)
            paint_text(painter, place, self.accessibleName(), theme.colour("text"))


class NavPerson(QWidget):
    """Who is signed in: a round with initials, the name, the role."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navMe")
        self.setFixedHeight(PERSON)
        self.narrow = False
        self._name = self._role = ""

    def call(self, name: str, role: str) -> None:
        """Who it is."""
        self._name, self._role = name, role
        self.setAccessibleName(f"{name}, {role}")
        self.setToolTip(f"{name} · {role}" if name else "")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(INSET, 0, self.width() - 2 * INSET, 1), theme.colour("line"))
        round_ = QRectF(INSET + 6, (PERSON - AVATAR) / 2 + 1, AVATAR, AVATAR)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("page"))
        painter.drawEllipse(round_)
        painter.setFont(sized(self.font(), CAPTION, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, initials(self._name))
        if not self.narrow:
            words = QRectF(round_.right() + 8, round_.top() - 3, self.width() - round_.right() - 16, 18)
            painter.setFont(sized(self.font(), BODY))
            paint_text(painter, words, self._name, theme.colour("text"))
            painter.setFont(sized(self.font(), CAPTION))
            paint_text(painter, words.translated(QPointF(0, 17)), self._role, theme.colour("muted"))


def initials(name: str) -> str:
    """One character of a Chinese name, the first letters of a Western one."""
    parts = name.split()
    if not parts:
        return ""
    return "".join(part[0] for part in parts[:2]).upper() if name.isascii() else parts[0][0]
