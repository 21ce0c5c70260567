"""Photos of workshop hazards, drawn: each scene not safe and safe, the same place in both. The seed decides all."""

from collections.abc import Callable

from PIL import Image

from services.demo.scenes.camera import again, jpeg, photograph
from services.demo.scenes.floors import paint_cables, paint_escape_way, paint_oil
from services.demo.scenes.machines import paint_grinder, paint_press
from services.demo.scenes.order import paint_fork_lift, paint_helmets
from services.demo.scenes.paint import COARSE, GRAIN, Painting
from services.demo.scenes.stores import paint_compressor, paint_solvent
from services.demo.scenes.walls import paint_cylinders, paint_extinguisher, paint_switch_cabinet

__all__ = ["COARSE", "SCENES", "again", "draw", "jpeg", "paint"]

SCENES: dict[str, Callable[[Painting, bool], None]] = {
    "press": paint_press,
    "grinder": paint_grinder,
    "oil": paint_oil,
    "cables": paint_cables,
    "escape_way": paint_escape_way,
    "switch_cabinet": paint_switch_cabinet,
    "extinguisher": paint_extinguisher,
    "cylinders": paint_cylinders,
    "compressor": paint_compressor,
    "solvent": paint_solvent,
    "fork_lift": paint_fork_lift,
    "helmets": paint_helmets,
}


def draw(scene: str, seed: str, name: str, *, safe: bool) -> bytes:
    """A JPEG of 1280 × 960 dots: the hazard, or with `safe` the same place put right. `name` is written on the
    machine, if there is one ("2号冲床", "MX-04", "JC-03", "AP-06"). Takes about 0.2 s."""
    painting = paint(scene, seed, name, safe=safe)
    return jpeg(photograph(painting, f"{scene} {seed}", safe))


def paint(scene: str, seed: str, name: str, *, safe: bool, grain: float = GRAIN) -> Image.Image:
    """The place as it is painted, with a border beyond what a photo shows."""
    painting = Painting(f"{scene} {seed}", name, grain)
    SCENES[scene](painting, safe)
    return painting.image
