"""Signing in by the system's browser: it goes through the hub to the provider, and this console waits until it says
that the console may come in."""

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.opening import Opened
    from desktop.tasks import Tasks

EVERY_MS, MOST = 2_000, 150  # as long as the hub waits: five minutes


class BrowserSignOn(QObject):
    """`shown(address, characters)`: what the browser opens, and the six characters that it must show too. Then `came`,
    or `failed(error)`."""

    shown = Signal(str, str)
    came = Signal()
    failed = Signal(object)

    def __init__(self, opened: "Opened", tasks: "Tasks", url: str, parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._tasks, self._url = opened, tasks, url.rstrip("/")
        self._secret, self._asked = secrets.token_urlsafe(32), 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._ask)
        self._out = False

    def start(self) -> None:
        """Asks the hub whether people may sign in so, and then waits."""
        self._tasks.run(self._offered, self._on_offered, self._on_failed)

    def stop(self) -> None:
        """Waits no more; what the browser does then lets nobody in."""
        self._timer.stop()
        self._out = True

    def _offered(self) -> bool:
        from services.sync.client import HubClient

        return bool(HubClient(self._url, trusted=self._opened.trusted).call("GET", "/api/ways-in")["ways"])

    def _on_offered(self, offered: bool) -> None:
        from desktop.opening import computer
        from services.core.refused import Refused
        from services.core.sign_on import spoken

        if not offered:
            self._on_failed(Refused("sign_on_not_set"))
        elif not self._out:
            challenge = sha256(self._secret.encode()).hexdigest()
            name = quote(computer(self._opened.replica)["computer"])
            self.shown.emit(f"{self._url}/o?console={challenge}&computer={name}", spoken(challenge))
            self._timer.start()

    def _ask(self) -> None:
        from services.core.refused import Refused

        self._asked += 1
        if self._asked > MOST:
            self._on_failed(Refused("sign_on_over"))
            return
        self._timer.stop()
        self._tasks.run(self._claim, self._on_answer, self._on_failed)

    def _claim(self) -> dict[str, Any]:
        from desktop.opening import claim_hub

        return claim_hub(self._opened, self._url, self._secret)

    def _on_answer(self, answer: dict[str, Any]) -> None:
        from desktop.opening import let_in

        if self._out:
            return
        if answer.get("waiting"):
            self._timer.start()
            return
        let_in(self._opened, self._url, answer)
        self.came.emit()

    def _on_failed(self, error: Exception) -> None:
        if not self._out:
            self.stop()
            self.failed.emit(error)
