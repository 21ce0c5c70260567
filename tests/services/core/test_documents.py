"""Documents: whose they are, how large and how many, and who may add one."""

from typing import Any

import pytest

from services.core.operation import Put
from services.core.roles import Role
from tests.makers import Held, course, document, person, plant, refused, sha
from tests.services.core.test_training import done

OFFICER = person(roles=(Role.SAFETY_OFFICER,))
HR = person(roles=(Role.HR,))
COURSE = course()
PLAN_ARGS: dict[str, Any] = {
    "name": "火灾", "plan_kind": "on_site_plan", "scenario": "fire", "steps": [{"text": "报警"}]
}  # fmt: skip


@pytest.fixture
def held() -> Held:
    return Held(plant(document_mb=1, document_count=2), OFFICER, HR, COURSE)


def given(**other: Any) -> dict[str, Any]:
    return {"title": "规程", "file": sha("a"), "size": 900_000, "pages": 2, "course": COURSE.id} | other


def test_a_document_belongs_to_a_course_until_it_is_retired(held: Held) -> None:
    (made,) = done(held, "documents.add", given(), HR)
    assert (made.course, made.title, made.pages, made.added_by) == (COURSE.id, "规程", 2, HR.id)
    (over,) = done(held, "documents.retire", {"document": made.id}, HR)
    assert over.retired_at is not None
    assert refused(held.decide, "documents.retire", {"document": made.id}, HR) == "document_retired"
    assert done(held, "documents.add", given(), HR), "the same file may come again"


def test_the_plant_says_how_large_and_how_many(held: Held) -> None:
    assert refused(held.decide, "documents.add", given(size=1_000_001), HR) == "document_too_large"
    held.add(document(course=COURSE.id, file=sha("b")))
    assert refused(held.decide, "documents.add", given(file=sha("b")), HR) == "document_twice"
    held.add(document(course=COURSE.id, file=sha("c")))
    assert refused(held.decide, "documents.add", given(), HR) == "documents_too_many"
    done(held, "plant.set_documents", {"document_mb": 2, "document_count": 3}, OFFICER)
    assert done(held, "documents.add", given(size=1_500_000), HR)


def test_it_belongs_to_one_thing_and_plans_are_the_offices(held: Held) -> None:
    (plan,) = (one.record for one in held.decide("emergency_plans.make", PLAN_ARGS, OFFICER) if isinstance(one, Put))
    held.add(plan)
    assert refused(held.decide, "documents.add", given(course=None), OFFICER) == "document_of_one"
    assert refused(held.decide, "documents.add", given(emergency_plan=plan.id), OFFICER) == "document_of_one"
    of_plan = given(course=None, emergency_plan=plan.id)
    assert refused(held.decide, "documents.add", of_plan, HR) == "not_allowed"
    (made,) = done(held, "documents.add", of_plan, OFFICER)
    assert made.emergency_plan == plan.id
    assert refused(held.decide, "documents.retire", {"document": made.id}, HR) == "not_allowed"
