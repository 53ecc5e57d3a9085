// Maps by cell: codes of tiles become colours by a table, and the code under a place becomes words by the same table.
//
// A table and not MapLibre's color-relief: a ramp is laid between stops and packed in eight bits once more; a table has one
// colour for each of the 256 codes, so what is drawn, what the legend says and what is read under the cursor cannot differ.
import { maplibre } from "../maplibre";
import type { Archives } from "./archives";
import { decode, type Pixels } from "./png";

const PROTOCOL = "aimak-cells";
/** Decoded tiles kept: a screen needs about twenty. */
const KEPT = 60;
export const TILE_SIZE = 256;

/** What is painted: a map, and red, green, blue, alpha for each code. */
export interface Painting {
  readonly map: string;
  readonly table: Uint8ClampedArray;
}

/** The colours of a map's codes; classes that are not `shown` stay empty. */
export function table(classes: readonly number[], fills: readonly string[], shown: (place: number) => boolean): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(256 * 4);
  classes.forEach((place, code) => {
    const fill = fills[place];
    if (fill === undefined || !shown(place)) return;
    const rgb = Number.parseInt(fill.slice(1), 16);
    colours.set([rgb >> 16, (rgb >> 8) & 255, rgb & 255, 255], code * 4);
  });
  return colours;
}

/** Where a place lies in the tiles of a zoom: tile and pixel. */
export function placeInTiles(lng: number, lat: number, zoom: number): { x: number; y: number; col: number; row: number } {
  const tiles = 2 ** zoom;
  const x = ((lng + 180) / 360) * tiles;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * tiles;
  const pixel = (share: number): number => Math.floor((share - Math.floor(share)) * TILE_SIZE);
  return { x: Math.floor(x), y: Math.floor(y), col: pixel(x), row: pixel(y) };
}

export class CellTiles {
  private readonly decoded = new Map<string, Promise<Pixels | null>>();
  private readonly paintings = new Map<string, Painting>();
  private failed = false;

  constructor(
    private readonly archives: Archives,
    private readonly onFailure: () => void,
  ) {}

  /** Gives a painting an address; its key names whose it is, so that the next one takes its place. */
  address(key: string, painting: Painting): string {
    for (const known of this.paintings.keys()) if (known.startsWith(`${key}.`)) this.paintings.delete(known);
    const id = `${key}.${this.count++}`;
    this.paintings.set(id, painting);
    return `${PROTOCOL}://${id}/{z}/{x}/{y}`;
  }
  private count = 0;

  serve(): void {
    maplibre().addProtocol(PROTOCOL, async ({ url }) => {
      const [, id = "", z, x, y] = /^[^:]+:\/\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
      const painting = this.paintings.get(id);
      const image = new ImageData(TILE_SIZE, TILE_SIZE);
      if (painting !== undefined) await this.paint(painting, Number(z), Number(x), Number(y), image);
      return { data: await createImageBitmap(image) };
    });
  }

  /** The code at a place, as it is drawn at that zoom of the map; 0 where there is none. */
  async codeAt(map: string, lng: number, lat: number, mapZoom: number): Promise<number> {
    const found = this.archives.ofMap(map);
    if (found === null) return 0;
    // MapLibre draws 256-pixel tiles of the nearest whole zoom, never finer than there are.
    const zoom = Math.min(found.archive.maxzoom, Math.max(found.archive.minzoom, Math.round(mapZoom + 1)));
    const { x, y, col, row } = placeInTiles(lng, lat, zoom);
    const pixels = await this.pixels(found.name, zoom, x, y).catch(() => null);
    return pixels === null ? 0 : codeOf(pixels, row * pixels.width + col, found.channel);
  }

  private async paint({ map, table }: Painting, z: number, x: number, y: number, image: ImageData): Promise<void> {
    const found = this.archives.ofMap(map);
    // What cannot be read is drawn empty and said in words (onFailure); an error would have MapLibre ask without end.
    const pixels = found === null ? null : await this.pixels(found.name, z, x, y).catch(() => null);
    if (found === null || pixels === null) return;
    // A pixel at a time, red to alpha, as one number of 32 bits.
    const colours = new Uint32Array(table.buffer);
    const target = new Uint32Array(image.data.buffer);
    for (let at = 0; at < target.length; at += 1) target[at] = colours[codeOf(pixels, at, found.channel)] ?? 0;
  }

  private pixels(name: string, z: number, x: number, y: number): Promise<Pixels | null> {
    const key = `${name}/${z}/${x}/${y}`;
    const known = this.decoded.get(key);
    if (known !== undefined) return known;
    const pixels = this.archives.tile(name, z, x, y).then((bytes) => (bytes === null ? null : decode(bytes)));
    this.decoded.set(key, pixels);
    pixels.catch(() => {
      this.decoded.delete(key);
      if (!this.failed) this.onFailure();
      this.failed = true;
    });
    // The oldest goes: a Map keeps the order in which it was filled.
    for (const oldest of this.decoded.keys()) {
      if (this.decoded.size <= KEPT) break;
      this.decoded.delete(oldest);
    }
    return pixels;
  }
}

function codeOf({ data, channels }: Pixels, at: number, channel: number): number {
  return data[at * channels + (channels === 1 ? 0 : channel)] ?? 0;
}
