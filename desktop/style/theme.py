"""The tokens as a Qt palette and style sheet, and the font of both languages."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.style.tokens import BODY, CAPTION, FIGURE, LIGHT, RADIUS, SECTION, THEMES, TITLE, Colours, colours

SHAPES = Path(__file__).parent / "shapes"
FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC")


class Theme(QObject):
    """The theme in force. `changed` says that colours are others; painted widgets repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = "light"
        self._in_force = ""

    @property
    def dark(self) -> bool:
        """Whether the ground is darker than what stands on it."""
        return self.name != "light"

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return colours(self.name)

    def colour(self, name: str) -> QColor:
        """One of them."""
        return QColor(getattr(self.colours, name))

    def apply(self, name: str) -> None:
        """Puts a theme of the tokens, or that of the 'system', in force; costs nothing where it is, else each widget is
        dressed anew."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        wanted = name if name in THEMES else _system_theme(app)
        if wanted == self._in_force:
            return
        self.name = self._in_force = wanted
        app.setPalette(_palette(self.colours))
        app.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()


theme = Theme()


def _system_theme(app: QApplication) -> str:
    from PySide6.QtCore import Qt

    hints = app.styleHints()  # held: what it gives away goes with it
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def has_chinese_font() -> bool:
    """Whether the system has one of the families we know to be good."""
    return any(family in QFontDatabase.families() for family in FAMILIES)


def use_font(*files: Path) -> None:
    """Takes the program's own font files; called when the system has no Chinese font."""
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
    set_font()


def set_font() -> None:
    """The first of our families that is there, 14 px."""
    font = QFont()
    font.setFamilies([*(family for family in FAMILIES if family in QFontDatabase.families()), font.family()])
    font.setPixelSize(BODY)
    QApplication.setFont(font)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(app.styleSheet())  # what the sheet has dressed already keeps its old family otherwise


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, c.page),
        (role.Base, c.panel),
        (role.AlternateBase, c.page),
        (role.Button, c.panel),
        (role.Text, c.text),
        (role.WindowText, c.text),
        (role.ButtonText, c.text),
        (role.ToolTipBase, c.panel),
        (role.ToolTipText, c.text),
        (role.PlaceholderText, c.muted),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Link, c.accent),
        (role.Mid, c.line),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.muted))
    return palette


def style_sheet(c: Colours) -> str:
    """The style sheet of a theme. Widgets say what they are by the property `look`."""
    return _ground(c) + _buttons(c) + _fields(c) + _lists(c) + _blocks(c)


def _blocks(c: Colours) -> str:
    """The blocks of rules, their slots, and what is carried."""
    return f"""
QFrame[look="block"] {{ background: {c.panel}; border: 1px solid {c.line}; border-left: 4px solid {c.accent};
  border-radius: {RADIUS}px; }}
QFrame[look="block"][of="joint"] {{ border-left-color: {c.muted}; background: {c.page}; }}
QFrame[look="block"][of="deed"] {{ border-left-color: {c.text}; }}
QFrame[look="block"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="slot"] {{ background: {c.tint}; color: {c.accent}; border: 1px solid transparent; border-radius: 12px;
  min-height: 22px; padding: 0 10px; }}
QPushButton[look="slot"]:hover {{ border-color: {c.accent}; }}
QPushButton[look="slot"][loud="true"] {{ background: {c.panel}; color: {c.overdue}; border: 1px dashed {c.overdue}; }}
QPushButton[look="slot"]:focus {{ border: 2px solid {c.accent}; padding: 0 9px; min-height: 20px; }}
QLabel[look="carried"] {{ background: {c.accent}; color: {c.on_accent}; border-radius: {RADIUS}px; padding: 6px 12px;
  font-weight: 600; }}
QLabel[look="carried"]:disabled {{ background: {c.muted}; color: {c.panel}; }}
QListWidget {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; outline: none; }}
QListWidget::item {{ padding: 0 8px; min-height: 28px; }}
QListWidget::item:hover {{ background: {c.hover}; }}
QListWidget::item:selected {{ background: {c.tint}; color: {c.text}; }}
QListWidget#settingsSections {{ background: transparent; border: 1px solid transparent; }}
QListWidget#settingsSections:focus {{ border-color: {c.accent}; }}
QListWidget#settingsSections::item {{ border-radius: {RADIUS}px; }}
QListWidget#settingsSections::item:selected {{ background: {c.tint}; color: {c.accent}; font-weight: 600; }}
"""


