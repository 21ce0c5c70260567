"""Rules while they are built: any moves lead to a rule or to what is missing; a document is the same after blocks."""

import json
import random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services import words
from services.core.refused import Refused
from services.core.rule_conditions import LEAVES
from services.core.rule_document import Action, rule_from, rule_json
from services.core.rule_grammar import DEEDS, JOINTS, SIDES, Slot, conditions, deeds, kind_of, slots_for
from services.core.shape import shapes
from services.rules.draft import (
    THEN,
    WHEN,
    Block,
    Draft,
    Path,
    begun,
    document_of,
    double,
    draft_of,
    fill,
    known_kinds,
    may_stand,
    move,
    put,
    rejoin,
    remove,
    unwrap,
    wrap,
)
from services.rules.draft_faults import faults
from services.rules.draft_sentence import draft_sentence
from services.rules.sentence import Speaker
from services.rules.templates import TEMPLATES


def spoken(lang: str) -> Speaker:
    def say(key: str, /, **facts: Any) -> str:
        return words.say(key, lang, **facts)

    return Speaker(say, ZoneInfo("Asia/Shanghai"))


def blocks(draft: Draft) -> list[Path]:
    def below(path: Path, block: Block) -> list[Path]:
        return [path, *(one for at, part in enumerate(block.parts) for one in below((*path, at), part))]

    return [one for place in (WHEN, THEN) for at, block in enumerate(draft.parts(place))
            for one in below((*place, at), block)]  # fmt: skip


def value_for(slot: Slot, chance: random.Random) -> Any:
    if slot.takes == "choice":
        return chance.choice(slot.choices)
    if slot.takes == "several":
        return chance.sample(slot.choices, chance.randint(0, 2))
    numbers = {"length": float(chance.randint(60, 3000)), "number": 20.0, "bound": 80.0, "whole": 3}
    plain = {"flag": False, "days": [1, 5], "clock": "22:00", "text": "https://x.example/a"}
    return numbers.get(slot.takes, plain.get(slot.takes, "甲"))


def moved(draft: Draft, chance: random.Random) -> Draft:
    """One move of a person, in whatever place; one that is refused changes nothing."""
    here = blocks(draft)
    places = [WHEN, THEN, *(one for one in here if draft.block(one).kind in JOINTS)]
    at = chance.randint(0, 3)
    deed = chance.choice(["put", "put", "fill", "fill", "fill", "remove", "move", "double", "wrap", "unwrap", "rejoin"])
    path = chance.choice(here) if here else None
    try:
        if deed == "put" or path is None:
            block, place = Block(chance.choice(known_kinds())), chance.choice(places)
            allowed = may_stand(draft, place, block)
            made = put(draft, place, at, block)[0]
            assert allowed
            return made
        return changed(draft, deed, path, chance.choice(places), at, chance)
    except Refused as refused:
        return draft if refused.code == "rule_wrong" else pytest.fail(refused.code)


def changed(draft: Draft, deed: str, path: Path, place: Path, at: int, chance: random.Random) -> Draft:
    block = draft.block(path)
    if deed == "move":
        made, now = move(draft, path, place, at)
        assert made.block(now) == block
        assert len(blocks(made)) >= len(blocks(draft))
        return made
    if deed == "fill":
        slots = slots_for(block.kind, block.values)
        if not slots:
            return draft
        slot = chance.choice(slots)
        name = chance.choice([slot.name, slot.other]) if slot.other else slot.name
        return fill(draft, path, name, chance.choice([None, *[value_for(slot, chance)] * 4]))
    if deed == "rejoin" and block.kind in ("all", "any"):
        return rejoin(draft, path, chance.choice(["all", "any"]))
    plain = {"remove": remove, "unwrap": unwrap}
    if deed in plain:
        return plain[deed](draft, path)
    if deed == "double":
        return double(draft, path)[0]
    return wrap(draft, path, chance.choice(JOINTS)) if deed == "wrap" else draft


@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_any_moves_lead_to_a_rule_or_say_what_is_missing(seed: int) -> None:
    chance, draft = random.Random(seed), Draft("规则")
    for _ in range(chance.randint(1, 40)):
        draft = moved(draft, chance)
    found = faults(draft)
    if not found:
        rule = rule_from(json.loads(json.dumps(document_of(draft))))
        assert draft_sentence(draft, spoken("zh")) == spoken("zh").rule(rule)
        assert rule_from(document_of(draft_of(rule))) == rule
        return
    for one in found:
        assert one.path in ((), WHEN, THEN) or draft.has(one.path)
        assert one.code != "slot" or kind_of(draft.block(one.path).kind).slot(one.slot)
    draft_sentence(draft, spoken("en"))


