"""All that a rule can be built of: each is pressed, or carried to where it is to stand."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QWidget

from desktop import words
from desktop.style.icons import icon
from desktop.style.theme import theme
from desktop.views.rules.blocks.carrying import Carrying, Grip, Load
from desktop.widgets.parts import column, label
from services.core.rule_grammar import JOINTS, Group, Kind, conditions, deeds, kind_of
from services.rules.draft import Block

WIDE = 196
PICTURES: dict[Group, str] = {
    "sensors": "thing-gauge",
    "safety": "hazards",
    "people": "person",
    "machines": "thing-machine",
    "time": "past",
    "joint": "layers",
    "deed": "action",
}


class KindButton(QToolButton):
    """One kind, to press or to carry away."""

    def __init__(self, kind: str, carrying: Carrying) -> None:
        super().__init__()
        self.kind = kind
        self._grip = Grip(carrying)
        said = words.say(f"block.{kind}")
        self.setObjectName(f"kind-{kind}")
        self.setText(said)
        self.setAccessibleName(said)
        self.setToolTip(self.tr("Press it, or drag it to where it is to stand"))
        self.setAutoRaise(True)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(30)
        self.setProperty("look", "pick")
        self.tint()
        theme.changed.connect(self.tint)

    def tint(self) -> None:
        """The sign in the theme's colour."""
        self.setIcon(icon(PICTURES[kind_of(self.kind).group], "muted"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip.press(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip.move(event, Load(Block(self.kind), self.text())):
            self.setDown(False)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip.release(event):
            self.setDown(False)
        else:
            super().mouseReleaseEvent(event)


class BlockPalette(QScrollArea):
    """`wanted` carries the kind that was pressed."""

    wanted = Signal(str)

    def __init__(self, carrying: Carrying) -> None:
        super().__init__()
        self.setObjectName("blockPalette")
        self.setAccessibleName(self.tr("Blocks to choose from"))
        self.setFixedWidth(WIDE)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kinds = [*conditions().values(), *(kind_of(one) for one in JOINTS), *deeds().values()]
        groups: dict[str, list[Kind]] = {}
        for kind in kinds:
            groups.setdefault(kind.group, []).append(kind)
        layout = column(gap=2, margins=(0, 0, 8, 8))
        for group, some in groups.items():
            layout.addWidget(label(words.say(f"block.group.{group}"), "head"))
            for kind in some:
                made = KindButton(kind.kind, carrying)
                made.clicked.connect(self._on_pressed)
                layout.addWidget(made)
            layout.addSpacing(8)
        layout.addStretch(1)
        inner = QWidget()
        inner.setLayout(layout)
        self.setWidget(inner)

    def _on_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, KindButton):
            self.wanted.emit(sender.kind)
