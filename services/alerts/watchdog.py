"""The watchdog: a small process beside the hub, on another machine if it can be, with ways of its own to reach people.
It asks whether messages go out, and says it to them once when they do not, and once when they do again."""

import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from services.alerts.channels.email import EmailChannel, Message
from services.alerts.channels.gateway import Gateway
from services.alerts.channels.note import Note
from services.alerts.channels.wire import ask
from services.alerts.messages import short_message, written_message
from services.alerts.receipt import Receipt
from services.alerts.watchdog_settings import Settings
from services.core.ids import digest
from services.core.refused import Refused
from services.core.shape import read_as, utc_text, written
from services.store.secret_box import write_private

LOG = logging.getLogger(__name__)
STATE = "watchdog-state.json"
BEAT = "watchdog.beat"  # when it looked last: the time of this file
Trouble = Literal["", "hub", "dispatch"]


@dataclass(frozen=True, kw_only=True)
class State:
    """With a `trouble`, `told` are those who know of it; without one, those who have yet to hear that it is over.
    `since` is when all was last well before it."""

    trouble: Trouble = ""
    since: datetime | None = None
    told: tuple[str, ...] = ()


def asked(hub: str) -> bool | None:
    """Whether messages go out, as the hub says; None where nothing sensible answers."""
    said = ask("GET", f"{hub}/health/dispatch")
    well = None if isinstance(said, Receipt) else said.get("ok")
    return well if isinstance(well, bool) else None


class Watchdog:
    """`look` is one look. What it has told stands in a file of `folder`: begun again, it does not tell it twice."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        asks: Callable[[str], bool | None] = asked,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.file, self.beat, self.settings = folder / STATE, folder / BEAT, settings
        self._asks, self._clock, self._now = asks, clock, now
        self._heard, self._well_at = clock(), now()
        self.state = self._kept()

    def look(self) -> None:
        """Asks once, and tells whoever has yet to hear what has become of it."""
        with suppress(OSError):
            self.beat.touch()
        well = self._asks(self.settings.hub.rstrip("/"))
        if well is not None:
            self._heard = self._clock()
        trouble = self._trouble(well)
        if well:
            self._well_at = self._now()
        if trouble and not self.state.trouble:
            self._keep(State(trouble=trouble, since=self._well_at))
        elif well and self.state.trouble:
            self._keep(replace(self.state, trouble=""))
        self._tell()

    def _trouble(self, well: bool | None) -> Trouble:
        """A hub is given a while; what it says of its dispatcher it has waited for itself."""
        if well is False:
            return "dispatch"
        return "hub" if well is None and self._clock() - self._heard > self.settings.after_s else ""

    def _tell(self) -> None:
        down = bool(self.state.trouble)
        code = f"watchdog_{self.state.trouble or 'well'}"
        known = set(self.state.told)
        for to in self.settings.recipients():
            if (to in known) == down:
                continue
            receipt = self.send(to, code)
            if receipt.ok:
                known ^= {to}
                self._keep(replace(self.state, told=tuple(sorted(known))))
            LOG.warning("%s by %s: %s %s", code, to.partition(":")[0], receipt.code, receipt.text)

    def test(self) -> Iterator[tuple[str, Receipt]]:
        """Sends the test message to everybody, and says of each what became of it."""
        for to in self.settings.recipients():
            yield to, self.send(to, "way_test")

    def send(self, to: str, code: str) -> Receipt:
        """One message to one of the recipients. Never raises for what a network or a provider does."""
        way, _, address = to.partition(":")
        since = utc_text(self.state.since or self._now())
        key = digest(f"{code}|{since}|{to}".encode())[:32]
        number = digest(since.encode())[:6].upper()
        told = self.settings
        facts: dict[str, Any] = {"plant": told.plant, "hub": told.hub, "failed_at": since, "alert": number}
        if way == "mail" and told.mail:
            text = written_message(code, facts, told.lang, timezone=told.timezone)
            message = Message(to=address, subject=text.subject, text=text.text, html=text.html, dedup_key=key)
            return self._mail().send(replace(message, number=number))
        subject, said, shown = short_message(code, facts, self._now(), told.lang, timezone=told.timezone)
        return self._gateway().send(Note(to=address, subject=subject, text=said, key=key, number=number, facts=shown))

    def _mail(self) -> EmailChannel:
        mail = self.settings.mail
        assert mail is not None
        return EmailChannel(
            host=mail.host,
            port=mail.port,
            security=mail.security,
            sender=mail.sender,
            user=mail.user or None,
            password=mail.password,
        )

    def _gateway(self) -> Gateway:
        gateway = self.settings.gateway
        assert gateway is not None
        return Gateway(gateway.address, gateway.template, gateway.expected, gateway.secret)

    def _kept(self) -> State:
        """What was told before; a file that is missing or damaged is as none, and then it is told again."""
        try:
            return read_as(State, json.loads(self.file.read_text(encoding="utf-8")))
        except (OSError, ValueError, Refused):
            return State()

    def _keep(self, state: State) -> None:
        """A disk that is full keeps nobody from being told."""
        self.state = state
        try:
            write_private(self.file, json.dumps(written(state)))
        except (OSError, Refused) as error:
            LOG.warning("what was told could not be kept: %s", error)
