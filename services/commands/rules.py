"""`anhuan rules templates|new|check|run`: rules as files, what they say, and what they would have said of the past."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from services import words
from services.commands.printing import language, out, place_for, table, values
from services.commands.reach import looking, readable
from services.core.moments import milliseconds, moment_of
from services.core.refused import Refused
from services.core.rule_document import Rule, rule_from, rule_json, rule_schema
from services.rules.back_test import back_test
from services.rules.events import Event, Reading
from services.rules.heard import readings, stops, swipes, usual_gap_s
from services.rules.sentence import Speaker
from services.rules.templates import TEMPLATES, new_rule
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.imports.feeds import Feed, Kind
    from services.store.queries.rule_events import PlantNames
    from services.store.records import Records

WARM = timedelta(days=1)  # what was read before a stretch tells how it stood at its beginning
USUAL_ZONE = ZoneInfo("Asia/Shanghai")


def rules_templates(args: argparse.Namespace) -> int:
    """The templates, with the figures that each takes."""
    lang = language(args)
    rows = [
        [
            name,
            {one: blank.usual for one, blank in template.blanks.items()},
            words.say(f"rule.about.{name}", lang),
        ]
        for name, template in TEMPLATES.items()
    ]
    return table(rows, args, keys=("template", "figures", "about"))


def rules_new(args: argparse.Namespace) -> int:
    """A rule of a template, into a file."""
    given = dict(_pair(one) for one in args.set or ())
    name = words.say(f"rule.name.{args.template}", language(args), **given) if args.template in TEMPLATES else "-"
    rule = new_rule(args.template, given, args.name or name)
    text = json.dumps(rule_json(rule), ensure_ascii=False, indent=2) + "\n"
    place_for(args.out).write_text(text, encoding="utf-8")
    return values({"file": args.out, "name": rule.name, "says": _speaker(args, USUAL_ZONE).rule(rule)}, args)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise Refused("figure_wrong", name=name[:60], text=text[:60])
    return name.strip(), value.strip()


def rules_schema(args: argparse.Namespace) -> int:
    """The JSON schema of a rule's file."""
    return out(json.dumps(rule_schema(), ensure_ascii=False, indent=2))


def rules_check(args: argparse.Namespace) -> int:
    """Whether a file is a rule, and what it says."""
    rule = read_rule(args.file)
    return values({"ok": True, "name": rule.name, "says": _speaker(args, USUAL_ZONE).rule(rule)}, args)


def read_rule(name: str) -> Rule:
    """The rule of a file. Raises Refused: no_such_file, rule_not_json, and what a document may be refused with."""
    path = Path(name)
    if not path.is_file():
        raise Refused("no_such_file", file=name)
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused("rule_not_json", file=path.name) from None
    return rule_from(found)


def rules_run(args: argparse.Namespace) -> int:
    """What a rule would have said of a stretch of the past. Rows that can't be read are told on the error stream."""
    rule, past = read_rule(args.rule), _past(args)
    speaker = _speaker(args, past.zone)
    firings = past.run(rule)
    rows = [[_iso(one.at, past.zone), one.key, one.event, speaker.why(rule, one)] for one in firings]
    return table(rows, args, keys=("at", "key", "event", "why"))


def _iso(at: int, zone: ZoneInfo) -> str:
    return moment_of(at).astimezone(zone).isoformat()


def _speaker(args: argparse.Namespace, zone: ZoneInfo) -> Speaker:
    lang = language(args)
    return Speaker(lambda key, /, **facts: words.say(key, lang, **facts), zone)


@dataclass
class Past:
    """What there is to run over. `names` are the plant's."""

    zone: ZoneInfo
    events: list[Event]
    names: "PlantNames"
    first: datetime | None
    last: datetime | None

    def run(self, rule: Rule) -> Any:
        """The rule over all of it, from the first moment asked for to the last, or from the first event to the last."""
        if not self.events and (self.first is None or self.last is None):
            return []
        moments = [one.at for one in self.events]
        begins = milliseconds(self.first) if self.first else min(moments)
        ends = milliseconds(self.last) if self.last else max(moments)
        return back_test(rule, self.events, self.names.place(self._gap), begins, ends)

    def _gap(self, sensor: str) -> float:
        return usual_gap_s(one.at for one in self.events if isinstance(one, Reading) and one.sensor == sensor)


def _past(args: argparse.Namespace) -> Past:
    data = getattr(args, "data", None)
    if args.journal and data is None:
        raise Refused("journal_without_plant")
    with looking(readable(PlantFolder(data))) if data is not None else nullcontext() as look:
        return _collected(args, look)


def _collected(args: argparse.Namespace, look: "Records | None") -> Past:
    from services.store.queries import rule_events as plant

    names = plant.plant_names(look) if look else plant.PlantNames(USUAL_ZONE)
    events: list[Event] = [*_handed_over(args, names)]
    if look is not None and args.journal:
        events += [*plant.hazards_moved(look, names), *plant.inspected(look, names)]
    first, last = _moment(args.first, names.zone), _moment(args.last, names.zone, end=True)
    if look is not None and not args.readings:
        begins, ends = first - WARM if first else moment_of(0), last or datetime.now(UTC)
        events += plant.was_away(look)
        for code in names.sensors:
            events += plant.readings_between(look, names, code, begins, ends)
    if look is not None and not args.swipes:
        stretch = first - WARM if first else moment_of(0), last or datetime.now(UTC)
        events += [*plant.swiped(look, names, *stretch), *plant.unfit(look, names, *stretch)]
    return Past(names.zone, events, names, first, last)


def _handed_over(args: argparse.Namespace, names: Any) -> list[Event]:
    from services.imports.feeds import read_feed

    found: list[Event] = []
    for kind, made, field in _FEEDS:
        if name := getattr(args, kind):
            feed = read_feed(Path(name), kind, names.zone)
            _told(args, feed, name)
            found += made([{**row, field: names.called(row[field])} if field in row else row for _, row in feed.rows])
    return found


_FEEDS: tuple[tuple["Kind", Callable[[Any], Iterator[Any]], str], ...] = (
    ("readings", readings, "sensor"),
    ("swipes", swipes, "zone"),
    ("stops", stops, "line_code"),
)


def _told(args: argparse.Namespace, feed: "Feed", name: str) -> None:
    for one in feed.turned:
        facts = {"file": name, "row": one.row, "field": one.field, "was": one.was}
        sys.stderr.write(words.say(f"import.turned.{one.code}", language(args), **facts) + "\n")


def _moment(text: str | None, zone: ZoneInfo, *, end: bool = False) -> datetime | None:
    """A moment, or a day: its beginning, or its end. Raises Refused: moment_wrong."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Refused("moment_wrong", text=text[:40]) from None
    if end and len(text) <= len("2026-01-31"):
        found = found.replace(hour=23, minute=59, second=59, microsecond=999_000)
    return found if found.tzinfo else found.replace(tzinfo=zone)
