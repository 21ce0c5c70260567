"""`anhuan do` and `anhuan show`: issue one operation, see what the store holds."""

import argparse
import json
from typing import Any

from services.commands.printing import answered, out, table
from services.commands.reach import looking, reached, readable
from services.core import features
from services.core.operation import OPERATIONS, known_kind
from services.core.record import KINDS, as_json
from services.core.refused import Refused
from services.store.folder import PlantFolder
from services.store.tables import RECORDS

assert features.FEATURES
PLURALS = {f"{kind}s": kind for kind in KINDS} | {table.name: kind for kind, table in RECORDS.items()}


def do(args: argparse.Namespace) -> int:
    """One operation, or what operations there are."""
    if args.list:
        rows = [[name, " ".join(sorted(spec.roles)), "offline" if spec.offline else "hub"] for name, spec in _kinds()]
        return table(rows, args, keys=("kind", "roles", "where"))
    if args.schema:
        return out(json.dumps(known_kind(args.schema).schema(), ensure_ascii=False, indent=2))
    if not args.kind:
        raise Refused("args_missing", field="KIND")
    with reached(args.data, args.act_as) as plant:
        answer = plant.do(args.kind, _json(args.json_args or "{}"))
    return answered(answer, args)


def _kinds() -> list[tuple[str, Any]]:
    return sorted(OPERATIONS.items())


def _json(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except ValueError:
        raise Refused("json_wrong", example='{"name": "…"}') from None
    if not isinstance(values, dict):
        raise Refused("json_wrong", example='{"name": "…"}')
    return values


def show(args: argparse.Namespace) -> int:
    """Records of a kind, one of them, or the journal."""
    kind = PLURALS.get(args.kind, args.kind)
    folder = PlantFolder(args.data)
    if kind == "conflicts":  # they are a console's own: the hub has answered, and knows of none
        with looking(folder.console / "replica.db") as look:
            return _conflicts(look, args)
    with looking(readable(folder)) as look:
        if kind == "journal":
            return _journal(look, args)
        if kind not in KINDS:
            raise Refused("unknown_record", kind=args.kind, known=", ".join(sorted((*KINDS, "journal", "conflicts"))))
        found = [as_json(record) for record in look.find(kind)]
    chosen = [values for values in found if args.id in (None, values["id"], values.get("number"), values.get("code"))]
    for condition in args.where or ():
        name, _, value = condition.partition("=")
        if found and name not in found[0]:
            raise Refused("unknown_field", field=name, known=", ".join(found[0]))
        chosen = [values for values in chosen if str(values.get(name)) == value]
    if args.id and not chosen:
        raise Refused("no_such_record", record=kind, id=args.id)
    return table([list(values.values()) for values in chosen], args, keys=tuple(found[0]) if found else ())


def _journal(look: Any, args: argparse.Namespace) -> int:
    from services.core.shape import utc_text
    from services.store.queries.journal import entry_rows

    rows = [
        [
            row.seq,
            utc_text(row.at),
            row.kind,
            row.author.name if row.author else "",
            row.about,
            row.refused or "",
            row.hash,
        ]
        for row in reversed(entry_rows(look, most=1_000_000))
    ]
    return table(rows, args, keys=("seq", "at", "kind", "author", "about", "refused", "hash"))


def _conflicts(look: Any, args: argparse.Namespace) -> int:
    from services.core.shape import utc_text
    from services.store.queries.conflicts import conflict_rows

    rows = [[row.operation, row.kind, row.code, utc_text(row.at)] for row in conflict_rows(look)]
    return table(rows, args, keys=("operation", "kind", "refused", "at"))
