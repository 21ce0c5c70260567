"""Photos that look alike: an old one that is used again, and two reports of the same thing."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from services.core.hazard_merging import apart, mergeable
from services.core.hazard_twins import FAR_APART, MOST_APART, Seen, maybe_one, pairs, words_shared
from services.core.hazards import ENDED, Hazard
from services.core.operation import required
from services.core.photo_doubts import Doubt, doubts
from services.core.photo_place import metres_from
from services.core.photos import Part, Photo
from services.core.zones import Zone
from services.store.photo_tables import BANDS, band, photos
from services.store.queries.status import OPEN
from services.store.records import Records
from services.store.tables import hazards

MOST_SHOWN = 5
MOST_FOUND = 50  # of a search
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """`photo` of `hazard` differs by so many of 64 bits from a photo that was asked about (`of`)."""

    of: str
    photo: Photo
    hazard: Hazard
    bits: int


def photo_facts(look: Records, ids: Iterable[str]) -> dict[str, Photo]:
    """What is known of these photos, by their hash."""
    wanted = sorted(set(ids))
    rows = look.connection.execute(sa.select(photos).where(photos.c.id.in_(wanted)))
    return {row.id: look.read("photo", row) for row in rows}


@dataclass(frozen=True, slots=True)
class PhotoNote:
    """What is known of a photo of a hazard: `metres` from the hazard's zone, None where that can't be said; what of it
    speaks against it."""

    photo: Photo
    metres: float | None
    doubts: tuple[Doubt, ...]


def photo_notes(look: Records, hazard: str) -> dict[str, PhotoNote]:
    """Of each photo of this hazard of which something is known, by its hash."""
    mine = look.get("hazard", hazard)
    if mine is None:
        return {}
    zone = required(look, Zone, mine.zone)
    floor = look.get("floor", zone.floor)
    found = {}
    for id_, photo in photo_facts(look, (*mine.before, *mine.after)).items():
        metres = metres_from(zone, floor, photo) if floor is not None else None
        found[id_] = PhotoNote(photo, metres, doubts(mine, photo, metres))
    return found


def alike(look: Records, photo: Photo, most: int = MOST_APART) -> dict[str, int]:
    """The ids of photos that look like this one, and by how many bits they differ: it, its cuts and it with its edges
    gone on against all others."""
    asked = sorted({int(one, 16) for one in (photo.fingerprint, *photo.also)})
    found: dict[str, int] = {}
    for row in look.connection.execute(_near(asked)):
        id_, looks = row.id, int(row.fingerprint, 16)
        bits = min((looks ^ one).bit_count() for one in asked)
        if bits <= most and id_ != photo.id:
            found[id_] = bits
    return found


def _near(asked: Iterable[int]) -> "sa.CompoundSelect[tuple[str, str]]":
    """Photos that have a band in common with one of these fingerprints, but for one bit of it: each band is looked up
    in an index of its own. Of what differs by MOST_APART bits, one of the four bands of 16 does by at most one; of what
    differs by more, some are not found."""
    wanted: list[set[str]] = [set() for _ in range(BANDS)]
    for looks in asked:
        for number in range(BANDS):
            part = looks >> 16 * (BANDS - 1 - number) & 0xFFFF
            wanted[number].update(f"{near:0{DIGITS}x}" for near in (part, *(part ^ 1 << bit for bit in range(16))))
    those = [
        sa.select(photos.c.id, photos.c.fingerprint).where(band(number).in_(sorted(digits)))
        for number, digits in enumerate(wanted)
    ]
    return sa.union(*those)


def likenesses(look: Records, hazard: str, most: int = MOST_APART) -> tuple[Likeness, ...]:
    """Photos of other hazards that look like one of this hazard's, the most alike first: those that were used again,
    too, and what both sides of this one have in common."""
    mine = look.get("hazard", hazard)
    if mine is None:
        return ()
    facts = photo_facts(look, (*mine.before, *mine.after))
    found = [*_used_again(look, mine, facts)]
    for id_, photo in facts.items():
        near = alike(look, photo, most)
        for other in photo_facts(look, near).values():
            whose = look.get("hazard", other.hazard or "")
            if whose is not None and _tells(mine, whose, id_, other.id):
                found.append(Likeness(id_, other, whose, near[other.id]))
    best = sorted(found, key=lambda one: (one.bits, one.photo.noted_at, one.photo.id))
    return tuple({(one.hazard.id, one.of): one for one in reversed(best)}.values())[::-1][:MOST_SHOWN]


def _tells(mine: Hazard, whose: Hazard, of: str, other: str) -> bool:
    """Whether it says something: of another hazard, or an after photo that is this one's before photo."""
    return whose.id != mine.id or (of in mine.after and other in mine.before)


