"""How the peers of `benchmarks.rules_http` are started: Node-RED with a flow that keeps a state for each sensor and
answers with what has fired, and Prometheus with one rule over a page that crosses its bound when it is told."""

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import requests

FOR_MS = 9_000
STEP = """
const k = msg.payload.s, t = msg.payload.t, states = context.get('st') || {};
const r = states[k] || (states[k] = {b: null, f: false});
if (msg.hot) {
  if (r.b === null) r.b = t;
  else if (!r.f && t - r.b >= FOR) {
    r.f = true;
    flow.set('alerts', [...(flow.get('alerts') || []), [k, t]]);
  }
} else { r.b = null; r.f = false; }
context.set('st', states);
if (msg.parts.index !== msg.parts.count - 1) return null;
msg.payload = {alerts: flow.get('alerts') || []};
flow.set('alerts', []);
return msg;
""".replace("FOR", str(FOR_MS))
SWITCH: dict[str, object] = {
    "property": "payload.v",
    "propertyType": "msg",
    "rules": [{"t": "gt", "v": "80", "vt": "num"}, {"t": "else"}],
}


def _node(id_: str, kind: str, then: list[list[str]], **more: object) -> dict[str, object]:
    """One node; what names another one in any of its fields would be taken for a setting of it."""
    return {"id": id_, "type": kind, "z": "t", "wires": then, **more}


def _change(id_: str, hot: str) -> dict[str, object]:
    rules = [{"t": "set", "p": "hot", "pt": "msg", "to": hot, "tot": "bool"}]
    return _node(id_, "change", [["n-step"]], rules=rules)


FLOW = [
    {"id": "t", "type": "tab", "label": "t"},
    _node("n-in", "http in", [["n-parts"]], url="/tick", method="post"),
    _node("n-parts", "split", [["n-over"]], arraySplt=1, arraySpltType="len"),
    _node("n-over", "switch", [["n-hot"], ["n-cold"]], checkall="false", **SWITCH),
    _change("n-hot", "true"),
    _change("n-cold", "false"),
    _node("n-step", "function", [["n-out"]], func=STEP, outputs=1),
    _node("n-out", "http response", [], statusCode="200"),
]
RULES = "groups:\n- name: g\n  interval: 1s\n  rules:\n  - alert: Hot\n    expr: temp > 80\n    for: 5s\n"
SCRAPE = "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [r.yml]\nscrape_configs:\n- job_name: j\n"


def free_port() -> int:
    """A port that nobody listens at now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _until_open(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing listens at {port}")


@contextmanager
def node_red(script: Path, room: Path) -> Iterator[str]:
    """Where a tick of readings is posted to."""
    port = free_port()
    (room / "flows.json").write_text(json.dumps(FLOW), encoding="utf-8")
    told = f"flowFile:'flows.json',uiHost:'127.0.0.1',uiPort:{port},httpAdminRoot:false,telemetry:{{enabled:false}}"
    (room / "settings.js").write_text(f"module.exports={{{told}}}", encoding="utf-8")
    command = ["node", str(script), "-u", str(room), "-s", str(room / "settings.js")]
    with (room / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _until_open(port)
            time.sleep(4)  # its flow begins after it listens
            yield f"http://127.0.0.1:{port}/tick"
        finally:
            process.terminate()


@contextmanager
def prometheus(program: Path, room: Path, crossing: list[float]) -> Iterator[str]:
    """Where its alerts are asked for; each number of `crossing` is the moment at which a series goes over its bound."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            now = time.time()
            rows = (f'temp{{n="{n}"}} {90 if at <= now else 60}\n' for n, at in enumerate(crossing))
            body = "".join(rows).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; version=0.0.4")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server, port = ThreadingHTTPServer(("127.0.0.1", 0), Page), free_port()
    Thread(target=server.serve_forever, daemon=True).start()
    (room / "r.yml").write_text(RULES, encoding="utf-8")
    targets = f"  static_configs: [{{targets: ['127.0.0.1:{server.server_port}']}}]\n"
    (room / "p.yml").write_text(SCRAPE + targets, encoding="utf-8")
    places = [f"--config.file={room}/p.yml", f"--storage.tsdb.path={room}/db", f"--web.listen-address=127.0.0.1:{port}"]
    with (room / "log").open("wb") as log, subprocess.Popen([str(program), *places], stdout=log, stderr=log) as process:
        try:
            _until_open(port)
            yield f"http://127.0.0.1:{port}/api/v1/alerts"
        finally:
            process.terminate()
            server.shutdown()


def firing(address: str) -> set[int]:
    """Which series Prometheus says are firing."""
    alerts = requests.get(address, timeout=5).json()["data"]["alerts"]
    return {int(one["labels"]["n"]) for one in alerts if one["state"] == "firing"}
