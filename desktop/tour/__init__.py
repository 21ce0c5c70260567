"""Takes a picture of every page of console and phone, from a copy of a plant, without a screen; and says what it saw
amiss on the way: warnings of Qt, words nobody translated, text that is cut off."""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from desktop.tour.faults import Fault

LANGUAGES, THEMES = ("zh", "en"), ("light", "dark")


@dataclass(frozen=True)
class Toured:
    """The pictures that were written, and what is wrong with what they show."""

    pictures: tuple[Path, ...]
    faults: tuple[Fault, ...]


def write_tour(
    out: Path,
    data: Path,
    lang: str | None = None,
    theme: str | None = None,
    scale: int = 1,
    only: Iterable[str] = (),
    tell: Callable[[str], object] = lambda _: None,
) -> Toured:
    """Writes `<lang>-<theme>/<page>.png` and contact sheets into `out`; a language or theme that is not given: both.
    The plant in `data` is only read (none there: the demo plant). `only` names scenes (see desktop.tour.scenes),
    `tell` hears of each picture. To be called in a process without an application yet. Raises Refused."""
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # the person's own keyring is left alone
    from desktop.tour.contact import write_contact
    from desktop.tour.copied import the_plant
    from desktop.tour.faults import Watch
    from desktop.tour.run import Round
    from desktop.tour.screen import write_screen

    pictures: list[Path] = []
    faults: list[Fault] = []
    languages, themes = (lang,) if lang else LANGUAGES, (theme,) if theme else THEMES
    with tempfile.TemporaryDirectory(prefix="anhuan-tour-", ignore_cleanup_errors=True) as place:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={write_screen(Path(place), scale)}"
        plant = the_plant(data, Path(place) / "plant")
        for each, tint in product(languages, themes):
            folder = out / f"{each}-{tint}"
            folder.mkdir(parents=True, exist_ok=True)
            watch = Watch(each)
            # a phone's pages are light whatever the console's theme, so that they can be read in the sun
            phones = tint == themes[0]
            one = Round(plant, Path(place) / folder.name, folder, watch, tint, frozenset(only), tell, phones)
            one.go()
            pictures += one.pictures
            faults += watch.found.values()
    write_contact(out, pictures)
    return Toured(tuple(pictures), tuple(faults))
