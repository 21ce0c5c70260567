// What has not been sent yet, kept on this phone (in the page alone where the browser keeps nothing), and what was
// sent but has not been looked at. A queue that a killed browser finds again: every write is on the disk when it is told.

const inPage = new Map();
const sentInPage = new Map();
let opened = null;

function database() {
  opened ??= new Promise((done) => {
    try {
      const request = indexedDB.open("anhuan", 2);
      request.onupgradeneeded = () => {
        for (const name of ["kept", "sent"]) {
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath: "id" });
        }
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close();
        done(request.result);
      };
      request.onerror = () => done(null);
    } catch {
      done(null);
    }
  });
  return opened;
}

async function inStore(mode, work) {
  const base = await database();
  if (!base) return null;
  return new Promise((done) => {
    try {
      const transaction = base.transaction(["kept", "sent"], mode, { durability: "strict" });
      const request = work(transaction.objectStore("kept"), transaction.objectStore("sent"));
      transaction.oncomplete = () => done({ result: request.result });
      transaction.onerror = transaction.onabort = () => done(null);
    } catch {
      done(null);
    }
  });
}

// Answers whether it will still be there when the page is closed.
export async function keep(item) {
  inPage.set(item.id, item);
  const staying = (await inStore("readwrite", (kept) => kept.put(item))) !== null;
  if (staying) sendInBackground();
  return staying;
}

export const isKept = async (id) => inPage.has(id) || Boolean((await inStore("readonly", (kept) => kept.get(id)))?.result);

export async function letGo(id) {
  inPage.delete(id);
  await inStore("readwrite", (kept) => kept.delete(id));
}

// In one step, so that a number is never lost: it waits no more, and `news` ({ id, number, … }) is to be shown.
export async function settle(news) {
  inPage.delete(news.id);
  sentInPage.set(news.id, news);
  await inStore("readwrite", (kept, sent) => {
    kept.delete(news.id);
    return sent.put(news);
  });
}

export async function seen(id) {
  sentInPage.delete(id);
  await inStore("readwrite", (_, sent) => sent.delete(id));
}

export const allKept = async () => merged((await inStore("readonly", (kept) => kept.getAll()))?.result, inPage);
export const allSent = async () => merged((await inStore("readonly", (_, sent) => sent.getAll()))?.result, sentInPage);

function merged(stored, held) {
  const found = new Map((stored ?? []).map((item) => [item.id, item]));
  for (const [id, item] of held) if (!stored || found.has(id)) found.set(id, item);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const SEND = "anhuan-kept";

// Where the browser can, it sends what waits when the network is back, also with no page open.
function sendInBackground() {
  globalThis.navigator.serviceWorker?.ready.then((worker) => worker.sync?.register(SEND)).catch(() => {});
}
