"""A console's own secrets (its session token): in the system's keyring, else in a file that only its owner can read."""

import os
from pathlib import Path

from services.store import secret_box

SERVICE = "anhuan"


class Keys:
    """Secrets of one plant's console. `warning` is 'no_keyring' where the file had to do."""

    def __init__(self, folder: Path, plant: str) -> None:
        self.path = folder / "keys.json"
        self.plant = plant
        self.warning: str | None = None

    def keep(self, name: str, value: str) -> None:
        """Keeps a secret. Raises Refused: disk_full_here."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, self._name(name), value)
            kept = keyring.get_password(SERVICE, self._name(name)) == value
        except (KeyringError, OSError, RuntimeError):
            kept = False
        if not kept:
            self.warning = "no_keyring"
            secret_box.keep(self.path, name, value, full="disk_full_here")

    def read(self, name: str) -> str | None:
        """A kept secret, or None."""
        import keyring
        from keyring.errors import KeyringError

        try:
            found = keyring.get_password(SERVICE, self._name(name))
        except (KeyringError, OSError, RuntimeError):
            found = None
        if found is None and self.path.exists():
            self.warning = "no_keyring"
            found = secret_box.read(self.path, name)
        return found

    def drop(self, name: str) -> None:
        """Forgets a secret, wherever it is."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE, self._name(name))
        except (KeyringError, OSError, RuntimeError):
            pass
        secret_box.drop(self.path, name)

    def _name(self, name: str) -> str:
        return f"{self.plant}:{name}:{os.path.normcase(self.path)}"
