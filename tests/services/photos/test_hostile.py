"""Sixty and more hostile files: each is refused with a reason or comes out as a picture of our own; nothing else."""

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from services.photos import PhotoRefused, clean
from services.words import has
from tests.services.photos.hostile import REFUSED, TAKEN, damaged, heic, saved, scene

SECRETS = re.compile(rb"script|Secret|Exif|ICC_PROFILE|http|PK\x03\x04", re.IGNORECASE)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    code, make = REFUSED[name]
    with pytest.raises(PhotoRefused) as refused:
        clean(make())
    assert refused.value.code == code
    assert has(f"refused.{code}")


@pytest.mark.parametrize("name", TAKEN)
def test_made_anew(name):
    photo = clean(TAKEN[name]())
    assert not SECRETS.search(photo.data)
    with Image.open(io.BytesIO(photo.data)) as image:
        image.load()
        assert image.format == "JPEG"
        assert image.size == (photo.width, photo.height)
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert not image.getexif()
    assert clean(photo.data).data == photo.data


def outcome(data: bytes) -> str:
    try:
        return "made anew" if clean(data).data.startswith(b"\xff\xd8\xff\xe0") else "let through"
    except PhotoRefused as refused:
        return refused.code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_changed_bytes_are_refused_or_made_anew(kind):
    good = heic() if kind == "HEIF" else saved(scene(), kind)
    for seed in range(60 if os.environ.get("ANHUAN_FULL") else 25):
        assert outcome(damaged(good, seed)) in {"made anew", "broken", "too_many_pixels", "out_of_memory"}


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say how much memory is taken")
def test_the_parent_does_not_grow():
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    files = [make() for _, make in REFUSED.values()]
    large = saved(scene(6000, 6000), "PNG")
    clean(large)
    before = resident()
    for _ in range(3):
        for data in (*files, large):
            outcome(data)
    assert resident() - before < 20 << 20
