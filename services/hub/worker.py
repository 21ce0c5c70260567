"""The dispatcher: claims what is due in the outbox, sends it outside any transaction, several at once, and settles what
became of it. Nothing is only in memory: what it does not finish is due again when its lease is over."""

import logging
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.alerts.bucket import Buckets
from services.alerts.channels.tokens import Tokens
from services.alerts.receipt import Receipt, failed, taken
from services.alerts.retry import MOST_TRIES, much_later, next_try
from services.core.ids import id_from, new_id
from services.core.shape import utc_moment
from services.hub.hub import Deed, Hub
from services.hub.sending import Place, place_of, send
from services.hub.sent_slips import Slips
from services.store.deliveries import (
    CANARY,
    DEAD,
    SENT,
    USUAL_URGENCY,
    WAITING,
    Delivery,
    claim,
    claim_alike,
    lives_elsewhere,
    next_due,
    settle,
    settle_taken,
)
from services.store.journal import Answer

LOG = logging.getLogger(__name__)
LONGEST_REST_S = 30.0
AFTER_TROUBLE_S = 5.0
ADDRESS_WAIT = timedelta(minutes=5)
AT_ONCE = 8
PACE_S = 0.01  # twenty alerts a second for five people each; a slower pace doubles less after a kill, and delays more
PATIENCE = timedelta(seconds=45)  # then the next way is tried as well, while this one goes on
NO_ROOM = "too_many_here"
OF_THE_PERSON = ("no_address",)  # nothing that those who look after channels could mend


