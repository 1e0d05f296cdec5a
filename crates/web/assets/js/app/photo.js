// Photographs, made small enough for a slow line: at most so many pixels a side, as JPEG. When and where they were taken is
// read before, because the smaller picture says neither.

// Pixels of a side, how true the picture is, and bytes below which it goes as it is.
const USUAL = { side: 2048, quality: 0.82, small: 400000 };
// Where each byte is paid for: a text on a wall can still be read.
const SPARING = { side: 1280, quality: 0.7, small: 150000 };

// Whether whoever has this telephone asked it to spare data.
export const isSparing = () => navigator.connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;

// What the camera wrote: moment and point, as far as they are there.
export function taken(bytes) {
  const view = new DataView(bytes);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return {};
  let at = 2;
  while (at + 4 < view.byteLength) {
    const mark = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (mark === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return told(view, at + 10);
    if ((mark & 0xff00) !== 0xff00 || mark === 0xffda) return {};
    at += 2 + length;
  }
  return {};
}

// The tags of a TIFF head at `base`.
function told(view, base) {
  try {
    const isLittle = view.getUint16(base) === 0x4949;
    const short = (at) => view.getUint16(base + at, isLittle);
    const long = (at) => view.getUint32(base + at, isLittle);
    const tags = (at) => {
      const found = new Map();
      const count = short(at);
      for (let number = 0; number < Math.min(count, 200); number++) {
        const entry = at + 2 + number * 12;
        found.set(short(entry), { entry: entry + 8, count: long(entry + 4), value: long(entry + 8) });
      }
      return found;
    };
    const text = ({ entry, count, value }) => {
      const from = base + (count > 4 ? value : entry);
      const letters = [];
      for (let place = 0; place < Math.min(count, 40); place++) letters.push(String.fromCharCode(view.getUint8(from + place)));
      return letters.join("").replace(/\0.*$/, "");
    };
    const degrees = ({ value }) =>
      [0, 1, 2].reduce((sum, part) => sum + long(value + part * 8) / (long(value + part * 8 + 4) || 1) / 60 ** part, 0);
    const first = tags(long(4));
    const result = {};
    const inner = first.has(0x8769) ? tags(first.get(0x8769).value) : new Map();
    const moment = inner.get(0x9003) ?? first.get(0x0132);
    const parts = moment && /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d)/.exec(text(moment));
    if (parts) result.moment = `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}:${parts[5]}`;
    const place = first.has(0x8825) ? tags(first.get(0x8825).value) : new Map();
    if (place.has(2) && place.has(4)) {
      const north = degrees(place.get(2)) * (place.has(1) && text(place.get(1)) === "S" ? -1 : 1);
      const east = degrees(place.get(4)) * (place.has(3) && text(place.get(3)) === "W" ? -1 : 1);
      if (Number.isFinite(north) && Number.isFinite(east) && (north || east)) result.point = `${north.toFixed(5)}, ${east.toFixed(5)}`;
    }
    return result;
  } catch {
    return {};
  }
}

// A photograph as it is sent: bytes, type, and what the camera wrote. Breaks off for what is no picture.
export async function shrunk(file) {
  const original = await file.arrayBuffer();
  const { moment, point } = taken(original);
  const { side, quality, small: enough } = isSparing() ? SPARING : USUAL;
  if (file.size <= enough && file.type === "image/jpeg") return { bytes: original, type: file.type, moment, point };
  // Browsers turn it upright by themselves: it is not turned once more.
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext("2d");
  // What is seen through in a PNG is white on paper.
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  if (!small) throw new Error("no picture");
  return { bytes: await small.arrayBuffer(), type: "image/jpeg", moment, point };
}
