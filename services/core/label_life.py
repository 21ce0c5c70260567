"""What becomes of labels on the wall: which of them hang, which are worn, and where a new one has to be put up.

An old label that is scanned on the spot opens a replacement: somebody has to go there. It is closed by itself when the
new label is scanned there, or by a person with a word.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.ids import id_from
from services.core.labels import Label, living_label
from services.core.operation import Actor, Change, Context, Look, Put, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, STAFF, Role
from services.core.shape import Ref, Text
from services.core.zones import Zone

TOLD_EVERY = timedelta(days=1)  # an old label at a busy door is not told of at every scan
ReplacementWhy = Literal["old", "revoked", "ended", "worn"]


@record("label_replacement", indexed=("zone",), called="")
@dataclass(frozen=True, kw_only=True)
class LabelReplacement:
    """A label that somebody has to replace by the zone's new one. `opened_by` is nobody where a scan has opened it,
    `closed_by` nobody where a scan of the new one has closed it; `word` is what a person said."""

    id: str
    zone: str
    label: str
    why: ReplacementWhy
    opened_at: datetime
    opened_by: str | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    word: str = ""


def open_replacement(look: Look, zone: str) -> LabelReplacement | None:
    """What is to be replaced in a zone; there is at most one at a time."""
    return next((one for one in look.find("label_replacement", zone=zone) if one.closed_at is None), None)


def may_care(look: Look, actor: Actor, zone: str) -> bool:
    """Whether someone may see to a zone's labels: leaders anywhere, whoever answers for the zone there."""
    found = look.get("zone", zone)
    own = found is not None and found.supervisor is not None and found.supervisor == actor.person
    return own or actor.has(*LEADERS)


def scanned(look: Look, label: Label, now: datetime, scan: str = "") -> list[Change]:
    """What it changes that a label is scanned on the spot; nothing where that tells nothing new. `scan` is the id of
    what came of it."""
    newest = living_label(look, label.zone) if label.zone else None
    if newest is not None and newest.id == label.id and not label.ended(now):
        return hangs(look, label, now)
    over = label.revoked_at is not None or label.ended(now)
    if not over and (newest is None or newest.printed_at is None):
        return [] if label.posted_at else [Put(replace(label, posted_at=now))]
    return _hangs_still(look, label, now, scan) if label.zone else []


def hangs(look: Look, label: Label, now: datetime) -> list[Change]:
    """The zone's newest label hangs there: the older ones are replaced, and so is what was to be replaced."""
    zone, changes = label.zone or "", list[Change]()
    if label.posted_at is None:
        changes += [Put(replace(one, replaced_at=now)) for one in _older(look, label)]
        changes.append(Put(replace(label, posted_at=now)))
    task = open_replacement(look, zone)
    if task is not None and task.label != label.id:
        changes.append(Put(replace(task, closed_at=now)))
    return changes


def _older(look: Look, label: Label) -> list[Label]:
    others = [one for one in look.find("label", zone=label.zone) if one.id != label.id]
    return [one for one in others if one.printed_at and not one.replaced_at and not one.revoked_at]


def _hangs_still(look: Look, label: Label, now: datetime, scan: str) -> list[Change]:
    zone, task = label.zone or "", open_replacement(look, label.zone or "")
    if label.seen_at is not None and now - label.seen_at < TOLD_EVERY and not _wrongly_closed(look, label):
        return []
    changes: list[Change] = [Put(replace(label, seen_at=now))]
    if task is None:
        why: ReplacementWhy = "revoked" if label.revoked_at else "ended" if label.ended(now) else "old"
        id_ = id_from(scan, "label_replacement")
        changes.append(Put(LabelReplacement(id=id_, zone=zone, label=label.id, why=why, opened_at=now)))
    return changes


def _wrongly_closed(look: Look, label: Label) -> bool:
    """Whether a person has said since that it is replaced, and it hangs there all the same."""
    tasks = [one for one in look.find("label_replacement", zone=label.zone) if one.label == label.id]
    last = max(tasks, key=lambda one: one.opened_at, default=None)
    said = last is not None and last.closed_by is not None and last.closed_at
    return bool(said and label.seen_at and said > label.seen_at)


@operation("labels.scanned", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Scanned:
    """A phone has opened a label: it hangs there, or still hangs there."""

    label: Annotated[str, Ref("label")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return scanned(look, required(look, Label, self.label), context.now, context.id)


@operation("labels.worn", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Worn:
    """A label can hardly be read any more: it stays good until a new one hangs there."""

    label: Annotated[str, Ref("label")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        label = required(look, Label, self.label)
        if label.revoked_at is not None:
            raise Refused("label_revoked", zone=label.code)
        if label.zone is None:
            raise Refused("label_blank", zone=label.code)
        _check_care(look, context.actor, label.zone, "labels.worn")
        changes: list[Change] = [Put(replace(label, worn_at=label.worn_at or context.now))]
        if open_replacement(look, label.zone) is None:
            task = LabelReplacement(
                id=context.id,
                zone=label.zone,
                label=label.id,
                why="worn",
                opened_at=context.now,
                opened_by=context.actor.person,
                word=self.reason,
            )
            changes.append(Put(task))
        return changes


def _check_care(look: Look, actor: Actor, zone: str, kind: str) -> None:
    if not may_care(look, actor, zone):
        raise Refused("not_allowed", kind=kind)


@operation("label_replacements.close", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class CloseReplacement:
    """A person says that the new label hangs and the old one is down, or why neither is needed."""

    label_replacement: Annotated[str, Ref("label_replacement")]
    word: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        task = required(look, LabelReplacement, self.label_replacement)
        _check_care(look, context.actor, task.zone, "label_replacements.close")
        if task.closed_at is not None:
            zone = required(look, Zone, task.zone)
            raise Refused("replacement_closed", zone=zone.name)
        closed = replace(task, closed_at=context.now, closed_by=context.actor.person, word=self.word)
        label = required(look, Label, task.label)
        newest = living_label(look, task.zone)
        if label.worn_at is None or newest is None or newest.id != label.id:
            return [Put(closed)]
        return [Put(closed), Put(replace(label, worn_at=None))]  # it hangs on: it was not so worn after all
