"""`anhuan plan import`: drawings in."""

import argparse
from pathlib import Path

from services.commands.printing import values
from services.commands.reach import reached
from services.core.refused import Refused, accepted


def plan_import(args: argparse.Namespace) -> int:
    """What a drawing holds; with --floor it also becomes that floor."""
    from services.plans import PlanRefused, to_bytes
    from services.plans.command import facts_of, read_plan

    try:
        how = {"page": args.page - 1, "length_m": args.length_m}
        drawing = read_plan(args.file, args.unit, **how)
        found = facts_of(args.file, drawing, args.floor, args.json)
    except PlanRefused as refused:
        raise Refused(f"plan.{refused.code}", **refused.facts) from None
    if args.floor:
        with reached(args.data, args.act_as) as plant:
            blob = plant.keep_drawing(to_bytes(drawing))
            source = plant.keep_drawing(Path(args.file).read_bytes())
            floor = {"name": args.floor, "width_m": drawing.width_m, "height_m": drawing.height_m}
            answer = plant.do("floors.add", {**floor, "drawing": blob, "source": source})
        found["floor_id"] = accepted(answer)["id"]
    return values(found, args)
