"""Photos of many hub processes in one bucket that speaks S3.

Each process keeps a folder of its own before the bucket: what comes is on its disk before it is answered, and in the
bucket a moment later. While the bucket does not answer, photos wait in the folder, also over a restart, and what was
read before can still be read. What comes back from the bucket is held against its name, as from a disk.
"""

import hashlib
import io
import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from services.core.refused import Refused
from services.photos.folder import NAME, FolderFull, PhotoFolder, room_in
from services.store.room import flush_folder

LOG = logging.getLogger(__name__)
KEY, SECRET = "ANHUAN_S3_KEY", "ANHUAN_S3_SECRET"
ANSWER_S = 20.0
AFTER_TROUBLE_S = 5.0  # a bucket that has just not answered is not asked again by everybody
ROOM_EVERY_S = 3_600
NOTHING_CAME_S = 3_600  # of a mark whose photo never was written
KEPT_S = 30 * 86_400  # what is safe in the bucket and was not fetched lately needs no room here


def photo_store(place: str | None, folder: Path, part: str = "") -> PhotoFolder:
    """Where a plant's photos are: its own folder; `place`, another folder; or `s3+https://host[:port]/bucket[/path]`
    (s3+http within one machine). `part` names one of several plants there. Raises Refused: bucket_wrong,
    bucket_needs_keys, bucket_needs_minio."""
    if place is None:
        return PhotoFolder(folder)
    if "://" in place:
        return BucketPhotos(folder, Bucket(place, part))
    return PhotoFolder(Path(place) / part)


class Bucket:
    """Objects by their SHA-256, below a path in a bucket. Raises Unavailable where it does not answer."""

    def __init__(self, place: str, part: str = "") -> None:
        parts = urlsplit(place)
        self.name, _, below = parts.path.strip("/").partition("/")
        if parts.scheme not in ("s3+https", "s3+http") or not parts.netloc or not self.name:
            raise Refused("bucket_wrong", place=place[:200])
        self.below = "/".join(one for one in (below.strip("/"), part) if one)
        self._client = _client(parts.netloc, secure=parts.scheme == "s3+https")
        self._silent_until = 0.0

    def put(self, sha256: str, data: bytes) -> None:
        """Keeps it; the server checks that it came whole."""
        self._call("put_object", sha256, io.BytesIO(data), len(data), content_type="application/octet-stream")

    def get(self, sha256: str) -> bytes | None:
        """What is kept by this name; None for nothing."""
        answer = self._call("get_object", sha256)
        if answer is None:
            return None
        try:
            return bytes(answer.read())
        except Exception as error:
            raise self._trouble(error) from error
        finally:
            answer.close()
            answer.release_conn()

    def has(self, sha256: str) -> bool:
        """Whether something is kept by this name; it is not read."""
        return self._call("stat_object", sha256) is not None

    def names(self) -> Iterator[str]:
        """All names, in order."""
        prefix = f"{self.below}/" if self.below else ""
        for one in self._client.list_objects(self.name, prefix=prefix, recursive=True):
            name = str(one.object_name).rpartition("/")[2]
            if NAME.fullmatch(name):
                yield name

    def _call(self, what: str, sha256: str, *args: Any, **more: Any) -> Any:
        from minio.error import S3Error

        if time.monotonic() < self._silent_until:
            raise Unavailable("it did not answer a moment ago")
        object_ = "/".join(one for one in (self.below, sha256[:2], sha256[2:4], sha256) if one)
        try:
            return getattr(self._client, what)(self.name, object_, *args, **more)
        except S3Error as error:
            if error.code in ("NoSuchKey", "NoSuchObject"):
                return None
            raise self._trouble(error) from error
        except Exception as error:
            raise self._trouble(error) from error

    def _trouble(self, error: Exception) -> "Unavailable":
        self._silent_until = time.monotonic() + AFTER_TROUBLE_S
        return Unavailable(f"{type(error).__name__}: {str(error)[:200]}")


class Unavailable(Exception):
    """The bucket does not answer, or not as it should."""


def _client(endpoint: str, *, secure: bool) -> Any:
    try:
        import urllib3
        from minio import Minio
    except ImportError:
        raise Refused("bucket_needs_minio") from None
    key, secret = os.environ.get(KEY), os.environ.get(SECRET)
    if not key or not secret:
        raise Refused("bucket_needs_keys", key=KEY, secret=SECRET)
    http = urllib3.PoolManager(timeout=urllib3.Timeout(ANSWER_S), retries=urllib3.Retry(1), maxsize=8)
    return Minio(endpoint, access_key=key, secret_key=secret, secure=secure, region="us-east-1", http_client=http)


