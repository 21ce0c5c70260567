"""People who leave the demo plant and those who come for them, twice a month since go-live. Who comes takes the place
over: what was planned for the one is done by the other from that day on."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from services.demo.cast import FOUNDER, MEMBERS, WORKER, Member
from services.demo.crowd import everybody
from services.demo.founding import contact_of
from services.demo.gauges import months_between
from services.demo.holidays import works
from services.demo.life import SHANGHAI, Happening, Life
from services.demo.ordinary import GO_LIVE

FIRST = date(2025, 5, 1)  # the first month after go-live
A_MONTH, OF_HOW_MANY = 2, 380
COMES, GOES = time(8, 12), time(17, 25)
HR = FOUNDER.name


class Change(NamedTuple):
    """Who leaves at the end of a day, and who comes in the morning of the same day."""

    day: date
    leaves: Member
    comes: Member


def changes(seed: int, members: tuple[Member, ...], until: date) -> Iterator[Change]:
    """Month by month; nobody leaves whom the story is about, or who leads, fixes or has an office of their own."""
    chance = random.Random(f"{seed} turnover")
    posts = [one for one in members if one not in MEMBERS and one.roles == WORKER]
    # names and numbers go on where the founding has ended
    more = iter(everybody(seed, len(members) + 1 + 1200)[len(members) :])
    for year, month in months_between(_moment(FIRST), _moment(until)):
        working = [day for day in range(2, 28) if works(date(year, month, day))]
        for day in sorted(chance.sample(working, A_MONTH)):
            place = chance.randrange(max(len(posts), OF_HOW_MANY))  # a small plant loses fewer
            if place < len(posts):
                leaves = posts[place]
                comes = next(more)._replace(team=leaves.team, department=leaves.department, roles=leaves.roles)
                posts[place] = comes
                yield Change(date(year, month, day), leaves, comes)


def happenings(life: Life, members: tuple[Member, ...]) -> Iterator[Happening]:
    """The comings and goings since the plant's hub was set up. Who had left before that was never in it."""
    first = max(GO_LIVE, (life.founded + timedelta(days=1)).astimezone(SHANGHAI).date())
    first_names = {one.name for one in members}
    post: dict[str, str] = {}  # by who holds it now, the name that the plan of the plant knows it by
    for one in changes(life.seed, members, life.until.astimezone(SHANGHAI).date()):
        if one.day < first:
            continue
        if one.leaves.name not in first_names and one.leaves.name not in post:
            continue  # came and went in the months that are not kept
        known = post.pop(one.leaves.name, one.leaves.name)
        post[one.comes.name] = known
        come = partial(_come, member=one.comes, post=known)
        yield Happening(datetime.combine(one.day, COMES, SHANGHAI), f"comes {known}", come)
        yield Happening(datetime.combine(one.day, GOES, SHANGHAI), f"leaves {known}", partial(_leave, post=known))


def know(life: Life, members: tuple[Member, ...], since: datetime) -> None:
    """Who holds a place by a moment, under the name that the plan of the plant knows it by."""
    post: dict[str, str] = {}
    for one in changes(life.seed, members, since.astimezone(SHANGHAI).date()):
        if one.comes.name not in life.ids:
            continue  # nobody of the plant that is kept, or still to come
        known = post.pop(one.leaves.name, one.leaves.name)
        post[one.comes.name] = known
        if datetime.combine(one.day, GOES, SHANGHAI) > since:
            life.ids[f"former {known}"] = life.ids[known]
        life.ids[known] = life.ids[one.comes.name]


def _come(life: Life, member: Member, post: str) -> None:
    where = {
        "team": life.ids[member.team] if member.team else None,
        "department": life.ids[f"department {member.department}"],
    }
    args = {"name": member.name, "roles": [role.value for role in member.roles], **where, **contact_of(member)}
    life.ids[f"former {post}"] = life.ids[post]
    life.ids[post] = life.do(life.someone(HR), "people.add", **args)


def _leave(life: Life, post: str) -> None:
    life.do(life.someone(HR), "people.leave", person=life.ids.pop(f"former {post}"))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(12), SHANGHAI)
