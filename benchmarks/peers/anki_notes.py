"""Anki as a contestant: its own sync server, one collection that has the records as notes, others that sync with it.

Runs in an environment that has the package anki:  python benchmarks/peers/anki_notes.py FOLDER
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from lines import answer_lines, free_port, wait_for  # type: ignore[import-not-found]

import anki.lang  # type: ignore[import-not-found] # isort: skip

anki.lang.set_lang("en")
from anki.collection import AddNoteRequest, Collection  # type: ignore[import-not-found] # noqa: E402 # isort: skip

USER, SECRET = "bench", "bench"


class Notes:
    """A note's front is the record's id, its back the record as JSON."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.source: Any = None
        self.copy: Any = None
        self.copies = 0
        self.expected: dict[str, str] = {}
        self.auth: Any = None

    def do(self, what: str, rest: dict[str, Any]) -> dict[str, Any] | None:
        """One command by its name."""
        answer: dict[str, Any] | None = getattr(self, f"do_{what}")(**rest)
        return answer

    def do_through(self, port: int) -> None:
        """The copies speak through this port; the source goes straight to the server."""
        self.through = port

    def _signed_in(self, collection: Any, port: int) -> Any:
        url = f"http://127.0.0.1:{port}/"
        auth = collection.sync_login(USER, SECRET, url)
        auth.endpoint = url
        return auth

    def _take(self, path: str) -> list[tuple[str, str]]:
        """The records of a file, which count as expected from now on."""
        lines = Path(path).read_text("utf-8").splitlines()
        pairs = [(json.loads(line)["id"], line) for line in lines]
        self.expected.update(pairs)
        return pairs

    def do_load(self, path: str) -> None:
        """All records into the source, and from there to the server."""
        self.source = Collection(str(self.folder / "source.anki2"))
        kind = self.source.models.by_name("Basic")
        wanted = []
        for id_, line in self._take(path):
            note = self.source.new_note(kind)
            note["Front"], note["Back"] = id_, line
            wanted.append(AddNoteRequest(note=note, deck_id=1))
        self.source.add_notes(wanted)
        self.source_auth = self._signed_in(self.source, self.port)
        self._whole(self.source, self.source_auth, upload=True)

    def _whole(self, collection: Any, auth: Any, *, upload: bool) -> None:
        collection.sync_collection(auth, False)
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
        collection.reopen(after_full_sync=True)

    def do_first(self) -> dict[str, Any]:
        """A new collection gets everything; its sign-in comes before, as a console's does."""
        if self.copy is not None:
            self.copy.close()
        self.copies += 1
        self.copy = Collection(str(self.folder / f"copy-{self.copies}.anki2"))
        self.auth = self._signed_in(self.copy, self.through)
        start = time.perf_counter()
        self._whole(self.copy, self.auth, upload=False)
        return {"seconds": time.perf_counter() - start}

    def do_change(self, path: str) -> None:
        """These records are other at the source, and sent to the server."""
        changed = dict(self._take(path))
        notes = [self.source.get_note(id_) for id_ in self.source.find_notes("")]
        wanted = [note for note in notes if note["Front"] in changed]
        for note in wanted:
            note["Back"] = changed[note["Front"]]
        self.source.update_notes(wanted)
        self.source.sync_collection(self.source_auth, False)

    def do_pull(self) -> dict[str, Any]:
        """The copy gets what is new."""
        start = time.perf_counter()
        self.copy.sync_collection(self.auth, False)
        return {"seconds": time.perf_counter() - start}

    def do_check(self) -> None:
        """Every note of the copy is the record that is expected."""
        rows = self.copy.db.list("select flds from notes")
        if dict(row.split("\x1f", 1) for row in rows) != self.expected:
            raise RuntimeError("the notes are not the records")


def main(folder: Path) -> None:
    """Starts the server and answers until the input ends."""
    port = free_port()
    server_room = {"SYNC_USER1": f"{USER}:{SECRET}", "SYNC_BASE": str(folder / "server"), "RUST_LOG": "error"}
    server_room |= {"SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port), "MAX_SYNC_PAYLOAD_MEGS": "1000"}
    command = [sys.executable, "-m", "anki.syncserver"]
    server = subprocess.Popen(command, env={**os.environ, **server_room}, stdout=sys.stderr)
    try:
        wait_for(port)
        answer_lines({"port": port}, Notes(folder, port).do)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
