"""A rule while it is built: blocks that may still lack something. A document becomes blocks and blocks a document, the
same one; every move gives another draft, and what can't stand somewhere can't be put there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from services.core.refused import Refused
from services.core.rule_conditions import MOST_DEEP, MOST_PARTS, condition_json
from services.core.rule_document import FORMAT, MOST_ACTIONS, Rule, rule_json
from services.core.rule_grammar import HAPPENINGS, JOINTS, SIDES, conditions, deeds, kind_of, slots_for
from services.rules.templates import TEMPLATES

Path = tuple[str | int, ...]
WHEN: Path = ("when",)
THEN: Path = ("then",)


@dataclass(frozen=True)
class Block:
    """A condition, a joint or a deed. `values` are fields of the document, as JSON; `parts` the blocks of a joint."""

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple["Block", ...] = ()

    @property
    def depth(self) -> int:
        """How many joints lie above its deepest condition."""
        return max((1 + part.depth for part in self.parts), default=0)


@dataclass(frozen=True)
class Draft:
    """`when` holds at most one block. `note` and `template` go with it unchanged."""

    name: str = ""
    when: tuple[Block, ...] = ()
    then: tuple[Block, ...] = ()
    note: str = ""
    template: str = ""

    def parts(self, path: Path) -> tuple[Block, ...]:
        """The blocks that stand at a place: in `when`, in `then`, or in a joint."""
        if path == WHEN:
            return self.when
        return self.then if path == THEN else self.block(path).parts

    def block(self, path: Path) -> Block:
        """The block at a path: ("when", 0) is the whole condition, ("when", 0, 1) the second part of its joint."""
        found = (self.when if path[0] == "when" else self.then)[int(path[1])]
        for place in path[2:]:
            found = found.parts[int(place)]
        return found

    def has(self, path: Path) -> bool:
        """Whether a block stands there."""
        try:
            return len(path) > 1 and bool(self.block(path))
        except IndexError:
            return False


def draft_of(rule: Rule) -> Draft:
    """The blocks of a rule."""
    values = rule_json(rule)
    then = tuple(Block(one["do"], {name: value for name, value in one.items() if name != "do"})
                 for one in values["then"])  # fmt: skip
    return Draft(rule.name, (block_of(condition_json(rule.when)),), then, rule.note, rule.template)


def begun(template: str, name: str) -> Draft:
    """The blocks of a template with its usual figures; what has none is still missing."""
    found = TEMPLATES[template]
    figures = {one: blank.read(blank.usual) if blank.usual else None for one, blank in found.blanks.items()}
    made = found.make(figures)
    then = tuple(Block(one["do"], _given(one, "do")) for one in made["then"])
    return Draft(name, (Block(made["when"]["kind"], _given(made["when"], "kind")),), then, template=template)


def _given(values: Mapping[str, Any], but: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and name != but}


def block_of(values: Mapping[str, Any]) -> Block:
    """The block of a condition's JSON."""
    for joint in ("all", "any"):
        if joint in values:
            return Block(joint, {}, tuple(block_of(one) for one in values[joint]))
    if "not" in values:
        return Block("not", {}, (block_of(values["not"]),))
    return Block(values["kind"], {name: value for name, value in values.items() if name != "kind"})


def document_of(draft: Draft) -> dict[str, Any]:
    """The document as far as it is built; a hole is null, which no rule has."""
    plain = {"format": FORMAT, "name": draft.name.strip(), "note": draft.note, "template": draft.template}
    then = [{"do": one.kind, **one.values} for one in draft.then]
    kept = {name: value for name, value in plain.items() if value != ""}
    return {**kept, "when": json_of(draft.when[0]) if draft.when else None, "then": then}


def json_of(block: Block) -> dict[str, Any]:
    """A condition's JSON as far as it is built."""
    if block.kind == "not":
        return {"not": json_of(block.parts[0]) if block.parts else None}
    if block.kind in JOINTS:
        return {block.kind: [json_of(one) for one in block.parts]}
    return {"kind": block.kind, **block.values}