def _ground(c: Colours) -> str:
    """Grounds, cards and texts."""
    return f"""
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog, QWidget[look="page"] {{ background: {c.page}; }}
QWidget[look="panel"], QFrame[look="panel"] {{ background: {c.panel}; }}
QFrame[look="nav-list"] {{ background: {c.panel}; border: none; }}
QFrame[look="nav"] {{ background: {c.panel}; border: none; border-right: 1px solid {c.line}; }}
QFrame[look="side"] {{ background: {c.panel}; border: none; border-left: 1px solid {c.line}; }}
QFrame[look="card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QFrame[look="hint"] {{ background: {c.tint}; border: none; }}
QFrame[look="alarm"] {{ background: {c.alarm}; border: none; }}
QLabel[look="alarm"] {{ color: {c.on_alarm}; font-weight: 600; }}
QFrame[look="card-red"] {{ background: {c.panel}; border: 1px solid {c.line}; border-left: 3px solid {c.overdue};
  border-radius: {RADIUS}px; }}
QFrame[look="card-yellow"] {{ background: {c.panel}; border: 1px solid {c.line}; border-left: 3px solid {c.pending};
  border-radius: {RADIUS}px; }}
QFrame#navigation {{ border: none; border-right: 1px solid {c.line}; }}
QFrame[look="line"] {{ background: {c.line}; border: none; }}
QLabel {{ background: transparent; }}
QLabel[look="title"] {{ font-size: {TITLE}px; font-weight: 700; }}
QLabel[look="figure"] {{ font-size: {FIGURE}px; font-weight: 700; }}
QLabel[look="desk-title"] {{ font-size: 18px; font-weight: 700; }}
QLabel[look="section"] {{ font-size: {SECTION}px; font-weight: 600; }}
QLabel[look="head"] {{ font-size: {CAPTION}px; font-weight: 700; color: {c.muted}; }}
QLabel[look="muted"] {{ color: {c.muted}; }}
QLabel[look="caption"] {{ color: {c.muted}; font-size: {CAPTION}px; }}
QLabel[look="caption"][loud="true"] {{ color: {c.pending}; font-weight: 600; }}
QLabel[look="dot"] {{ background: {c.accent}; border-radius: 4px; }}
QPushButton[look="line-button"] {{ background: transparent; border: 2px solid transparent; border-radius: 0;
  text-align: left; padding: 0; }}
QPushButton[look="line-button"]:hover {{ background: {c.hover}; }}
QPushButton[look="line-button"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="figure-card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
  padding: 0; min-height: 102px; }}
QPushButton[look="figure-card"]:hover {{ border-color: {c.muted}; }}
QPushButton[look="figure-card"]:focus {{ border: 2px solid {c.accent}; padding: 0; min-height: 100px; }}
QPushButton[look="figure-card"][loud="true"] {{ background: {c.alarm}; border-color: {c.alarm}; }}
QPushButton[look="figure-card"][loud="true"]:hover {{ border-color: {c.text}; }}
QPushButton[look="figure-card"][loud="true"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[look="figure-card"][loud="true"] QLabel {{ color: {c.on_alarm}; font-weight: 400; }}
QPushButton[look="figure-card"][loud="true"] QLabel[look="figure"] {{ font-weight: 700; }}
QListView[look="bare"] {{ background: {c.panel}; border: 1px solid transparent; }}
QListView:focus, QListView[look="bare"]:focus, QListWidget:focus {{ border: 1px solid {c.accent}; }}
QFrame[look="floating"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QLabel[look="error"] {{ color: {c.overdue}; font-weight: 600; }}
QLabel[look="warning"] {{ color: {c.pending}; font-weight: 600; }}
"""


