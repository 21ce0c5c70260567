"""The first page on a new machine: make my plant, or join a hub that is there. Also where one signs in again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QSizePolicy, QStackedWidget, QWidget

from desktop.style.icons import pixmap
from desktop.widgets.code_field import CodeField
from desktop.widgets.parts import box, button, column, label, row

if TYPE_CHECKING:
    from services.core.refused import Refused

CARD = 420


class FirstRun(QWidget):
    """`found(plant, person, password)`, `join(address, login, secret)`, `pair(address, code)`, `browse(address)`,
    `demo()`: what the person has chosen; `stopped` when they wait for the browser no more."""

    found = Signal(str, str, str)
    join = Signal(str, str, str)
    pair = Signal(str, str)
    browse = Signal(str)
    stopped = Signal()
    demo = Signal()

    def __init__(self, *, sign_in_at: str = "") -> None:
        super().__init__()
        self.setObjectName("firstRun")
        self.stack = QStackedWidget()
        self.pages = self._choices(), self._founding(), self._joining(sign_in_at)
        for page in self.pages:
            self.stack.addWidget(page)
        self.stack.currentChanged.connect(self._fit)
        self._fit()
        self.problem = label("", "error", "firstRunProblem", wrap=True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.busy = label("", "muted", "firstRunBusy")
        self.busy.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.characters = label("", "title", "firstRunCharacters")
        self.characters.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stop = button(self.tr("Cancel"), "firstRunStop", self._on_stop, "link")
        self._await(False)
        parts = (self.stack, self.busy, self.characters, row(None, self.stop, None), self.problem)
        middle = column(None, *parts, None, gap=12)
        self.setLayout(row(None, box(middle), None))
        if sign_in_at:
            self.stack.setCurrentIndex(2)

    def _fit(self) -> None:
        """Only the page that is seen is as high as it needs to be, so that what went wrong stands just below it."""
        policy = QSizePolicy.Policy
        self.stack.setSizePolicy(policy.Preferred, policy.Maximum)
        for page in self.pages:
            seen = page is self.stack.currentWidget()
            page.setSizePolicy(policy.Preferred, policy.Preferred if seen else policy.Ignored)

    def tell(self, text: str) -> None:
        """What did not work, and what to do."""
        self.problem.setText(text)
        self.busy.setText("")
        self.stack.setEnabled(True)
        self._await(False)

    def compare(self, characters: str) -> None:
        """The browser is open: what it must show, until it has let this console in."""
        self._wait(self.tr("Sign in in the browser that has opened. It must show these characters:"))
        self.characters.setText(characters)
        self._await(True)

    def _await(self, yes: bool) -> None:
        for part in (self.characters, self.stop):
            part.setVisible(yes)
        self.stack.setVisible(not yes)

    def _on_stop(self) -> None:
        self.tell("")
        self.stopped.emit()

    def _wait(self, text: str) -> None:
        """Until what was asked for is there, or `tell` says why not."""
        self.problem.setText("")
        self.busy.setText(text)
        self.stack.setEnabled(False)

    def _choices(self) -> QWidget:
        head = label(self.tr("Welcome to Anhuan"), "title")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        under = label(self.tr("Safe work, from the first label on. What would you like to do?"), "muted")
        under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mine = self._card(
            "plant",
            self.tr("My plant"),
            self.tr("Make a new plant on this computer. Phones and other consoles join it later."),
            button(self.tr("Make my plant"), "choosePlant", self._on_plant, "primary"),
        )
        join = self._card(
            "hub",
            self.tr("Join a hub"),
            self.tr("The plant is already there; this console keeps a copy and works offline, too."),
            button(self.tr("Join"), "chooseJoin", self._on_join),
        )
        demo = self._card(
            "demo",
            self.tr("Demo plant"),
            self.tr("Look around in a machining works that is in full swing. Nothing of it is yours."),
            button(self.tr("Open the demo"), "chooseDemo", self._on_demo),
        )
        made = QWidget()
        cards = row(mine, join, demo, gap=16, margins=(0, 24, 0, 0))
        made.setLayout(column(None, head, under, cards, None, gap=8))
        return made

    def _card(self, picture: str, title: str, text: str, act: QWidget) -> QWidget:
        image = label()
        image.setPixmap(pixmap(picture, 40, "accent"))
        body = label(text, "muted", wrap=True)
        body.setMinimumHeight(72)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        card = box(column(image, label(title, "section"), body, act, gap=12, margins=(20, 20, 20, 20)), "card")
        card.setFixedWidth(280)
        return card

    def _founding(self) -> QWidget:
        self._plant = _field("plantName", self.tr("for example: East China Precision Machinery"))
        self._person = _field("personName", self.tr("your name"))
        self._password = _secret("password")
        self._again = _secret("passwordAgain")
        return self._form(
            self.tr("My plant"),
            [
                (self.tr("Name of the plant"), self._plant),
                (self.tr("You (EHS manager)"), self._person),
                (self.tr("Password, at least 8 characters"), self._password),
                (self.tr("The password again"), self._again),
            ],
            button(self.tr("Make the plant"), "makePlant", self._on_found, "big"),
        )

    def _joining(self, at: str) -> QWidget:
        self._address = _field("hubAddress", "http://192.168.1.10:8750")
        self._address.setText(at)
        self._login = _field("login", self.tr("employee number, e-mail or name"))
        self._secret = _secret("secret")
        self._line = CodeField("pairingLine", self.tr("paste it here, or a picture of the QR code"))
        self._line.came.connect(self._on_read)
        self._line.failed.connect(self._on_unread)
        made = self._form(
            self.tr("Sign in") if at else self.tr("Join a hub"),
            [
                (self.tr("Pairing line or code, if you were given one"), self._line),
                (self.tr("Address of the hub"), self._address),
                (self.tr("Who you are"), self._login),
                (self.tr("Password or one-time code"), self._secret),
            ],
            button(self.tr("Sign in"), "joinHub", self._on_sign_in, "big"),
            button(self.tr("Sign in by the browser…"), "browseHub", self._on_browse, "link"),
            button(self.tr("Read the pairing QR code from a picture…"), "readQr", self._on_picture, "link"),
            back=not at,
        )
        self._line.paste_anywhere_on(made)
        return made

    def _form(
        self,
        title: str,
        fields: list[tuple[str, QLineEdit]],
        act: QPushButton,
        *also: QPushButton,
        back: bool = True,
    ) -> QWidget:
        layout = column(label(title, "title"), gap=6, margins=(28, 24, 28, 24))
        for text, field in fields:
            name = label(text, "head")
            name.setBuddy(field)
            field.setAccessibleName(text)
            layout.addSpacing(6)
            layout.addWidget(name)
            layout.addWidget(field)
        for _, field in fields:
            field.returnPressed.connect(act.click)
        layout.addSpacing(14)
        layout.addWidget(act)
        for more in also:
            layout.addWidget(more)
        if back:
            layout.addWidget(button(self.tr("Back"), "firstRunBack", self._on_back, "link"))
        card = box(layout, "card")
        card.setFixedWidth(CARD)
        made = QWidget()
        made.setLayout(column(None, row(None, card, None), None))
        return made

    def _on_plant(self) -> None:
        self.problem.setText("")
        self.stack.setCurrentIndex(1)
        self._plant.setFocus()

    def _on_join(self) -> None:
        self.problem.setText("")
        self.stack.setCurrentIndex(2)
        self._line.setFocus()

    def _on_demo(self) -> None:
        self._wait(self.tr("Writing the demo plant: this takes up to a minute…"))
        self.demo.emit()

    def _on_back(self) -> None:
        self.problem.setText("")
        self.stack.setCurrentIndex(0)

    def _on_found(self) -> None:
        plant, person, password = self._plant.text().strip(), self._person.text().strip(), self._password.text()
        if not plant or not person:
            self.tell(self.tr("Please give the plant and yourself a name."))
        elif len(password) < 8:
            self.tell(self.tr("The password needs at least 8 characters."))
        elif password != self._again.text():
            self.tell(self.tr("The two passwords are not the same."))
        else:
            self._wait(self.tr("Making the plant…"))
            self.found.emit(plant, person, password)

    def _on_picture(self) -> None:
        self._asked = QFileDialog(
            self, self.tr("A picture with the QR code"), "", "PNG, JPEG (*.png *.jpg *.jpeg *.bmp)"
        )
        self._asked.fileSelected.connect(self._on_file)
        self._asked.open()

    def _on_file(self, name: str) -> None:
        try:
            self._line.read(Path(name).read_bytes())
        except OSError as error:
            self.tell(error.strerror or str(error))

    def _on_read(self, _: str) -> None:
        self.problem.setText("")

    def _on_unread(self, refused: "Refused") -> None:
        from desktop.words import refusal

        self.tell(refusal(refused))

    def _on_pair(self) -> None:
        from desktop.words import refusal
        from services.core.refused import Refused
        from services.sync.pairing import read_line

        try:
            address, code = read_line(self._line.text(), self._address.text())
        except Refused as refused:
            self.tell(refusal(refused))
            return
        self._wait(self.tr("Reaching the hub…"))
        self.pair.emit(address, code)

    def _on_sign_in(self) -> None:
        if self._line.text().strip():
            self._on_pair()
            return
        address, login, secret = self._address.text().strip(), self._login.text().strip(), self._secret.text()
        if not address or not login or not secret:
            self.tell(self.tr("Please fill in the pairing line, or the three lines below it."))
            return
        self._wait(self.tr("Reaching the hub…"))
        self.join.emit(_whole(address), login, secret)

    def _on_browse(self) -> None:
        address = self._address.text().strip()
        if not address:
            self.tell(self.tr("Please fill in the address of the hub."))
            return
        self._wait(self.tr("Reaching the hub…"))
        self.browse.emit(_whole(address))


def _whole(address: str) -> str:
    return address if "://" in address else f"http://{address}"


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setPlaceholderText(hint)
    return made


def _secret(name: str) -> QLineEdit:
    made = _field(name, "")
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
