"""Whatever comes in over the wire: a refusal with a code, never a 500, and never what was sent."""

import json
import random
import time
from typing import Any

import pytest

from services.core.ids import new_id
from services.core.operation import OPERATIONS
from services.store.changes import from_lines
from tests.makers import sha
from tests.services.hub.calls import Caller, manager, raw
from tests.services.hub.living import living_plant

SECRET = "张三丰13912345678"
SURROGATE = "\ud800"


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("hub") / "plant")
    yield made
    made.served.stop()


@pytest.fixture
def boss(plant):
    return manager(plant)


def refused(answer, *statuses):
    assert answer.status_code in (statuses or range(400, 500)), answer.text[:200]
    values = answer.json()
    assert set(values) == {"refused", "facts"}
    assert SECRET not in answer.text
    return values["refused"]


BODIES = {
    "not UTF-8": b"\xff\xfe" + SECRET.encode("gbk"),
    "UTF-16": json.dumps({"a": 1}).encode("utf-16"),
    "no JSON": SECRET.encode(),
    "empty": b"",
    "half": b'{"operations": [',
    "an array": b"[1, 2]",
    "a text": b'"x"',
    "null": b"null",
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "deep object": b'{"operations":' * 100_000 + b"1" + b"}" * 100_000,
    "long number": b'{"operations": ' + b"9" * 10_000 + b"}",
    "NaN": b'{"operations": NaN}',
    "gzip": b"\x1f\x8b\x08\x00" + b"\x00" * 50,
    "twice the key": b'{"operations": [], "operations": 5}',
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("path", ["/api/operations", "/api/sign-in", "/api/found", "/api/accounts/code", "/api/visit"])
def test_bodies_that_are_no_message(boss, name, path):
    for headers in ({"Content-Type": "application/json"}, {"Content-Type": "text/plain"}, {}):
        refused(boss.call("POST", path, data=BODIES[name], headers=headers))


def test_a_compressed_body_is_not_unpacked(boss):
    import gzip

    body = gzip.compress(b'{"operations": []}')
    refused(boss.call("POST", "/api/operations", data=body, headers={"Content-Encoding": "gzip"}))


WRONG_VALUES: list[Any] = [None, 5, -1, 0.5, True, "", "x", SURROGATE, [], {}, [[]], {"a": 1}]
WRONG_VALUES += ["x" * 5000, 2**70, 1e308, SECRET]


@pytest.mark.parametrize("field", ["id", "kind", "args", "device", "n", "made_at", "premise", "mono", "boot"])
@pytest.mark.parametrize("value", WRONG_VALUES, ids=[f"{value!r:.20}" for value in WRONG_VALUES])
def test_wrong_types_in_an_operation(boss, field, value):
    message = boss.operation("zones.rename", {"zone": "x", "name": "y"}, device=new_id()) | {field: value}
    answer = boss.post("/api/operations", {"operations": [message]})
    assert answer.status_code < 500, answer.text
    json.loads(answer.text)


@pytest.mark.parametrize("kind", sorted(OPERATIONS))
def test_wrong_types_in_every_argument(plant, boss, kind):
    """One device sends hundreds of hopeless operations; each is answered, and the chain stands."""
    chance = random.Random(kind)
    fields = list(OPERATIONS[kind].schema()["properties"])
    for _ in range(6):
        args = {field: chance.choice(WRONG_VALUES) for field in fields if chance.random() < 0.8}
        answer = boss.issue(kind, args)
        assert "refused" in answer or answer["outcome"] == "accepted"


CLOCKS = [
    [],
    5,
    "now",
    {"wall": 5},
    {"wall": "yesterday"},
    {"wall": "0001-01-01T00:00:00Z"},
    {"wall": "9999-12-31T23:59:59Z"},
    {"mono": "x"},
    {"mono": 10**400},
    {"mono": []},
    {"boot": {"a": 1}},
    {"mono": -1e300, "boot": "b"},
]


@pytest.mark.parametrize("clock", CLOCKS, ids=[f"{clock!r:.30}" for clock in CLOCKS])
@pytest.mark.parametrize("made_at", ["2026-03-02T04:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_clocks_that_cannot_be_right(boss, clock, made_at):
    operation = boss.operation("zones.rename", {}, device=new_id(), made_at=made_at, boot="b", mono=5)
    answer = boss.post("/api/operations", {"clock": clock, "operations": [operation]})
    assert answer.status_code in (200, 422), answer.text


@pytest.mark.parametrize("operations", [None, 5, "x", {}, [], [None], [5], ["x"], [[]], [{}] * 101])
def test_lists_of_operations_that_are_none(boss, operations):
    assert refused(boss.post("/api/operations", {"operations": operations}), 422) == "malformed"


BLOBS = [5, True, "x", [5], [[]], [{}], {"a": 1}, [None], ["x" * 64], [sha("x").upper()], ["é" * 64], SURROGATE]


@pytest.mark.parametrize("photos", BLOBS, ids=[f"{one!r:.20}" for one in BLOBS])
def test_photos_that_are_no_hashes(plant, boss, photos):
    message = boss.operation("hazards.report", {"zone": plant.zone, "photos": photos}, device=new_id())
    answer = boss.post("/api/operations", {"operations": [message]})
    assert answer.status_code in (200, 422), answer.text


def test_a_photo_that_is_not_here_yet_is_asked_for_and_its_turn_kept(plant, boss):
    args = {"zone": plant.zone, "photos": [sha("never sent")]}
    answer = boss.issue("hazards.report", args)
    assert (answer["refused"], answer["facts"]) == ("blob_missing", {"sha256": sha("never sent")})
    assert boss.issue("zones.rename", {"zone": plant.zone, "name": "一样"})["outcome"] == "accepted"


def test_an_unknown_kind_is_answered_and_stands_in_the_journal(plant, boss):
    answer = boss.issue("coffee.make", {"for": SECRET})
    assert (answer["refused"], answer["facts"]) == ("unknown_kind", {"kind": "coffee.make"})
    _, page = from_lines(boss.call("GET", "/api/changes", params={"after": answer["seq"] - 1}).content)
    _, body = page[0]
    assert json.loads(body)["kind"] == "coffee.make"
    assert SECRET not in body


def test_nobody_takes_the_hubs_own_turn(boss):
    message = boss.operation("zones.rename", {"zone": "x", "name": "y"}, device="hub")
    assert refused(boss.post("/api/operations", {"operations": [message]}), 422) == "malformed"


@pytest.mark.parametrize("login", [SURROGATE, "a\x00b", 5, None, [], "x" * 500, ""])
@pytest.mark.parametrize("secret", [SURROGATE, "right length", 5])
def test_sign_in_with_what_is_no_text(plant, login, secret):
    refused(Caller(plant).post("/api/sign-in", {"login": login, "secret": secret}), 401, 422, 429)


@pytest.mark.parametrize("args", [{"name": SURROGATE, "person": "x"}, {"name": 1.5, "person": [[]]}, "x", None])
def test_founding_with_what_is_no_text(plant, args):
    caller = Caller(plant, plant.served.hub.local_token)
    refused(caller.post("/api/found", {"args": args, "password": "long enough"}))


@pytest.mark.parametrize("after", ["x", "-1", str(2**63), "9" * 50, "9" * 5000, "1.5", "%00"])
def test_cursors_that_are_none(boss, after):
    refused(boss.call("GET", f"/api/changes?after={after}"))


PATHS = ["/nothing", "/api/nothing", "/api/blobs", "/api/blobs/x", "/api/blobs/" + "z" * 64, "/api/blobs/" + sha("x")]
PATHS += ["/api/blobs/..%2f..%2fplant.db", "/%ff%fe", "/static/../hub.py", "/static/%2e%2e/app.py", "/z/%00", "/m/%00"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "PATCH"])
def test_paths_that_are_none(boss, method, path):
    answer = boss.call(method, path, allow_redirects=False)
    assert 300 <= answer.status_code < 500, answer.text[:200]
    assert "plant.db" not in answer.text


TOO_MUCH = 12_000_001


@pytest.mark.parametrize(("path", "most"), [("/api/operations", 1_000_000), ("/api/blobs/photo", 12_000_000)])
def test_too_large_by_what_is_announced(plant, boss, path, most):
    head = f"POST {path} HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: {most + 1}"
    answer = raw(plant, head, b"")
    assert b" 413 " in answer.split(b"\r\n")[0]
    assert b'"body_too_large"' in answer


@pytest.mark.parametrize("path", ["/api/operations", "/api/blobs/photo"])
def test_too_large_by_what_comes(boss, path):
    def pieces():
        for _ in range(TOO_MUCH // 65_536 + 2):
            yield b"x" * 65_536

    kind = "application/json" if path == "/api/operations" else "application/octet-stream"
    try:
        answer = boss.call("POST", path, data=pieces(), headers={"Content-Type": kind})
    except OSError:
        return  # refused while still sending: the connection was closed
    assert refused(answer, 413) == "body_too_large"


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "", "٣", "+5"])
def test_lengths_that_are_none(plant, length):
    answer = raw(plant, f"POST /api/operations HTTP/1.1\nHost: x\nContent-Length: {length}", b"{}")
    assert answer.split(b" ")[1][:1] == b"4"


def test_a_request_that_stops_in_the_middle_hurts_nobody(plant, boss):
    raw(plant, "POST /api/operations HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 500", b'{"op')
    assert boss.call("GET", "/health").json()["ok"] is True


def test_after_all_this_the_chain_is_whole(plant, boss):
    from services.store.verify import verify

    with plant.served.hub.store.database.reading() as connection:
        assert verify(connection).faults == ()


def test_random_messages(plant, boss):
    """A few seconds of messages that nobody wrote by hand."""
    chance = random.Random(17)

    def value(depth):
        if depth > 3 or chance.random() < 0.5:
            return chance.choice(WRONG_VALUES)
        if chance.random() < 0.5:
            return [value(depth + 1) for _ in range(chance.randrange(4))]
        return {chance.choice(["id", "kind", "args", "n", "x", "sealed"]): value(depth + 1) for _ in range(3)}

    end = time.monotonic() + 2
    while time.monotonic() < end:
        message = {"operations": [value(0) for _ in range(3)], "clock": value(1)}
        path = chance.choice(["/api/operations", "/api/sign-in", "/api/visit", "/api/accounts/password"])
        answer = boss.post(path, message | {"login": value(2), "secret": value(2), "person": value(2)})
        assert answer.status_code < 500, (path, message, answer.text)
