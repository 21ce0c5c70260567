"""`anhuan hub doctor`: what is wrong with a hub, in plain words, and what to do."""

import argparse
import json
from datetime import UTC, datetime

from services import words
from services.commands.printing import language, out, said
from services.commands.service import folder_of
from services.store.folder import PlantFolder

SIGNS = {"good": "●", "look": "▲", "bad": "■"}


def doctor(args: argparse.Namespace) -> int:
    """Looks over the hub of a folder; 1 where something does not work or soon will not."""
    from services.hub.doctor import examine

    found, lang = examine(PlantFolder(folder_of(args)), datetime.now(UTC)), language(args)
    bad = [one for one in found if one.level == "bad"]
    if args.json:
        rows = [{"code": one.code, "level": one.level, "facts": one.facts} for one in found]
        out(json.dumps({"well": not bad, "findings": rows}, ensure_ascii=False, indent=2))
        return 1 if bad else 0
    for one in found:
        out(f"{SIGNS[one.level]} {words.say(f'doctor.{one.code}', lang, **one.facts)}")
        if one.level != "good":
            out(f"    {words.say(f'doctor.{one.code}.do', lang, **one.facts)}")
    looks = sum(one.level == "look" for one in found)
    said("cli.doctor_bad" if bad else "cli.doctor_well", args, count=len(bad), looks=looks)
    return 1 if bad else 0
