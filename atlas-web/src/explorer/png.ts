// The numbers of a PNG, exactly: a canvas would give them back through colour management, and through the noise that some
// browsers add against fingerprinting; a code that is one off is another value.
import { unzlibSync } from "fflate";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Numbers per pixel: 1 grey, 3 red, green, blue, 4 with alpha. */
  readonly channels: number;
  readonly data: Uint8Array;
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** Undoes the filter of each row (PNG specification, third edition, section 9). */
function unfilter(raw: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const row = width * channels;
  if (raw.length < (row + 1) * height) throw new Error("a PNG ends too early");
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const a = x < channels ? 0 : (data[at - channels] ?? 0);
      const b = y === 0 ? 0 : (data[at - row] ?? 0);
      const c = x < channels || y === 0 ? 0 : (data[at - row - channels] ?? 0);
      const predicted = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter ?? 0] ?? 0;
      data[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return data;
}

export function decode(buffer: ArrayBuffer): Pixels {
  const view = new DataView(buffer);
  if (view.getUint32(0) !== 0x89504e47) throw new Error("no PNG");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, colour, interlace] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)];
  const channels = channelsOf[colour];
  if (depth !== 8 || channels === undefined || interlace !== 0) throw new Error("a PNG of another kind");
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= buffer.byteLength; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49444154) parts.push(new Uint8Array(buffer, at + 8, length));
    at += 12 + length;
  }
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    packed.set(part, filled);
    filled += part.length;
  }
  return { width, height, channels, data: unfilter(unzlibSync(packed), width, height, channels) };
}