def _buttons(c: Colours) -> str:
    """Buttons by their look."""
    return f"""
QPushButton {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; padding: 0 12px;
  min-height: 30px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 11px; min-height: 28px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.page}; }}
QPushButton[look="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-weight: 600; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[look="primary"]:disabled {{ background: {c.line}; color: {c.muted}; border-color: {c.line}; }}
QPushButton[look="big"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
  min-height: 38px; padding: 0 20px; }}
QPushButton[look="big"]:disabled {{ background: {c.line}; color: {c.muted}; border-color: {c.line}; }}
QPushButton[look="big-plain"] {{ min-height: 38px; padding: 0 20px; }}
QPushButton[look="big"]:focus {{ border: 2px solid {c.text}; min-height: 36px; padding: 0 19px; }}
QPushButton[look="big-plain"]:focus {{ min-height: 36px; padding: 0 19px; }}
QPushButton[look="link"] {{ background: transparent; border: 2px solid transparent; color: {c.accent}; padding: 0 2px;
  min-height: 28px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border-color: {c.accent}; padding: 0 2px; }}
QPushButton[look="quiet"] {{ background: transparent; border: 2px solid transparent; color: {c.muted}; padding: 0 2px;
  min-height: 20px; font-size: {CAPTION}px; }}
QPushButton[look="quiet"][side="left"] {{ text-align: left; }}
QPushButton[look="quiet"]:hover {{ color: {c.accent}; text-decoration: underline; }}
QPushButton[look="quiet"]:focus {{ border-color: {c.accent}; padding: 0 2px; min-height: 20px; }}
QPushButton[look="quiet"][loud="true"] {{ color: {c.overdue}; font-weight: 600; }}
QPushButton[look="tool"]:checked {{ background: {c.tint}; color: {c.accent}; font-weight: 600;
  border-color: {c.accent}; }}
QToolButton[look="pick"] {{ text-align: left; padding: 4px 8px; border: 1px solid transparent; border-radius: 6px; }}
QToolButton[look="pick"]:hover {{ background: {c.hover}; }}
QToolButton[look="pick"]:focus {{ border: 2px solid {c.accent}; padding: 3px 7px; }}
QToolButton[look="pick"]:checked {{ background: {c.tint}; color: {c.accent}; border-color: {c.accent}; }}
QPushButton[look="segment"]:checked {{ background: {c.tint}; color: {c.accent}; font-weight: 700; }}
QPushButton[place="first"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
QPushButton[place="middle"] {{ border-radius: 0; border-left: none; }}
QPushButton[place="last"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: none; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[look="chip"] {{ border-radius: 14px; min-height: 26px; padding: 0 12px; font-size: {CAPTION}px; }}
QPushButton[look="chip"]:checked {{ background: {c.tint}; color: {c.accent}; border-color: {c.accent}; }}
QPushButton[look="chip"]:focus {{ border: 2px solid {c.accent}; padding: 0 11px; min-height: 24px; }}
QPushButton[look="flat"] {{ background: transparent; border: 2px solid transparent; padding: 0 6px;
  min-height: 28px; }}
QPushButton[look="flat"]:hover {{ background: {c.hover}; }}
QPushButton[look="flat"]:focus {{ border-color: {c.accent}; padding: 0 6px; }}
QPushButton[keyed="true"] {{ padding-right: 44px; }}
QPushButton[keyed="true"][look="segment"] {{ padding-right: 52px; }}
QFrame[look="pill"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: 14px; }}
QFrame[look="danger"] {{ background: {c.danger_ground}; border: none; border-radius: {RADIUS}px; }}
"""


