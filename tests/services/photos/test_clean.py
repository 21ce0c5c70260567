"""An honest picture comes out upright, small, without its metadata and always with the same bytes."""

import io
import os
import re
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from services.photos import Limits, PhotoRefused, clean, close
from services.photos.cleaner import THE_CLEANER
from tests.services.photos.hostile import exif, heic, saved, scene

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits or signals")
CHINA = timezone(timedelta(hours=8))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def colour(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def is_red(image: Image.Image, x: int, y: int) -> bool:
    red, green, blue = colour(image, x, y)
    return red > 150 and green < 90 and blue < 90


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_every_format_comes_out_as_the_same_scene(kind):
    photo = clean(heic() if kind == "HEIF" else saved(scene(), kind))
    image = opened(photo.data)
    assert image.size == (photo.width, photo.height) == (320, 240)
    assert is_red(image, 10, 10)
    assert not is_red(image, 310, 230)


@pytest.mark.parametrize(("orientation", "corner"), list(enumerate(["tl", "tr", "br", "bl"] * 2, start=1)))
def test_turned_upright(orientation, corner):
    photo = clean(saved(scene(), "JPEG", exif=exif(orientation=orientation)))
    assert (photo.width, photo.height) == ((320, 240) if orientation < 5 else (240, 320))
    x = 10 if "l" in corner else photo.width - 10
    y = 10 if "t" in corner else photo.height - 10
    assert is_red(opened(photo.data), x, y)


def test_a_turned_heic_is_turned_once():
    photo = clean(heic(exif=exif(orientation=6).tobytes()))
    assert (photo.width, photo.height) == (240, 320)
    assert is_red(opened(photo.data), 230, 10)


def test_time_and_place_are_kept_as_facts_only():
    given = saved(scene(), "JPEG", exif=exif())
    photo = clean(given)
    assert photo.taken_at == datetime(2026, 11, 24, 9, 30, tzinfo=CHINA)
    assert photo.position == (30.29, 120.16)
    assert b"SecretMaker" in given
    assert b"Secret" not in photo.data
    assert not Image.open(io.BytesIO(photo.data)).getexif().get_ifd(0x8825)


def test_of_many_photos_none_says_where_it_was_taken():
    for number in range(500 if os.environ.get("ANHUAN_FULL") else 12):
        kind = ("JPEG", "PNG", "WEBP")[number % 3]
        taken = f"2026:11:{1 + number % 28:02} 09:30:00"
        photo = clean(saved(scene(320 + number, 240), kind, exif=exif(orientation=1 + number % 8, taken=taken)))
        assert not re.search(rb"Secret|Exif|GPS", photo.data), number
        assert not Image.open(io.BytesIO(photo.data)).getexif()


def test_keeping_the_exif_would_be_noticed():
    """What the test above looks for is really there when a picture is saved the careless way."""
    with Image.open(io.BytesIO(saved(scene(), "JPEG", exif=exif()))) as image:
        careless = saved(image, "JPEG", exif=image.getexif())
    assert b"Secret" in careless
    assert Image.open(io.BytesIO(careless)).getexif().get_ifd(0x8825)


def test_a_camera_without_a_zone_takes_the_plants_or_none():
    given = saved(scene(), "JPEG", exif=exif(offset=""))
    assert clean(given).taken_at is None
    taken = clean(given, zone=ZoneInfo("Asia/Shanghai")).taken_at
    assert taken is not None
    assert taken.astimezone(UTC) == datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


def test_an_impossible_time_is_no_time():
    assert clean(saved(scene(), "JPEG", exif=exif(taken="0000:00:00 00:00:00"))).taken_at is None


def test_a_place_of_nowhere_is_no_place():
    nowhere = exif()
    nowhere.get_ifd(0x8825)[2] = (95.0, 0.0, 0.0)
    assert clean(saved(scene(), "JPEG", exif=nowhere)).position is None


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (2049, 300), (5000, 20)])
def test_shrunk_to_2048(size):
    photo = clean(saved(scene(*size)))
    assert max(photo.width, photo.height) == 2048
    assert abs(photo.width / photo.height - size[0] / size[1]) / (size[0] / size[1]) < 0.1 or min(size) == 20


@pytest.mark.parametrize("size", [(320, 240), (333, 251), (2500, 1900), (1, 1), (9, 700)])
def test_the_same_bytes_again_and_again(size):
    given = saved(scene(*size), "PNG")
    first = clean(given)
    assert clean(given) == first
    again = clean(first.data)
    assert (again.data, again.sha256, again.fingerprint) == (first.data, first.sha256, first.fingerprint)