class BucketPhotos(PhotoFolder):
    """As a folder of photos; `waiting` says how many are not in the bucket yet. `send` brings them there, and is called
    again and again by whoever has the time."""

    def __init__(self, path: Path, bucket: Bucket) -> None:
        super().__init__(path)
        self.bucket = bucket
        self._marks = self.path / "waiting"
        self._sending = threading.Lock()
        self._room_made_s = 0.0

    def put_bytes(self, data: bytes) -> str:
        """As PhotoFolder's; in the bucket too, if that answers, else it waits."""
        sha256 = hashlib.sha256(data).hexdigest()
        if super().get(sha256) is None:
            self._mark(sha256)
            self._keep(sha256, data)
            self._bring(sha256)
        return sha256

    def adopt(self, finished: Path, sha256: str) -> None:
        """As PhotoFolder's, and as `put_bytes`."""
        self._mark(sha256)
        super().adopt(finished, sha256)
        self._bring(sha256)

    def get(self, sha256: str) -> bytes | None:
        """The blob, from here or from the bucket; what comes from there is kept here for a while."""
        here = super().get(sha256)
        return here if here is not None else self._fetched(sha256)

    def whole(self, sha256: str) -> Path | None:
        """As PhotoFolder's; fetched, where it is not here."""
        here = super().whole(sha256)
        if here is None and self._fetched(sha256) is not None:
            return super().whole(sha256)
        return here

    def has(self, sha256: str) -> bool:
        """Whether it is here or in the bucket; what nobody can say is not there."""
        if super().has(sha256):
            return True
        try:
            return self.bucket.has(sha256)
        except Unavailable as error:
            LOG.info("the bucket could not be asked for a photo: %s", error)
            return False

    def names(self) -> Iterator[str]:
        """All names, in order. Raises Unavailable."""
        yield from sorted({*super().names(), *self.bucket.names()})

    def waiting(self) -> int:
        """How many are here and not in the bucket yet."""
        return sum(1 for _ in self._marks.glob("*")) if self._marks.exists() else 0

    def send(self) -> int:
        """Brings what waits into the bucket, the oldest first, as far as it answers; how many it brought."""
        marks = sorted(self._marks.glob("*"), key=lambda one: one.stat().st_mtime) if self._marks.exists() else []
        sent = 0
        for mark in marks:
            if not self._bring(mark.name):
                break
            sent += 1
        return sent

    def tend(self, now_s: float) -> None:
        """What waits is sent; once in a while room is made. For one thread."""
        self.send()
        if now_s - self._room_made_s > ROOM_EVERY_S:
            self._room_made_s = now_s
            self.make_room(now_s)

    def make_room(self, now_s: float) -> int:
        """Lets go of what is in the bucket and was not put or fetched here lately; how many."""
        let_go = 0
        for name in list(super().names()):
            place = self.place(name)
            with suppress(FileNotFoundError, Unavailable):
                old = now_s - place.stat().st_mtime > KEPT_S and not (self._marks / name).exists()
                if old and self.bucket.has(name):
                    place.unlink()
                    let_go += 1
        return let_go

    def _mark(self, sha256: str) -> None:
        """Before it is here: whatever ends this process, it is known that it has to go on."""
        self._marks.mkdir(parents=True, exist_ok=True)
        (self._marks / sha256).touch()
        flush_folder(self._marks)

    def _bring(self, sha256: str) -> bool:
        """Whether it needs to wait no more: it is in the bucket now, or there is nothing here to bring."""
        mark = self._marks / sha256
        with self._sending:
            data = super().get(sha256)
            try:
                if data is not None and not self.bucket.has(sha256):
                    self.bucket.put(sha256, data)
            except Unavailable as error:
                LOG.info("a photo waits for the bucket: %s", error)
                return False
            with suppress(FileNotFoundError):
                if data is not None or time.time() - mark.stat().st_mtime > NOTHING_CAME_S:
                    mark.unlink()
        return True

    def _fetched(self, sha256: str) -> bytes | None:
        """What the bucket has, if it is what its name says; kept here as far as there is room."""
        if not NAME.fullmatch(sha256):
            raise ValueError("not a SHA-256")
        try:
            data = self.bucket.get(sha256)
        except Unavailable as error:
            LOG.info("a photo could not be fetched from the bucket: %s", error)
            return None
        if data is None:
            return None
        if hashlib.sha256(data).hexdigest() != sha256:
            LOG.error("what the bucket has as %s is another thing", sha256)
            return None
        with suppress(FolderFull):
            self._keep(sha256, data)
        return data

    def _keep(self, sha256: str, data: bytes) -> None:
        with room_in(self.path):
            self._write(self.place(sha256), data)
