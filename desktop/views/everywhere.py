"""What can be done on every page: search, undo and redo, keep step, notifications, keys, theme and language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.views.action import Action, deeds_of, do
from desktop.views.palette.index import Index
from desktop.views.undoing import Undoing

if TYPE_CHECKING:
    from desktop.views.palette.palette import Palette
    from desktop.views.window import Window
    from desktop.workbench import Workbench


class Everywhere(QObject):
    """The deeds of a window that has a plant. Out of reach while a page stands alone (`allow`)."""

    def __init__(self, window: "Window", workbench: "Workbench") -> None:
        super().__init__(window)
        self.window, self.workbench = window, workbench
        self.index = Index(workbench, self)
        self.undoing = Undoing(workbench, window.toast, self)
        self._palette: Palette | None = None
        self.begin()

    @staticmethod
    def offers() -> tuple[Action, ...]:
        """All of them, in the language in force."""
        translate = QCoreApplication.translate
        return (
            Action(
                name="search",
                title=translate("Everywhere", "Search everything"),
                run="search",
                keys="Ctrl+K",
                picture="search",
            ),
            Action(
                name="undo", title=translate("Everywhere", "Undo"), run="workbench.undo", keys="Ctrl+Z", picture="undo"
            ),
            Action(
                name="redo",
                title=translate("Everywhere", "Redo"),
                run="undoing.redo",
                keys="Ctrl+Y Ctrl+Shift+Z",
                picture="redo",
            ),
            Action(
                name="notices",
                title=translate("Everywhere", "Notifications"),
                run="window.show_notices",
                keys="Ctrl+Shift+N",
                picture="bell",
            ),
            Action(
                name="syncNow",
                title=translate("Everywhere", "Keep step with the hub now"),
                run="workbench.syncing.soon",
                keys="F5",
                picture="hub",
            ),
            Action(
                name="status",
                title=translate("Everywhere", "What waits to be sent"),
                run="window.show_details",
                picture="send",
            ),
            Action(
                name="shortcuts",
                title=translate("Everywhere", "Keyboard shortcuts"),
                run="shortcuts",
                keys="F1 Ctrl+/",
                picture="keyboard",
            ),
            Action(
                name="foldNavigation",
                title=translate("Everywhere", "Navigation: names or icons"),
                run="fold",
                picture="fold",
            ),
            Action(name="filter", title=translate("Everywhere", "In a table: filter"), keys="Ctrl+F"),
            Action(name="copy", title=translate("Everywhere", "In a table: copy rows with head"), keys="Ctrl+C"),
            Action(
                name="theme", title=translate("Everywhere", "Theme: light or dark"), run="other_theme", picture="theme"
            ),
            Action(name="language", title="中文 / English", run="other_language", picture="language"),
        )

    def begin(self) -> None:
        """Makes the deeds, in the language in force."""
        self.deeds = deeds_of(self, self.offers(), self._on_deed)
        for deed in self.deeds.values():
            self.window.addAction(deed)

    def begin_again(self) -> None:
        """Another language or theme is in force: what has been built is built anew when it is wanted."""
        for deed in self.deeds.values():
            self.window.removeAction(deed)
            deed.deleteLater()
        if self._palette is not None:
            self._palette.hide()
            self._palette.deleteLater()
            self._palette = None
        self.begin()

    def allow(self, *, yes: bool) -> None:
        """Whether they can be done now."""
        for deed in self.deeds.values():
            deed.setEnabled(yes)

    def name_undo(self) -> set[str]:
        """Undo and redo say what they would do; the names of those that have nothing to do."""
        self.deeds["undo"].setText(self.undoing.undo_words())
        self.deeds["redo"].setText(self.undoing.redo_words())
        history = self.workbench.history
        return {name for name, step in (("undo", history.next_back()), ("redo", history.next_again())) if step is None}

    def search(self) -> None:
        """Opens the palette, or closes it."""
        from desktop.views.palette.palette import Palette

        if self._palette is None:
            self._palette = Palette(self.window, self.index)
        self._palette.toggle()

    def shortcuts(self) -> None:
        """The page of shortcuts."""
        from desktop.views.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.window).open()

    def fold(self) -> None:
        """The navigation with names, or with icons only."""
        self.window.navigation.fold()

    def other_theme(self) -> None:
        """Light becomes dark, dark becomes light; kept on this console."""
        from desktop.style.theme import theme
        from desktop.views.settings.console_card import use_theme

        use_theme("light" if theme.name == "dark" else "dark")

    def other_language(self) -> None:
        """Chinese becomes English, English becomes Chinese; kept on this console."""
        from desktop.language import language
        from desktop.views.settings.console_card import use_language

        use_language("en" if language.name == "zh" else "zh")

    def _on_deed(self) -> None:
        do(self)
