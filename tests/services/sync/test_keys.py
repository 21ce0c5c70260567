"""A console's token: in the keyring where there is one, else in a file for its owner only, with a warning."""

import os

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from services.sync.keys import Keys


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


class Locked(InMemory):
    def set_password(self, service, username, password):
        raise KeyringError("locked")

    def get_password(self, service, username):
        raise KeyringError("locked")


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_where_there_is_a_keyring_no_file_is_made(ring, tmp_path):
    ring(InMemory())
    keys = Keys(tmp_path, "plant")
    keys.keep("session", "token")
    assert (keys.read("session"), keys.warning) == ("token", None)
    assert list(tmp_path.iterdir()) == []
    keys.drop("session")
    assert keys.read("session") is None


@pytest.mark.parametrize("backend", [Locked, None])
def test_where_there_is_none_a_file_has_to_do_and_says_so(ring, tmp_path, backend):
    if backend:
        ring(backend())
    keys = Keys(tmp_path, "plant")
    keys.keep("session", "token")
    assert keys.warning == "no_keyring"
    if os.name == "posix":
        assert keys.path.stat().st_mode & 0o077 == 0
    again = Keys(tmp_path, "plant")
    assert (again.read("session"), again.warning) == ("token", "no_keyring")
    again.drop("session")
    again.drop("session")
    assert again.read("session") is None


def test_two_plants_do_not_share(ring, tmp_path):
    ring(InMemory())
    Keys(tmp_path / "a", "plant").keep("session", "one")
    assert Keys(tmp_path / "b", "plant").read("session") is None
