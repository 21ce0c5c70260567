"""Every code that can reach a person has words in both languages: refusals, operations, states, roles, reasons."""

import ast
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import services
from services import words
from services.core import features
from services.core.answers import Outcome
from services.core.categories import BUILT_IN
from services.core.hazards import State
from services.core.inspections import Doubt, InspectionState
from services.core.modules import Module
from services.core.operation import OPERATIONS
from services.core.record import KINDS
from services.core.roles import Role
from services.core.shape import shapes
from services.words import FACT, LANGUAGES

assert features.FEATURES
HERE = Path(services.__file__).parent
REASONS = ("route_zone_team", "route_team", "route_person", "zone_supervisor", "ehs_manager", "by_hand", "on_paper")
OWN = {"roles", "category", "state", "zone_class", "modules_off"}  # their words stand elsewhere, or are their letters
REFUSALS = {"Refused", "PhotoRefused", "PlanRefused", "refusal"}


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where a refusal with a written code is made: place, code, and the facts it is given (None: not to be seen)."""
    for file in sorted(HERE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSALS:
                yield from made(node, f"{file.relative_to(HERE)}:{node.lineno}")


def made(node: ast.Call, place: str) -> Iterator[tuple[str, str, set[str] | None]]:
    if not node.args or not isinstance(node.args[0], ast.Constant) or not isinstance(node.args[0].value, str):
        return
    named = {keyword.arg for keyword in node.keywords}
    seen = len(node.args) == 1 and None not in named
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    prefix = "plan." if name == "PlanRefused" else ""  # what shows them adds it
    code = prefix + node.args[0].value
    yield place, code, {name for name in named if name} if seen else None


def chosen() -> Iterator[tuple[str, str]]:
    """Field and code, wherever a record holds one of some codes."""
    for kind in KINDS.values():
        for name, shape in shapes(kind.cls).items():
            codes = shape.schema.get("enum") or shape.schema.get("items", {}).get("enum") or ()
            if name not in OWN:
                yield from ((name, code) for code in codes if code)


ALL = list(raised())


def test_the_search_finds_refusals():
    assert len(ALL) > 100
    assert {"photo_needed", "label_foreign", "out_of_turn"} <= {code for _, code, _ in ALL}


def test_the_search_finds_codes_alone_and_in_lists():
    assert {("type", "press"), ("register", "hazards"), ("doubtful", typing.get_args(Doubt)[-1])} <= set(chosen())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_has_a_sentence(lang):
    assert [(place, code) for place, code, _ in ALL if not words.has(f"refused.{code}", lang)] == []


def test_sentences_use_only_facts_that_are_given():
    asked = [
        (place, code, sorted(set(FACT.findall(words.say(f"refused.{code}"))) - given))
        for place, code, given in ALL
        if given is not None
    ]
    assert [found for found in asked if found[2]] == []


def test_no_refusal_sentence_is_left_over():
    ours = words.files("zh")["refused.zh.json"]
    known = {f"refused.{code}" for _, code, _ in ALL} | {"refused.unknown", "refused.no_such_page"}
    assert set(ours) - known == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "keys",
    [
        [f"{prefix}.{kind}" for kind in OPERATIONS for prefix in ("op", "did")],
        [f"state.{state}" for state in (*State, *InspectionState)],
        [f"role.{role}" for role in Role],
        [f"category.{category}" for category in BUILT_IN],
        [f"why.{why}" for why in REASONS],
        [f"value.{field}.{value}" for field, value in chosen()],
        [f"value.outcome.{outcome}" for outcome in typing.get_args(Outcome)],
        [f"value.module.{module}" for module in typing.get_args(Module)],
    ],
    ids=["operations", "states", "roles", "categories", "reasons", "values", "outcomes", "modules"],
)
def test_every_code_has_words(keys, lang):
    assert [key for key in keys if not words.has(key, lang)] == []
