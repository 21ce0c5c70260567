"""The thread that sends what waits in the outbox: claims, sends outside any transaction, settles, tries again."""

import logging
import threading
from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa

from services.alerts.channels.email import EmailChannel, Message, Receipt
from services.alerts.channels.webhook import Webhook
from services.alerts.messages import written_message
from services.alerts.retry import next_try
from services.core.ids import new_id
from services.core.plant import Plant
from services.hub.hub import Hub
from services.store import secret_box
from services.store.deliveries import DEAD, SENT, WAITING, Delivery, claim, next_due, settle
from services.store.journal import Answer

LOG = logging.getLogger(__name__)
LONGEST_REST_S = 30.0
AFTER_TROUBLE_S = 5.0
ADDRESS_WAIT = timedelta(minutes=5)


class Worker:
    """Starts with `start`, wakes when something was committed, ends with `stop`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.name = f"worker-{new_id()[:8]}"
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        hub.store.writer.committed.append(self._on_committed)

    def start(self) -> None:
        """Begins sending."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after the message in hand."""
        self._stop.set()
        self._wake.set()
        self._thread.join(timeout=20)

    def _on_committed(self, _: Sequence[Answer]) -> None:
        self._wake.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            try:
                rest = 0.0 if self.send_due() else self._rest()
            except Exception:
                LOG.exception("sending failed; it is tried again")
                rest = AFTER_TROUBLE_S
            if rest:
                self._wake.wait(rest)

    def _rest(self) -> float:
        with self.hub.store.database.reading() as connection:
            due = next_due(connection)
        if due is None:
            return LONGEST_REST_S
        return min(LONGEST_REST_S, max(0.2, (due - self.hub.now()).total_seconds()))

    def send_due(self) -> int:
        """Sends what is due now; how many were tried."""
        now = self.hub.now()
        taken: list[Delivery] = self.hub.store.write(lambda connection: claim(connection, self.name, now))
        for delivery in taken:
            self._send(delivery)
        return len(taken)

    def _send(self, delivery: Delivery) -> None:
        if delivery.channel == "webhook":
            with self.hub.store.look() as look:
                facts = {**delivery.facts, "plant": look.find("plant")[0].name}
            hook = Webhook(secret_box.read(self.hub.folder.secrets, "webhook"))
            self._settle(delivery, hook.send(delivery.person, delivery.id, delivery.made_at, facts))
            return
        with self.hub.store.look() as look:
            person = look.get("person", delivery.person)
            plant: Plant = look.find("plant")[0]
        if person is None or not person.here or not person.email:
            self._settle(delivery, Receipt(False, None, "no_address", "", retry=False))
        elif plant.mail_host is None or plant.mail_sender is None:
            self._put_off(delivery, "no_mail_server", ADDRESS_WAIT)
        else:
            number = delivery.id[:6].upper()
            facts = {**delivery.facts, "plant": plant.name, "alert": number, "link": link_of(plant, delivery)}
            text = written_message(delivery.message, facts, plant.language, timezone=plant.timezone)
            message = Message(
                to=person.email,
                name=person.name,
                subject=text.subject,
                text=text.text,
                html=text.html,
                dedup_key=delivery.id,
                number=number,
            )
            self._settle(delivery, channel_of(plant, self.hub).send(message))

    def _put_off(self, delivery: Delivery, error: str, wait: timedelta) -> None:
        """What can't be sent yet, for want of a setting, waits and uses up no try."""
        now = self.hub.now()

        def write(connection: sa.Connection) -> None:
            settle(connection, delivery, state=WAITING, now=now, next_at=now + wait, error=error, attempts=0)

        self.hub.store.write(write)

    def _settle(self, delivery: Delivery, receipt: Receipt) -> None:
        now = self.hub.now()
        later = next_try(delivery.id, delivery.attempts, now) if receipt.retry else None
        state = SENT if receipt.ok else WAITING if later else DEAD
        error = None if receipt.ok else f"{receipt.code} {receipt.text}".strip()[:300]

        def write(connection: sa.Connection) -> None:
            settle(
                connection, delivery, state=state, now=now, next_at=later, provider_id=receipt.provider_id, error=error
            )

        self.hub.store.write(write)


def link_of(plant: Plant, delivery: Delivery) -> str:
    """Where the phone shows what the message is about."""
    page = "alerts" if delivery.message.startswith(("alert_", "pause_")) else "r"
    shown = plant.address and delivery.message != "deed_undone"  # of rules a phone shows nothing
    return f"{plant.address}/{page}/{delivery.about}" if shown else ""


def channel_of(plant: Plant, hub: Hub) -> EmailChannel:
    """The plant's mail server as a channel."""
    return EmailChannel(
        host=plant.mail_host or "",
        port=plant.mail_port,
        security=plant.mail_security,
        user=plant.mail_user,
        password=secret_box.read(hub.folder.secrets, "mail"),
        sender=plant.mail_sender or "",
    )
