// What has not been sent yet, kept on this phone; in the page alone where the browser keeps nothing.

const inPage = new Map();
let opened = null;

function database() {
  opened ??= new Promise((done) => {
    try {
      const request = indexedDB.open("anhuan", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept", { keyPath: "id" });
      request.onsuccess = () => done(request.result);
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
    const transaction = base.transaction("kept", mode);
    const request = work(transaction.objectStore("kept"));
    transaction.oncomplete = () => done({ result: request.result });
    transaction.onerror = transaction.onabort = () => done(null);
  });
}

// Answers whether it will still be there when the page is closed.
export async function keep(item) {
  inPage.set(item.id, item);
  return (await inStore("readwrite", (store) => store.put(item))) !== null;
}

export async function letGo(id) {
  inPage.delete(id);
  await inStore("readwrite", (store) => store.delete(id));
}

export async function allKept() {
  const found = new Map(((await inStore("readonly", (store) => store.getAll()))?.result ?? []).map((item) => [item.id, item]));
  for (const [id, item] of inPage) found.set(id, item);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
