"""The thread that makes the plant's backups, lets old ones go, tries whether they can be put back, and looks how much
room the hub's disk has. What becomes of each is an operation, so that every console sees it."""

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from services.core.backups import (
    Backup,
    BackupPlan,
    backup_plan,
    is_due,
    newest_good,
    to_let_go,
    too_old,
    trial_due,
    wanted_backup,
)
from services.core.ids import id_from
from services.core.keeping import disk_changed, keeping_policy
from services.core.operation import SYSTEM
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.shape import utc_text
from services.hub.apart import Apart, answer_of, unlink
from services.hub.brought_in import settle
from services.hub.hub import Hub
from services.hub.log_file import LogFile
from services.hub.looking import Looking
from services.store.journal import Answer

EVERY_S = 30.0
AT_FIRST = timedelta(minutes=10)  # a hub that has just been started has other things to do
WORKER = "services.store.backup_apart"
SEEN = {"backup", "backup_plan", "keeping_policy"}


class Backing(Looking):
    """Looks twice a minute, and when a backup or a trial was asked for."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("backups", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self.work = Apart()
        self.log: LogFile | None = None  # the log's file, where there is one
        self._rested = hub.now() + AT_FIRST
        self._may_clear = True
        hub.store.writer.committed.append(self._on_committed)
        hub.backing = self

    def stop(self) -> None:
        """Gives up what is in hand; it is begun anew by the next hub."""
        self.work.give_up()
        super().stop()

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & SEEN for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look. Only what somebody asked for is done while the hub has only just begun."""
        settle(self.hub)
        with self.hub.store.look() as look:
            if not look.find("plant"):
                return
            due = is_due(look, now) if self._here() and now >= self._rested else None
            wanted = wanted_backup(look)
        self._look_at_disk()
        if due is not None and wanted is None:
            self._begin(due, now)
        self._make_wanted()
        self._try_due(now)
        self._let_go()
        if self._here() and now >= self._rested:
            self._miss(now)

    def folder(self) -> Path:
        """Where backups lie on this machine."""
        with self.hub.store.look() as look:
            plan = backup_plan(look)
        return folder_of(self.hub, plan)

    def _here(self) -> bool:
        """Whether the plant is in a file of this machine: a server's databases are backed up by its own tools. Nor is
        the demo backed up unless somebody asks for it."""
        return self.hub.store.database.is_sqlite and not self.hub.folder.demo.exists()

    def _begin(self, moment: datetime, now: datetime) -> None:
        with self.hub.store.look() as look:
            tries = sum(one.begun_at >= moment for one in look.find("backup", backup_state="failed"))
        self.hub.note("backups.begin", {}, id_from("backups.begin", utc_text(moment), str(tries)))

    def _make_wanted(self) -> None:
        with self.hub.store.look() as look:
            one = wanted_backup(look)
        if one is None:
            return
        if not self.hub.store.database.is_sqlite:
            self._fail(one, Refused("backup_by_server"))
            return
        file = self.folder() / one.file
        try:
            done = self._apart("make", file, lambda: self._still_wanted(one))
        except Refused as refused:
            self._fail(one, refused)
        else:
            if done is None or self.hub.do("backups.finish", {"backup": one.id, **done}, SYSTEM).refused:
                unlink(file)

    def _fail(self, one: Backup, refused: Refused) -> None:
        args = {"backup": one.id, "trouble": refused.code, "answer": answer_of(refused)}
        self.hub.note("backups.fail", args, id_from("backups.fail", one.id))

    def _try_due(self, now: datetime) -> None:
        with self.hub.store.look() as look:
            one = trial_due(look, now)
        asked = one is not None and one.trial == "wanted"
        if one is None or not (asked or (self._here() and now >= self._rested)):
            return
        trouble = {"trouble": "", "answer": ""}
        try:
            if self._apart("try", self.folder() / one.file) is None:
                return
        except Refused as refused:
            trouble = {"trouble": refused.code, "answer": answer_of(refused)}
        self.hub.note("backups.tried", {"backup": one.id, **trouble})

    def _let_go(self) -> None:
        with self.hub.store.look() as look:
            plan, zone = backup_plan(look), the_plant(look).timezone
            old = to_let_go(look.find("backup", backup_state="good"), plan, zone)
        for one in old:
            if unlink(folder_of(self.hub, plan) / one.file):
                self.hub.note("backups.let_go", {"backup": one.id}, id_from("backups.let_go", one.id))

    def _miss(self, now: datetime) -> None:
        with self.hub.store.look() as look:
            old, good = too_old(look, now), newest_good(look)
            told = backup_plan(look).old_since
        if old and (told is None or now - told > timedelta(days=1)):
            self.hub.note("backups.miss", {}, id_from("backups.miss", good.id if good else "", f"{now:%Y-%m-%d}"))

    def _look_at_disk(self) -> None:
        """Told once when room becomes little, and once when it is enough again: of several machines on one database
        none says that there is room again after another one's warning."""
        free = round(shutil.disk_usage(self.hub.folder.hub).free / 1e9, 1)
        with self.hub.store.look() as look:
            policy = keeping_policy(look)
        if self.log:
            self.log.follow(policy)
        if disk_changed(policy, free) and (policy.disk_low_since is None or self._may_clear):
            self.hub.note("keeping.find_disk", {"free_gb": free})
            self._may_clear = policy.disk_low_since is None

    def _apart(self, what: str, file: Path, wanted: Callable[[], bool] = lambda: True) -> dict[str, Any] | None:
        return self.work.run(WORKER, [what, str(self.hub.folder.root), str(file)], wanted)

    def _still_wanted(self, one: Backup) -> bool:
        with self.hub.store.look() as look:
            now: Backup | None = look.get("backup", one.id)
        return now is not None and now.backup_state == "wanted"


def folder_of(hub: Hub, plan: BackupPlan) -> Path:
    """Where a plan's backups lie on the hub's machine."""
    return Path(plan.folder) if plan.folder else hub.folder.root / "backups"
