"""The help window: contents and search at the left, the guide's page at the right; back, forward, links between pages.
It stands beside the console's window, so that one can read and do."""

from PySide6.QtCore import QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.guide import CONTENTS, FOLDER, page
from desktop.guide.finding import Found, find
from desktop.language import language
from desktop.style.lettering import sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from desktop.views.help.paper import Paper
from desktop.views.help.topics import Topic
from desktop.widgets.parts import box, button, column, row
from desktop.words import say

SIZE, LIST, KEPT = (1080, 760), 270, "help/geometry"
KEY = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """`lead` shows a part of the guide."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpWindow")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Help · Anhuan"))
        self.here: Topic = ("", "")
        self._items: dict[str, QTreeWidgetItem] = {}
        self._before: list[Topic] = []
        self._after: list[Topic] = []
        self.field = QLineEdit()
        self.field.setObjectName("helpField")
        self.field.setPlaceholderText(self.tr("Search the guide"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.search)
        self.field.returnPressed.connect(self._on_first)
        self.tree = self._contents()
        self.found = self._results()
        self.left = QStackedWidget()
        self.left.addWidget(self.tree)
        self.left.addWidget(self.found)
        self.paper = Paper()
        self.paper.anchorClicked.connect(self.follow)
        self.back = button(self.tr("Back"), "helpBack", self.go_back, "", "back")
        self.forward = button(self.tr("Forward"), "helpForward", self.go_forward, "", "forward")
        self._arrange()
        self._again = QTimer(self, singleShot=True, interval=150)
        self._again.timeout.connect(self._write)
        theme.changed.connect(self._write)
        if not self.restoreGeometry(QSettings().value(KEPT) or b""):
            self.resize(*SIZE)

    def _arrange(self) -> None:
        side = box(column(self.field, self.left, gap=8, margins=(12, 12, 8, 12)), "panel")
        bar = row(self.back, self.forward, None, gap=8, margins=(16, 8, 16, 8))
        text = box(column(bar, self.paper, gap=0), "panel")
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(text)
        split.setSizes([LIST, SIZE[0] - LIST])
        split.setStretchFactor(1, 1)
        self.setLayout(column(split, gap=0))
        for keys, deed in (("Alt+Left", self.go_back), ("Alt+Right", self.go_forward), ("Esc", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)

    def _contents(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("helpContents")
        tree.setAccessibleName(self.tr("Contents"))
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.setProperty("look", "bare")
        for name, keys in CONTENTS:
            group = QTreeWidgetItem([say(f"guide.group.{name}")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFont(0, sized(self.font(), CAPTION, bold=True))
            group.setForeground(0, theme.colour("muted"))
            tree.addTopLevelItem(group)
            for key in keys:
                item = QTreeWidgetItem([page(language.name, key).title])
                item.setData(0, KEY, key)
                group.addChild(item)
                self._items[key] = item
            group.setExpanded(True)
        tree.currentItemChanged.connect(self._on_content)
        return tree

    def _results(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("helpFound")
        made.setAccessibleName(self.tr("What was found"))
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSpacing(2)
        made.setProperty("look", "bare")
        made.itemActivated.connect(self._on_found)
        made.itemClicked.connect(self._on_found)
        return made

    def search(self, text: str) -> None:
        """Shows the sections with these words; without a word the contents."""
        self.found.clear()
        for one in find(language.name, text):
            item = QListWidgetItem(told(one))
            item.setData(KEY, (one.page.key, one.place))
            self.found.addItem(item)
        if text.strip() and not self.found.count():
            item = QListWidgetItem(self.tr("The guide says nothing about this."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(item)
        self.left.setCurrentWidget(self.found if text.strip() else self.tree)

    def lead(self, topic: Topic) -> None:
        """Shows a part of the guide, and keeps the way back."""
        if topic == self.here:
            return
        if self.here[0]:
            self._before.append(self.here)
        self._after.clear()
        self._show(topic)

    def go_back(self) -> None:
        """To where one was before."""
        if self._before:
            self._after.append(self.here)
            self._show(self._before.pop())

    def go_forward(self) -> None:
        """And on again."""
        if self._after:
            self._before.append(self.here)
            self._show(self._after.pop())

    def follow(self, url: QUrl) -> None:
        """A link: another part of the guide, or an address for the browser."""
        if url.scheme():
            QDesktopServices.openUrl(url)
            return
        key = url.path().removesuffix(".md") or self.here[0]
        self.lead((key, url.fragment()))

    def _show(self, topic: Topic) -> None:
        other = topic[0] != self.here[0]
        self.here = topic
        if other:
            self._write()
        self.paper.bring(self._place())
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))
        self._mark()

    def _place(self) -> int:
        return page(language.name, self.here[0]).place_of(self.here[1])

    def _write(self) -> None:
        if self.here[0]:
            shown = page(language.name, self.here[0])
            self.paper.setAccessibleName(shown.title)
            self.paper.write(shown, FOLDER / language.name)
            self.paper.bring(self._place())

    def _mark(self) -> None:
        self.tree.blockSignals(True)
        self.tree.setCurrentItem(self._items[self.here[0]])
        self.tree.blockSignals(False)

    def _on_content(self, item: QTreeWidgetItem | None) -> None:
        key = item.data(0, KEY) if item is not None else None
        if key:
            self.lead((str(key), ""))

    def _on_found(self, item: QListWidgetItem) -> None:
        wanted = item.data(KEY)
        if wanted:
            key, place = wanted
            self.lead((key, ""))
            self.paper.bring(place)

    def _on_first(self) -> None:
        first = self.found.item(0)
        if first is not None:
            self._on_found(first)

    def _on_find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        QSettings().setValue(KEPT, self.saveGeometry())
        super().closeEvent(event)


def told(one: Found) -> str:
    """A find in the list: where, and the words around."""
    where = one.section.title if one.place == 0 else f"{one.page.title} › {one.section.title}"
    return f"{where}\n{one.excerpt}"
