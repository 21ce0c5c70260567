// The pages without a network: the report form of any label, what has not been sent, and sending it when no page is
// open. Pages about people are never kept; what is kept is the same for everybody.

import { allKept, SEND } from "./kept.js";
import { call } from "./send.js";
import { sendWaiting } from "./waiting.js";

const HERE = new URL("./", self.location).pathname; // /static/<version>/
const SHELL = "anhuan-shell-" + HERE;
const PATIENCE_MS = 8_000;
const PLANS_MS = 60_000;
const DOCUMENT = "/e/document/";
const DOCUMENTS = "anhuan-documents";
const A_DOCUMENT = /"(\/e\/document\/[0-9a-f-]{36})"/g;
let plansAt = 0;

self.addEventListener("install", (event) => event.waitUntil(gathered()));
self.addEventListener("activate", (event) => event.waitUntil(tidied()));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith(DOCUMENT)) event.respondWith(document(event.request));
  else if (address.pathname.startsWith(HERE)) event.respondWith(fromShell(event.request));
  else if (event.request.mode === "navigate") {
    const answer = page(event.request, address.pathname);
    event.respondWith(answer);
    event.waitUntil(answer.then(renew));
  }
});
self.addEventListener("sync", (event) => event.tag === SEND && event.waitUntil(sendAll()));

async function gathered() {
  const { files, pages } = await (await fetch("/shell", { cache: "no-store" })).json();
  const shell = await caches.open(SHELL);
  await shell.addAll([...files.map((name) => HERE + name), ...pages]);
  await self.skipWaiting();
}

async function tidied() {
  for (const name of await caches.keys()) if (name.startsWith("anhuan-shell-") && name !== SHELL) await caches.delete(name);
  await self.clients.claim();
}

const fromShell = async (request) => (await caches.match(request)) ?? fetch(request);

async function page(request, path) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await remember(answer.headers.get("Content-Language"));
    return answer;
  } catch {
    return (await caches.match(`/shell/${keptFor(path)}/${await language()}`)) ?? Response.error();
  }
}

function keptFor(path) {
  if (path === "/e") return "emergency";
  return path.startsWith("/z/B-") ? "bind" : path.startsWith("/z/") ? "report" : "offline";
}

// Emergency plans are fetched anew whenever the phone is on line and has not done so for a while.
async function renewPlans(shell) {
  if (Date.now() - plansAt < PLANS_MS) return;
  plansAt = Date.now();
  for (const kept of await shell.keys()) {
    if (!new URL(kept.url).pathname.startsWith("/shell/emergency/")) continue;
    await shell.add(kept.url).then(() => shell.match(kept.url)).then(renewDocuments).catch(() => {});
  }
}

// The documents of the emergency plans are kept with them; those that belong to none any more go.
async function renewDocuments(plans) {
  const named = [...(await plans.text()).matchAll(A_DOCUMENT)].map(([, path]) => path);
  const papers = await caches.open(DOCUMENTS);
  const kept = (await papers.keys()).map(({ url }) => new URL(url).pathname);
  for (const path of kept) if (!named.includes(path)) await papers.delete(path);
  for (const path of named) if (!kept.includes(path)) await papers.add(path).catch(() => {});
}

const document = (request) => fetch(request).catch(async () => (await caches.match(request.url)) ?? Response.error());

// A kept report form asks what the hub asks, with its categories and fields: where these are others by now, it is
// fetched anew.
async function renew(answer) {
  const offered = answer.headers.get("Offered-Form");
  if (!offered) return;
  const shell = await caches.open(SHELL);
  await renewPlans(shell);
  for (const kept of await shell.keys()) {
    if (!new URL(kept.url).pathname.startsWith("/shell/report/")) continue;
    if ((await shell.match(kept)).headers.get("Offered-Form") !== offered) await shell.add(kept.url).catch(() => {});
  }
}

// The language of the last page, for those that come without the hub.
async function remember(lang) {
  if (!lang || lang === (await language())) return;
  await (await caches.open("anhuan-language")).put("/language", new Response(lang));
}

const language = async () => (await (await caches.match("/language"))?.text()) ?? "zh";

// Fails while something waits that may go later: then the browser tries again.
async function sendAll() {
  const { person } = await call("GET", "/api/me");
  await sendWaiting(person, { told: tellPages });
  if ((await allKept()).some((item) => !item.stuck)) throw new Error("not everything has gone");
}

async function tellPages(news) {
  for (const page of await self.clients.matchAll()) page.postMessage({ sent: news });
}
