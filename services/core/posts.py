"""Posts: what somebody does here, and what they must have learnt and hold before they may. A person can have many."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.courses import living_course
from services.core.operation import Change, Context, Look, Put, name_free, operation, required
from services.core.people import present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Ref, Text

TRAINING_DESK = OFFICE | {Role.HR}
Name = Annotated[str, Text(most=40)]
MOST_PEOPLE = 500
# The special operations of the authority's catalogue that a works can have, and the special equipment it has besides.
Trade = Literal[
    "electrician_low",
    "electrician_high",
    "welding",
    "heights",
    "refrigeration",
    "chemicals",
    "forklift",
    "crane",
    "lift",
    "vessel",
    "boiler",
    "safety_manager",
    "principal",
    "first_aid",
]
Courses = tuple[Annotated[str, Ref("course")], ...]
Trades = tuple[Trade, ...]


@record("post", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Post:
    """`courses` are what has to be passed, `trades` the kinds of certificates that have to be held."""

    id: str
    name: str
    courses: tuple[str, ...] = ()
    trades: Trades = ()
    retired_at: datetime | None = None


@record("posting", indexed=("person",), called="")
@dataclass(frozen=True, kw_only=True)
class Posting:
    """The posts that a person has; it has the person's id."""

    id: str
    person: str
    posts: tuple[str, ...]
    since: datetime


def living_post(look: Look, post: str) -> Post:
    """The post, which must be in use. Raises Refused: no_such_record, post_retired."""
    found = required(look, Post, post)
    if found.retired_at is not None:
        raise Refused("post_retired", name=found.name)
    return found


def posts_of(look: Look, person: str) -> tuple[Post, ...]:
    """The posts in use that a person has."""
    posting: Posting | None = look.get("posting", person)
    found = [look.get("post", one) for one in posting.posts] if posting else []
    return tuple(one for one in found if one is not None and one.retired_at is None)


def _sound(look: Look, courses: Courses) -> tuple[str, ...]:
    for one in courses:
        living_course(look, one)
    return tuple(dict.fromkeys(courses))


@operation("posts.add", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new post, with what it asks for."""

    name: Name
    courses: Courses = ()
    trades: Trades = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "post", self.name)
        courses, trades = _sound(look, self.courses), tuple(dict.fromkeys(self.trades))
        return [Put(Post(id=context.id, name=self.name, courses=courses, trades=trades))]


@operation("posts.require", roles=TRAINING_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Require:
    """What a post asks for from now on."""

    post: Annotated[str, Ref("post")]
    courses: Courses
    trades: Trades

    def decide(self, context: Context, look: Look) -> list[Change]:
        post = living_post(look, self.post)
        kept = [one for one in self.courses if one in post.courses]
        new = _sound(look, tuple(one for one in self.courses if one not in post.courses))
        courses = tuple(one for one in dict.fromkeys(self.courses) if one in (*kept, *new))
        return [Put(replace(post, courses=courses, trades=tuple(dict.fromkeys(self.trades))))]


@operation("posts.rename", roles=TRAINING_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for a post."""

    post: Annotated[str, Ref("post")]
    name: Name

    def decide(self, context: Context, look: Look) -> list[Change]:
        post = living_post(look, self.post)
        name_free(look, "post", self.name, but=post.id)
        return [Put(replace(post, name=self.name))]


@operation("posts.retire", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The post asks for nothing any more."""

    post: Annotated[str, Ref("post")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_post(look, self.post), retired_at=context.now))]


@operation("postings.give", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Give:
    """People get a post beside those that they have."""

    post: Annotated[str, Ref("post")]
    people: tuple[Annotated[str, Ref("person")], ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        post = living_post(look, self.post)
        if not 0 < len(self.people) <= MOST_PEOPLE:
            raise Refused("people_count_wrong", most=MOST_PEOPLE)
        changes: list[Change] = []
        for one in dict.fromkeys(self.people):
            person = present(look, one)
            known: Posting | None = look.get("posting", person.id)
            posts = known.posts if known else ()
            if post.id not in posts:
                changes.append(Put(Posting(id=one, person=one, posts=(*posts, post.id), since=context.now)))
        return changes


@operation("postings.set", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class SetPosts:
    """The posts that a person has from now on, and no others."""

    person: Annotated[str, Ref("person")]
    posts: tuple[Annotated[str, Ref("post")], ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, self.person)
        for one in self.posts:
            living_post(look, one)
        posts = tuple(dict.fromkeys(self.posts))
        return [Put(Posting(id=person.id, person=person.id, posts=posts, since=context.now))]