RULES = [
    {"kind": "sustained", "sensor": "TE-1", "below": 5.0, "clear_above": 6.0, "for_s": 900.0},
    {"any": [{"not": {"kind": "silent", "sensor": "T", "for_s": 60.0}}, {"all": [{"kind": "day", "day": "rest"}]}]},
    {"kind": "count", "of": "went_over", "n": 5, "within_s": 3600.0, "sensor": "T", "bound": 1.0},
    {"kind": "sequence", "first": "stop_began", "then": "inspection_done", "within_s": 60.0, "line": "L", "zone": "Z"},
]


@pytest.mark.parametrize("when", RULES)
def test_a_document_is_the_same_after_blocks(when: dict[str, Any]) -> None:
    then = [{"do": "alert", "to": ["supervisor"]}]
    rule = rule_from({"format": 1, "name": "甲", "note": "乙", "template": "t", "when": when, "then": then})
    assert document_of(draft_of(rule)) == rule_json(rule)
    assert faults(draft_of(rule)) == ()


def test_a_second_condition_is_joined_with_the_first() -> None:
    draft, _ = put(Draft("甲"), WHEN, 0, Block("shift"))
    draft, path = put(draft, WHEN, 1, Block("silent"))
    assert path == ("when", 0, 1)
    assert [one.kind for one in draft.parts(("when", 0))] == ["shift", "silent"]


def test_what_does_not_fit_cannot_be_put() -> None:
    draft, inner = put(Draft("甲"), WHEN, 0, Block("all"))
    assert not may_stand(draft, WHEN, Block("alert"))
    assert not may_stand(draft, inner, Block("alert"))
    assert not may_stand(draft, THEN, Block("shift"))
    assert not may_stand(draft, inner, draft.block(inner), without=inner)
    draft, negated = put(draft, inner, 0, Block("not"))
    draft, _ = put(draft, negated, 0, Block("day"))
    assert not may_stand(draft, negated, Block("day"))
    with pytest.raises(Refused):
        put(draft, negated, 1, Block("day"))


def test_what_is_missing_is_said_where_it_is_missing() -> None:
    draft, path = put(Draft(""), WHEN, 0, Block("sustained"))
    said = {(one.path, one.code, one.slot) for one in faults(draft)}
    assert said == {((), "name", ""), (path, "slot", "sensor"), (path, "slot", "above"), (THEN, "then", "")}
    draft = fill(fill(draft, path, "below", 5.0), path, "sensor", "T")
    assert {one.code for one in faults(draft)} == {"name", "then"}


def test_a_bound_stands_on_one_side() -> None:
    draft, path = put(Draft("甲"), WHEN, 0, Block("sustained"))
    draft = fill(fill(draft, path, "above", 80.0), path, "clear_below", 75.0)
    draft = fill(draft, path, "above", 90.0)
    assert draft.block(path).values == {"above": 90.0, "clear_below": 75.0}
    assert fill(draft, path, "below", 5.0).block(path).values == {"below": 5.0}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_begins_with_blocks_that_lack_only_what_it_asks_for(template: str) -> None:
    draft = begun(template, "甲")
    asked = {name for name, blank in TEMPLATES[template].blanks.items() if blank.usual is None}
    assert {one.slot for one in faults(draft)} == asked
    assert {one.code for one in faults(draft)} <= {"slot"}


def test_every_field_of_a_document_has_its_slot() -> None:
    assert set(conditions()) == set(LEAVES)
    for kind, cls in LEAVES.items():
        known = conditions()[kind].slots
        assert {name for one in known for name in (one.name, one.other) if name} == set(shapes(cls))
    assert set(DEEDS) == set(shapes(Action)["do"].schema["enum"])
    assert {name for names in DEEDS.values() for name in names} == set(shapes(Action)) - {"do"}


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_block_slot_and_choice_has_words(lang: str) -> None:
    keys = {f"block.{one}" for one in known_kinds()} | {f"block.says.{one}" for one in known_kinds()}
    for kind in (*conditions().values(), *deeds().values()):
        keys |= {f"block.slot.{one.name}" for one in kind.slots} | {f"block.group.{kind.group}"}
        keys |= {f"block.choice.{choice}" for one in kind.slots for choice in one.choices}
    assert [key for key in sorted(keys) if not words.has(key, lang)] == []


@pytest.mark.parametrize("kind", [*conditions(), *deeds()])
def test_what_a_block_says_names_only_its_slots(kind: str) -> None:
    known = {one.name for one in kind_of(kind).slots}
    for lang in words.LANGUAGES:
        assert set(words.FACT.findall(words.say(f"block.says.{kind}", lang))) <= known
    assert not known & set(SIDES.values())
