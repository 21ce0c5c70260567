// A picture from the camera, upright, at most 2048 px long, as JPEG. Nothing but the picture is left in it. On a slow
// line it is made smaller: a worker is not to wait half a minute for grain that nobody looks at.

const STEPS = [[2048, 0.86], [2048, 0.7], [1600, 0.7], [1280, 0.62]];
const AIM_BYTES = 900_000;
const AIM_SLOW_BYTES = 250_000;
const MOST_BYTES = 12_000_000;

export class NoPicture extends Error {}

// Answers { bytes, url }; a picture that this browser cannot read goes as it is, for the hub to read.
export async function shrunk(file) {
  if (!file.size || (file.type && !file.type.startsWith("image/"))) throw new NoPicture();
  const picture = await decoded(file);
  const jpeg = picture && (await small(picture));
  if (!jpeg && file.size > MOST_BYTES) throw new NoPicture();
  const kept = jpeg || file;
  return { bytes: await kept.arrayBuffer(), url: URL.createObjectURL(kept) };
}

async function decoded(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return await decodedByElement(file);
  }
}

async function decodedByElement(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}

async function small(picture) {
  const line = navigator.connection;
  const aim = line && (line.saveData || line.effectiveType !== "4g") ? AIM_SLOW_BYTES : AIM_BYTES;
  let found = null;
  for (const [longest, quality] of STEPS) {
    found = await drawn(picture, longest, quality);
    if (!found || found.size <= aim) break;
  }
  return found;
}

function drawn(picture, longest, quality) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
}
