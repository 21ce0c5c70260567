"""The categories of hazards as people read them: built-in ones by the catalogue of words, the plant's own by their
names."""

from collections.abc import Mapping
from dataclasses import dataclass

from services import words
from services.core.categories import BUILT_IN, OTHER, offered
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class Named:
    """A category: what it is called in each language, its picture, and whether it is offered."""

    code: str
    names: Mapping[str, str]
    icon: str
    offered: bool

    @property
    def own(self) -> bool:
        """Whether the plant has made it."""
        return self.code not in BUILT_IN


def categories(look: Records) -> tuple[Named, ...]:
    """All of them: those that are offered in their order, then the retired ones."""
    records = {one.id: one for one in look.find("category")}
    first = offered(look)
    rest = [code for code in (*BUILT_IN, *sorted(records)) if code not in first]
    found = []
    for code in dict.fromkeys((*first, *rest)):
        one = records.get(code)
        if code in BUILT_IN:
            names = {lang: words.say(f"category.{code}", lang) for lang in words.LANGUAGES}
            found.append(Named(code, names, code, code in first))
        elif one is not None:
            names = {"zh": one.name_zh, "en": one.name_en or one.name_zh}
            found.append(Named(code, names, one.icon, code in first))
    return tuple(found)


def built_in() -> tuple[Named, ...]:
    """Those that every plant begins with, for pages that are made for nobody's plant."""
    return tuple(
        Named(code, {lang: words.say(f"category.{code}", lang) for lang in words.LANGUAGES}, code, True)
        for code in BUILT_IN
    )


def word(known: tuple[Named, ...], code: str, lang: str) -> str:
    """What a category is called; one that is not known here yet as other."""
    found = {one.code: one for one in known}
    return (found.get(code) or found[OTHER]).names[words.language(lang)]
