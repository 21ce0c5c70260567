"""The tables of who may do what: permissions that a plant has set, roles that two people give or that are borrowed."""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Table

from services.store.columns import id_, metadata, text

permissions = Table(
    "permissions",
    metadata,
    id_(),
    text("kind", index=True, null=False),
    text("roles", null=False),
)

grant_policies = Table(
    "grant_policies",
    metadata,
    id_(),
    Column("wait_hours", Float, nullable=False),
    Column("emergency_hours", Float, nullable=False),
)

grants = Table(
    "grants",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("roles", null=False),
    text("reason", null=False),
    text("asked_by", null=False),
    text("asked_at", null=False),
    text("ends_at", null=False),
    text("decided_by"),
    text("decided_at"),
    Column("agreed", Boolean, nullable=False),
    CheckConstraint("asked_by <> person", name="ck_grants_asked"),
    CheckConstraint(
        "agreed = false OR (decided_by IS NOT NULL AND decided_by <> asked_by AND decided_by <> person)",
        name="ck_grants_agreed",
    ),
)

emergency_grants = Table(
    "emergency_grants",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("roles", null=False),
    text("reason", null=False),
    text("given_by", null=False),
    text("given_at", null=False),
    text("ends_at", null=False),
    text("ended_at"),
    text("ended_by"),
    CheckConstraint("given_by <> person", name="ck_emergency_grants_given"),
)

OF_RIGHTS = {
    "permission": permissions,
    "grant_policy": grant_policies,
    "grant": grants,
    "emergency_grant": emergency_grants,
}
