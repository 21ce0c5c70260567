// Where the phone says that it is: a check beside the label, asked for once and never waited for. Without permission,
// or on a page without a seal, there is none, and everything goes as before. WeCom and DingTalk are asked first where
// the page is inside them.

import { messenger } from "./messenger.js";

const PATIENCE_MS = 20_000;
const FRESH_MS = 60_000;
const COARSE = 1_000; // parts of a degree for who gives no name: some hundred metres
const FINE = 100_000;
const COARSE_M = 80;
let found = null;

// Begins to look, where the plant's place on the earth is known.
export function lookAround(known) {
  if (!known || !globalThis.isSecureContext || found) return;
  found = {};
  messenger.then((client) => client.position()).then(keep, byBrowser);
}

function keep({ longitude, latitude, accuracy }) {
  Object.assign(found, { longitude: Number(longitude), latitude: Number(latitude), error_m: Number(accuracy) });
}

function byBrowser() {
  const wanted = { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS };
  navigator.geolocation?.getCurrentPosition(({ coords }) => keep(coords), () => {}, wanted);
}

// { fix } as an operation takes it, or {} where nothing has come by now; coarse for who is not named.
export function fixArgs(named) {
  if (found?.latitude === undefined) return {};
  const parts = named ? FINE : COARSE;
  const near = (degrees) => Math.round(degrees * parts) / parts;
  const error_m = Math.min(1e7, Math.round(found.error_m ?? 0)) + (named ? 0 : COARSE_M);
  return { fix: { longitude: near(found.longitude), latitude: near(found.latitude), error_m } };
}
