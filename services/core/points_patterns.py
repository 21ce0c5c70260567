"""What looks odd in how points were earned: photos that were used before, one hazard reported as several, rings that
pass each other's reports, hazards made to be fixed, check-ins from the past or from one phone, many earnings undone at
once. Pure: what is looked at is given. Each finding says what it rests on; a person decides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from services.core.doubt_rules import DoubtRules
from services.core.hazard_twins import LIKE_WORDS_ALONE, least_apart, maybe_one, words_shared
from services.core.hazards import Hazard, State

Why = Literal[
    "same_photo", "split", "ring", "own_fix", "late_arrival", "one_phone", "reversal", "recheck_failed"
]  # fmt: skip
Kind = Literal["hazard", "inspection"]
MOST_ABOUT = 100
WITHIN = timedelta(hours=1)  # the check-ins of one phone


@dataclass(frozen=True, slots=True)
class Suspicion:
    """`about` are the records of a `kind` that it is about, the first the plainest; `people` whose points may rest on
    it. `figure` was found where less than `limit` would have been nothing (for photos: at most). `key` is what makes it
    the same one when it is found again."""

    why: Why
    kind: Kind
    about: tuple[str, ...]
    people: tuple[str, ...]
    figure: float
    limit: float
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A check-in as it came: when it was made and received, from which device."""

    inspection: str
    person: str
    made: datetime
    received: datetime
    device: str
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """An earning that was taken back, and by whose deed."""

    at: datetime
    by: str
    kind: Kind
    source: str


def suspicions(
    hazards: Sequence[Hazard],
    looks: Mapping[str, int],
    arrivals: Sequence[Arrival],
    undone: Sequence[Undone],
    rules: DoubtRules,
    owners: Mapping[str, str] | None = None,
) -> list[Suspicion]:
    """All of them. `looks` are the fingerprints (64 bits) of photos by their hash, `owners` the hazard that each was a
    photo of first, also one that is older than these."""
    living = sorted((one for one in hazards if counts(one)), key=lambda one: (one.reported_at, one.id))
    return [
        *same_photos(living, looks, rules, owners or {}),
        *photos_of_checks(arrivals),
        *split_reports(living, looks, rules),
        *rings(living, rules),
        *own_fixes(living, rules),
        *late_arrivals(arrivals, rules),
        *one_phone(arrivals, rules),
        *reversals(undone, rules),
    ]


def counts(one: Hazard) -> bool:
    """Whether it may give somebody points of their own: reported by somebody, neither rejected nor merged."""
    return one.reporter is not None and one.batch is None and one.state not in (State.REJECTED, State.MERGED)


def same_photos(
    hazards: Sequence[Hazard], looks: Mapping[str, int], rules: DoubtRules, owners: Mapping[str, str]
) -> Iterator[Suspicion]:
    """A photo before that is, or nearly is, one of an earlier hazard."""
    first: dict[str, str] = {}
    near = _Near(rules.photo_bits)
    for one in hazards:
        for photo in one.before:
            bits, earlier = looks.get(photo), first.get(photo) or owners.get(photo)
            found = (0, earlier) if earlier and earlier != one.id else near.find(bits) if bits is not None else None
            if found:
                about = (one.id, found[1])
                yield Suspicion("same_photo", "hazard", about, _whose(one), found[0], rules.photo_bits, about)
                break
        for photo in (*one.before, *one.after):
            first.setdefault(photo, one.id)
        for bits in [looks[photo] for photo in (*one.before, *one.after) if photo in looks]:
            near.add(bits, one.id)


