// The map looks again every half minute while it can be seen, and says loudly when it could not.

const EVERY_MS = 30_000;
const PATIENCE_MS = 10_000;
const old = document.getElementById("map_old");

async function lookAgain() {
  if (document.hidden) return;
  try {
    const answer = await fetch(window.location.href, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = fresh.getElementById("map_now");
    if (!answer.ok || !now) throw new Error("no map came");
    document.getElementById("map_now").replaceWith(document.importNode(now, true));
    old.replaceChildren(...document.importNode(fresh.getElementById("map_old"), true).childNodes);
    old.hidden = true;
  } catch {
    old.hidden = false;
  }
}

setInterval(lookAgain, EVERY_MS);
document.addEventListener("visibilitychange", lookAgain);
window.addEventListener("online", lookAgain);
window.addEventListener("offline", lookAgain);