class Worker:
    """Starts with `start`, wakes when something was committed, ends with `stop`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.name = f"worker-{new_id()[:8]}"
        self.tokens, self.buckets = Tokens(), Buckets()
        self.slips = Slips(hub.folder.slips)
        self._busy = 0
        self._lock = threading.Condition()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="send")
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        hub.store.writer.committed.append(self._on_committed)

    def start(self) -> None:
        """Begins sending. What the one before was killed over, and had been taken, is not sent again."""
        self.recall()
        self._thread.start()

    def recall(self) -> None:
        """Tells the store what was taken while a dispatcher of this folder was killed."""
        found, now = tuple(self.slips.found()), self.hub.now()

        def write(connection: sa.Connection) -> None:
            for one in found:
                settle_taken(
                    connection,
                    one.delivery,
                    one.fence,
                    now,
                    provider_id=one.provider_id,
                    unsure=one.unsure,
                    segments=one.segments,
                )

        if found:
            self.hub.store.write(write)
            self.slips.clear()

    def stop(self) -> None:
        """Ends after the messages in hand."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=20)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.slips.close()

    def _on_committed(self, _: Sequence[Answer]) -> None:
        self._wake.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            began = time.monotonic()
            try:
                if self.begin_due(1):
                    self._stop.wait(max(0.0, began + PACE_S - time.monotonic()))
                    continue
                rest = self._rest()
            except Exception:
                LOG.exception("sending failed; it is tried again")
                rest = AFTER_TROUBLE_S
            self._wake.wait(rest)

    def _rest(self) -> float:
        with self.hub.store.database.reading() as connection:
            due = next_due(connection)
        if due is None:
            return LONGEST_REST_S
        return min(LONGEST_REST_S, max(0.2, (due - self.hub.now()).total_seconds()))

    def begin_due(self, most: int = AT_ONCE) -> int:
        """Begins to send what is due now, as much as hands are free for; how many were begun."""
        with self._lock:
            free = min(most, AT_ONCE - self._busy)
        if free <= 0:
            return 0
        now = self.hub.now()
        held: list[Delivery] = self.hub.store.write(lambda connection: claim(connection, self.name, now, free))
        with self._lock:
            self._busy += len(held)
        for delivery in held:
            self._pool.submit(self._one, delivery)
        return len(held)

    def send_due(self, at_once: int = AT_ONCE) -> int:
        """Sends what is due now, and waits for it; how many were tried."""
        tried = 0
        while begun := self.begin_due(at_once):
            tried += begun
            with self._lock:
                self._lock.wait_for(lambda: self._busy == 0)
        return tried

    def _one(self, delivery: Delivery) -> None:
        try:
            self._send(delivery)
        except Exception:
            LOG.exception("a delivery failed; it is tried again when its lease is over")
        finally:
            with self._lock:
                self._busy -= 1
                self._lock.notify_all()
            self._wake.set()

    def _send(self, delivery: Delivery) -> None:
        if delivery.channel == CANARY:
            self._settle(delivery, taken(delivery.id))
            return
        place = place_of(self.hub, delivery)
        wait = self._must_wait(delivery, place)
        if wait:
            self._put_off(delivery, NO_ROOM, timedelta(seconds=wait), delivery.attempts - 1)
            return
        more = self._alike(delivery)
        receipt = send(self.hub, delivery, place, self.tokens, self.hub.now(), more)
        for one in (delivery, *more):
            self._finish(one, receipt)

    def _alike(self, delivery: Delivery) -> list[Delivery]:
        """What waited for room as this one did, and goes out with it: what is not urgent takes no more of it."""
        if delivery.urgency < USUAL_URGENCY or delivery.values.get("last_error") != NO_ROOM:
            return []
        now = self.hub.now()
        found: list[Delivery] = self.hub.store.write(
            lambda connection: claim_alike(connection, self.name, now, delivery, NO_ROOM)
        )
        return found

    def _finish(self, delivery: Delivery, receipt: Receipt) -> None:
        if receipt.ok:
            self.slips.note(delivery, receipt)
            self._settle(delivery, receipt)
            self.slips.written()
        elif receipt.code == "no_mail_server" and not delivery.rest:
            self._put_off(delivery, receipt.code, ADDRESS_WAIT, 0)
        else:
            self._settle(delivery, receipt)

    def _must_wait(self, delivery: Delivery, place: Place) -> float:
        if place.channel is None or delivery.provider_id is not None:
            return 0.0
        critical = delivery.urgency == 0
        return self.buckets.take(delivery.channel, place.channel.per_minute, critical=critical, now=time.monotonic())

    def _put_off(self, delivery: Delivery, error: str, wait: timedelta, attempts: int) -> None:
        """What can't be sent yet, for want of a setting or of room, waits and uses up no try."""
        now = self.hub.now()
        later, known = now + wait, delivery.provider_id

        def write(connection: sa.Connection) -> None:
            go_on = self._impatient(delivery, later)
            settle(
                connection,
                delivery,
                state=WAITING,
                now=now,
                next_at=later,
                error=error,
                attempts=attempts,
                provider_id=known,
                go_on=go_on,
            )

        self.hub.store.write(write)

    def _impatient(self, delivery: Delivery, later: datetime | None) -> bool:
        """Whether it takes so long that its person is told by the next way as well."""
        return bool(delivery.rest) and (later is None or later - utc_moment(delivery.made_at) > PATIENCE)

    def _settle(self, delivery: Delivery, receipt: Receipt) -> None:
        now = self.hub.now()
        if receipt.ok and receipt.unsure:
            asked = 0 if delivery.provider_id is None else delivery.attempts
            self._ask_later(delivery, receipt, next_try(delivery.id, asked or 1, now), asked, now)
            return
        soon = self._soon(delivery, receipt, now)
        much = much_later(utc_moment(delivery.made_at), now) if receipt.retry else None
        error = None if receipt.ok else f"{receipt.code} {receipt.text}".strip()[:300]
        known = receipt.provider_id or delivery.provider_id

        def write(connection: sa.Connection) -> None:
            later = soon or (None if much is None or lives_elsewhere(connection, delivery) else much)
            settle(
                connection,
                delivery,
                state=SENT if receipt.ok else WAITING if later else DEAD,
                now=now,
                next_at=later,
                provider_id=known,
                error=error,
                go_on=not receipt.ok and self._impatient(delivery, later),
                segments=receipt.segments,
            )

        over = soon is None and much is None
        failed_often = not receipt.ok and (over or delivery.attempts == MOST_TRIES)
        if failed_often and delivery.message != "channel_failed" and receipt.code not in OF_THE_PERSON:
            self.hub.note_together([self._report(delivery, receipt, now)], write)
        else:
            self.hub.store.write(write)

    def _soon(self, delivery: Delivery, receipt: Receipt, now: datetime) -> datetime | None:
        """When it is tried again within minutes; None where that makes no sense, or did not help so often."""
        soon = next_try(delivery.id, delivery.attempts, now) if receipt.retry else None
        return max(soon, now + timedelta(seconds=receipt.wait_s or 0)) if soon else None

    def _ask_later(
        self, delivery: Delivery, receipt: Receipt, later: datetime | None, asked: int, now: datetime
    ) -> None:
        """It was accepted: whether it arrived is asked later, and one that nobody ever knows of has not."""
        if later is None:
            self._settle(delivery, failed("not_confirmed", f"task {receipt.provider_id}"))
            return

        def write(connection: sa.Connection) -> None:
            settle(
                connection,
                delivery,
                state=WAITING,
                now=now,
                next_at=later,
                provider_id=receipt.provider_id,
                error="accepted",
                attempts=asked,
                go_on=self._impatient(delivery, later),
            )

        self.hub.store.write(write)

    @staticmethod
    def _report(delivery: Delivery, receipt: Receipt, now: datetime) -> Deed:
        """Those who look after channels are told of each kind of trouble once an hour."""
        args = {"way": delivery.channel, "code": receipt.code, "text": receipt.text[:300]}
        hour = now.strftime("%Y-%m-%dT%H")
        return Deed("channels.report", args, id_from("channels.report", delivery.channel, receipt.code, hour))
