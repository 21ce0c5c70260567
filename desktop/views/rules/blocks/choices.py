"""What a slot shows and what can be chosen for it, from the plant's own things."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop import words
from desktop.language import language
from desktop.widgets.categories import category_options
from services.core.rule_grammar import Slot
from services.rules.sentence import Speaker
from services.store.queries.rule_events import plant_names

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.records import Records

KINDS = frozenset({"sensor", "zone", "equipment", "shift"})
Options = tuple[tuple[str, str], ...]


class Choices:
    """The plant's things as they are now, by what a slot takes: (what people call it, what the document says)."""

    def __init__(self, workbench: "Workbench") -> None:
        self.things: dict[str, Options] = workbench.ask(_things)
        self.things["category"] = tuple(category_options(workbench))
        self.speaks = Speaker(words.say, language.zone, workbench.ask(plant_names).called, words.category)

    def options(self, slot: Slot) -> Options:
        """What can be chosen for a slot."""
        if slot.takes in self.things:
            return self.things[slot.takes]
        if slot.takes == "flag":
            return tuple((words.say(f"block.choice.{one}"), one) for one in ("true", "false"))
        return tuple((words.say(f"block.choice.{one}"), one) for one in slot.choices)

    def shown(self, slot: Slot, values: Mapping[str, Any]) -> str:
        """What stands in a slot, or that it is empty."""
        value = next((values[one] for one in (slot.name, slot.other) if values.get(one) not in (None, "", [])), None)
        if slot.takes == "bound" and value is not None:
            side = "above" if ("above" in slot.name) == (slot.name in values) else "below"
            return words.say(f"block.{side}", n=f"{value:g}")
        value = slot.usual if value is None else value
        return self._empty(slot) if value in (None, "", []) else self.said(slot, value)

    def said(self, slot: Slot, value: Any) -> str:
        """A value as people say it."""
        if slot.takes == "length":
            return self.speaks.length(value)
        if slot.takes == "days":
            return words.listed(words.say(f"rule.day.{day}") for day in value)
        if slot.takes == "several":
            return words.listed(words.say(f"block.choice.{one}") for one in value)
        if slot.takes in ("choice", "flag"):
            return words.say(f"block.choice.{str(value).lower()}")
        if slot.takes in ("sensor", "zone", "equipment", "line"):
            return words.short(dict((key, text) for text, key in self.options(slot)).get(value, str(value)), 24)
        if slot.takes == "category":
            return words.category(str(value))
        return f"{value:g}" if isinstance(value, float) else words.short(str(value), 32)

    def _empty(self, slot: Slot) -> str:
        if slot.required:
            return words.say("block.choose", slot=words.say(f"block.slot.{slot.name}"))
        named = slot.takes in ("zone", "equipment", "line", "choice", "days")
        return words.say("block.any_value" if named else "block.none")


def _things(look: "Records") -> dict[str, Options]:
    used = {kind: [one for one in look.find(kind) if one.retired_at is None] for kind in KINDS}
    lines = {one.line for one in used["equipment"] if one.line}
    return {
        "sensor": tuple(sorted((f"{one.code} {one.name}", one.code) for one in used["sensor"])),
        "zone": tuple(sorted((one.name, one.name) for one in used["zone"])),
        "equipment": tuple(sorted((f"{one.code} {one.name}", one.code) for one in used["equipment"])),
        "line": tuple((one, one) for one in sorted(lines)),
        "shift": tuple((one.name, one.name) for one in sorted(used["shift"], key=lambda one: one.starts)),
    }
