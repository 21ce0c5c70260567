"""Two places in two photos, and what lays the one photo over the other: moved, turned, made larger or smaller."""

from dataclasses import dataclass, field

Place = tuple[float, float]
LEAST_APART = 0.05  # of a photo's longer side; places nearer to each other tell no direction
NEEDED = 2


@dataclass
class Alignment:
    """`places` are of the photo before and of the one after, in shares of their sides, in the order of the clicks."""

    places: tuple[list[Place], list[Place]] = field(default_factory=lambda: ([], []))

    @property
    def ready(self) -> bool:
        """Whether both have their two places."""
        return all(len(side) == NEEDED for side in self.places)

    @property
    def begun(self) -> bool:
        """Whether there is a place in one of them."""
        return any(self.places)

    def add(self, side: int, place: Place) -> bool:
        """A place in a photo (0 before, 1 after). False, and nothing is added, where it has two or where both would
        lie in one spot."""
        there = self.places[side]
        if len(there) >= NEEDED or any(_near(one, place) for one in there):
            return False
        there.append(place)
        return True

    def clear(self) -> None:
        """No place in either."""
        for side in self.places:
            side.clear()

    def wanted(self) -> tuple[int, int]:
        """The side and the number (from 1) of the next place: the first in both, then the second in both."""
        before, after = (len(side) for side in self.places)
        return (0, before + 1) if before <= after else (1, after + 1)


def _near(one: Place, other: Place) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < LEAST_APART


def similarity(places: tuple[tuple[complex, complex], tuple[complex, complex]]) -> tuple[complex, complex]:
    """`a` and `b` of z ↦ a·z + b, which takes the two places of the photo after to those of the photo before; places
    are in dots, as x + y·i. Raises ZeroDivisionError where the places after are one."""
    (before, before2), (after, after2) = places
    a = (before2 - before) / (after2 - after)
    return a, before - a * after
