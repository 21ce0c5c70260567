"""The palette over the window: a field, and below it what fits, the best first. Worked by keys alone."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

from desktop.style.tokens import HEAD
from desktop.views.palette.choices import Choice, choices
from desktop.views.palette.matching import Shelf, Thing, find
from desktop.views.palette.rows import HIGH, Row, RowPainter, Rows
from desktop.views.palette.rule_line import RULE_LINE, rule_line
from desktop.widgets.floating import Floating
from desktop.widgets.parts import column, label, line
from desktop.words import say

if TYPE_CHECKING:
    from desktop.views.palette.index import Index
    from desktop.views.window import Window

WIDTH, MOST_ROWS, FIELD, FOOT = 680, 10, 48, 32
KEPT, RECENT = "palette/chosen", 30
FIRST_BONUS, STEP = 24.0, 2.0  # what was chosen last is worth so much more, and the one before it a little less
SHOWN_RECENT = 6


class Palette(Floating):
    """Opened by a window over itself."""

    def __init__(self, window: "Window", index: "Index") -> None:
        super().__init__(window, "palette")
        self._window, self._index = window, index
        self._choices: dict[tuple[str, str], Choice] = {}
        self._shelf = Shelf(())
        self.field = _Field(self)
        self.setAccessibleName(self.field.accessibleName())
        self.field.textChanged.connect(self.search)
        self.model = Rows(self)
        self.view = QListView()
        self.view.setObjectName("paletteRows")
        self.view.setAccessibleName(self.tr("What was found"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowPainter(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        self.view.setProperty("look", "bare")
        self.view.clicked.connect(self._on_clicked)
        self.nothing = label("", "muted", "paletteNothing", wrap=True)
        self.nothing.setContentsMargins(20, 12, 20, 12)
        self.hint = label("", "caption", "paletteHint")
        self.hint.setFixedHeight(FOOT)
        self.hint.setContentsMargins(20, 0, 20, 0)
        self.setLayout(
            column(self.field, line(), self.nothing, self.view, line(), self.hint, gap=0, margins=(1, 1, 1, 1))
        )
        index.changed.connect(self._on_index)

    def toggle(self) -> None:
        """Opens it, or closes it."""
        if self.isVisible():
            self.shut()
            return
        self._index.soon()
        self.field.clear()
        self.open_for(self.field)

    def follow(self) -> None:
        """Pages and actions as they are now."""
        self._choices = {one.row.thing.key: one for one in choices(self._window)}
        self._shelf = Shelf((one.row.thing for one in self._choices.values()), heard=self._index.ready)
        self.search(self.field.text())

    def search(self, text: str) -> None:
        """Shows what fits; without a word what was chosen last, and what can be done here."""
        chosen = _chosen()
        if text.strip():
            bonus = {key: max(FIRST_BONUS - STEP * place, 0.0) for place, key in enumerate(chosen)}
            found = find((self._shelf, *self._index.shelves.values()), text, bonus)
            if (line_ := rule_line(self._window, text.strip())) is not None:
                self._choices[line_.row.thing.key] = line_
                found = [line_.row.thing, *found]
        else:
            found = self._first_ones(chosen)
        self.model.show_rows(tuple(self._row(one) for one in found))
        self._tell(text.strip())
        self._choose(0)
        self.arrange()

    def _first_ones(self, chosen: list[tuple[str, str]]) -> list[Thing]:
        things = {one.key: one for shelf in self._index.shelves.values() for one in shelf.things}
        things |= {key: one.row.thing for key, one in self._choices.items()}
        before = [things[key] for key in chosen if key in things][:SHOWN_RECENT]
        here = [one.row.thing for key, one in self._choices.items() if key[1].startswith(f"{self._window.here}/")]
        others = [one.row.thing for key, one in self._choices.items() if key[0] == "action"]
        pages = [one.row.thing for key, one in self._choices.items() if key[0] == "page"]
        return list(dict.fromkeys([*before, *here, *pages, *others]))

    def _row(self, thing: Thing) -> Row:
        known = self._choices.get(thing.key)
        if known is not None:
            return known.row
        return Row(thing, self._index.finders[thing.kind].picture, say(f"record.{thing.kind}"))

    def _tell(self, text: str) -> None:
        nothing = (
            self.tr("Nothing is called '{text}'.").format(text=text)
            + "\n"
            + self.tr(
                "Pages, actions, zones, hazards, people and labels are found by name, pinyin, initials or number."
            )
        )
        self.nothing.setText(nothing)
        self.nothing.setVisible(not self.model.rows)
        self.view.setVisible(bool(self.model.rows))
        if not self._index.ready:
            hint = self.tr("The plant's records are being read…")
        else:
            hint = self.tr("↑ ↓ choose · Enter opens · Esc closes · pinyin and initials work: cycj")
        self.hint.setText(hint)

    def _choose(self, place: int) -> None:
        many = len(self.model.rows)
        if many:
            index = self.model.index(place % many, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        told = self.model.rows[place % many].said if many else self.nothing.text()
        self.field.setAccessibleDescription(told)

    def step(self, by: int) -> None:
        """The choice moves by so many rows; with one it goes round at the ends."""
        here, many = self.view.currentIndex().row(), len(self.model.rows)
        self._choose(here + by if abs(by) == 1 else max(0, min(many - 1, here + by)))

    def take(self) -> None:
        """Does what is chosen, and remembers it."""
        place = self.view.currentIndex().row()
        if not 0 <= place < len(self.model.rows):
            return
        thing = self.model.rows[place].thing
        if thing.kind != RULE_LINE:
            _remember(thing.key)
        self.shut()
        choice = self._choices.get(thing.key)
        if choice is not None:
            choice.take()
        else:
            self._window.show_record(self._index.finders[thing.kind].page, thing.kind, thing.id)

    def arrange(self) -> None:
        over = self._over
        width = min(WIDTH, over.width() - 48)
        rows = min(len(self.model.rows), MOST_ROWS, max(3, (over.height() - 4 * HEAD - FIELD - FOOT) // HIGH))
        inner = rows * HIGH + 8 if rows else self.nothing.heightForWidth(width - 2)
        self.view.setFixedHeight(rows * HIGH + 8)
        self.setGeometry((over.width() - width) // 2, HEAD + 8, width, FIELD + inner + FOOT + 4)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self.take()

    def _on_index(self) -> None:
        if self.isVisible():
            self.follow()


class _Field(QLineEdit):
    """Hands the keys that walk through the rows to its palette."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.setObjectName("paletteField")
        self.setProperty("look", "bare")
        self.setFixedHeight(FIELD)
        self.setPlaceholderText(self.tr("Page, action, zone, hazard number, person …"))
        self.setAccessibleName(self.tr("Search everything"))

    def event(self, event: QEvent) -> bool:
        """No page takes these keys while they are wanted here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _step_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step_of(event)
        if step is not None:
            self._palette.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._palette.take()
        else:
            super().keyPressEvent(event)


def _step_of(event: QKeyEvent) -> int | None:
    page = MOST_ROWS - 1
    steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
    return steps.get(Qt.Key(event.key()))


def _chosen() -> list[tuple[str, str]]:
    """What was chosen before, the last first."""
    return [(str(kind), str(id_)) for kind, id_ in json.loads(str(QSettings().value(KEPT) or "[]"))]


def _remember(key: tuple[str, str]) -> None:
    kept = [key, *(one for one in _chosen() if one != key)][:RECENT]
    QSettings().setValue(KEPT, json.dumps(kept))
