// Pictures of pages as pixels, and pixels as small pictures: enough of PNG for what Chromium writes.
import { deflateSync, inflateSync } from "node:zlib";

/** @returns {{ width: number, height: number, pixels: Uint8Array }} three bytes a pixel */
export function decode(png) {
  const { width, height, channels, numbers, palette } = unpack(png);
  if (channels === 1 && palette === null) throw new Error("a PNG of greys is not read here");
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i += 1) {
    const from = palette === null ? numbers : palette;
    const start = palette === null ? i * channels : numbers[i] * 3;
    for (let c = 0; c < 3; c += 1) pixels[i * 3 + c] = from[start + c];
  }
  return { width, height, pixels };
}

/** The numbers of a PNG as they are written, `channels` a pixel, its palette if it has one, and the names of its chunks. */
export function unpack(png) {
  let header = null;
  let palette = null;
  const [data, names] = [[], []];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const name = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    names.push(name);
    if (name === "IHDR") header = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), depth: body[8], colour: body[9], interlaced: body[12] };
    if (name === "PLTE") palette = body;
    if (name === "IDAT") data.push(body);
  }
  const { width, height, depth, colour, interlaced } = header;
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[colour];
  if (depth !== 8 || interlaced !== 0 || channels === undefined) throw new Error(`PNG of depth ${depth}, colour type ${colour} is not read here`);
  const numbers = unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  return { width, height, channels, numbers, palette, names };
}

/** The five filters of PNG undone. */
function unfiltered(raw, stride, height, step) {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? rows[y * stride + x - step] : 0;
      const up = y > 0 ? rows[(y - 1) * stride + x] : 0;
      const corner = x >= step && y > 0 ? rows[(y - 1) * stride + x - step] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return rows;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** A picture of its 256 most frequent colours, each channel in steps of eight, so that a page of text stays small. */
export function encodeSmall({ width, height, pixels }) {
  const key = (i) => ((pixels[i] >> 3) << 10) | ((pixels[i + 1] >> 3) << 5) | (pixels[i + 2] >> 3);
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 3) counts.set(key(i), (counts.get(key(i)) ?? 0) + 1);
  const kept = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, 256).map(([colour]) => colour);
  const channels = (colour) => [(colour >> 10) & 31, (colour >> 5) & 31, colour & 31];
  const place = new Map(kept.map((colour, i) => [colour, i]));
  const nearest = (colour) => {
    const far = (other) => channels(other).reduce((sum, value, c) => sum + (value - channels(colour)[c]) ** 2, 0);
    return kept.reduce((best, other, i) => (far(other) < far(kept[best]) ? i : best), 0);
  };
  const palette = Buffer.from(kept.flatMap((colour) => channels(colour).map((value) => Math.round((value * 255) / 31))));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = key((y * width + x) * 3);
      if (!place.has(colour)) place.set(colour, nearest(colour));
      rows[y * (width + 1) + 1 + x] = place.get(colour);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const parts = [chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunk(type, body) {
  const whole = Buffer.alloc(12 + body.length);
  whole.writeUInt32BE(body.length, 0);
  whole.write(type, 4, "latin1");
  whole.set(body, 8);
  whole.writeUInt32BE(crc(whole.subarray(4, 8 + body.length)), 8 + body.length);
  return whole;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * Share of blocks of 4 × 4 pixels that look different: their means differ by more than `tolerance` in a channel. Means, because
 * two builds of a browser draw the rim of a letter differently, and because the kept picture has few colours.
 */
export function difference(a, b, tolerance = 32) {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const [columns, rows] = [Math.floor(a.width / 4), Math.floor(a.height / 4)];
  let differing = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [one, other] = [mean(a, column * 4, row * 4), mean(b, column * 4, row * 4)];
      if (one.some((value, c) => Math.abs(value - other[c]) > tolerance)) differing += 1;
    }
  }
  return differing / (columns * rows);
}

function mean({ width, pixels }, left, top) {
  const sums = [0, 0, 0];
  for (let y = top; y < top + 4; y += 1) {
    for (let x = left; x < left + 4; x += 1) {
      for (let c = 0; c < 3; c += 1) sums[c] += pixels[(y * width + x) * 3 + c];
    }
  }
  return sums.map((sum) => sum / 16);
}
