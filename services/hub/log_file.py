"""The hub's log in the plant's folder: as many files of such a size as the plant has set, the oldest going first."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from services.core.keeping import KeepingPolicy
from services.store.folder import PlantFolder

MB = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def log_file(folder: PlantFolder) -> Path:
    """Where a plant's hub writes its log."""
    return folder.root / "logs" / "hub.log"


class LogFile:
    """Takes what this process says, beside its standard error, from `start` on."""

    def __init__(self, folder: PlantFolder) -> None:
        file, usual = log_file(folder), KeepingPolicy(id="")
        file.parent.mkdir(parents=True, exist_ok=True)
        self.handler = RotatingFileHandler(
            file, maxBytes=usual.log_mb * MB, backupCount=usual.log_files - 1, encoding="utf-8", delay=True
        )
        self.handler.setFormatter(logging.Formatter(FORMAT))

    def start(self) -> None:
        """Warnings of everybody, and what our own parts say of their work."""
        logging.basicConfig(level=logging.WARNING, format=FORMAT, handlers=[logging.StreamHandler(), self.handler])
        logging.getLogger("services").setLevel(logging.INFO)

    def follow(self, policy: KeepingPolicy) -> None:
        """As large as the plant wants it from now on; files too many go at once."""
        self.handler.maxBytes, self.handler.backupCount = policy.log_mb * MB, policy.log_files - 1
        file = Path(self.handler.baseFilename)
        for old in file.parent.glob(f"{file.name}.*"):
            if old.suffix[1:].isdigit() and int(old.suffix[1:]) >= policy.log_files:
                old.unlink(missing_ok=True)

    def close(self) -> None:
        """Writes no more."""
        logging.getLogger().removeHandler(self.handler)
        self.handler.close()