def test_one_changed_byte_in_a_clean_picture_makes_another():
    photo = clean(saved(scene()))
    assert b"<script>" not in clean(photo.data + b"<script>").data
    changed = bytearray(photo.data)
    changed[len(changed) // 2] ^= 1
    assert clean(bytes(changed)).sha256 != photo.sha256


def test_what_is_transparent_becomes_white():
    image = scene().convert("RGBA")
    image.putalpha(0)
    assert colour(opened(clean(saved(image, "PNG")).data), 100, 100) == (255, 255, 255)


def test_sixteen_bits_keep_their_brightness():
    photo = clean(saved(Image.new("I;16", (64, 64), 128 << 8), "PNG"))
    assert abs(colour(opened(photo.data), 5, 5)[0] - 128) < 3


def test_pictures_that_look_alike_have_like_hashes():
    def differing(a: str, b: str) -> int:
        return (int(a, 16) ^ int(b, 16)).bit_count()

    first = clean(saved(scene(1600, 1200))).fingerprint
    assert differing(first, clean(saved(scene(1600, 1200).resize((800, 600)), "JPEG", quality=40)).fingerprint) <= 3
    assert differing(first, clean(saved(scene(1600, 1200).rotate(90))).fingerprint) > 10


def process_id() -> int:
    assert THE_CLEANER._process is not None
    return THE_CLEANER._process.pid


def test_one_process_serves_many_pictures():
    clean(saved(scene()))
    first = process_id()
    for _ in range(3):
        clean(saved(scene()))
    assert process_id() == first


@POSIX
def test_a_process_that_hangs_is_killed_and_the_next_picture_works():
    expected = clean(saved(scene()))
    hung = process_id()
    os.kill(hung, signal.SIGSTOP)
    with pytest.raises(PhotoRefused) as refused:
        clean(saved(scene()), limits=Limits(seconds=0.3))
    assert refused.value.code == "took_too_long"
    assert clean(saved(scene())) == expected
    assert process_id() != hung


@POSIX
def test_a_process_that_died_meanwhile_is_replaced():
    expected = clean(saved(scene()))
    os.kill(process_id(), signal.SIGKILL)
    os.waitid(os.P_PID, process_id(), os.WEXITED | os.WNOWAIT)
    assert clean(saved(scene())) == expected


def test_too_slow_is_refused():
    large = saved(scene(7000, 7000), "PNG")
    with pytest.raises(PhotoRefused) as refused:
        clean(large, limits=Limits(seconds=0.05))
    assert refused.value.code == "took_too_long"
    assert clean(saved(scene())).width == 320


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the address space")
def test_too_much_memory_is_refused():
    with pytest.raises(PhotoRefused) as refused:
        clean(saved(scene(7000, 7000), "PNG"), limits=Limits(memory_mb=64))
    assert refused.value.code == "out_of_memory"
    assert clean(saved(scene())).width == 320


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="this system does not show a process's limits")
def test_the_process_may_open_no_file_and_knows_no_secret(monkeypatch):
    close()
    monkeypatch.setenv("ANHUAN_SECRET", "secret")
    clean(saved(scene()))
    proc = Path(f"/proc/{process_id()}")
    limits = {line[:25].strip(): line[25:].split()[:2] for line in (proc / "limits").read_text().splitlines()}
    assert limits["Max open files"] == ["4", "4"]
    assert limits["Max file size"] == ["0", "0"]
    assert int(limits["Max address space"][1]) < 2 << 30
    assert len(list((proc / "fd").iterdir())) == 4
    assert b"ANHUAN_SECRET" not in (proc / "environ").read_bytes()


def test_many_threads_share_it():
    sizes = [(320 + 8 * n, 240) for n in range(8)]
    widths: dict[int, int] = {}

    def work(size: tuple[int, int]) -> None:
        widths[size[0]] = clean(saved(scene(*size))).width

    threads = [threading.Thread(target=work, args=(size,)) for size in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert widths == {width: width for width, _ in sizes}


def test_the_parent_never_loads_a_decoder_and_leaves_no_process_behind():
    script = (
        "import sys; from services.photos import clean; from services.photos.cleaner import THE_CLEANER as c;"
        "clean(sys.stdin.buffer.read()); print(c._process.pid, 'PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], input=saved(scene()), capture_output=True, check=True)
    number, decoder = done.stdout.split()
    assert decoder == b"False"
    with pytest.raises(ProcessLookupError):
        os.kill(int(number), 0)


def test_after_close_it_starts_again():
    close()
    close()
    assert clean(saved(scene())).width == 320
