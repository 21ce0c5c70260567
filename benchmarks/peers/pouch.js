// PouchDB as a contestant: its own server, which has the records as documents, and local databases that pull from it.
//
//   node benchmarks/peers/pouch.js MODULES FOLDER
//
// Commands come as lines of JSON, as for the other contestants.
const [modules, folder] = process.argv.slice(2);
const fs = require("fs");
const net = require("net");
const path = require("path");
const readline = require("readline");
const { spawn } = require("child_process");
const PouchDB = require(path.join(modules, "pouchdb"));

const BATCH = 1000; // of 100 (its own default) and 1000 the quicker one
const expected = new Map(); // by id, as text with sorted names
const revisions = new Map();
let server, source, copy, port, through;
let copies = 0;

const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
const sorted = (value) => JSON.stringify(Object.fromEntries(Object.entries(value).sort()));
const seconds = (start) => Number(process.hrtime.bigint() - start) / 1e9;

function document({ id, ...rest }) {
  expected.set(id, sorted(rest));
  return revisions.has(id) ? { _id: id, _rev: revisions.get(id), ...rest } : { _id: id, ...rest };
}

async function put(file) {
  const records = fs.readFileSync(file, "utf-8").trimEnd().split("\n").map((line) => JSON.parse(line));
  for (let start = 0; start < records.length; start += 2000) {
    for (const done of await source.bulkDocs(records.slice(start, start + 2000).map(document))) {
      if (!done.ok) throw new Error(JSON.stringify(done));
      revisions.set(done.id, done.rev);
    }
  }
}

async function pulled() {
  const start = process.hrtime.bigint();
  const brought = await copy.replicate.from(`http://127.0.0.1:${through}/bench`, { batch_size: BATCH });
  const took = seconds(start);
  if (!brought.ok) throw new Error(JSON.stringify(brought.errors));
  return { seconds: took };
}

const commands = {
  through: async ({ port: other }) => { through = other; },
  load: async ({ path: file }) => {
    source = new PouchDB(`http://127.0.0.1:${port}/bench`);
    await put(file);
  },
  first: async () => {
    if (copy) await copy.close();
    copies += 1;
    copy = new PouchDB(path.join(folder, `copy-${copies}`));
    await copy.info();
    return pulled();
  },
  change: async ({ path: file }) => put(file),
  pull: pulled,
  check: async () => {
    const { rows } = await copy.allDocs({ include_docs: true });
    if (rows.length !== expected.size) throw new Error(`${rows.length} documents of ${expected.size}`);
    for (const { doc: { _id, _rev, ...rest } } of rows) {
      if (sorted(rest) !== expected.get(_id)) throw new Error(`${_id} is not the record`);
    }
  },
};

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
}

async function listening() {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("the server does not listen");
}

async function main() {
  port = await freePort();
  const place = path.join(folder, "server");
  fs.mkdirSync(place, { recursive: true });
  const program = path.join(modules, "pouchdb-server", "bin", "pouchdb-server");
  const options = ["--port", port, "--host", "127.0.0.1", "--dir", place, "--no-stdout-logs", "-n"];
  server = spawn("node", [program, ...options], { cwd: place, stdio: ["ignore", 2, 2] });
  await listening();
  say({ port });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { do: what, ...rest } = JSON.parse(line);
    try {
      say((await commands[what](rest)) ?? {});
    } catch (error) {
      say({ error: String(error) });
    }
  }
}

main()
  .catch((error) => say({ error: String(error) }))
  .finally(() => {
    if (server) server.kill();
    process.exit(0);
  });
