"""A hub whose clock was wrong and is put right: what ends by time ends about in time, and no message waits for a day
that the clock only once believed in."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from services.alerts.retry import MOST_TRIES, next_try
from services.core.operation import Tell
from services.core.shape import utc_text
from services.store import accounts, deliveries
from services.store.accounts import (
    GUESSES,
    actor_of,
    credential,
    good,
    guard,
    make_code,
    make_pairing,
    open_session,
    use_pairing,
)
from services.store.deliveries import LEASE_SECONDS, LONGEST_WAIT, SENT, WAITING, claim, deliver, next_due, settle
from services.store.records import Records
from services.store.tables import deliveries as table
from tests.makers import NOON, refused
from tests.services.store.workshop import Workshop

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FAR = datetime(2038, 1, 20, tzinfo=UTC)


def in_store(shop: Workshop, work: Any, *given: Any) -> Any:
    return shop.store.write(lambda connection: work(connection, *given))


def made(shop: Workshop, what: str, at: datetime) -> Callable[[datetime], bool]:
    """Something that ends by time, made by the clock `at`; answers whether it is still good."""
    person = shop.found().boss.person
    if what in ("session", "visit"):
        whose = person if what == "session" else None
        token = in_store(shop, open_session, whose, None if whose else "zone", at)
        return lambda now: in_store(shop, actor_of, token, now) is not None
    if what == "code":
        in_store(shop, make_code, person, at)
        return lambda now: in_store(shop, credential, person, "code", now) is not None
    code = in_store(shop, make_pairing, person, at)
    return lambda now: refused(in_store, shop, use_pairing, code, now) is None


LIVES = {
    "session": timedelta(days=accounts.SESSION_DAYS),
    "visit": timedelta(minutes=accounts.VISIT_MINUTES),
    "code": timedelta(hours=accounts.CODE_HOURS),
    "pairing": timedelta(minutes=accounts.PAIRING_MINUTES),
}


@pytest.mark.parametrize("what", LIVES)
def test_what_was_given_before_the_clock_went_back_an_hour_is_still_good_and_ends(shop: Workshop, what: str) -> None:
    is_good = made(shop, what, NOON)
    assert not is_good(NOON - HOUR + LIVES[what] + HOUR), "later by the jump, and no more"
    assert is_good(NOON - HOUR)


@pytest.mark.parametrize("what", LIVES)
def test_what_was_given_by_a_clock_years_ahead_is_good_no_more(shop: Workshop, what: str) -> None:
    assert not made(shop, what, FAR)(NOON)


@pytest.mark.parametrize("what", LIVES)
def test_a_clock_that_goes_forward_a_little_takes_nothing_away(shop: Workshop, what: str) -> None:
    assert made(shop, what, NOON)(NOON + LIVES[what] * 0.9)


@given(st.sampled_from(sorted(LIVES.values())), st.timedeltas(-10_000 * DAY, 10_000 * DAY), st.timedeltas(HOUR, DAY))
def test_nothing_lives_longer_than_twice_its_life_or_an_hour_more(
    life: timedelta, jump: timedelta, after: timedelta
) -> None:
    expires = NOON + jump + life
    assert good(expires, life, NOON) == (-life < jump <= max(life, HOUR))
    if good(expires, life, NOON):
        assert not good(expires, life, NOON + life + max(life, HOUR) + after)


@pytest.mark.parametrize("what", ["session", "visit", "pairing"])
def test_what_is_good_no_more_is_taken_away_with_the_next(shop: Workshop, what: str) -> None:
    """Else it would be good again when that day really comes."""
    is_good = made(shop, what, FAR)
    in_store(shop, open_session, None, "zone", NOON)
    in_store(shop, make_pairing, "another", NOON)
    assert not is_good(FAR)


def test_guesses_of_a_clock_that_was_ahead_shut_nobody_out(shop: Workshop) -> None:
    for _ in range(GUESSES):
        in_store(shop, guard, "account", FAR)
    assert refused(in_store, shop, guard, "account", FAR) == "too_many_guesses"
    assert refused(in_store, shop, guard, "account", NOON) is None


def test_guesses_still_count_when_the_clock_goes_back_a_little(shop: Workshop) -> None:
    for _ in range(GUESSES):
        in_store(shop, guard, "account", NOON)
    assert refused(in_store, shop, guard, "account", NOON - timedelta(minutes=5)) == "too_many_guesses"


# Messages.
LEASE_AND_LOOKS = timedelta(minutes=2)  # what a killed hub had taken is free after 30 s; one looks every 30 s


class Outbox:
    """One message in a database of its own, and a sender. `ahead` is how far the hub's clock is off."""

    def __init__(self, connection: sa.Connection, ahead: timedelta) -> None:
        self.connection = connection
        self.true, self.ahead = NOON, ahead
        deliver(Records(connection), 1, self.now, [Tell(("someone",), "hazard_reported", "a hazard", {}, "webhook")])
        self.tries: list[datetime] = []
        self.wait = timedelta()

    @property
    def now(self) -> datetime:
        return self.true + self.ahead

    def looks(self, *, answered: bool, killed: bool = False) -> None:
        """Sends what is due. A sender that is killed settles nothing, and its lease runs out."""
        for one in claim(self.connection, "worker", self.now):
            self.tries.append(self.true)
            later = None if answered else next_try(one.id, one.attempts, self.now)
            self.wait = timedelta(seconds=LEASE_SECONDS) if killed else (later or self.now) - self.now
            if not killed:
                assert settle(self.connection, one, state=WAITING if later else SENT, now=self.now, next_at=later)

    def tried_again(self, *, answered: bool = False, killed: bool = False) -> timedelta:
        """How long until the next try."""
        before = len(self.tries)
        while len(self.tries) == before:
            assert self.true < self.tries[-1] + LONGEST_WAIT + LEASE_AND_LOOKS, "the message waits for ever"
            self.true += timedelta(seconds=30)
            self.looks(answered=answered, killed=killed)
        assert len(self.tries) == before + 1
        return self.tries[-1] - self.tries[-2]


