"""The tables of musters and of the policy that doors are gone by."""

from sqlalchemy import Boolean, Column, Float, Integer, Table, false

from services.store.columns import id_, metadata, text

access_policies = Table(
    "access_policies",
    metadata,
    id_(),
    Column("keep_days", Integer, nullable=False),
    Column("forgotten_hours", Float, nullable=False),
    Column("double_s", Float, nullable=False),
    Column("passback_minutes", Float, nullable=False),
    text("begins", null=False),
    text("ends", null=False),
    Column("together_s", Float, nullable=False),
    Column("alone_minutes", Float, nullable=False),
    Column("alone_times", Integer, nullable=False),
    Column("alone_days", Integer, nullable=False),
    Column("past_days", Integer, nullable=False),
)

musters = Table(
    "musters",
    metadata,
    id_(),
    text("begun_at", index=True, null=False),
    text("begun_by"),
    text("muster_why", null=False),
    text("point", null=False),
    text("ended_at"),
    text("ended_by"),
)

muster_ticks = Table(
    "muster_ticks",
    metadata,
    id_(),
    text("muster", index=True, null=False),
    text("person", null=False),
    text("found", null=False),
    text("at", null=False),
    text("by"),
)

door_devices = Table(
    "door_devices",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("device_kind", null=False),
    text("address"),
    text("user", null=False),
    Column("every_s", Float, nullable=False),
    Column("silent_minutes", Float, nullable=False),
    text("readers", null=False),
    text("passing", null=False),
    Column("stream", Boolean, nullable=False, server_default=false()),
    text("retired_at"),
)

machine_agents = Table(
    "machine_agents",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("address", null=False),
    Column("every_s", Float, nullable=False),
    text("lines", null=False),
    text("retired_at"),
)

unmaskings = Table(
    "unmaskings",
    metadata,
    id_(),
    text("who", index=True, null=False),
    text("reason", null=False),
    Column("hours", Float, nullable=False),
    text("asked_by"),
    text("asked_at", null=False),
    text("decided_by"),
    text("decided_at"),
    text("ends_at"),
)

ACCESS = {
    "unmasking": unmaskings,
    "machine_agent": machine_agents,
    "door_device": door_devices,
    "access_policy": access_policies,
    "muster": musters,
    "muster_tick": muster_ticks,
}
