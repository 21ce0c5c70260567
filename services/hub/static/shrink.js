// A picture from the camera, upright, at most 2048 px long, as JPEG. Nothing but the picture is left in it.

const LONGEST = 2048;
const QUALITY = 0.86;
const MOST_BYTES = 12_000_000;

export class NoPicture extends Error {}

// Answers { bytes, url }; a picture that this browser cannot read goes as it is, for the hub to read.
export async function shrunk(file) {
  if (!file.size || (file.type && !file.type.startsWith("image/"))) throw new NoPicture();
  const picture = await decoded(file);
  const jpeg = picture && (await drawn(picture));
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

function drawn(picture) {
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
