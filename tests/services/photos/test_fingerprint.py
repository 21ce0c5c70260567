"""The same photo is known again after re-encoding, scaling, other light and small cuts, and is told from another."""

import io

import pytest
from PIL import Image, ImageEnhance

from services.core.hazard_twins import MOST_APART
from services.demo.scenes import draw
from services.photos import clean
from services.photos.fingerprint import BITS, fingerprints


@pytest.fixture(scope="module")
def photo():
    return Image.open(io.BytesIO(draw("extinguisher", "a seed", "", safe=True)))


def saved(image, quality=60):
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue()))


def cut(image, left, top, right, bottom):
    width, height = image.size
    return image.crop(
        (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
    )


def apart(old, new):
    """As the search has it: the new one and its variants against the old one as a whole."""
    looks, also = fingerprints(new)
    whole, _ = fingerprints(old)
    return min((int(one, 16) ^ int(whole, 16)).bit_count() for one in (looks, *also))


@pytest.mark.parametrize(
    "change",
    [
        lambda image: saved(image, 30),
        lambda image: saved(image.resize((image.width // 3, image.height // 3))),
        lambda image: saved(ImageEnhance.Brightness(image).enhance(1.25)),
        lambda image: saved(ImageEnhance.Contrast(image).enhance(0.75)),
        lambda image: saved(cut(image, 0.02, 0.02, 0.02, 0.02)),
        lambda image: saved(cut(image, 0.04, 0.04, 0.04, 0.04)),
        lambda image: saved(cut(image, 0.09, 0, 0, 0)),
    ],
    ids=["encoded", "scaled", "brighter", "paler", "cut 2 %", "cut 4 %", "cut left"],
)
def test_the_same_photo_is_known_again(photo, change):
    assert apart(photo, change(photo)) <= MOST_APART


@pytest.mark.parametrize("change", [lambda image: image.rotate(180), lambda image: image.transpose(0)])
def test_turned_or_mirrored_it_is_another(photo, change):
    assert apart(photo, change(photo)) > MOST_APART


def test_another_scene_is_another(photo):
    other = Image.open(io.BytesIO(draw("escape_way", "a seed", "", safe=True)))
    assert apart(photo, other) > MOST_APART


def test_the_limited_process_tells_it(photo):
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=85)
    told = clean(out.getvalue())
    mine, also = fingerprints(photo)
    assert (int(told.fingerprint, 16) ^ int(mine, 16)).bit_count() <= 4
    assert len(told.also) == len(also) == 12
    assert len(told.fingerprint) * 4 == BITS
