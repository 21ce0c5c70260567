"""Signing in: guesses are few, codes work once, nobody learns who exists, and who has gone is out at once."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import Role
from services.hub import signing
from services.hub.hub import Hub
from services.store import accounts
from services.store.folder import PlantFolder
from services.store.tables import credentials, guesses, sessions
from tests.makers import refused

FOUNDER = Actor(None, frozenset({Role.FOUNDER}))
START = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


class Clocked:
    """A hub whose clock a test sets, with a founder and a worker."""

    def __init__(self, root) -> None:
        self.now = START
        self.hub = Hub(PlantFolder(root), now=lambda: self.now)
        session = signing.found_plant(self.hub, {"name": "江南精密", "person": "周敏"}, "long enough", FOUNDER)
        boss = self.hub.actor(session["token"])
        assert boss is not None
        self.boss: Actor = boss
        self.worker = self.do("people.add", name="马超", employee_no="2077", email="ma@example.com")

    def do(self, kind, **args):
        answer = self.hub.do(kind, args, self.boss)
        if answer.refused:
            raise answer.refused
        return answer.id

    def code(self):
        return signing.make_code(self.hub, self.boss, self.worker)

    def sign_in(self, login="2077", secret="wrong one"):
        return refused(signing.sign_in, self.hub, login, secret) or "in"

    def rows(self, table):
        with self.hub.store.database.reading() as connection:
            return connection.execute(sa.select(table)).all()


@pytest.fixture
def clocked(tmp_path):
    made = Clocked(tmp_path)
    yield made
    made.hub.close()


@pytest.mark.parametrize("login", ["2077", "ma@example.com", "马超", " 2077 "])
def test_a_password_works_for_every_way_to_write_the_login(clocked: Clocked, login):
    signing.set_password(clocked.hub, clocked.boss, clocked.worker, "a good long one")
    assert clocked.sign_in(login, "a good long one") == "in"
    assert clocked.sign_in(login, "a good long one ") == "sign_in_wrong"


def test_a_code_works_once_and_however_it_is_written(clocked: Clocked):
    code = clocked.code()
    assert clocked.sign_in(secret=f" {code[:4].lower()}-{code[4:]} ") == "in"
    assert clocked.sign_in(secret=code) == "sign_in_wrong"


def test_a_code_is_good_for_a_day_and_a_new_one_ends_the_old(clocked: Clocked):
    old, new = clocked.code(), clocked.code()
    assert clocked.sign_in(secret=old) == "sign_in_wrong"
    clocked.now += timedelta(hours=accounts.CODE_HOURS)
    assert clocked.sign_in(secret=new) == "sign_in_wrong"


def test_two_who_use_one_code_at_once_are_one(clocked: Clocked):
    code, told = clocked.code(), []
    threads = [threading.Thread(target=lambda: told.append(clocked.sign_in(secret=code))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["in", *["sign_in_wrong"] * 3]


def test_five_guesses_in_a_quarter_of_an_hour(clocked: Clocked):
    code = clocked.code()
    assert [clocked.sign_in() for _ in range(6)] == ["sign_in_wrong"] * 5 + ["too_many_guesses"]
    assert clocked.sign_in(secret=code) == "too_many_guesses", "also the right one, or guessing would go on"
    assert clocked.sign_in("周敏", "long enough") == "in", "others are not kept out"
    clocked.now += timedelta(minutes=accounts.GUESS_MINUTES, seconds=1)
    assert clocked.sign_in(secret=code) == "in"


def test_four_names_of_one_person_are_not_four_times_as_many_guesses(clocked: Clocked):
    names = ["2077", "ma@example.com", "马超", clocked.worker]
    answers = [clocked.sign_in(names[count % 4]) for count in range(8)]
    assert answers == ["sign_in_wrong"] * 5 + ["too_many_guesses"] * 3


def test_guesses_at_nobody_are_counted_too_and_kept_as_no_name(clocked: Clocked):
    assert [clocked.sign_in("王麻子") for _ in range(6)][-1] == "too_many_guesses"
    assert all("王麻子" not in row.account for row in clocked.rows(guesses))


def test_signing_in_forgives_the_guesses_before(clocked: Clocked):
    for _ in range(3):
        code = clocked.code()
        assert [clocked.sign_in() for _ in range(4)] == ["sign_in_wrong"] * 4
        assert clocked.sign_in(secret=code) == "in"


def test_the_same_work_is_done_for_nobody(clocked: Clocked, monkeypatch):
    done: list[str] = []
    real = accounts.fits

    def counted(kept, typed):
        done.append(typed)
        return real(kept, typed)

    monkeypatch.setattr(accounts, "fits", counted)
    counts = []
    for login in ("2077", "王麻子"):
        done.clear()
        clocked.sign_in(login)
        counts.append(len(done))
    assert counts == [2, 2]


@pytest.mark.parametrize("password", ["", "short", "1234567"])
def test_short_passwords_are_refused_and_leave_no_entry(clocked: Clocked, password):
    with pytest.raises(Refused, match="password_short"):
        signing.set_password(clocked.hub, clocked.boss, clocked.worker, password)
    assert clocked.sign_in(secret=password or "x") == "sign_in_wrong"


def test_nothing_that_is_kept_shows_a_secret(clocked: Clocked):
    signing.set_password(clocked.hub, clocked.boss, clocked.worker, "a good long one")
    code = clocked.code()
    session = signing.sign_in(clocked.hub, "2077", "a good long one")
    kept = repr([clocked.rows(table) for table in (credentials, sessions)])
    assert not [secret for secret in ("a good long one", code, session["token"]) if secret in kept]
    assert {row.secret.split("$")[1] for row in clocked.rows(credentials)} == {"argon2id"}


def test_a_session_ends_in_time_by_leaving_and_by_signing_out(clocked: Clocked):
    token = signing.sign_in(clocked.hub, "2077", clocked.code())["token"]
    other = signing.sign_in(clocked.hub, "2077", clocked.code())["token"]
    assert clocked.hub.actor(token) == Actor(clocked.worker, frozenset({Role.WORKER}))
    clocked.hub.sign_out(token)
    assert clocked.hub.actor(token) is None
    assert clocked.hub.actor(other) is not None
    clocked.now += timedelta(days=accounts.SESSION_DAYS)
    assert clocked.hub.actor(other) is None
    third = signing.sign_in(clocked.hub, "2077", clocked.code())["token"]
    assert clocked.hub.actor(third) is not None
    clocked.do("people.leave", person=clocked.worker)
    assert clocked.hub.actor(third) is None
    assert clocked.sign_in(secret="x") == "sign_in_wrong"


def test_roles_count_as_they_are_now(clocked: Clocked):
    token = signing.sign_in(clocked.hub, "2077", clocked.code())["token"]
    clocked.hub.actor(token)
    clocked.do("people.set_roles", person=clocked.worker, roles=["safety_officer"])
    found = clocked.hub.actor(token)
    assert found is not None
    assert found.roles == {Role.SAFETY_OFFICER}


def test_a_visit_is_short_and_for_one_zone(clocked: Clocked):
    clocked.do("plant.set_address", address="anhuan.example")
    floor = clocked.do("floors.add", name="一层", width_m=60, height_m=40)
    outline = [[0, 0], [5, 0], [5, 5]]
    zone = clocked.do("zones.draw", floor=floor, name="区", zone_class="A", polygon=outline)
    label = clocked.do("labels.issue", zone=zone)
    with clocked.hub.store.look() as look:
        (issued,) = look.find("label", id=label)
    text = issued.token
    place, token = signing.visit(clocked.hub, text)
    assert place == zone
    assert clocked.hub.actor(token) == Actor(None, frozenset({Role.ANONYMOUS}), zone)
    clocked.now += timedelta(minutes=accounts.VISIT_MINUTES)
    assert clocked.hub.actor(token) is None
    forged = text[:-1] + ("A" if text[-1] != "A" else "B")
    with pytest.raises(Refused, match="label_foreign"):
        signing.visit(clocked.hub, forged)


def test_only_the_local_token_acts_for_others(clocked: Clocked):
    token = signing.sign_in(clocked.hub, "2077", clocked.code())["token"]
    assert clocked.hub.actor(token, "周敏") == Actor(clocked.worker, frozenset({Role.WORKER}))
    assert clocked.hub.actor(clocked.hub.local_token, "周敏") == clocked.boss
    assert clocked.hub.actor(clocked.hub.local_token) == FOUNDER
    assert clocked.hub.actor(clocked.hub.local_token, "王麻子") is None
    assert clocked.hub.actor(clocked.hub.local_token + "x") is None


def test_an_id_sent_twice_to_the_hub_itself_is_answered_again(clocked: Clocked):
    first = clocked.hub.do("plant.rename", {"name": "一"}, clocked.boss)
    clocked.hub.do("plant.rename", {"name": "二"}, clocked.boss)
    again = clocked.hub.do("plant.rename", {"name": "一"}, clocked.boss, first.id)
    assert (again.seq, again.again) == (first.seq, True)
    with pytest.raises(Refused, match="key_reused"):
        clocked.hub.do("plant.rename", {"name": "三"}, clocked.boss, first.id)
    with clocked.hub.store.look() as look:
        assert look.find("plant")[0].name == "二"


def test_one_password_at_many_accounts_is_slowed_down(clocked: Clocked, monkeypatch):
    """Two hundred wrong ones in a quarter of an hour: by that a thousand accounts with five guesses each take six
    hours."""
    monkeypatch.setattr(accounts, "fits", lambda kept, typed: False)
    monkeypatch.setattr(accounts, "SPRAYED", 20)
    said = [clocked.sign_in(f"nobody {number}") for number in range(25)]
    assert said == ["sign_in_wrong"] * 20 + ["too_many_guesses"] * 5
    clocked.now += timedelta(minutes=16)
    assert clocked.sign_in("2077") == "sign_in_wrong"


def test_nobody_is_locked_out_by_what_others_guess(clocked: Clocked):
    """Whoever was signed in as themselves on this phone is counted by themselves; a stranger's cookie helps nobody."""
    signing.set_password(clocked.hub, clocked.boss, clocked.worker, "a good long one")
    mine = signing.sign_in(clocked.hub, "2077", "a good long one")["token"]
    theirs = signing.sign_in(clocked.hub, "周敏", "long enough")["token"]
    assert [clocked.sign_in() for _ in range(6)][-1] == "too_many_guesses"
    assert refused(signing.sign_in, clocked.hub, "2077", "a good long one") == "too_many_guesses"
    assert refused(signing.sign_in, clocked.hub, "2077", "a good long one", None, theirs) == "too_many_guesses"
    assert signing.sign_in(clocked.hub, "2077", "a good long one", None, mine)["person"] == clocked.worker
