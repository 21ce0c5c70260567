"""Training on a phone: what is due, a course with its test, signing in to a session by its code, and what was
passed."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.courses import Course
from services.core.documents import documents_of
from services.core.operation import required
from services.core.people import Person
from services.core.refused import Refused
from services.hub.api import TheHub, hub_of
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store.queries.emergencies import drills_for
from services.store.queries.phone_training import my_course, my_training, paper_of
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)


def signed_in(request: Request, look: Records) -> dict[str, Any]:
    """The frame of a page for whoever is signed in, on a plant that uses training. Raises Refused: sign_in_needed,
    module_off."""
    values = frame(request, look)
    if values["plant"] is not None and "training" in values["plant"].modules_off:
        raise Refused("module_off")
    if values["person"] is None:
        raise Refused("sign_in_needed")
    return values


def drills_open(look: Records, request: Request, values: dict[str, Any]) -> int:
    """How many drills that run or are to come concern the person of a page."""
    from services.hub.phone_drills import sees

    person: Person | None = values["person"]
    if person is None:
        return 0
    rows = drills_for(look, hub_of(request).now())
    return sum(row.stands in ("planned", "running") and sees(person, row.drill) for row in rows)


def waiting(look: Records, request: Request, values: dict[str, Any]) -> int | None:
    """How much of training waits for the person of a page; None where the plant does not use it."""
    person: Person | None = values["person"]
    if person is None or values["plant"] is None or "training" in values["plant"].modules_off:
        return None
    return my_training(look, person, hub_of(request).now()).waits


@routes.get("/train")
def my_page(request: Request, hub: TheHub) -> Response:
    """My training. Raises Refused: sign_in_needed."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        mine = my_training(look, values["person"], hub.now())
    return page(request, "train.html", mine=mine, **values)


@routes.get("/train/course/{course}")
def course_page(request: Request, hub: TheHub, course: str) -> Response:
    """A course: what it is learnt from, and its test. Raises Refused: sign_in_needed, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        shown = my_course(look, values["person"], required(look, Course, course))
        papers = documents_of(look, "course", course)
    return page(request, "train_course.html", shown=shown, documents=papers, **values)


@routes.get("/train/course/{course}/{index}")
def course_file(request: Request, hub: TheHub, course: str, index: int) -> Response:
    """One of a course's pictures. Raises Refused: sign_in_needed, no_such_record."""
    with hub.store.look() as look:
        signed_in(request, look)
        files = required(look, Course, course).files
    data = hub.blobs.get(files[index]) if 0 <= index < len(files) else None
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


@routes.get("/train/exam/{exam}")
def exam_page(request: Request, hub: TheHub, exam: str) -> Response:
    """A test of one's own: its questions, and once it was handed in what came of it. Raises Refused: sign_in_needed,
    no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        found = look.get("exam", exam)
        if found is None or found.person != values["person"].id:
            raise Refused("no_such_record", record="exam", id=exam[:60])
        paper = paper_of(look, found)
    return page(request, "exam.html", paper=paper, **values)


@routes.get("/t/{token}")
def session_page(request: Request, hub: TheHub, token: str) -> Response:
    """The code on the screen of a session: who scans it signs in by one press. Raises Refused: sign_in_needed,
    session_code_wrong."""
    session, _, seal = token.partition(".")
    with hub.store.look() as look:
        values = signed_in(request, look)
        found = look.get("training_session", session)
        if found is None or not seal or found.mac != seal:
            raise Refused("session_code_wrong")
        course = required(look, Course, found.course)
        mine = [one for one in look.find("attendance", session=found.id) if one.person == values["person"].id]
    there = mine[0] if mine else None
    return page(request, "session.html", session=found, course=course, seal=seal, there=there, **values)
