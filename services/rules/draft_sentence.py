"""What a draft says, in any language, as far as it is built: what is missing stands in it as missing."""

from collections.abc import Callable
from typing import Any

from services.core.refused import Refused
from services.core.rule_conditions import condition_from
from services.core.rule_document import rule_from
from services.core.rule_grammar import JOINTS
from services.rules.draft import THEN, WHEN, Block, Draft, Path, json_of
from services.rules.draft_faults import FRAME, Fault, faults
from services.rules.sentence import Say, Speaker


def draft_sentence(draft: Draft, speaks: Speaker) -> str:
    """The whole sentence; that of the rule itself where nothing is missing."""
    say, found = speaks.say, faults(draft)
    when = _condition(draft.when[0], (*WHEN, 0), found, speaks) if draft.when else say("block.lacks_when")
    parts = [_deed(one, (*THEN, at), found, speaks) for at, one in enumerate(draft.then)]
    return say("rule.whole", when=when, then=say("rule.and_then").join(parts) or say("block.lacks_then"))


def _condition(block: Block, path: Path, found: tuple[Fault, ...], speaks: Speaker) -> str:
    say = speaks.say
    if block.kind not in JOINTS:
        return _lacking(path, block, found, say) or _said(lambda: speaks.condition(condition_from(json_of(block))))
    if not block.parts:
        return say("block.lacks_part", block=say(f"block.{block.kind}"))
    parts = [
        say("rule.bracket", part=said) if part.kind in ("all", "any") and len(part.parts) > 1 else said
        for at, part in enumerate(block.parts)
        for said in (_condition(part, (*path, at), found, speaks),)
    ]
    if block.kind == "not":
        return say("rule.not", part=parts[0])
    return say("rule.and" if block.kind == "all" else "rule.or").join(parts)


def _deed(block: Block, path: Path, found: tuple[Fault, ...], speaks: Speaker) -> str:
    def said() -> str:
        told = {"do": "alert", "to": ["supervisor"]}
        return speaks.action(rule_from({**FRAME, "then": [told, {"do": block.kind, **block.values}]}).then[1])

    return _lacking(path, block, found, speaks.say) or _said(said)


def _said(said: Callable[[], str]) -> str:
    """Nothing here is missing, and what is wrong is told at its place."""
    try:
        return said()
    except Refused as refused:
        return f"[{refused.code}]"


def _lacking(path: Path, block: Block, found: tuple[Fault, ...], say: Say) -> str:
    here = [one for one in found if one.path == path]
    named = say(f"block.{block.kind}")
    slots = say("rule.comma").join(say(f"block.slot.{one.slot}") for one in here if one.code == "slot")
    if slots:
        return say("block.lacks", block=named, slots=slots)
    return say("block.wrong", block=named, why=fault_words(here[0], draft_block=block, say=say)) if here else ""


def fault_words(fault: Fault, draft_block: Block | None, say: Say) -> str:
    """What is missing or wrong, as a sentence."""
    facts: dict[str, Any] = dict(fault.facts)
    named = say(f"block.{draft_block.kind}") if draft_block else ""
    if fault.code in ("name", "when", "then", "part", "slot"):
        slot = say(f"block.slot.{fault.slot}") if fault.slot else ""
        return say(f"block.fault.{fault.code}", block=named, slot=slot)
    return say(f"refused.{fault.code}", **facts)