def gone_through(jumps: list[timedelta], killed: bool) -> None:
    """After any jumps the message is tried again soon, earlier than it should by no more than the clock jumped, and is
    sent at last."""
    engine = sa.create_engine("sqlite://")
    table.create(engine)
    with engine.begin() as connection:
        box = Outbox(connection, jumps[0])
        box.looks(answered=False, killed=killed)
        assert len(box.tries) == 1
        for ahead in jumps[1:]:
            jump, wait, box.ahead = abs(ahead - box.ahead), box.wait, ahead
            assert box.tried_again(killed=killed) >= wait - jump
        box.tried_again(answered=True)
        assert next_due(connection) is None
    engine.dispose()


YEARS = FAR - NOON
some_jumps = st.lists(
    st.one_of(
        st.sampled_from([timedelta(), HOUR, -HOUR, DAY, -DAY, YEARS, timedelta(minutes=-9), timedelta(minutes=9)]),
        st.timedeltas(-HOUR, HOUR),
    ),
    min_size=2,
    max_size=MOST_TRIES - 1,
)


@settings(deadline=None, max_examples=1000 if os.environ.get("ANHUAN_FULL") else 50)
@given(some_jumps, st.booleans())
def test_no_message_is_lost_or_much_too_early_whatever_the_clock_does(jumps: list[timedelta], killed: bool) -> None:
    gone_through(jumps, killed)


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("before", [HOUR, DAY, YEARS])
def test_a_message_that_waited_by_a_clock_ahead_is_sent(before: timedelta, killed: bool) -> None:
    gone_through([before, timedelta()], killed)


# Faults that must show.


@pytest.mark.parametrize("killed", [False, True])
def test_a_message_that_waits_for_a_day_far_away_would_be_seen(monkeypatch: pytest.MonkeyPatch, killed: bool) -> None:
    monkeypatch.setattr(deliveries, "_past", lambda moment, now, *_: moment <= utc_text(now))
    with pytest.raises(AssertionError, match="waits for ever"):
        gone_through([YEARS, timedelta()], killed)


def test_a_message_that_never_waits_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliveries, "_past", lambda moment, now, *_: sa.true())
    with pytest.raises(AssertionError):
        gone_through([timedelta()] * 5, False)


@pytest.mark.parametrize("what", LIVES)
def test_what_lives_as_long_as_a_wrong_clock_says_would_be_seen(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(accounts, "good", lambda expires_at, life, now: now < expires_at)
    assert made(shop, what, FAR)(NOON)
