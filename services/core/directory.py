"""What a directory elsewhere (WeCom, DingTalk) says of the plant's people, and what would have to change here for both
to say the same. Nothing is changed by it: each step names the operations that would do it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from services.core.departments import Department
from services.core.handing_on import Held, held_by
from services.core.ids import id_from
from services.core.operation import Look
from services.core.people import Person

What = Literal[
    "unit_new",
    "unit_renamed",
    "unit_moved",
    "person_new",
    "person_linked",
    "person_changed",
    "unit_leader",
    "person_left",
    "person_unsure",
    "unit_gone",
]
ORDER: tuple[What, ...] = What.__args__  # type: ignore[attr-defined]
GOING: tuple[What, ...] = ("person_left", "unit_gone")
SHRUNK_FROM, HALF = 5, 0.5  # fewer than so many may leave in one night, unless they are more than half of all
DOUBT = 20


@dataclass(frozen=True)
class Unit:
    """A department there; `parent` is none for those right below the company."""

    id: str
    name: str
    parent: str | None = None
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """Somebody there; `unit` is the department they belong to first."""

    id: str
    name: str
    unit: str | None = None
    employee_no: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Directory:
    """All of it, at one moment."""

    provider: Literal["wecom", "dingtalk"]
    units: tuple[Unit, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Deed:
    """One operation; with an `id` where others refer to what it makes."""

    kind: str
    args: Mapping[str, Any]
    id: str | None = None


@dataclass(frozen=True)
class Step:
    """One change. `key` is the same whenever the two are compared again; `was` and `now` are names to be shown;
    `by` says how a person was recognised; `sure` is whether it is proposed. `holds` is what a person who leaves still
    has to do."""

    key: str
    what: What
    name: str
    was: str = ""
    now: str = ""
    by: str = ""
    sure: bool = True
    person: str | None = None
    holds: Held = field(default_factory=Held)
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The steps in the order in which they are done. `shrunk`: so many of those who were known from there are missing
    that it must be asked whether the directory is whole; `doubt` is from how many percent on."""

    steps: tuple[Step, ...]
    known: int
    missing: int
    doubt: int = DOUBT

    @property
    def shrunk(self) -> bool:
        """Whether more are missing than leave a plant between two looks."""
        many = self.missing >= SHRUNK_FROM and self.missing > self.known * self.doubt / 100
        return many or (self.missing > 1 and self.missing > self.known * HALF)


def compared(look: Look, there: Directory, seed: str) -> Comparison:
    """What would have to change here. What is made anew gets its id by `seed`, another one at each attempt: a refused
    operation keeps its id."""
    return _Comparing(look, there, seed).all()


