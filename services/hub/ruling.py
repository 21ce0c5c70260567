"""The rules at work in the hub: they hear the journal, the sensors and the clock, and what they say becomes alerts.

Each firing has one alert, whose id follows from the rule, the thing and the moment: raised again, it is there already.
So a rule that was killed goes on from its last state, says again what it had said since, and nothing is lost or
doubled; nor does it matter that two hubs on one database do the same.
"""

import logging
import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache, partial

import sqlalchemy as sa

from services.core.alert_rules import AlertRule
from services.core.ids import id_from
from services.core.modules import uses
from services.core.moments import milliseconds, moment_of
from services.core.refused import Refused
from services.core.shape import utc_moment, utc_text
from services.core.shelving import Shelving
from services.hub.firings import Following
from services.hub.hub import Deed, Hub
from services.hub.looking import Looking
from services.hub.watched import Seen, Watched, past_of, sensors_of, state_of
from services.rules.back_test import order
from services.rules.checkpoint import brought_back, kept
from services.rules.events import Became, Event, Reading, StopBegan, StopEnded, Swipe, Unfit
from services.rules.live import WAIT_MS, Live, News
from services.store.facts import fact, set_fact
from services.store.journal import Answer, head
from services.store.queries import rule_events as plant
from services.store.readings import Reading as Kept
from services.store.records import Records
from services.store.rule_states import keep_rule_state, rule_state

LOG = logging.getLogger(__name__)
EVERY_S = 2.0
TO_SETTLE_S = 0.02  # readings come in bursts
EVERY = timedelta(seconds=EVERY_S)
KEEP_EVERY = timedelta(seconds=60)  # what came since is heard again
LISTENED_EVERY = timedelta(seconds=10)
SWIPES_WAIT = timedelta(milliseconds=3 * WAIT_MS)
AWAY = timedelta(seconds=30)  # a hub that was away for longer may have missed what sensors said
INSIDE = timedelta(hours=12)  # so long a way out is waited for
LISTENED = "rules_listened"
HEARD = {"shelving", "hazard", "inspection", "rule", "sensor", "zone", "shift", "calendar_day"}


