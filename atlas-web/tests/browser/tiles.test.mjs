// The archives of tiles, read by the libraries of others: PMTiles, and Mapbox' reader of vector tiles.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader as Reader } from "pbf";
import { PMTiles } from "pmtiles";
import { unpack } from "./png.mjs";
import { evaluate, site } from "./site.mjs";

const LARGEST = 8_000_000;
const SIDE = 256;

const { archives, glyphs } = evaluate("data/tiles.js").AIMAK_TILES;
const release = JSON.parse(readFileSync(join(site, "downloads/release.json"), "utf8"));

/** An archive in memory. */
function opened(about) {
  const bytes = readFileSync(join(site, about.file));
  const part = (from, length) => new Uint8Array(bytes.subarray(from, from + length)).buffer;
  return new PMTiles({ getKey: () => about.file, getBytes: async (from, length) => ({ data: part(from, length) }) });
}

/** A PNG that holds numbers, not colours. */
function decoded(file) {
  const picture = unpack(Buffer.from(file));
  assert.equal(picture.palette, null);
  return picture;
}

const column = (longitude, zoom) => ((longitude + 180) / 360) * 2 ** zoom;
const row = (latitude, zoom) => ((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom;

/** Columns and rows of the tiles that meet a frame. */
function over([west, south, east, north], zoom) {
  const found = [];
  for (let y = Math.floor(row(north, zoom)); y <= Math.floor(row(south, zoom)); y++) {
    for (let x = Math.floor(column(west, zoom)); x <= Math.floor(column(east, zoom)); x++) found.push([x, y]);
  }
  return found;
}

test("every archive is what tiles.js says, and small enough to be loaded whole", async () => {
  assert.equal(glyphs, null);
  const there = readdirSync(join(site, "tiles")).sort();
  assert.deepEqual(there, Object.values(archives).map((about) => about.file.replace("tiles/", "")).sort());
  for (const [name, about] of Object.entries(archives)) {
    const bytes = readFileSync(join(site, about.file));
    assert.ok(bytes.length <= LARGEST, `${name}: ${bytes.length}`);
    assert.equal(bytes.length, about.bytes, name);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), about.sha256, name);
    const header = await opened(about).getHeader();
    assert.deepEqual([header.minZoom, header.maxZoom], [about.minzoom, about.maxzoom], name);
    assert.ok(header.clustered, name);
    const frame = [header.minLon, header.minLat, header.maxLon, header.maxLat];
    frame.forEach((side, i) => assert.ok(Math.abs(side - about.bounds[i]) < 1e-6, name));
    assert.ok(existsSync(join(site, "e", release.project.edition.id, about.file)), `${name} in the frozen edition`);
  }
});

test("codes of the tiles are those of the picture in downloads, at pixels of every tile", async () => {
  const codes = Object.entries(archives).filter(([, about]) => about.kind === "codes");
  assert.ok(codes.length > 0);
  for (const [name, about] of codes) {
    const archive = opened(about);
    const layers = about.maps.map(({ map, channel }) => {
      const layer = release.maps.find((known) => known.picture === `${map}.png`);
      const picture = decoded(readFileSync(join(site, "downloads", layer.picture)));
      return { picture, bounds: layer.bounds, channel: ["red", "green", "blue"].indexOf(channel) };
    });
    let seen = 0;
    for (let zoom = about.minzoom; zoom <= about.maxzoom; zoom++) {
      for (const [x, y] of over(about.bounds, zoom)) {
        const answer = await archive.getZxy(zoom, x, y);
        assert.ok(answer, `${name}: ${zoom}/${x}/${y}`);
        const tile = decoded(answer.data);
        assert.deepEqual([tile.width, tile.height, tile.channels], [SIDE, SIDE, 3]);
        assert.ok(["gAMA", "iCCP", "sRGB", "cHRM"].every((chunk) => !tile.names.includes(chunk)));
        for (let pixel = 0; pixel < SIDE * SIDE; pixel += 61) {
          const part = [x + ((pixel % SIDE) + 0.5) / SIDE, y + (Math.floor(pixel / SIDE) + 0.5) / SIDE].map((v) => v / 2 ** zoom);
          const longitude = part[0] * 360 - 180;
          const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * part[1]))) * 180) / Math.PI;
          for (const { picture, bounds: [west, south, east, north], channel } of layers) {
            const [col, line] = [((longitude - west) / (east - west)) * picture.width, ((north - latitude) / (north - south)) * picture.height];
            // a place on the line between two cells may belong to either
            if ([col, line].some((v) => Math.abs(v - Math.round(v)) < 1e-6)) continue;
            const inside = col >= 0 && line >= 0 && col < picture.width && line < picture.height;
            const expected = inside ? picture.numbers[Math.floor(line) * picture.width + Math.floor(col)] : 0;
            assert.equal(tile.numbers[pixel * 3 + channel], expected, `${name}: ${zoom}/${x}/${y} pixel ${pixel}`);
            seen += expected > 0;
          }
        }
      }
    }
    assert.ok(seen > 1000, `${name}: ${seen}`);
  }
});

