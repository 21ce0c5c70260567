"""The page of shortcuts: every key of the program, from the same list that makes buttons and palette; to search and to
print."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QLineEdit, QTextBrowser

from desktop.style.theme import theme
from desktop.views.action import Action
from desktop.views.pages import page_of, page_title
from desktop.widgets.parts import button, column, row

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.views.window import Window

WIDE, HIGH = 640, 600
translate = QCoreApplication.translate
Group = tuple[str, list[tuple[str, tuple[str, ...]]]]


class ShortcutsDialog(QDialog):
    """Opened by a window over itself; gone when it is closed."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDE, min(HIGH, window.height() - 80))
        self.filter = QLineEdit()
        self.filter.setObjectName("shortcutsFilter")
        self.filter.setPlaceholderText(self.tr("Filter: what it does, or a key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.text = QTextBrowser()
        self.text.setObjectName("shortcutsText")
        self.text.setAccessibleName(self.windowTitle())
        self.print = button(self.tr("Print…"), "printShortcuts", self._on_print, "", "print")
        shut = button(self.tr("Close"), "shortcutsClose", self.close, "primary")
        self.setLayout(column(self.filter, self.text, row(self.print, None, shut), gap=12, margins=(20, 16, 20, 16)))
        self._show("")

    def _show(self, wanted: str) -> None:
        self.text.setHtml(page_of_keys(fitting(groups(self._window), wanted), self.tr("No key does this.")))

    def document(self) -> QTextDocument:
        """All of them, black on white, for paper."""
        made = QTextDocument(self)
        made.setHtml(page_of_keys(groups(self._window), "", ink="#000000", line="#999999"))
        return made

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setObjectName("printDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer)
        QDialog.open(dialog)

    def _on_printer(self) -> None:
        self.print_to(self._printer)

    def print_to(self, printer: "QPrinter") -> None:
        """Puts them on paper."""
        self.document().print_(printer)


def groups(window: "Window") -> list[Group]:
    """All actions that have a key, those of everywhere first, then by page."""
    found = [(translate("Shortcuts", "Everywhere"), _keyed(window.everywhere.offers()))]
    for key, own in window.pages_with_keys():
        shown = translate("Shortcuts", "Show this page")
        found.append((page_title(key), [*([(shown, own)] if own else []), *_keyed(page_of(key).offers())]))
    return [group for group in found if group[1]]


def fitting(all_: list[Group], wanted: str) -> list[Group]:
    """What has the words in its title, its group or its keys."""
    words = wanted.casefold().split()
    found = [
        (title, [(what, keys) for what, keys in lines if _fits(f"{title} {what} {' '.join(keys)}", words)])
        for title, lines in all_
    ]
    return [group for group in found if group[1]]


def page_of_keys(shown: list[Group], nothing: str, ink: str = "", line: str = "") -> str:
    """The groups as a page of HTML."""
    ink, line = ink or theme.colours.text, line or theme.colours.line
    body = "".join(_group(title, lines, line) for title, lines in shown) or f"<p>{escape(nothing)}</p>"
    return f'<div style="color: {ink}">{body}</div>'


def _group(title: str, lines: list[tuple[str, tuple[str, ...]]], line: str) -> str:
    edge = f"border-bottom: 1px solid {line}"
    rows = "".join(
        f'<tr><td style="{edge}">{escape(what)}</td>'
        f'<td align="right" style="{edge}"><b>{escape("  /  ".join(keys))}</b></td></tr>'
        for what, keys in lines
    )
    return f'<h3>{escape(title)}</h3><table width="100%" cellspacing="0" cellpadding="5">{rows}</table>'


def _keyed(actions: tuple[Action, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(action.title, action.shown_keys) for action in actions if action.keys]


def _fits(text: str, words: list[str]) -> bool:
    return all(word in text.casefold() for word in words)