def _used_again(look: Records, mine: Hazard, facts: dict[str, Photo]) -> Iterable[Likeness]:
    """Photos of this hazard that were another one's first, octet by octet."""
    for id_, photo in facts.items():
        whose = look.get("hazard", photo.hazard or "")
        if whose is not None and whose.id != mine.id:
            yield Likeness(id_, photo, whose, 0)


def resembling(look: Records, photo: Photo, most: int = MOST_APART) -> tuple[Likeness, ...]:
    """Photos of all hazards that look like this one, which need not be one of the plant's, the most alike first; the
    very same one too."""
    near = alike(look, photo, most)
    others = photo_facts(look, (*near, photo.id))
    found = []
    for id_, other in others.items():
        whose = look.get("hazard", other.hazard or "")
        if whose is not None:
            found.append(Likeness(photo.id, other, whose, near.get(id_, 0)))
    return tuple(sorted(found, key=lambda one: (one.bits, one.photo.noted_at, one.photo.id)))[:MOST_FOUND]


@dataclass(frozen=True, slots=True)
class Twin:
    """Another open hazard of the same zone that may be the same: by how many bits its photo differs (None where none
    is alike), and how much of their words they share (0 to 1)."""

    hazard: Hazard
    bits: int | None
    words: float


def twins(look: Records, hazard: str) -> tuple[Twin, ...]:
    """Open hazards of the same zone that look like a second report of this one, the most alike first."""
    mine = look.get("hazard", hazard)
    if mine is None:
        return ()
    near: dict[str, int] = {}
    for photo in photo_facts(look, mine.before).values():
        for id_, bits_apart in alike(look, photo, FAR_APART).items():
            near[id_] = min(bits_apart, near.get(id_, bits_apart))
    found = []
    for other in _neighbours(look, mine):
        if apart(mine, other):
            continue
        same = set(other.before) & set(mine.before)
        bits: int | None = min((near[id_] for id_ in other.before if id_ in near), default=0 if same else None)
        shared = words_shared(mine.description, other.description)
        if maybe_one(bits, shared):
            found.append(Twin(other, bits, shared))
    return tuple(sorted(found, key=lambda one: (one.bits is None, one.bits or 0, -one.words)))


def _neighbours(look: Records, mine: Hazard) -> Iterable[Hazard]:
    ended = [state.value for state in ENDED]
    query = sa.select(hazards).where(hazards.c.zone == mine.zone, hazards.c.state.not_in(ended))
    rows = look.connection.execute(query.where(hazards.c.id != mine.id))
    return [look.read("hazard", row) for row in rows]


def open_twins(look: Records) -> dict[str, Hazard]:
    """Of each open hazard that may be a second report of an older one, the most alike of these. Only of those that can
    still be merged."""
    query = sa.select(hazards).where(hazards.c.state.in_(OPEN))
    open_ = [look.read("hazard", row) for row in look.connection.execute(query)]
    looks = _looks(look)
    seen = [
        Seen(one.id, one.zone, one.description, tuple(looks[sha] for sha in one.before if sha in looks))
        for one in open_
    ]
    by_id = {one.id: one for one in open_}
    found: dict[str, Hazard] = {}
    for pair in pairs(seen):
        if mergeable(by_id[pair.newer]) and not apart(by_id[pair.newer], by_id[pair.older]):
            found.setdefault(pair.newer, by_id[pair.older])
    return found


def _looks(look: Records) -> dict[str, int]:
    """The fingerprints of the photos before of open hazards."""
    open_ = sa.select(hazards.c.id).where(hazards.c.state.in_(OPEN))
    query = sa.select(photos.c.id, photos.c.fingerprint).where(photos.c.hazard.in_(open_), photos.c.part == "before")
    return {row.id: int(row.fingerprint, 16) for row in look.connection.execute(query)}


@dataclass(frozen=True, slots=True)
class Unnoted:
    """A photo of which nothing is known, and the hazard that it belongs to."""

    sha: str
    hazard: str
    part: Part


def unnoted(look: Records, after: str, most: int) -> tuple[str, tuple[Unnoted, ...]]:
    """Photos of which nothing is known among those of so many hazards whose ids follow `after`; and the last of these
    ids, empty where there are no more."""
    query = sa.select(hazards).where(hazards.c.id > after).order_by(hazards.c.id).limit(most)
    found = [look.read("hazard", row) for row in look.connection.execute(query)]
    sides: tuple[Part, Part] = ("before", "after")
    all_ = [Unnoted(sha, one.id, side) for one in found for side in sides for sha in getattr(one, side)]
    known = photo_facts(look, (one.sha for one in all_))
    return found[-1].id if found else "", tuple(one for one in all_ if one.sha not in known)