class Ruling(Looking):
    """Looks every two seconds, when readings have come, and when something was committed that rules hear."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("rules", lambda: self.look(hub.now()), EVERY_S, TO_SETTLE_S)
        self.hub = hub
        self.watched: dict[str, Watched] = {}
        self._first: dict[str, list[News]] = {}  # what stood already when a rule began
        self._names: plant.PlantNames | None = None
        self._seq = -1  # how far the names and rules are known
        self._looked_at: datetime | None = None  # the last look at all rules
        self._listened_at: datetime | None = None  # when it was last kept that somebody listens
        self._began = False
        self._shelved: list[Shelving] = []  # those that are not settled
        self._came: list[Kept] = []
        self._lock = threading.Lock()
        hub.heard.append(self._on_readings)
        hub.store.writer.committed.append(self._on_committed)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & HEARD for answer in answers):
            self.wake()

    def _on_readings(self, readings: Sequence[Kept]) -> None:
        with self._lock:
            self._came += readings  # also of a rule that was switched on and has not been looked at yet
        if self.watched:
            self.wake()

    def look(self, now: datetime) -> None:
        """One look: every rule that has something to hear hears it, and what it says becomes alerts."""
        self._listen_again(now)
        with self._lock:
            came, self._came = self._came, []
        looked_at, self._looked_at = self._looked_at, None  # all anew, if this look fails
        with self.hub.store.look() as look:
            moved = self._knowing(look, now)
            names = self._names
            if names is None or not self.watched:
                return
            all_ = moved or not came or looked_at is None or not timedelta() <= now - looked_at < EVERY
            news = self._by_sensor(came, names)
            concerned = [one for one in self.watched.values() if all_ or any(code in news for code in one.sensors)]
            seen = Seen(look, names, now, news, cache(partial(plant.moved_since, look, names)))
            told = [(one, self._take(seen, one)) for one in concerned]
        over = _over(self._shelved, now) if all_ else []
        self._say(told, over, now)
        self._looked_at = now if all_ else looked_at

    def _listen_again(self, now: datetime) -> None:
        """A hub that was away for long has not heard what sensors said, and says so."""
        if self._began:
            return
        with self.hub.store.look() as look:
            text = fact(look.connection, LISTENED)
        if text and now - utc_moment(text) > AWAY:
            self.hub.note("rules.note_away", {"away_since": text, "back_at": utc_text(now)})
        self._began = True

    def _knowing(self, look: Records, now: datetime) -> bool:
        """The rules in use and the names of things as of now; whether the journal has grown since they were read."""
        seq = head(look.connection)[0]
        if seq == self._seq:
            return False
        rules = {rule.id: rule for rule in look.find("rule") if rule.works} if uses(look, "rules") else {}
        self.watched = {id_: one for id_, one in self.watched.items() if id_ in rules}
        self._shelved = [one for one in look.find("shelving") if one.settled_at is None]
        self._names = names = plant.plant_names(look) if rules else None
        for rule in rules.values() if names else ():
            assert names is not None
            self._know(look, names, rule, now)
        self._seq = seq
        return True

    def _by_sensor(self, came: list[Kept], names: plant.PlantNames) -> dict[str, list[Reading]]:
        codes = {id_: code for code, id_ in names.sensors.items()}
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for one in came:
            if code := codes.get(one.sensor):
                found[code].append(Reading(milliseconds(one.at), code, one.value))
        return found

    def _know(self, look: Records, names: plant.PlantNames, rule: AlertRule, now: datetime) -> None:
        """A rule that is new, or has become another, begins, or goes on where it was when the hub ended."""
        known, place, facts = self.watched.get(rule.id), names.place(), names.facts
        if known and (known.rule, known.facts) == (rule, facts):
            return
        document, sensors = rule.rule, sensors_of(names, rule)
        if known and (known.rule.since, known.live.rule.when) == (rule.since, document.when):
            known.rule = rule
            if known.facts != facts:  # the same rule, by another clock from its next edge on
                known.live, known.facts = brought_back(kept(known.live), document, place, WAIT_MS), facts
            return
        state = rule_state(look.connection, rule.id)
        if state and state[1]["since"] == milliseconds(rule.since):
            try:
                live = brought_back(state[1]["live"], document, place, WAIT_MS)
                heard = frozenset(event for one in live.subjects.values() for event in one.recent)
                self.watched[rule.id] = Watched(rule, live, state[0], sensors, now, facts, passed=heard)
                return
            except Refused as refused:
                LOG.info("the rule %s begins anew: %s", rule.name, refused.code)
        # of the time before it was switched on, or before a hub that was away, sensors' silence proves nothing
        begins = rule.since if timedelta() <= now - rule.since < AWAY else now
        live = Live(document, place, milliseconds(begins))
        # kept at the end of this look: killed before, it would begin anew and know nothing of what came in between
        self.watched[rule.id] = Watched(rule, live, head(look.connection)[0], sensors, now - KEEP_EVERY, facts)
        live.remember(past_of(look, names, live, now))
        back = self.watched[rule.id].looks_back
        passed: list[Event] = [*plant.swiped(look, names, now - back, now)] if back else []
        if Unfit in self.watched[rule.id].hears:
            passed += plant.unfit(look, names, now - INSIDE, now)
        before = [*plant.still_matters(look, names), *passed, *plant.as_it_stood(look, names, now)]
        standing = live.warm(before, milliseconds(now))
        self._first[rule.id] = [News(one) for one in standing]

    def _take(self, seen: Seen, one: Watched) -> list[News]:
        """What a rule says of all that has come since it was last asked."""
        moved: Sequence[Event] = ()
        if one.seq != self._seq:
            one.seq, moved = seen.moved(one.seq)
        readings = [
            reading
            for code in one.sensors
            for reading in self._readings(seen, one, code) or seen.news.get(code, [])
            if one.heard.get((reading.sensor, reading.at)) != reading.value
        ]
        passed, unsaid = self._passed(seen, one)
        one.behind = False
        one.heard |= {(reading.sensor, reading.at): reading.value for reading in readings}
        settled = one.live.horizon
        news = self._first.pop(one.rule.id, [])
        news += one.live.take([*moved, *readings, *passed], milliseconds(seen.now), unsaid)
        if one.live.horizon != settled:
            one.heard = {mark: value for mark, value in one.heard.items() if mark[1] > one.live.horizon}
        return news

    def _readings(self, seen: Seen, one: Watched, code: str) -> list[Reading]:
        """What the store has, for a rule that has just begun or come back, and where another hub may keep readings."""
        if not one.behind and self.hub.store.database.is_sqlite:
            return []
        return plant.readings_between(seen.look, seen.names, code, moment_of(one.live.horizon), seen.now)

    def _passed(self, seen: Seen, one: Watched) -> tuple[list[Event], list[Event]]:
        """What doors, the MES and the map say that this rule has not heard of; and what it has heard and is said no
        more."""
        hears, since = one.hears, moment_of(one.live.horizon + 1)
        found: list[Event] = []
        if Swipe in hears:  # doors are not waited for as phones are: a day of swipes is not read at each look
            late = max(since, one.looked_at - SWIPES_WAIT) if one.looked_at else since
            found += plant.swiped(seen.look, seen.names, late, seen.now)
        if Unfit in hears:
            late = max(since, one.looked_at - SWIPES_WAIT) if one.looked_at else since
            found += plant.unfit(seen.look, seen.names, late, seen.now)
        if StopBegan in hears:
            found += plant.stopped(seen.look, seen.names, since, seen.now)
        if Became in hears:
            found += plant.stood(seen.look, seen.names, since, seen.now)
        before, one.passed, one.looked_at = one.passed, frozenset(found), seen.now
        told = {event for event in before if isinstance(event, StopBegan | StopEnded) and event.at > one.live.horizon}
        return [event for event in found if event not in before], sorted(told - one.passed, key=order)

    def _say(self, told: list[tuple[Watched, list[News]]], over: list[Deed], now: datetime) -> None:
        """What follows from the news, and how far the rules have come: one commit. Killed before it, they go on from
        where they were and say the same again."""
        due = [(one, news) for one, news in told if news or not timedelta() <= now - one.kept_at < KEEP_EVERY]
        listened = self._listened_at is not None and timedelta() <= now - self._listened_at < LISTENED_EVERY
        if not due and not over and (listened or not told):
            return
        deeds: list[Deed] = []
        with self.hub.store.look() as look:
            for one, news in due:
                following = Following(look, one.rule)
                for each in news:
                    following.hear(each)
                deeds += following.deeds
        deeds += over  # after what was just cleared
        states = {one.rule.id: (one.seq, state_of(one)) for one, _ in due}

        def keep(connection: sa.Connection) -> None:
            for rule, (seq, state) in states.items():
                keep_rule_state(connection, rule, seq, state)
            set_fact(connection, LISTENED, utc_text(now))

        try:
            self.hub.note_together(deeds, keep)
        except BaseException:
            self.watched.clear()  # what was said is not durable: from the last state on, all of it is said again
            self._seq = -1
            raise
        self._listened_at = now
        for one, _ in due:
            one.kept_at = now


def _over(shelved: Iterable[Shelving], now: datetime) -> list[Deed]:
    """For each shelving that has ended, that people are told what still stands."""
    ended = [one.id for one in shelved if not one.holds(now)]
    return [Deed("alerts.tell_shelved", {"shelving": one}, id_from("tell", one)) for one in ended]
