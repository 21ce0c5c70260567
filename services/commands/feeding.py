"""`anhuan swipes import`: what doors have seen, from a file that their system hands over."""

import argparse
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from services import words
from services.commands.importing import headings_of
from services.commands.printing import language, values
from services.core.plant import the_plant
from services.core.refused import Refused
from services.imports.feeds import Feed, Turned, read_feed
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.swipes import Swipe, append, mark_of


def swipes_import(args: argparse.Namespace) -> int:
    """Takes the swipes of a file; each row that can't be taken is told on the error stream. Exit code 1 when there is
    one."""
    place = PlantFolder(args.data).place()
    if place is None:
        raise Refused("no_plant")
    database = Database(place)
    try:
        with database.reading() as connection:
            zone = ZoneInfo(the_plant(Records(connection)).timezone)
        feed = read_feed(Path(args.file), "swipes", zone, headings_of(args.map) if args.map else None)
        with database.writing() as connection:
            known = found_in(Records(connection), feed)
            new = append(connection, known)
    finally:
        database.close()
    for one in feed.turned:
        facts = {"file": Path(args.file).name, "row": one.row, "field": one.field, "was": one.was}
        sys.stderr.write(words.say(f"import.turned.{one.code}", language(args), **facts) + "\n")
    values({"taken": new, "here_already": len(known) - new, "refused": len(feed.turned)}, args)
    return 1 if feed.turned else 0


def found_in(look: Records, feed: Feed) -> list[Swipe]:
    """The rows whose zone and person the plant knows, each once; the others are turned away in `feed`."""
    zones = {text: one.id for one in look.find("zone") for text in (one.id, one.code, one.name) if text}
    people = {one.employee_no: one.id for one in look.find("person") if one.employee_no}
    found: dict[str, Swipe] = {}
    for number, row in feed.rows:
        zone, person = zones.get(row["zone"]), people.get(row["employee_no"])
        if zone is None or person is None:
            field = "zone" if zone is None else "employee_no"
            feed.turned.append(Turned(number, "unknown", field, row[field]))
        else:
            one = _swipe(row, zone, person)
            found[one.mark] = one
    return list(found.values())


def _swipe(row: dict[str, Any], zone: str, person: str) -> Swipe:
    at, inward = row["time"], row["direction"]
    mark = mark_of(row.get("device", ""), row.get("serial", ""), at, zone, person, inward=inward)
    return Swipe(mark, at, zone, person, inward)