def may_stand(draft: Draft, path: Path, block: Block, without: Path | None = None) -> bool:
    """Whether a block may be put at a place; `without` is where it is taken from, if it is moved."""
    if without is not None and path[: len(without)] == without:
        return False  # not into itself
    here = len(draft.parts(path)) - (without is not None and without[:-1] == path)
    if path == THEN:
        return block.kind in deeds() and here < MOST_ACTIONS
    if block.kind in deeds():
        return False
    if path == WHEN:  # a second one is joined with the first
        joined = 1 if here else 0
        deep = max([block.depth, *(one.depth for one in draft.when)])
        return joined + deep <= MOST_DEEP and _room(draft, block, without)
    joint = draft.block(path).kind
    most = 1 if joint == "not" else MOST_PARTS if joint in JOINTS else 0
    return here < most and len(path) - 1 + block.depth <= MOST_DEEP


def _room(draft: Draft, block: Block, without: Path | None) -> bool:
    """Whether the joint at the top takes one more; what is already in it only changes its place."""
    top = draft.when[0] if draft.when else None
    inside = without is not None and without[:2] == ("when", 0) and len(without) > 2
    return top is None or top.kind not in ("all", "any") or inside or len(top.parts) < MOST_PARTS


def put(draft: Draft, path: Path, at: int, block: Block) -> tuple[Draft, Path]:
    """The block at a place, before the one that stands there; and where it is then. A second condition is joined with
    the first by `all`, or stands in its joint. Raises Refused: rule_wrong, where it may not."""
    if not may_stand(draft, path, block):
        raise Refused("rule_wrong", where=str(path[0]))
    if path == WHEN and draft.when:
        top = draft.when[0]
        if top.kind not in ("all", "any"):
            joined = (block, top) if at == 0 else (top, block)
            return replace(draft, when=(Block("all", {}, joined),)), ("when", 0, 0 if at == 0 else 1)
        path, at = ("when", 0), 0 if at == 0 else len(top.parts)
    parts = draft.parts(path)
    at = max(0, min(at, len(parts)))
    return _with(draft, path, (*parts[:at], block, *parts[at:])), (*path, at)


def remove(draft: Draft, path: Path) -> Draft:
    """Without the block at a path."""
    parts, at = draft.parts(path[:-1]), int(path[-1])
    return _with(draft, path[:-1], (*parts[:at], *parts[at + 1 :]))


def move(draft: Draft, path: Path, to: Path, at: int) -> tuple[Draft, Path]:
    """The block at a path stands elsewhere; `at` is counted as all stood before. Raises Refused: rule_wrong."""
    block = draft.block(path)
    if not may_stand(draft, to, block, without=path):
        raise Refused("rule_wrong", where=str(to[0]))
    parent, place = path[:-1], int(path[-1])
    if to == parent:
        at -= place < at
    elif len(to) > len(parent) and to[: len(parent)] == parent and int(to[len(parent)]) > place:
        to = (*parent, int(to[len(parent)]) - 1, *to[len(parent) + 1 :])
    return put(remove(draft, path), to, at, block)


def double(draft: Draft, path: Path) -> tuple[Draft, Path]:
    """The block once more, behind itself. Raises Refused: rule_wrong, where there is no room."""
    return put(draft, path[:-1], int(path[-1]) + 1, draft.block(path))


def wrap(draft: Draft, path: Path, joint: str) -> Draft:
    """The block within a joint. Raises Refused: rule_wrong."""
    block = draft.block(path)
    if path[0] != "when" or len(path) - 1 + block.depth > MOST_DEEP:
        raise Refused("rule_wrong", where=joint)
    return _in_place(draft, path, (Block(joint, {}, (block,)),))


