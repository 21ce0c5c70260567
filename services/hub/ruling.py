"""The rules at work in the hub: they hear the journal, the sensors and the clock, and what they say becomes alerts.

Each firing has one alert, whose id follows from the rule, the thing and the moment: raised again, it is there already.
So a rule that was killed goes on from its last state, says again what it had said since, and nothing is lost or
doubled; nor does it matter that two hubs on one database do the same.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from services.core.alert_rules import AlertRule
from services.core.moments import milliseconds, moment_of
from services.core.refused import Refused
from services.core.rule_conditions import leaves_of
from services.hub.firings import Following
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.rules.checkpoint import brought_back, kept
from services.rules.events import Event, Reading
from services.rules.live import WAIT_MS, Live, News
from services.store.journal import Answer, head
from services.store.queries import rule_events as plant
from services.store.records import Records
from services.store.rule_states import keep_rule_state, rule_state

LOG = logging.getLogger(__name__)
EVERY_S = 2.0
KEEP_EVERY = timedelta(seconds=10)
HEARD = {"hazard", "inspection", "rule", "sensor", "zone", "shift", "calendar_day"}


@dataclass
class Watched:
    """A rule that is heard: its record, its engine, the last entry it has heard, and when its state was kept."""

    rule: AlertRule
    live: Live
    seq: int
    sensors: tuple[str, ...]
    kept_at: datetime
    facts: tuple[Any, ...]  # the shifts, calendar and classes of zones that it goes by
    heard: dict[tuple[str, int], float] = field(default_factory=dict)  # the last value of a sensor's moment


class Ruling(Looking):
    """Looks every two seconds and when something was committed that rules hear."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("rules", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self.watched: dict[str, Watched] = {}
        self._first: dict[str, list[News]] = {}  # what stood already when a rule began
        hub.store.writer.committed.append(self._on_committed)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & HEARD for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look: every rule hears what has come, and what it says becomes alerts."""
        with self.hub.store.look() as look:
            rules = {rule.id: rule for rule in look.find("rule") if rule.works}
            self.watched = {id_: one for id_, one in self.watched.items() if id_ in rules}
            if not rules:
                return
            names = plant.plant_names(look)
            for rule in rules.values():
                self._know(look, names, rule, now)
            told = {id_: self._take(look, names, one, now) for id_, one in self.watched.items()}
        for id_, news in told.items():
            self._say(self.watched[id_], news, now)

    def _know(self, look: Records, names: plant.PlantNames, rule: AlertRule, now: datetime) -> None:
        """A rule that is new, or has become another, begins, or goes on where it was when the hub ended."""
        known, document, sensors = self.watched.get(rule.id), rule.rule, _sensors(names, rule)
        place, facts = names.place(), names.facts
        if known and (known.rule.since, known.rule.rule.when) == (rule.since, document.when):
            known.rule = rule
            if known.facts != facts:  # the same rule, by another clock from its next edge on
                known.live, known.facts = brought_back(kept(known.live), document, place, WAIT_MS), facts
            return
        state = rule_state(look.connection, rule.id)
        if state and state[1]["since"] == milliseconds(rule.since):
            try:
                live = brought_back(state[1]["live"], document, place, WAIT_MS)
                self.watched[rule.id] = Watched(rule, live, state[0], sensors, now, facts)
                return
            except Refused as refused:
                LOG.info("the rule %s begins anew: %s", rule.name, refused.code)
        live = Live(document, place, milliseconds(now))  # of the time before, sensors' silence proves nothing
        # kept at the end of this look: killed before, it would begin anew and know nothing of what came in between
        self.watched[rule.id] = Watched(rule, live, head(look.connection)[0], sensors, now - KEEP_EVERY, facts)
        live.remember(_past(look, names, live, now))
        standing = live.warm(plant.still_matters(look, names), milliseconds(now))
        self._first[rule.id] = [News(one) for one in standing]

    def _take(self, look: Records, names: plant.PlantNames, one: Watched, now: datetime) -> list[News]:
        """What a rule says of all that has come since it was last asked."""
        one.seq, moved = plant.moved_since(look, names, one.seq)
        since = moment_of(one.live.horizon)
        readings = [
            reading
            for code in one.sensors
            for reading in plant.readings_between(look, names, code, since, now)
            if one.heard.get((reading.sensor, reading.at)) != reading.value
        ]
        one.heard = {mark: value for mark, value in one.heard.items() if mark[1] > one.live.horizon}
        one.heard |= {(reading.sensor, reading.at): reading.value for reading in readings}
        events: list[Event] = [*moved, *readings]
        return self._first.pop(one.rule.id, []) + one.live.take(events, milliseconds(now))

    def _say(self, one: Watched, news: list[News], now: datetime) -> None:
        """What follows from the news, and how far the rule has come: one commit. Killed before it, the rule goes on
        from where it was and says the same again."""
        if not news and timedelta() <= now - one.kept_at < KEEP_EVERY:
            return
        with self.hub.store.look() as look:
            following = Following(look, one.rule)
            for each in news:
                following.hear(each)
        state = {"since": milliseconds(one.rule.since), "live": kept(one.live)}
        rule, seq = one.rule.id, one.seq
        self.hub.note_together(following.deeds, lambda connection: keep_rule_state(connection, rule, seq, state))
        one.kept_at = now


def _past(look: Records, names: plant.PlantNames, live: Live, now: datetime) -> list[Reading]:
    """What the sensors read before, for the conditions that compare with it."""
    wanted = {leaf.fixed: timedelta(milliseconds=leaf.past_ms) for leaf in live.leaves if leaf.past_ms}
    return [one for code, long in wanted.items() for one in plant.readings_between(look, names, code, now - long, now)]


def _sensors(names: plant.PlantNames, rule: AlertRule) -> tuple[str, ...]:
    """The codes of the sensors that a rule hears."""
    named = (getattr(leaf, "sensor", None) for leaf in leaves_of(rule.rule.when))
    return tuple(dict.fromkeys(names.called(one) for one in named if one))
