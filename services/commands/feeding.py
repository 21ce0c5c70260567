"""`anhuan swipes import`, `stops import` and `readings import`: what doors and sensors have seen and when lines stood,
from a file that their system hands over."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services import words
from services.commands.importing import headings_of
from services.commands.printing import language, values
from services.core.plant import the_plant
from services.core.refused import Refused
from services.imports.feeds import Feed, Kind, Turned, read_feed
from services.imports.passing import Matching
from services.imports.stops import stops_of
from services.imports.taking import Intake
from services.store import readings, stops
from services.store.cards import keep_strange
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.swipes import append
from services.store.turned import Kept, keep_turned

Taking = Callable[[sa.Connection, Feed, datetime], dict[str, int]]


def swipes_import(args: argparse.Namespace) -> int:
    """Takes the swipes of a file; each row that can't be taken is told on the error stream, and those of unknown people
    are kept to be matched. Exit code 1 when there is one."""

    def take(connection: sa.Connection, feed: Feed, now: datetime) -> dict[str, int]:
        passed = Matching(Records(connection)).rows(feed, now)
        new = append(connection, passed.swipes.values())
        keep_strange(connection, passed.strange.values())
        return {"taken": new, "here_already": len(passed.swipes) - new}

    return _imported(args, "swipes", take)


def stops_import(args: argparse.Namespace) -> int:
    """Takes the stops of a file: one that is told again with a later word is updated in place. Exit code 1 when a row
    can't be taken; each is told, and kept where people see it."""

    def take(connection: sa.Connection, feed: Feed, now: datetime) -> dict[str, int]:
        found, turned = stops_of(feed.rows, now)
        feed.turned += turned
        known = stops.known(connection, [one.stop for one in found])
        new = [one for one in found if one.stop not in known]
        later = [one for one in found if one.stop in known and one.updated >= known[one.stop].updated]
        updated = sum(one != known[one.stop] for one in later)
        stops.append(connection, found)
        return {"taken": len(new), "updated": updated, "here_already": len(found) - len(new) - updated}

    return _imported(args, "stops", take)


def readings_import(args: argparse.Namespace) -> int:
    """Takes the readings of a file, by the sensors' codes. Exit code 1 when a row can't be taken; each is told."""

    def take(connection: sa.Connection, feed: Feed, now: datetime) -> dict[str, int]:
        taken = Intake(Records(connection)).take(feed.rows, now)
        feed.turned += taken.turned
        return {"taken": readings.append(connection, taken.readings)}

    return _imported(args, "readings", take)


def _imported(args: argparse.Namespace, kind: Kind, take: Taking) -> int:
    place = PlantFolder(args.data).place()
    if place is None:
        raise Refused("no_plant")
    database, now, path = Database(place), datetime.now(UTC), Path(args.file)
    try:
        with database.reading() as connection:
            zone = ZoneInfo(the_plant(Records(connection)).timezone)
        feed = read_feed(path, kind, zone, headings_of(args.map) if args.map else None)
        with database.writing() as connection:
            counts = take(connection, feed, now)
            kept = (Kept(now, kind, path.name, one.row, one.code, one.field, one.was) for one in feed.turned)
            keep_turned(connection, kept)
    finally:
        database.close()
    _tell(path.name, feed.turned, language(args))
    values({**counts, "refused": len(feed.turned)}, args)
    return 1 if feed.turned else 0


def _tell(file: str, turned: Sequence[Turned], lang: str) -> None:
    for one in turned:
        facts: dict[str, Any] = {"file": file, "row": one.row, "field": one.field, "was": one.was}
        sys.stderr.write(words.say(f"import.turned.{one.code}", lang, **facts) + "\n")