test("the base map has its layers, with names in three languages and rings that turn the right way", async (t) => {
  const about = archives.base;
  if (about === undefined) return t.skip("the release has no base map");
  const archive = opened(about);
  const metadata = await archive.getMetadata();
  assert.deepEqual(metadata.vector_layers.map((layer) => layer.id), about.layers);
  const found = {};
  let named = 0;
  for (let zoom = about.minzoom; zoom <= about.maxzoom; zoom++) {
    for (const [x, y] of over(about.bounds, zoom)) {
      const answer = await archive.getZxy(zoom, x, y);
      if (answer === undefined) continue;
      const tile = new VectorTile(new Reader(new Uint8Array(answer.data)));
      for (const [kind, layer] of Object.entries(tile.layers)) {
        assert.equal(layer.extent, 4096);
        found[kind] = (found[kind] ?? 0) + layer.length;
        for (let i = 0; i < layer.length; i++) {
          const { properties, type } = layer.feature(i);
          assert.equal(type, { place: 1, river: 2, road: 2, border: 2, lake: 3, glacier: 3 }[kind], kind);
          assert.ok(Number.isInteger(properties.rank) && properties.rank >= 1 && properties.rank <= 9);
          const names = Object.keys(properties).filter((key) => key !== "rank");
          assert.ok(names.length === 0 || names.join() === "name_ky,name_ru,name_en", names.join());
          named += names.length > 0;
          const shape = layer.feature(i).loadGeometry();
          const corners = shape.flat();
          assert.ok(corners.every(({ x, y }) => x >= -64 && y >= -64 && x <= 4160 && y <= 4160), "clipped");
          if (type === 3) assert.ok(area(shape[0]) > 0, "the outer ring runs clockwise on the screen");
        }
      }
    }
  }
  assert.deepEqual(Object.keys(found).sort(), [...about.layers].sort());
  assert.ok(named > 0);
  assert.ok(about.attribution.length > 0);
});

function area(ring) {
  return ring.reduce((sum, { x, y }, i) => sum + x * ring[(i + 1) % ring.length].y - ring[(i + 1) % ring.length].x * y, 0) / 2;
}

test("the relief has heights everywhere, and no steps between tiles", async (t) => {
  const about = archives.relief;
  if (about === undefined) return t.skip("the release has no relief");
  const archive = opened(about);
  const zoom = about.maxzoom;
  const heights = new Map();
  for (const [x, y] of over(about.bounds, zoom).filter(([x]) => x < column(about.bounds[2], zoom))) {
    const answer = await archive.getZxy(zoom, x, y);
    if (answer === undefined) continue;
    const { numbers } = decoded(answer.data);
    const metres = Array.from({ length: SIDE * SIDE }, (_, i) => numbers[3 * i] * 256 + numbers[3 * i + 1] + numbers[3 * i + 2] / 256 - 32768);
    assert.ok(metres.every((height) => height > -500 && height < 9000));
    heights.set(`${x}/${y}`, metres);
  }
  let pairs = 0;
  for (const [place, metres] of heights) {
    const [x, y] = place.split("/").map(Number);
    const east = heights.get(`${x + 1}/${y}`);
    if (east === undefined) continue;
    for (let line = 0; line < SIDE; line++) {
      // a pixel is some 60 m wide: no slope of a DEM is steeper than four to one between tiles only
      const step = Math.abs(metres[line * SIDE + SIDE - 1] - east[line * SIDE]);
      assert.ok(step < 400, `${place}: ${step} m`);
      pairs++;
    }
  }
  assert.ok(pairs > 0);
});
