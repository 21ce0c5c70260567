"""Counts the hard figures from exported tables with nothing of the program: python -I recount.py FOLDER FIRST LAST
ZONE NOW.

The folder has hazards.csv, inspections.csv, inspection_plans.csv and incidents.csv as `anhuan export` writes them.
Prints JSON."""

import csv
import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo


def rows(folder, name):
    with open(Path(folder) / f"{name}.csv", newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            yield {key: None if value == r"\N" else value.removeprefix("'") for key, value in row.items()}


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def months(first, last):
    day, total = first, 0.0
    while day <= last:
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        total += 1 / (following - day.replace(day=1)).days
        day += timedelta(days=1)
    return total


def main(folder, first_, last_, zone, now_):
    first, last, now = date.fromisoformat(first_), date.fromisoformat(last_), moment(now_)

    def inside(text):
        return text is not None and first <= moment(text).astimezone(ZoneInfo(zone)).date() <= last

    hours = [
        (moment(one["fixed_at"]) - moment(one["reported_at"])).total_seconds() / 3600
        for one in rows(folder, "hazards")
        if one["state"] in ("fixed", "first_passed", "closed") and inside(one["fixed_at"])
    ]
    late_counts = {one["id"] for one in rows(folder, "inspection_plans") if one["late_counts"] in ("1", "True")}
    done = asked = missed = excused = 0
    for one in rows(folder, "inspections"):
        if not inside(one["due_at"]) or not one["plan"]:
            continue
        state = one["state"]
        if state == "due":
            if moment(one["closes_at"]) >= now:
                continue
            state = "missed"
        if state == "excused":
            excused += bool(one["reason"]) or one["batch"] is not None
            continue
        asked += state in ("done", "late", "missed")
        missed += state == "missed"
        done += state == "done" or (state == "late" and one["plan"] in late_counts)
    hurt = [
        one
        for one in rows(folder, "incidents")
        if one["kind"] == "recordable_injury" and one["withdrawn_at"] is None and inside(one["at"])
    ]
    found = {
        "fixed": len(hours),
        "hours": sum(hours) / len(hours) if hours else None,
        "rate": done / asked if asked else None,
        "missed": missed,
        "excused": excused,
        "injuries": len(hurt),
        "days_lost": sum(int(one["days_lost"]) for one in hurt),
        "per_month": len(hurt) / months(first, last),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
