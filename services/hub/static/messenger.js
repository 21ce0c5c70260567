// Inside WeCom or DingTalk: their own scanner and position, where they are there. Anywhere else, and wherever one of
// them fails, everything goes as without them.

const PATIENCE_MS = 8_000;
const LABEL = /^\/[zik]\//; // what a label or a message leads to
const HOMES = {
  wecom: "https://res.wx.qq.com/open/js/jweixin-1.2.0.js",
  dingtalk: "https://g.alicdn.com/dingding/dingtalk-jsapi/2.10.3/dingtalk.open.js",
};

export const client = /wxwork/i.test(navigator.userAgent) ? "wecom" : /DingTalk/i.test(navigator.userAgent) ? "dingtalk" : "";

// The client's own functions { scan, position }, or null.
export const messenger = client ? ready().catch(() => null) : Promise.resolve(null);

async function ready() {
  await loaded();
  return client === "wecom" ? await ofWeCom(globalThis.wx) : ofDingTalk(globalThis.dd);
}

function loaded() {
  if (globalThis.wx ?? globalThis.dd) return Promise.resolve();
  return inTime((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: HOMES[client], onload: done, onerror: failed });
    document.head.append(script);
  });
}

function inTime(work) {
  return new Promise((done, failed) => {
    setTimeout(failed, PATIENCE_MS);
    work(done, failed);
  });
}

async function ofWeCom(wx) {
  const url = location.href.split("#")[0];
  const options = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ url }) };
  const answer = await fetch("/api/js-sdk", options);
  if (!answer.ok) return null;
  const { app, timestamp, nonce, signature } = await answer.json();
  await inTime((done, failed) => {
    wx.ready(done);
    wx.error(failed);
    wx.config({ beta: true, debug: false, appId: app, timestamp, nonceStr: nonce, signature, jsApiList: ["scanQRCode", "getLocation"] });
  });
  return {
    scan: () => new Promise((success, fail) => wx.scanQRCode({ needResult: 1, scanType: ["qrCode"], success: (found) => success(found.resultStr), fail, cancel: fail })),
    position: () => inTime((success, fail) => wx.getLocation({ type: "wgs84", success, fail, cancel: fail })),
  };
}

function ofDingTalk(dd) {
  return {
    scan: () => new Promise((done, onFail) => dd.biz.util.scan({ type: "qrCode", onSuccess: (found) => done(found.text), onFail })),
    position: () => inTime((done, onFail) => dd.device.geolocation.get({ targetAccuracy: 200, coordinate: 0, withReGeocode: false, useCache: false, onSuccess: (found) => done(found.location ?? found), onFail })),
  };
}

// Shows a button where there is a scanner. What is scanned is opened here, whatever host it names, and nothing but a label.
export async function offerScan(button, strange) {
  const found = await messenger;
  if (!button || !found) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      const { pathname } = new URL(await found.scan());
      if (LABEL.test(pathname)) location.assign(pathname);
      else strange();
    } catch {
      strange();
    }
  });
}
