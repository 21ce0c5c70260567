"""A page of the guide as a document that can be read in the theme's colours, with pictures as wide as there is room."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.guide import FOLDER, GuidePage
from desktop.style.theme import theme
from desktop.style.tokens import BODY, SECTION, TITLE

EDGE, WIDEST = 28, 860
LETTERS = {1: TITLE, 2: SECTION + 2, 3: SECTION, 4: BODY}
PICTURE = "\ufffc"  # what stands in a text for a picture
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class Paper(QTextBrowser):
    """Shows one page; links are the window's to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpText")
        self.setProperty("look", "bare")
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the first picture is too wide
        self.folder = FOLDER
        self.document().setDocumentMargin(EDGE)

    def write(self, page: GuidePage, folder: Path) -> None:
        """Shows a page whose pictures and links count from this folder."""
        self.folder = folder
        self.document().clear()
        self.document().setMarkdown(page.markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _dress(self.document())

    def bring(self, place: int) -> None:
        """Scrolls so that a heading stands at the top; the first one shows the page's beginning."""
        bar = self.verticalScrollBar()
        found = _headings(self.document())
        if not 0 < place < len(found):
            bar.setValue(0)
            return
        layout = self.document().documentLayout()
        bar.setValue(int(layout.blockBoundingRect(found[place]).top()) - 8)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the guide, made small enough for the column."""
        address = name.toString() if isinstance(name, QUrl) else name
        picture = QImage(str(self.folder / address))
        room = min(WIDEST, self.viewport().width() - 2 * EDGE)
        if picture.width() > room > 0:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture


def _headings(document: QTextDocument) -> list[QTextBlock]:
    return [block for block in _blocks(document) if block.blockFormat().headingLevel()]


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _dress(document: QTextDocument) -> None:
    """Sizes, distances and colours of the house."""
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        QTextCursor(block).mergeBlockFormat(_distances(block, level))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if level:
            cursor.setCharFormat(_letters(document, level))
        for place in _links(block):
            place.mergeCharFormat(_ink("accent"))


def _distances(block: QTextBlock, level: int) -> QTextBlockFormat:
    made, given = QTextBlockFormat(), block.blockFormat()
    code = given.hasProperty(QTextBlockFormat.Property.BlockCodeFence)
    quoted = given.hasProperty(QTextBlockFormat.Property.BlockQuoteLevel)
    made.setLineHeight(100 if code or PICTURE in block.text() else 145, PROPORTIONAL)
    if level:
        made.setTopMargin(4 if level == 1 else 22)
        made.setBottomMargin(8)
    elif QTextCursor(block).currentTable() is None:
        made.setTopMargin(0)
        made.setBottomMargin(0 if code else 4 if block.textList() else 10)
    if code or quoted:
        made.setBackground(theme.colour("hover" if code else "tint"))
        made.setLeftMargin(0)
        made.setRightMargin(0)
    return made


def _letters(document: QTextDocument, level: int) -> QTextCharFormat:
    font = QFont(document.defaultFont())
    font.setPixelSize(LETTERS.get(level, BODY))
    font.setBold(True)
    made = QTextCharFormat()
    made.setFont(font)
    return made


def _ink(name: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour(name))
    return made


def _links(block: QTextBlock) -> list[QTextCursor]:
    found = []
    for one in block.textFormats():
        if one.format.isAnchor():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + one.start)
            cursor.setPosition(block.position() + one.start + one.length, QTextCursor.MoveMode.KeepAnchor)
            found.append(cursor)
    return found
