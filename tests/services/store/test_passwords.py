"""How dear a password is to guess: in a process of its own, as the tests' own passwords are kept cheaply."""

import subprocess
import sys


def test_a_password_is_kept_by_argon2id_with_19_mib_and_two_passes():
    asked = "from services.store.accounts import _hasher; print(_hasher().hash('a password'))"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert said.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
