"""The ready checklists can be taken as they are, say the same in both languages, and cover the machining works."""

import pytest

from services.core.checklists import form_in_force
from services.core.roles import Role
from services.core.shape import written
from services.library import ready_checklist, ready_checklists
from tests.makers import Held, person, plant

TOPICS = {
    "press",
    "lathe",
    "grinder",
    "spray_booth",
    "crane",
    "forklift",
    "compressor",
    "switch_room",
    "fire",
    "chemicals",
}
OFFICER = person(Role.SAFETY_OFFICER)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_topic_is_there(lang):
    assert {one.key for one in ready_checklists(lang)} == TOPICS
    assert len({one.name for one in ready_checklists(lang)}) == len(TOPICS)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("key", sorted(TOPICS))
def test_a_plant_takes_it_as_it_is(key, lang):
    ready, held = ready_checklist(key, lang), Held(plant(), OFFICER)
    args = {"name": ready.name, "items": [written(item) for item in ready.items], "source": key}
    made = held.do("checklists.make", args, OFFICER)
    assert (made.name, made.source) == (ready.name, key)
    form = form_in_force(held, made.id)
    assert form is not None
    assert 8 <= len(form.items) <= 15


@pytest.mark.parametrize("key", sorted(TOPICS))
def test_both_languages_ask_the_same(key):
    chinese, english = ready_checklist(key, "zh").items, ready_checklist(key, "en").items

    def asked(items):
        return [(one.key, one.kind, one.required, one.low, one.high, one.unit, one.hazard) for one in items]

    assert asked(chinese) == asked(english)
    assert [len(one.bad) for one in chinese] == [len(one.bad) for one in english]
    texts = [*chinese, *english]
    assert len({one.text for one in texts}) == len(texts)
