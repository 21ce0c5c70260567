"""Documents: PDF files that are kept here and belong to a course or to an emergency plan, to be opened on a console
and on a phone. How large one may be and how many belong to one thing are settings of the plant."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.courses import COURSE_DESK, living_course
from services.core.emergency_plans import living_plan
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, OFFICE
from services.core.shape import Blob, Range, Ref, Text

LARGEST_MB = 40
MOST_PAGES = 2_000


@record("document", indexed=("course", "emergency_plan"), called="title")
@dataclass(frozen=True, kw_only=True)
class Document:
    """`file` is its SHA-256, `size` how many bytes it has. It belongs to one course or to one emergency plan."""

    id: str
    title: str
    file: Annotated[str, Blob()]
    size: int
    pages: int
    course: str | None = None
    emergency_plan: str | None = None
    added_at: datetime
    added_by: str | None = None
    retired_at: datetime | None = None


def documents_of(look: Look, kind: str, id_: str) -> tuple[Document, ...]:
    """The documents in use of a `course` or an `emergency_plan`, by title."""
    living = [one for one in look.find("document", **{kind: id_}) if one.retired_at is None]
    return tuple(sorted(living, key=lambda one: (one.title, one.id)))


def _may(context: Context, of_plan: bool) -> None:
    """Plans are the safety office's. Raises Refused: not_allowed."""
    if of_plan and not context.actor.has(*OFFICE):
        raise Refused("not_allowed", kind="documents.add")


@operation("documents.add", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A document more for a course or an emergency plan. The hub has read the file before it takes it."""

    title: Annotated[str, Text(most=80)]
    file: Annotated[str, Blob()]
    size: Annotated[int, Range(1, LARGEST_MB * 1_000_000)]
    pages: Annotated[int, Range(1, MOST_PAGES)]
    course: Annotated[str, Ref("course")] | None = None
    emergency_plan: Annotated[str, Ref("emergency_plan")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if (self.course is None) == (self.emergency_plan is None):
            raise Refused("document_of_one")
        _may(context, self.emergency_plan is not None)
        plant = the_plant(look)
        if self.size > plant.document_mb * 1_000_000:
            raise Refused("document_too_large", most_megabytes=plant.document_mb)
        there = documents_of(look, *self._holder(look))
        if len(there) >= plant.document_count:
            raise Refused("documents_too_many", most=plant.document_count)
        if any(one.file == self.file for one in there):
            raise Refused("document_twice", title=next(one.title for one in there if one.file == self.file))
        made = Document(
            id=context.id,
            title=self.title,
            file=self.file,
            size=self.size,
            pages=self.pages,
            course=self.course,
            emergency_plan=self.emergency_plan,
            added_at=context.now,
            added_by=context.actor.person,
        )
        return [Put(made)]

    def _holder(self, look: Look) -> tuple[str, str]:
        if self.course is not None:
            return "course", living_course(look, self.course).id
        return "emergency_plan", living_plan(look, self.emergency_plan or "").id


@operation("documents.retire", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The document is shown no more; the file is kept."""

    document: Annotated[str, Ref("document")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = required(look, Document, self.document)
        _may(context, found.emergency_plan is not None)
        if found.retired_at is not None:
            raise Refused("document_retired", title=found.title)
        return [Put(replace(found, retired_at=context.now))]


@operation("plant.set_documents", roles=OFFICE | ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDocuments:
    """How large a document may be, in MB, and how many a course or an emergency plan may have."""

    document_mb: Annotated[int, Range(1, LARGEST_MB)] = 20
    document_count: Annotated[int, Range(1, 50)] = 8

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), document_mb=self.document_mb, document_count=self.document_count))]
