"""What a draft of a rule still lacks, and where."""

from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from services.core.refused import Refused
from services.core.rule_document import rule_from
from services.core.rule_grammar import JOINTS, slots_for
from services.rules.draft import THEN, WHEN, Block, Draft, Path, document_of, json_of
from services.rules.heard import LEAST_GAP_S
from services.rules.joined import Joined
from services.rules.running import Place, ready


@dataclass(frozen=True)
class Fault:
    """`code` is what is missing or wrong: `name`, `when`, `then`, `part` and `slot` are missing; others are codes of
    refusals, with their facts."""

    path: Path
    code: str
    slot: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def faults(draft: Draft) -> tuple[Fault, ...]:
    """All that keeps a draft from being a rule; none where `rule_from` takes its document."""
    found = [] if draft.name.strip() else [Fault((), "name")]
    found += [] if draft.when else [Fault(WHEN, "when")]
    for path, place in ((WHEN, draft.when), (THEN, draft.then)):
        for at, block in enumerate(place):
            found += _of_block((*path, at), block)
    found += [] if draft.then else [Fault(THEN, "then")]
    return tuple(found) if found else tuple(_of_whole(draft))


def _of_block(path: Path, block: Block) -> list[Fault]:
    if block.kind in JOINTS:
        if not block.parts:
            return [Fault(path, "part")]
        return [one for at, part in enumerate(block.parts) for one in _of_block((*path, at), part)]
    empty = [
        Fault(path, "slot", one.name)
        for one in slots_for(block.kind, block.values)
        if one.required and not any(block.values.get(name) not in (None, "", []) for name in (one.name, one.other))
    ]
    return empty or _wrong(path, block)


def _wrong(path: Path, block: Block) -> list[Fault]:
    """What a filled block is refused with."""
    try:
        if path[0] == "when":
            ready(rule_from({**FRAME, "when": json_of(block)}), _NOWHERE)
        else:
            told = {"do": "alert", "to": ["supervisor"]}
            rule_from({**FRAME, "then": [told, {"do": block.kind, **block.values}]})
    except Refused as refused:
        return [Fault(path, refused.code, str(refused.facts.get("field", "")).split(":")[0], dict(refused.facts))]
    return []


def _of_whole(draft: Draft) -> list[Fault]:
    """What only shows when all is there."""
    try:
        rule = rule_from(document_of(draft))
    except Refused as refused:
        where = THEN if refused.code.startswith("rule_pause") else WHEN
        return [Fault(where, refused.code, "", dict(refused.facts))]
    try:
        Joined(rule.when, ready(rule, _NOWHERE))
    except Refused as refused:
        return [Fault(WHEN, refused.code, "", dict(refused.facts))]
    return []


FRAME: dict[str, Any] = {"format": 1, "name": "-", "when": {"kind": "between", "begins": "00:00", "ends": "12:00"}}
_NOWHERE = Place(ZoneInfo("UTC"), lambda _: LEAST_GAP_S)
