"""What can be done on every page: search, report a hazard, undo and redo, keep step, keys, theme and language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject

from desktop.views.action import Action, deeds_of, do
from desktop.views.help.helping import Helping
from desktop.views.palette.index import Index
from desktop.views.photo_drop import PhotoDrop
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
        self.helping = Helping(window, self)
        PhotoDrop(window, self._on_photos)
        self._palette: Palette | None = None
        self.begin()

    @staticmethod
    def offers() -> tuple[Action, ...]:
        """All of them, in the language in force."""
        translate = QCoreApplication.translate
        rows = (
            ("search", translate("Everywhere", "Search everything"), "search", "Ctrl+K", "search"),
            ("undo", translate("Everywhere", "Undo"), "workbench.undo", "Ctrl+Z", "undo"),
            ("redo", translate("Everywhere", "Redo"), "undoing.redo", "Ctrl+Y Ctrl+Shift+Z", "redo"),
            ("notices", translate("Everywhere", "Notifications"), "window.show_notices", "Ctrl+Shift+N", "bell"),
            ("syncNow", translate("Everywhere", "Keep step with the hub now"), "workbench.syncing.soon", "F5", "hub"),
            ("status", translate("Everywhere", "What waits to be sent"), "window.show_details", "", "send"),
            ("takeAlong", translate("Everywhere", "Take with me"), "take_along", "", "suitcase"),
            ("help", translate("Everywhere", "Help"), "helping.open", "F1", "help"),
            ("shortcuts", translate("Everywhere", "Keyboard shortcuts"), "shortcuts", "Ctrl+/ ?", "keyboard"),
            ("guidedTour", translate("Everywhere", "Tour of the window"), "tour", "", "guide"),
            ("foldNavigation", translate("Everywhere", "Navigation: names or icons"), "fold", "", "fold"),
            ("theme", translate("Everywhere", "Theme: light or dark"), "other_theme", "", "theme"),
            ("language", "中文 / English", "other_language", "", "language"),
            ("filter", translate("Everywhere", "In a table: filter"), "", "Ctrl+F", ""),
            ("saveTable", translate("Everywhere", "In a table: save as Excel"), "save_table", "Ctrl+Shift+S", "excel"),
            ("copy", translate("Everywhere", "In a table: copy rows with head"), "", "Ctrl+C", ""),
            ("copyPlain", translate("Everywhere", "In a table: copy rows without head"), "", "Ctrl+Shift+C", ""),
            ("all", translate("Everywhere", "In a table: choose all rows"), "", "Ctrl+A", ""),
            ("menu", translate("Everywhere", "In a table: what can be done with the row"), "", "Shift+F10", ""),
        )
        report = Action(
            name="report",
            title=translate("Everywhere", "Report a hazard"),
            run="report",
            keys="Ctrl+R",
            picture="add",
            operation="hazards.report",
        )
        return report, *(Action(name=n, title=t, run=run, keys=keys, picture=p) for n, t, run, keys, p in rows)

    def begin(self) -> None:
        """Makes the deeds, in the language in force."""
        self.deeds = deeds_of(self, self.offers(), self._on_deed)
        for deed in self.deeds.values():
            self.window.addAction(deed)
        self.helping.key = self.deeds["help"]

    def begin_again(self) -> None:
        """Another language or theme is in force: what has been built is built anew when it is wanted."""
        for deed in self.deeds.values():
            self.window.removeAction(deed)
            deed.deleteLater()
        if self._palette is not None:
            self._palette.hide()
            self._palette.deleteLater()
            self._palette = None
        self.helping.begin_again()
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

    def report(self, zone: str = "", photos: QMimeData | None = None) -> None:
        """The form of a new hazard, with the zone chosen where it is known, and photos that were dropped or copied."""
        from desktop.views.hazards.report_dialog import ReportDialog
        from services.core.refused import Refused

        if not self.workbench.may("hazards.report"):
            self.workbench.refused.emit(Refused("not_allowed"))
            return
        dialog = ReportDialog(self.workbench, zone, self.window)
        dialog.reported.connect(self._on_reported)
        dialog.open()
        if photos is not None:
            dialog.tray.take(photos)

    def _on_photos(self, photos: QMimeData) -> None:
        if self.deeds["report"].isEnabled():
            self.report(photos=photos)

    def _on_reported(self, hazard: str) -> None:
        """Sending waits as long as the toast's undo is at hand."""
        from desktop.widgets.toast import GOOD_MS

        self.workbench.hold_back(GOOD_MS)
        self.window.show_record("hazards", "hazard", hazard)
        told = self.tr("Reported. It gets its number from the hub.")
        self.window.toast.good(told, self.tr("Undo"), self.workbench.undo)

    def save_table(self) -> None:
        """The table of the page that is shown, as a workbook."""
        page = self.window.pages.get(self.window.here)
        if page is None or not page.save_table():
            self.window.toast.bad(self.tr("There is no table on this page to save."))

    def take_along(self) -> None:
        """What this computer fetches before it leaves the hub behind."""
        from desktop.views.along.dialog import AlongDialog
        from services.core.refused import Refused

        if self.workbench.bag is not None:
            self.workbench.refused.emit(Refused("bag_sealed"))
            return
        AlongDialog(self.workbench, self.window).open()

    def shortcuts(self) -> None:
        """The page of shortcuts."""
        from desktop.views.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.window).open()

    def tour(self) -> None:
        """What each part of the window is for."""
        from desktop.views.guided_tour import GuidedTour

        GuidedTour(self.window).begin()

    def fold(self) -> None:
        """The navigation with names, or with icons only."""
        self.window.navigation.fold()

    def other_theme(self) -> None:
        """Light becomes dark, dark becomes light; kept on this console."""
        from desktop.style.theme import theme
        from desktop.views.settings.console_card import use_theme

        use_theme("light" if theme.dark else "dark")

    def other_language(self) -> None:
        """Chinese becomes English, English becomes Chinese; kept on this console."""
        from desktop.language import language
        from desktop.views.settings.console_card import use_language

        use_language("en" if language.name == "zh" else "zh")

    def _on_deed(self) -> None:
        do(self)