def _fields(c: Colours) -> str:
    """Fields to type and choose in. Figures have buttons of no width: told to have none at all, Qt leaves a styled
    field one pixel for its figure."""
    down = _shape("down")
    return f"""
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QDoubleSpinBox {{ background: {c.panel}; border: 1px solid {c.line};
  border-radius: {RADIUS}px; padding: 0 8px; min-height: 30px; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; placeholder-text-color: {c.muted}; }}
QPlainTextEdit {{ padding: 6px 8px; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {c.page}; color: {c.muted}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {{
  border: 2px solid {c.accent}; padding: 0 7px; min-height: 28px; }}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{ background: transparent; border: none; padding: 0 8px;
  min-height: 0; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0;
  border: none; }}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ background: transparent; border: none; padding: 0 20px;
  font-size: {SECTION}px; }}
QLineEdit[look="filter"], QPushButton[look="filter"] {{ background: {c.panel}; border: 1px solid {c.line};
  border-radius: 4px; min-height: 24px; padding: 0 6px; font-size: {CAPTION}px; text-align: left; }}
QPushButton[look="filter"] {{ padding: 0 20px 0 8px; background-image: url("{down}"); background-repeat: no-repeat;
  background-position: right center; background-origin: border; }}
QLineEdit[look="filter"][loud="true"], QPushButton[look="filter"][loud="true"] {{ border-color: {c.accent};
  background-color: {c.tint}; }}
QLineEdit[look="filter"]:focus {{ border: 2px solid {c.accent}; min-height: 22px; padding: 0 5px; }}
QPushButton[look="filter"]:focus {{ border: 2px solid {c.accent}; min-height: 22px; padding: 0 19px 0 7px; }}
QDateTimeEdit {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; padding: 0 8px;
  min-height: 30px; }}
QDateTimeEdit::drop-down {{ border: none; width: 28px; }}
QDateTimeEdit::down-arrow {{ image: url("{down}"); width: 16px; height: 16px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {c.panel}; border: 1px solid {c.line}; selection-background-color: {c.tint};
  selection-color: {c.text}; outline: none; }}
"""


def _lists(c: Colours) -> str:
    """Tables, menus, bars and the rest."""
    check = _shape(f"check-{'light' if c is LIGHT else 'dark'}")
    return f"""
QTableView {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; gridline-color: {c.line};
  selection-background-color: {c.tint}; selection-color: {c.text}; outline: none; }}
QTableView[look="bare"] {{ border: 1px solid transparent; border-radius: 0; }}
QTextBrowser[look="bare"], QTreeView[look="bare"] {{ background: {c.panel}; border: 1px solid transparent;
  outline: none; }}
QTreeView[look="bare"]::item, QListWidget#helpFound::item {{ min-height: 28px; padding: 2px 8px; }}
QTreeView[look="bare"]::item:hover, QListWidget#helpFound::item:hover {{ background: {c.hover}; }}
QTreeView[look="bare"]::item:selected, QListWidget#helpFound::item:selected {{ background: {c.tint};
  color: {c.text}; }}
QTreeView[look="bare"]::branch {{ background: transparent; }}
QTableView:focus, QTableView[look="bare"]:focus, QTreeView[look="bare"]:focus, QTextBrowser[look="bare"]:focus,
QTreeView:focus, QTextBrowser:focus {{
  border: 1px solid {c.accent}; }}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {c.line}; }}
QTableView::item:hover {{ background: {c.hover}; }}
QTableView::item:selected {{ background: {c.tint}; color: {c.text}; }}
QHeaderView {{ background: {c.page}; }}
QHeaderView::section {{ background: {c.page}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
  padding: 0 8px 0 11px; font-size: {CAPTION}px; font-weight: 700; min-height: 30px; }}
QTableCornerButton::section {{ background: {c.page}; border: none; }}
QScrollArea {{ background: transparent; border: 1px solid transparent; }}
QScrollArea:focus {{ border-color: {c.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
#navScroll QScrollBar:vertical {{ width: 4px; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 5px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.panel}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.tint}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QToolTip {{ background: {c.text}; color: {c.panel}; border: none; padding: 4px 8px; }}
QProgressBar {{ background: {c.line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 28px; background: transparent; }}
QCheckBox::indicator, QAbstractItemView::indicator, QRadioButton::indicator {{ width: 14px; height: 14px;
  border: 1px solid {c.muted}; border-radius: 4px; background: {c.panel}; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:hover,
QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {c.accent};
  border-color: {c.accent}; image: url("{check}"); }}
QCheckBox::indicator:checked:focus {{ border: 2px solid {c.text}; width: 12px; height: 12px; }}
QRadioButton::indicator:checked {{ border: 4px solid {c.accent}; width: 8px; height: 8px; }}
QRadioButton::indicator:checked:focus {{ border-color: {c.text}; }}
QCheckBox::indicator:disabled {{ background: {c.line}; border-color: {c.line}; }}
QSplitter::handle {{ background: {c.line}; }}
"""


def _shape(name: str) -> str:
    """A drawn shape as the style sheet names it."""
    return (SHAPES / f"{name}.svg").as_posix()
