"""The thread that writes exports which somebody asked for, and takes them away when their days are over."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from fastapi import APIRouter
from starlette.responses import FileResponse

from services.core.exports import DataExport, over_exports, wanted_export
from services.core.ids import id_from
from services.core.operation import SYSTEM, required
from services.core.refused import Refused
from services.core.roles import Role
from services.hub.apart import Apart, answer_of, unlink
from services.hub.api import TheHub, Who
from services.hub.brought_in import settle
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store.journal import Answer

EVERY_S = 60.0
WORKER = "services.exports.apart"
routes = APIRouter()


def place_of(hub: Hub, one: DataExport) -> Path:
    """Where an export lies on the hub's machine."""
    return hub.folder.root / "exports" / one.file


class Exporting(Looking):
    """Looks once a minute, and when one was asked for. `among_others`: one of several processes of a plant, at any of
    which an archive may be asked for again, so that none is made here and its asker is told what to do instead."""

    def __init__(self, hub: Hub, *, among_others: bool = False) -> None:
        super().__init__("exports", lambda: self.look(hub.now()), EVERY_S)
        self.hub, self.work, self.among_others = hub, Apart(), among_others
        hub.store.writer.committed.append(self._on_committed)
        hub.exporting = self

    def stop(self) -> None:
        """Gives up what is in hand; it is begun anew by the next hub."""
        self.work.give_up()
        super().stop()

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any("data_export" in answer.kinds for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look."""
        settle(self.hub)
        with self.hub.store.look() as look:
            one, over = wanted_export(look), over_exports(look, now)
            good = {each.file for each in look.find("data_export", export_state="good")}
        for each in over:
            good.discard(each.file)
            self.hub.note("data_exports.let_go", {"data_export": each.id}, id_from("data_exports.let_go", each.id))
        self._tidy(good)
        if one is not None:
            self._make(one)

    def _tidy(self, good: set[str]) -> None:
        folder = self.hub.folder.root / "exports"
        for left in folder.glob("*") if folder.exists() else ():
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            elif left.name not in good:
                left.unlink(missing_ok=True)

    def _make(self, one: DataExport) -> None:
        file = place_of(self.hub, one)
        try:
            if self.among_others:
                raise Refused("export_by_operator")
            done = self.work.run(WORKER, [str(self.hub.folder.root), str(file)], lambda: self._wanted(one))
        except Refused as refused:
            told = {"data_export": one.id, "trouble": refused.code, "answer": answer_of(refused)}
            self.hub.note("data_exports.fail", told, id_from("data_exports.fail", one.id))
            return
        if done is None or self.hub.do("data_exports.finish", {"data_export": one.id, **done}, SYSTEM).refused:
            unlink(file)

    def _wanted(self, one: DataExport) -> bool:
        with self.hub.store.look() as look:
            now: DataExport | None = look.get("data_export", one.id)
        return now is not None and now.export_state == "wanted"


@routes.get("/api/exports/{export}")
def fetch(hub: TheHub, actor: Who, export: str) -> FileResponse:
    """The archive, also from a place on. Raises Refused: not_allowed, no_such_record, backup_not_there."""
    if not actor.has(Role.EHS_MANAGER):
        raise Refused("not_allowed", kind="data_exports.ask")
    with hub.store.look() as look:
        one = required(look, DataExport, export)
    file = place_of(hub, one)
    if one.export_state != "good" or not file.exists():
        raise Refused("backup_not_there", file=one.file)
    return FileResponse(file, media_type="application/zip", filename=one.file)
