// The camera's own picture with the photo from before as a ghost over it, so that the photo after shows the same place.
// Browsers give it over HTTPS only; elsewhere the phone's camera takes the photo without the ghost.

const QUALITY = 0.92;
const room = document.getElementById("finder");
const video = room?.querySelector("video");
const ghost = room?.querySelector(".ghost");
let ended = null;

export const canLook = () => Boolean(room && globalThis.isSecureContext && navigator.mediaDevices?.getUserMedia);

// Answers the photo, null when the person goes back, or undefined where there is no camera to look through.
export async function lookThrough(before) {
  const stream = await opened();
  if (!stream) return undefined;
  ghost.src = before;
  video.srcObject = stream;
  room.hidden = false;
  document.body.classList.add("looking");
  try {
    await video.play();
    return await new Promise((done) => (ended = done));
  } finally {
    ended = null;
    room.hidden = true;
    document.body.classList.remove("looking");
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

async function opened() {
  try {
    const wanted = { facingMode: { ideal: "environment" }, width: { ideal: 2048 }, height: { ideal: 1536 } };
    return await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
  } catch {
    return null;
  }
}

function shot() {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  canvas.getContext("2d").drawImage(video, 0, 0);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}

room?.querySelector(".shutter").addEventListener("click", async () => ended?.(await shot()));
room?.querySelector(".cancel").addEventListener("click", () => ended?.(null));
room?.querySelector(".strength").addEventListener("input", (event) => (ghost.style.opacity = event.target.value / 100));
