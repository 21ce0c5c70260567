"""The tables of training: courses with their questions, posts, who passed what, certificates, sessions, tests."""

from sqlalchemy import Boolean, Column, Float, Integer, Table

from services.store.columns import id_, metadata, text

courses = Table(
    "courses",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("stage", null=False),
    Column("hours", Float, nullable=False),
    Column("valid_months", Integer),
    text("passed_by", null=False),
    Column("questions", Integer, nullable=False),
    Column("pass_percent", Integer, nullable=False),
    text("about", null=False),
    text("links", null=False),
    text("files", null=False),
    text("retired_at"),
)

questions = Table(
    "questions",
    metadata,
    id_(),
    text("course", index=True, null=False),
    text("asks", null=False),
    text("text", null=False),
    text("choices", null=False),
    text("right", null=False),
    text("why", null=False),
    text("retired_at"),
)

posts = Table(
    "posts",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("courses", null=False),
    text("trades", null=False),
    text("retired_at"),
)

postings = Table(
    "postings",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("posts", null=False),
    text("since", null=False),
)

training_records = Table(
    "training_records",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("course", index=True, null=False),
    text("day", null=False),
    text("at", null=False),
    Column("passed", Boolean, nullable=False),
    text("source", null=False),
    Column("score", Integer),
    text("until"),
    text("session"),
    text("exam"),
    text("by"),
    text("note", null=False),
    text("withdrawn_at"),
)

certificates = Table(
    "certificates",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("trade", null=False),
    text("number", null=False),
    text("issuer", null=False),
    text("issued_on"),
    text("expires_on"),
    text("review_on"),
    text("photo"),
    text("warned", null=False),
    text("added_at", null=False),
    text("added_by"),
    text("withdrawn_at"),
    text("note", null=False),
)

training_sessions = Table(
    "training_sessions",
    metadata,
    id_(),
    text("course", index=True, null=False),
    text("starts_at", null=False),
    text("place", null=False),
    text("trainer", null=False),
    text("invited", null=False),
    text("planned_by"),
    text("mac"),
    text("opened_at"),
    text("closed_at"),
    text("cancelled_at"),
)

attendances = Table(
    "attendances",
    metadata,
    id_(),
    text("session", index=True, null=False),
    text("person", index=True, null=False),
    text("at", null=False),
    text("by"),
)

exams = Table(
    "exams",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("course", index=True, null=False),
    text("questions", null=False),
    text("begun_at", null=False),
    text("handed_in_at"),
    text("answers", null=False),
    Column("score", Integer),
    Column("passed", Boolean, nullable=False),
)

zone_needs = Table(
    "zone_needs",
    metadata,
    id_(),
    text("zone", null=False),
    text("courses", null=False),
    text("trades", null=False),
)

documents = Table(
    "documents",
    metadata,
    id_(),
    text("title", null=False),
    text("file", null=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    text("course", index=True),
    text("emergency_plan", index=True),
    text("added_at", null=False),
    text("added_by"),
    text("retired_at"),
)

OF_TRAINING = {
    "course": courses,
    "question": questions,
    "post": posts,
    "posting": postings,
    "training_record": training_records,
    "certificate": certificates,
    "training_session": training_sessions,
    "attendance": attendances,
    "exam": exams,
    "zone_need": zone_needs,
    "document": documents,
}
