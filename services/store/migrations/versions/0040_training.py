"""Training: courses, posts, who passed what, certificates, sessions, tests; when it is warned of what ends."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plants", sa.Column("certificate_days", sa.Text(), nullable=False, server_default="[90,30,7]"))
    op.add_column("plants", sa.Column("course_days", sa.Integer(), nullable=False, server_default="30"))
    op.create_table(
        "courses",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("hours", sa.Float(), nullable=False),
        sa.Column("valid_months", sa.Integer()),
        sa.Column("passed_by", sa.Text(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("pass_percent", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
    )
    op.create_index("ix_courses_name", "courses", ["name"])
    op.create_table(
        "questions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
    )
    op.create_index("ix_questions_course", "questions", ["course"])
    op.create_table(
        "posts",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("courses", sa.Text(), nullable=False),
        sa.Column("trades", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
    )
    op.create_index("ix_posts_name", "posts", ["name"])
    op.create_table(
        "postings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("posts", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
    )
    op.create_index("ix_postings_person", "postings", ["person"])
    op.create_table(
        "training_records",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer()),
        sa.Column("until", sa.Text()),
        sa.Column("session", sa.Text()),
        sa.Column("exam", sa.Text()),
        sa.Column("by", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text()),
    )
    op.create_index("ix_training_records_person", "training_records", ["person"])
    op.create_index("ix_training_records_course", "training_records", ["course"])
    op.create_table(
        "certificates",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("trade", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Text()),
        sa.Column("expires_on", sa.Text()),
        sa.Column("review_on", sa.Text()),
        sa.Column("photo", sa.Text()),
        sa.Column("warned", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text()),
        sa.Column("withdrawn_at", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
    )
    op.create_index("ix_certificates_person", "certificates", ["person"])
    op.create_table(
        "training_sessions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("trainer", sa.Text(), nullable=False),
        sa.Column("invited", sa.Text(), nullable=False),
        sa.Column("planned_by", sa.Text()),
        sa.Column("mac", sa.Text()),
        sa.Column("opened_at", sa.Text()),
        sa.Column("closed_at", sa.Text()),
        sa.Column("cancelled_at", sa.Text()),
    )
    op.create_index("ix_training_sessions_course", "training_sessions", ["course"])
    op.create_table(
        "attendances",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
    )
    op.create_index("ix_attendances_session", "attendances", ["session"])
    op.create_index("ix_attendances_person", "attendances", ["person"])
    op.create_table(
        "exams",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("handed_in_at", sa.Text()),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer()),
        sa.Column("passed", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_exams_person", "exams", ["person"])
    op.create_index("ix_exams_course", "exams", ["course"])


def downgrade() -> None:
    op.drop_table("exams")
    op.drop_table("attendances")
    op.drop_table("training_sessions")
    op.drop_table("certificates")
    op.drop_table("training_records")
    op.drop_table("postings")
    op.drop_table("posts")
    op.drop_table("questions")
    op.drop_table("courses")
    op.drop_column("plants", "course_days")
    op.drop_column("plants", "certificate_days")
