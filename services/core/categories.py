"""What hazards are about: the categories that come with the program, and the plant's own. One that is used no more is
offered no more; what was reported under it keeps it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Ref, Text

BUILT_IN = ("guarding", "electrical", "fire", "vehicles", "ppe", "chemicals", "storage", "other")
OTHER = "other"  # what is left unsaid is this, so it is always there
MOST = 24  # that are offered: more are no help to one who stands before a hazard
Icon = Literal[
    "guarding", "electrical", "fire", "vehicles", "ppe", "chemicals", "storage", "other", "height", "noise", "heat",
    "water", "gas", "lifting", "floor", "environment",
]  # fmt: skip
Code = Annotated[str, Text(most=40)]
Name = Annotated[str, Text(most=12)]
EnglishName = Annotated[str, Text(most=24, least=0)]


@record("category", called="name_zh", group="categories", few=True)
@dataclass(frozen=True, kw_only=True)
class HazardCategory:
    """One of the plant's own; or, under the code of a built-in one and without names, that this one is retired."""

    id: str
    name_zh: str = ""
    name_en: str = ""
    icon: Icon = "other"
    retired_at: datetime | None = None


def known_category(look: Look, code: str) -> str:
    """The code, which must be that of a category, in use or not. Raises Refused: no_such_category."""
    if code not in BUILT_IN and look.get("category", code) is None:
        raise Refused("no_such_category")
    return code


def offered(look: Look) -> tuple[str, ...]:
    """The codes of those in use: the built-in ones, then the plant's own in the order they were made; other last."""
    records = {one.id: one for one in look.find("category")}
    first = [code for code in BUILT_IN if code != OTHER and not _retired(records.get(code))]
    own = sorted(code for code, one in records.items() if code not in BUILT_IN and not _retired(one))
    return (*first, *own, OTHER)


def _retired(one: HazardCategory | None) -> bool:
    return one is not None and one.retired_at is not None


def _names_free(look: Look, name_zh: str, name_en: str, but: str = "") -> None:
    for one in look.find("category"):
        if one.id == but or one.id in BUILT_IN or one.retired_at is not None:
            continue
        for name, other in ((name_zh, one.name_zh), (name_en, one.name_en)):
            if name and name.casefold() == other.casefold():
                raise Refused("name_taken", name=name)


def _own(look: Look, category: str) -> HazardCategory:
    """One of the plant's own. Raises Refused: no_such_record."""
    return required(look, HazardCategory, category if category not in BUILT_IN else "")


@operation("categories.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """Hazards can also be about this. Without an English name the Chinese one is shown."""

    name_zh: Name
    name_en: EnglishName = ""
    icon: Icon = "other"

    def decide(self, context: Context, look: Look) -> list[Change]:
        _names_free(look, self.name_zh, self.name_en)
        if len(offered(look)) >= MOST:
            raise Refused("categories_too_many", most=MOST)
        made = HazardCategory(id=context.id, name_zh=self.name_zh, name_en=self.name_en, icon=self.icon)
        return [Put(made)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is offered no more."""
        return "categories.retire", {"category": id_}


@operation("categories.change", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeCategory:
    """One of the plant's own is called otherwise, or has another picture."""

    category: Annotated[str, Ref("category")]
    name_zh: Name
    name_en: EnglishName = ""
    icon: Icon = "other"

    def decide(self, context: Context, look: Look) -> list[Change]:
        own = _own(look, self.category)
        _names_free(look, self.name_zh, self.name_en, but=own.id)
        return [Put(replace(own, name_zh=self.name_zh, name_en=self.name_en, icon=self.icon))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """As it was called before."""
        before = next(change["before"] for change in changes if change["before"] is not None)
        names = {name: before[name] for name in ("name_zh", "name_en", "icon")}
        return "categories.change", {"category": self.category, **names}


@operation("categories.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """A category is offered no more, also a built-in one, but for other; what was reported under it keeps it."""

    category: Code

    def decide(self, context: Context, look: Look) -> list[Change]:
        if known_category(look, self.category) == OTHER:
            raise Refused("category_needed")
        one = look.get("category", self.category) or HazardCategory(id=self.category)
        return [Put(replace(one, retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is offered again."""
        return "categories.use_again", {"category": self.category}


@operation("categories.use_again", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class UseAgain:
    """A retired category is offered again."""

    category: Code

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = required(look, HazardCategory, self.category)
        _names_free(look, one.name_zh, one.name_en, but=one.id)
        return [Put(replace(one, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is offered no more."""
        return "categories.retire", {"category": self.category}