class _Comparing:
    def __init__(self, look: Look, there: Directory, seed: str) -> None:
        self.look, self.there, self.at, self.seed = look, there, there.provider, seed
        self.here: list[Person] = [one for one in look.find("person") if one.here]
        self.members = {one.id.casefold(): one for one in there.members}
        self.units = {one.id: one for one in there.units}
        self.departments: dict[str, Department] = {
            one.outside: one for one in look.find("department") if one.outside and one.retired_at is None
        }
        self.numbers = Counter(one.employee_no for one in there.members if one.employee_no)
        self.found: dict[str, tuple[Person, str]] = {}
        self.unsure: dict[str, tuple[Person, ...]] = {}
        self._match()

    def all(self) -> Comparison:
        """All steps."""
        linked, there = [one for one in self.here if self.id_of(one)], {one.id for one, _ in self.found.values()}
        there |= {one.id for several in self.unsure.values() for one in several}  # who may be somebody has not left
        gone = [one for one in linked if self.id_of(one) not in self.members and one.id not in there]
        steps = [*self._of_units(), *self._of_members(), *self._leaders(), *self._gone(gone), *self._gone_units()]
        order = {what: number for number, what in enumerate(ORDER)}
        doubt = next((one.directory_doubt for one in self.look.find("plant")), DOUBT)
        return Comparison(tuple(sorted(steps, key=lambda one: order[one.what])), len(linked), len(gone), doubt)

    def id_of(self, person: Person) -> str:
        """What a person is called there, in small letters."""
        return (getattr(person, self.at) or "").casefold()

    def _match(self) -> None:
        """Whom each member is here: by the id there, the employee number, the phone, or by a name that only one has.
        An id under which another person is known than the one it is called by now is not trusted, and whoever could be
        two is a question."""
        taken: set[str] = set()
        for member in self.there.members:
            same = [one for one in self.here if self.id_of(one) == member.id.casefold()]
            if len(same) == 1 and not _another(same[0], member):
                self._found(member, same[0], "id", taken)
            elif same:
                self.unsure[member.id] = tuple(same)
        for by in ("employee_no", "phone", "name"):
            self._match_by(by, taken)
        for member in self._open():
            holders = [one for one in self.here if member.employee_no and one.employee_no == member.employee_no]
            if holders or self.numbers[member.employee_no] > 1:
                self.unsure[member.id] = tuple(holders)

    def _open(self) -> list[Member]:
        return [one for one in self.there.members if one.id not in self.found and one.id not in self.unsure]

    def _free(self, person: Person, by: str) -> bool:
        known = self.id_of(person)
        return not known or (by != "name" and known not in self.members)

    def _found(self, member: Member, person: Person, by: str, taken: set[str]) -> None:
        self.found[member.id] = (person, by)
        taken.add(person.id)

    def _match_by(self, by: str, taken: set[str]) -> None:
        """Those of whom nothing is known yet, by what is the same here and there: also somebody whose id there is
        another one now. A name alone counts only where nothing speaks against it."""
        free = [one for one in self.here if one.id not in taken and self._free(one, by)]
        for member in self._open():
            value = getattr(member, by)
            same = [one for one in free if value and getattr(one, by) == value]
            same = [one for one in same if by != "name" or not _another(one, member)]
            rivals = [one for one in self.there.members if getattr(one, by) == value]
            if len(same) == 1 and len(rivals) == 1:
                self._found(member, same[0], by, taken)
            elif same:
                self.unsure[member.id] = tuple(same)

    def department(self, unit: str | None) -> str | None:
        """The department here of one there, which may have to be made first."""
        if unit is None or unit not in self.units:
            return None
        known = self.departments.get(self._outside(unit)) or self._same_name(self.units[unit])
        return known.id if known else self._fresh("department", unit)

    def _outside(self, unit: str) -> str:
        return f"{self.at}:{unit}"

    def _same_name(self, unit: Unit) -> Department | None:
        """A department that was made here by hand and is called the same."""
        if self._outside(unit.id) in self.departments:
            return None
        found = [one for one in self.look.find("department", name=unit.name) if one.retired_at is None]
        return found[0] if found and not found[0].outside else None

    def _fresh(self, what: Literal["department", "person"], id_: str) -> str:
        """The id of a record that is to be made of something there."""
        return id_from("directory", self.seed, what, id_)

    def _of_units(self) -> Iterator[Step]:
        for unit in _parents_first(self.units):
            known, by_name = self.departments.get(self._outside(unit.id)), self._same_name(unit)
            parent, outside = self.department(unit.parent), self._outside(unit.id)
            if known is None and by_name is None:
                args = {"name": unit.name, "parent": parent, "outside": outside}
                deed = Deed("departments.add", args, self._fresh("department", unit.id))
                yield Step(f"unit_new:{unit.id}", "unit_new", unit.name, now=self._named(unit.parent), deeds=(deed,))
                continue
            one = known or by_name
            assert one is not None
            if known is None:
                deed = Deed("departments.link", {"department": one.id, "outside": outside})
                yield Step(f"unit_linked:{unit.id}", "unit_new", unit.name, by="name", deeds=(deed,))
            if one.name != unit.name:
                deed = Deed("departments.rename", {"department": one.id, "name": unit.name})
                yield Step(f"unit_renamed:{unit.id}", "unit_renamed", unit.name, one.name, unit.name, deeds=(deed,))
            if one.parent != parent:
                deed = Deed("departments.move", {"department": one.id, "parent": parent})
                was = self.look.get("department", one.parent or "")
                was_name = was.name if was else ""
                yield Step(
                    f"unit_moved:{unit.id}", "unit_moved", unit.name, was_name, self._named(unit.parent), deeds=(deed,)
                )

    def _named(self, unit: str | None) -> str:
        return self.units[unit].name if unit in self.units else ""

    def _of_members(self) -> Iterator[Step]:
        for member in self.there.members:
            if member.id in self.unsure:
                names = "、".join(f"{one.name} {one.employee_no or ''}".strip() for one in self.unsure[member.id])
                yield Step(f"unsure:{member.id}", "person_unsure", member.name, names, member.id, sure=False)
            elif member.id in self.found:
                yield from self._known(member, *self.found[member.id])
            else:
                yield self._new(member)

    def _new(self, member: Member) -> Step:
        id_ = self._fresh("person", member.id)
        args = {"name": member.name, "department": self.department(member.unit)}
        more = {"employee_no": member.employee_no, "phone": member.phone, "email": member.email}
        deeds = (
            Deed("people.add", {**args, **{name: value for name, value in more.items() if value}}, id_),
            Deed("people.set_contact", {"person": id_, self.at: member.id}),
        )
        return Step(f"new:{member.id}", "person_new", member.name, now=self._named(member.unit), deeds=deeds)

    def _known(self, member: Member, person: Person, by: str) -> Iterator[Step]:
        if by != "id":
            deed = Deed("people.set_contact", {"person": person.id, self.at: member.id})
            said = f"{person.name} {person.employee_no or ''}".strip()
            yield Step(
                f"linked:{member.id}",
                "person_linked",
                member.name,
                said,
                member.id,
                by,
                person=person.id,
                deeds=(deed,),
            )
        fresh = {"name": member.name, "employee_no": member.employee_no, "phone": member.phone, "email": member.email}
        changed = {name: value for name, value in fresh.items() if value and value != getattr(person, name)}
        others = (one for one in self.here if one.id != person.id)
        if self.numbers[member.employee_no] > 1 or any(one.employee_no == member.employee_no for one in others):
            changed.pop("employee_no", None)
        department = self.department(member.unit)
        moved = department is not None and department != person.department
        deeds = [Deed("people.set_contact", {"person": person.id, **changed})] if changed else []
        if moved:
            deeds.append(Deed("people.set_department", {"person": person.id, "department": department}))
        if deeds:
            old = self.look.get("department", person.department or "")
            was = [getattr(person, name) or "" for name in changed] + ([old.name if old else ""] if moved else [])
            now = [*changed.values(), *([self._named(member.unit)] if moved else [])]
            yield Step(
                f"changed:{member.id}",
                "person_changed",
                member.name,
                "、".join(one for one in was if one),
                "、".join(now),
                person=person.id,
                deeds=tuple(deeds),
            )

    def _leaders(self) -> Iterator[Step]:
        """Who manages a department: the first of its leaders there whom this plant knows or will know."""
        for unit in self.there.units:
            leader = next(
                (self.members[one.casefold()] for one in unit.leaders if one.casefold() in self.members), None
            )
            if leader is None or leader.id in self.unsure:
                continue
            person = self.found[leader.id][0].id if leader.id in self.found else self._fresh("person", leader.id)
            known = self.departments.get(self._outside(unit.id)) or self._same_name(unit)
            if known is not None and known.manager == person:
                continue
            before = self.look.get("person", known.manager) if known and known.manager else None
            deed = Deed("departments.set_manager", {"department": self.department(unit.id), "manager": person})
            was = before.name if before else ""
            yield Step(f"leader:{unit.id}", "unit_leader", unit.name, was, leader.name, deeds=(deed,))

    def _gone(self, gone: list[Person]) -> Iterator[Step]:
        for person in gone:
            deed = Deed("people.leave", {"person": person.id})
            held = held_by(self.look, person.id)
            yield Step(f"left:{person.id}", "person_left", person.name, person=person.id, holds=held, deeds=(deed,))

    def _gone_units(self) -> Iterator[Step]:
        for outside, one in self.departments.items():
            provider, _, unit = outside.partition(":")
            if provider == self.at and unit not in self.units:
                deed = Deed("departments.retire", {"department": one.id})
                yield Step(f"unit_gone:{unit}", "unit_gone", one.name, deeds=(deed,))


def _another(person: Person, member: Member) -> bool:
    """Whether a record and a member are surely two people: both have a number and it is another; or neither the number
    nor the phone nor the name is the same."""
    if person.employee_no and member.employee_no:
        return person.employee_no != member.employee_no
    if person.phone and member.phone and person.phone == member.phone:
        return False
    return person.name != member.name and bool(person.phone and member.phone)


def _parents_first(units: Mapping[str, Unit]) -> list[Unit]:
    """The departments so that none comes before the one it belongs to; one that belongs to itself, over others, is
    taken as the highest."""
    done: dict[str, Unit] = {}
    for unit in units.values():
        line: list[Unit] = []
        while unit.id not in done and unit not in line:
            line.append(unit)
            unit = units.get(unit.parent or "", unit)
        done.update({one.id: one for one in reversed(line)})
    return list(done.values())
