"""Rows about sensors, and about what did not get through between this console and its hub."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.hazards.shown import name
from desktop.views.today.facts import Facts, Gauge
from desktop.views.today.line import DANGER, UNSEEN, Line

translate = QCoreApplication.translate
MOST_SILENT = 3  # more of them are said in one row


def alarm_line(facts: Facts, one: Gauge) -> Line:
    """A sensor beyond its limit, or on its way there, with its last value and from when that is."""
    sensor, over = one.probe.sensor, one.state == "over"
    texts = {
        (True, True): translate("Today", "{sensor} {value}, above its limit"),
        (True, False): translate("Today", "{sensor} {value}, below its limit"),
        (False, True): translate("Today", "{sensor} {value}, rising"),
        (False, False): translate("Today", "{sensor} {value}, falling"),
    }
    what = texts[over, one.upwards].format(sensor=sensor.name, value=_with_unit(one, one.value))
    limit = sensor.limit_high if one.upwards else sensor.limit_low
    if over:
        clock = translate("Today", "since {when}").format(when=words.when(one.since, facts.now))
    else:
        clock = _ahead(facts, one)
    line = _of_sensor(facts, one, what, clock)
    near = translate("Today", "limit {limit}").format(limit=_with_unit(one, limit or 0.0))
    note = f"{sensor.code} · {near} · {_as_of(facts, one)}"
    return replace(line, group=DANGER, sign="pending", tone="pending", note=note)


def _ahead(facts: Facts, one: Gauge) -> str:
    """In how long the limit would be reached; where nothing has been heard since, nobody knows."""
    if one.reaches_at is None or one.old or one.reaches_at <= facts.now:
        return translate("Today", "silent {span}").format(span=words.lasting(facts.now - one.as_of))
    ahead = one.reaches_at - facts.now
    if ahead < timedelta(minutes=1):
        return translate("Today", "about to be reached")
    return translate("Today", "in about {span}").format(span=words.lasting(ahead))


def unseen_lines(facts: Facts) -> Iterator[Line]:
    """What is not through, then sensors of which nothing is heard."""
    if facts.unseen or facts.stuck:
        yield _sending(facts)
    if len(facts.silent) > MOST_SILENT:
        yield _all_silent(facts)
    else:
        for one in facts.silent:
            what = translate("Today", "{sensor} is silent").format(sensor=one.probe.sensor.name)
            yield _of_sensor(facts, one, what, _silent_for(facts, one))


def _silent_for(facts: Facts, one: Gauge) -> str:
    return translate("Today", "silent {span}").format(span=words.lasting(facts.now - one.as_of))


def _as_of(facts: Facts, one: Gauge) -> str:
    return translate("Today", "as of {when}").format(when=words.when(one.as_of, facts.now))


def _with_unit(one: Gauge, value: float | None) -> str:
    return "–" if value is None else f"{value:.4g} {one.probe.sensor.unit}".strip()


def _of_sensor(facts: Facts, one: Gauge, what: str, clock: str) -> Line:
    probe = one.probe
    return Line(
        id=probe.sensor.id,
        group=UNSEEN,
        sign="unknown",
        what=what,
        note=f"{probe.sensor.code} · {_with_unit(one, one.value)} · {_as_of(facts, one)}",
        zone=probe.zone.name,
        badge=probe.zone.zone_class,
        who=name(probe.supervisor),
        role=translate("Today", "supervisor") if probe.supervisor else "",
        clock=clock,
        deed=translate("Today", "Open"),
        page="map",
        kind="zone",
        record=probe.zone.id,
    )


def _all_silent(facts: Facts) -> Line:
    many = len(facts.silent)
    return Line(
        id="silent",
        group=UNSEEN,
        sign="unknown",
        what=translate("Today", "%n sensors are silent", "", many),
        note=words.listed(one.probe.sensor.code for one in facts.silent),
        clock=_silent_for(facts, facts.silent[0]),
        deed=translate("Today", "Open"),
        page="map",
    )


def _sending(facts: Facts) -> Line:
    """What was made here and has not reached the hub, or that the hub is out of reach."""
    state, many = facts.state, facts.stuck
    if state.trouble:
        note = words.say(f"refused.{state.trouble}", **state.facts)
    elif facts.unseen:
        note = translate("Today", "Work goes on here; it is sent as soon as the hub can be reached.")
    else:
        note = translate("Today", "The hub can be reached, and has not taken it yet.")
    what = translate("Today", "Nothing comes from the hub")
    if many:
        what = translate("Today", "%n of your changes have not reached the hub", "", many)
    begun = state.oldest if many else state.since
    return Line(
        id="hub",
        group=UNSEEN,
        sign="pending",
        what=what,
        note=note,
        clock=translate("Today", "for {span}").format(span=words.lasting(facts.now - state.by_hub(begun or facts.now))),
        tone="pending",
        deed=translate("Today", "Open"),
        page="journal",
    )