class _Near:
    """Fingerprints by parts of them: of two that differ by at most 3 bits, one of four parts is the same; of more than
    3 some are not found."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.parts: defaultdict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)

    def add(self, bits: int, one: str) -> None:
        for part in range(4):
            self.parts[part, bits >> 16 * part & 0xFFFF].append((bits, one))

    def find(self, bits: int) -> tuple[int, str] | None:
        """The most alike, with by how many bits it differs."""
        found = [
            ((bits ^ other).bit_count(), one)
            for part in range(4)
            for other, one in self.parts.get((part, bits >> 16 * part & 0xFFFF), ())
        ]
        best = min(found, default=None)
        return best if best and best[0] <= self.most else None


def photos_of_checks(arrivals: Sequence[Arrival]) -> Iterator[Suspicion]:
    """A photo of a check-in that was one of another before."""
    first: dict[str, Arrival] = {}
    for one in sorted(arrivals, key=lambda one: (one.made, one.inspection)):
        again = next((first[photo] for photo in one.photos if photo in first), None)
        if again is not None and again.inspection != one.inspection:
            about = (one.inspection, again.inspection)
            yield Suspicion("same_photo", "inspection", about, (one.person,), 0, 0, about)
        for photo in one.photos:
            first.setdefault(photo, one)


def split_reports(hazards: Sequence[Hazard], looks: Mapping[str, int], rules: DoubtRules) -> Iterator[Suspicion]:
    """Reports of a zone that are alike, soon one after the other, and were not merged: by one person, or as good as in
    the same words and with the same look by two."""
    zones: defaultdict[str, list[Hazard]] = defaultdict(list)
    for one in hazards:
        if one.inspection is None and one.rule is None and one.incident is None:
            zones[one.zone].append(one)
    for group in zones.values():
        for place, one in enumerate(group):
            for other in _soon_before(group, place, timedelta(hours=rules.split_hours)):
                if _alike(one, other, looks) and one.id not in other.not_same and other.id not in one.not_same:
                    about, whose = (one.id, other.id), tuple(sorted({*_whose(one), *_whose(other)}))
                    hours = (one.reported_at - other.reported_at) / timedelta(hours=1)
                    yield Suspicion("split", "hazard", about, whose, round(hours, 2), rules.split_hours, about)
                    break


def _soon_before(group: Sequence[Hazard], place: int, within: timedelta) -> Iterator[Hazard]:
    for at in range(place - 1, -1, -1):
        if group[place].reported_at - group[at].reported_at > within:
            return
        yield group[at]


def _alike(one: Hazard, other: Hazard, looks: Mapping[str, int]) -> bool:
    shared = words_shared(one.description, other.description)
    mine, theirs = ([looks[photo] for photo in each.before if photo in looks] for each in (one, other))
    near = least_apart(mine, theirs)
    if one.reporter == other.reporter:
        return maybe_one(near, shared)
    return near is not None and shared >= LIKE_WORDS_ALONE


def own_fixes(hazards: Sequence[Hazard], rules: DoubtRules) -> Iterator[Suspicion]:
    """Reported and at once fixed by the same person, again and again within a week."""
    weeks: defaultdict[tuple[str, str], list[Hazard]] = defaultdict(list)
    for one in hazards:
        quick = one.fixed_at is not None and one.fixed_at - one.reported_at < timedelta(minutes=rules.own_fix_minutes)
        if quick and one.reporter is not None and one.fixed_by == one.reporter:
            weeks[one.reporter, f"{one.reported_at:%G-%V}"].append(one)
    for (person, week), found in weeks.items():
        if len(found) >= rules.own_fix_least:
            about = tuple(one.id for one in found[:MOST_ABOUT])
            yield Suspicion("own_fix", "hazard", about, (person,), len(found), rules.own_fix_least, (person, week))


def late_arrivals(arrivals: Iterable[Arrival], rules: DoubtRules) -> Iterator[Suspicion]:
    """Made in time by the phone's clock, and come long afterwards."""
    for one in arrivals:
        hours = (one.received - one.made) / timedelta(hours=1)
        if hours > rules.late_hours:
            about = (one.inspection,)
            yield Suspicion("late_arrival", "inspection", about, (one.person,), round(hours, 1), rules.late_hours,
                            about)  # fmt: skip


def one_phone(arrivals: Iterable[Arrival], rules: DoubtRules) -> Iterator[Suspicion]:
    """Several people's check-ins from one phone within an hour; told once a phone and day."""
    phones: defaultdict[str, list[Arrival]] = defaultdict(list)
    for one in arrivals:
        phones[one.device].append(one)
    for device, found in phones.items():
        found.sort(key=lambda one: (one.made, one.inspection))
        told: set[str] = set()
        for place, one in enumerate(found):
            hour = [each for each in found[: place + 1] if one.made - each.made <= WITHIN]
            people, day = tuple(sorted({each.person for each in hour})), f"{one.made:%Y-%m-%d}"
            if len(people) >= rules.phone_people and day not in told:
                told.add(day)
                about = tuple(each.inspection for each in hour[:MOST_ABOUT])
                yield Suspicion("one_phone", "inspection", about, people, len(people), rules.phone_people,
                                (device, day))  # fmt: skip


def reversals(undone: Iterable[Undone], rules: DoubtRules) -> Iterator[Suspicion]:
    """Many earnings undone by one person's deeds within a day; it is about who did it, not about whose they were."""
    days: defaultdict[tuple[str, str, Kind], list[Undone]] = defaultdict(list)
    for one in undone:
        days[one.by, f"{one.at:%Y-%m-%d}", one.kind].append(one)
    for (person, day, kind), found in days.items():
        if len(found) >= rules.reversals:
            about = tuple(dict.fromkeys(one.source for one in found))[:MOST_ABOUT]
            yield Suspicion("reversal", kind, about, (person,), len(found), rules.reversals, (person, day, kind))


def rings(hazards: Sequence[Hazard], rules: DoubtRules) -> Iterator[Suspicion]:
    """See points_rings."""
    from services.core.points_rings import found_rings

    for people, about, share, month in found_rings(hazards, rules):
        yield Suspicion("ring", "hazard", about[:MOST_ABOUT], people, round(100 * share, 1), rules.ring_share,
                        (*people, month))  # fmt: skip


def _whose(one: Hazard) -> tuple[str, ...]:
    return (one.reporter,) if one.reporter else ()
