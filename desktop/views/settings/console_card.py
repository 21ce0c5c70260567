"""What belongs to this console and this person: language, theme, where its hub is, how many months of the journal it
keeps, signing out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop import strings
from desktop.language import language
from desktop.style.theme import theme
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, joined, label, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench

LANGUAGES = (("zh", "中文"), ("en", "English"))
NAME_WIDTH = 96
KEPT_MONTHS = (6, 13, 24, 36, 60, 120)


class ConsoleCard(QWidget):
    """Applied at once; remembered by this console only."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        themes = (
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
            ("system", self.tr("System")),
        )
        self._languages = self._choice("language", LANGUAGES, language.name)
        self._themes = self._choice("theme", themes, str(QSettings().value("theme") or "system"))
        self._languages.buttonClicked.connect(self._on_language)
        self._themes.buttonClicked.connect(self._on_theme)
        self.who = label("", "", "signedInAs")
        self.where = label("", "", "hubAddressShown", copy=True)
        self.months = Choice("keepMonths", self.tr("Entries kept"))
        self.months.activated.connect(self._on_months)
        told = self.tr("The hub keeps all entries. Older ones can be fetched on the journal page.")
        self.warning = label("", "warning", "keyringWarning", wrap=True)
        self.out = button(self.tr("Sign out and close"), "signOut", self._on_sign_out)
        self.waits = label("", "caption", "signOutWaits")
        workbench.sync_changed.connect(self.follow)
        self.setLayout(
            column(
                self._line(self.tr("Language"), joined(*self._languages.buttons())),
                self._line(self.tr("Theme"), joined(*self._themes.buttons())),
                self._line(self.tr("Signed in"), self.who),
                self._line(self.tr("Hub"), self.where),
                self._line(self.tr("Entries kept"), self.months),
                row(label(told, "caption", wrap=True), margins=(NAME_WIDTH + 8, 0, 0, 0)),
                self.warning,
                row(self.out, self.waits, None, gap=12),
                gap=10,
            )
        )

    def follow(self) -> None:
        """Shows who is signed in, and whether signing out would lose nothing."""
        me, waiting = self.workbench.me, self.workbench.sync_state.waiting
        self.who.setText(me.name if me else "–")
        self.where.setText(self.workbench.opened.url)
        self._offer_months()
        told = self.tr(
            "This computer has no keyring: the sign-in is kept in a file that only your account can read. "
            "Don't leave it signed in where others use your account."
        )
        self.warning.setText(told if self.workbench.opened.keys.warning else "")
        self.warning.setVisible(bool(self.warning.text()))
        self.out.setEnabled(waiting == 0)
        self.waits.setText(self.tr("Something still waits to be sent under your name.") if waiting else "")

    def _choice(self, name: str, options: tuple[tuple[str, str], ...], chosen: str) -> QButtonGroup:
        group = QButtonGroup(self)
        for value, text in options:
            made = button(text, f"{name}-{value}", None, "segment")
            made.setCheckable(True)
            made.setChecked(value == chosen)
            made.setProperty("value", value)
            group.addButton(made)
        return group

    def _line(self, text: str, part: QWidget | QHBoxLayout) -> QHBoxLayout:
        name = label(text, "muted")
        name.setFixedWidth(NAME_WIDTH)
        return row(name, part, None)

    def _on_language(self, pressed: QPushButton) -> None:
        use_language(str(pressed.property("value")))

    def _on_theme(self, pressed: QPushButton) -> None:
        use_theme(str(pressed.property("value")))

    def _offer_months(self) -> None:
        kept = self.workbench.past.months()
        choices = sorted({*KEPT_MONTHS, kept})
        self.months.offer(((self.tr("%n months", "", one), str(one)) for one in choices), str(kept))

    def _on_months(self) -> None:
        self.workbench.past.keep(int(self.months.currentData()))

    def _on_sign_out(self) -> None:
        self.out.setEnabled(False)
        self.workbench.sign_out(self._on_signed_out)

    def _on_signed_out(self, _: object) -> None:
        self.window().close()


def use_language(name: str) -> None:
    """This console speaks 'zh' or 'en' from now on."""
    app = QApplication.instance()
    if app is not None and name != language.name:
        QSettings().setValue("language", name)
        strings.install(app, name)


def use_theme(name: str) -> None:
    """This console has this theme of the tokens, or that of the 'system', from now on."""
    QSettings().setValue("theme", name)
    theme.apply(name)