def unwrap(draft: Draft, path: Path) -> Draft:
    """The parts of a joint in its place; at the top only one has room. Raises Refused: rule_wrong."""
    block = draft.block(path)
    beside = len(draft.parts(path[:-1])) - 1 + len(block.parts)
    above = "when" if len(path) == 2 else draft.block(path[:-1]).kind
    if block.kind not in JOINTS or beside > (1 if above in ("when", "not") else MOST_PARTS):
        raise Refused("rule_wrong", where=block.kind)
    return _in_place(draft, path, block.parts)


def rejoin(draft: Draft, path: Path, joint: str) -> Draft:
    """All becomes any, or any all."""
    return _in_place(draft, path, (replace(draft.block(path), kind=joint),))


def fill(draft: Draft, path: Path, slot: str, value: Any) -> Draft:
    """A value in a slot; None empties it. A bound stands on one side, and what clears it on the other; what no longer
    counts goes."""
    block = draft.block(path)
    values = {name: one for name, one in block.values.items() if name != slot and name != _twin(slot)}
    if slot in ("above", "below"):
        values = {name: one for name, one in values.items() if slot in block.values or name not in _CLEARS}
    if value is not None:
        values[slot] = value
    if slot in (*HAPPENINGS, "mode"):
        counts = {one.name for one in slots_for(block.kind, values)}
        values = {name: one for name, one in values.items() if name in counts}
    return _in_place(draft, path, (replace(block, values=values),))


_CLEARS = ("clear_below", "clear_above", "clear_for_s")
_TWINS = {**SIDES, **{other: name for name, other in SIDES.items()}}


def _twin(slot: str) -> str:
    return _TWINS.get(slot, "")


def _in_place(draft: Draft, path: Path, blocks: tuple[Block, ...]) -> Draft:
    parts, at = draft.parts(path[:-1]), int(path[-1])
    return _with(draft, path[:-1], (*parts[:at], *blocks, *parts[at + 1 :]))


def _with(draft: Draft, path: Path, parts: tuple[Block, ...]) -> Draft:
    """With these blocks at a place."""
    if path == WHEN:
        return replace(draft, when=parts)
    if path == THEN:
        return replace(draft, then=parts)
    return _in_place(draft, path, (replace(draft.block(path), parts=parts),))


def named(draft: Draft, name: str) -> Draft:
    """With another name."""
    return replace(draft, name=name)


def as_clip(block: Block) -> str:
    """A block as text, also one that lacks something."""
    return json.dumps({"anhuan_block": _plain(block)}, ensure_ascii=False)


def from_clip(text: str) -> Block | None:
    """The block of a text; None where it is none."""
    try:
        return _block(json.loads(text)["anhuan_block"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def draft_text(draft: Draft) -> str:
    """A draft as text, with all that it lacks."""
    places = {name: [_plain(one) for one in getattr(draft, name)] for name in ("when", "then")}
    return json.dumps(
        {"name": draft.name, "note": draft.note, "template": draft.template, **places}, ensure_ascii=False
    )


def draft_from_text(text: str) -> Draft | None:
    """The draft of a text; None where it is none."""
    try:
        values = json.loads(text)
        plain = {name: str(values[name]) for name in ("name", "note", "template")}
        when, then = (tuple(map(_block, values[name])) for name in ("when", "then"))
        return Draft(when=when, then=then, **plain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _plain(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, "values": dict(block.values), "parts": [_plain(one) for one in block.parts]}


def _block(values: dict[str, Any]) -> Block:
    """Raises KeyError, TypeError where something is no block."""
    made = Block(values["kind"], {**values["values"]}, tuple(_block(one) for one in values["parts"]))
    if any(kind_of(made.kind).slot(name) is None for name in made.values) or (made.parts and made.kind not in JOINTS):
        raise KeyError(made.kind)
    return made


def known_kinds() -> list[str]:
    """All that the palette has."""
    return [*conditions(), *JOINTS, *deeds()]
