// The map page by cell: every cell has the colour and the words of its class, and looks the same from every kind of host.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { desk, outside, useChromium } from "./chromium.mjs";
import { EROSION, archives, complaints, dataOf, legendOf, mapPath, openExplorer, samples, settled } from "./explorer.mjs";
import { fileAddress, read, site, useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

const hasPacks = Object.keys(archives).every((name) => existsSync(join(site, `packs/${name}.js`)));

/** A host that gives whole files only, or parts of the gzipped file as some did. */
async function oddHost(kind) {
  const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml", woff2: "font/woff2" };
  const seen = [];
  const host = createServer((request, response) => {
    const file = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    const bytes = readFileSync(file);
    const type = { "content-type": types[file.split(".").at(-1)] ?? "application/octet-stream" };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (file.endsWith(".pmtiles")) seen.push(request.headers.range ?? "whole");
    if (range !== null && kind === "gzip") {
      const packed = gzipSync(bytes);
      const [start, end] = [Number(range[1]), Math.min(Number(range[2]), packed.length - 1)];
      response.writeHead(206, { ...type, "content-encoding": "gzip", "content-range": `bytes ${start}-${end}/${packed.length}` });
      return void response.end(packed.subarray(start, end + 1));
    }
    response.writeHead(200, { ...type, "content-length": bytes.length });
    response.end(bytes);
  });
  await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${host.address().port}`, seen, close: () => new Promise((done) => { host.closeAllConnections(); host.close(done); }) };
}

/** A digest of what the map has drawn. */
async function picture(page) {
  const drawn = await page.evaluate(async () => {
    const { map } = window.AIMAK_EXPLORER.panes[0];
    return new Promise((resolve) => {
      map.once("render", () => resolve(map.getCanvas().toDataURL()));
      map.triggerRepaint();
    });
  });
  return createHash("sha256").update(drawn).digest("hex");
}

describe("cells", { skip: archives[EROSION] !== undefined ? false : "the site has no tiles" }, () => {
  const hash = `#i=${EROSION}&s=cells-change-before-after`;

  for (const palette of ["", "&p=2"]) {
    test(`the colour of a cell is that of its class in the legend${palette}`, async () => {
      const { page, log, close } = await openExplorer(chromium, server.address(mapPath("en", `${hash}${palette}&at=72.9300,42.5600,11.60`)));
      try {
        const legend = await legendOf(page);
        const found = await page.evaluate(samples, 0);
        // MapLibre moves a resting raster by up to half a pixel onto the screen's grid: so not beside the edge of a cell
        const even = found.filter(({ colours }) => colours.length === 1);
        const told = even.filter(({ cell }) => cell !== null);
        assert.ok(told.length > 50, `${told.length} places with a value`);
        assert.ok(new Set(told.map(({ cell }) => cell.place)).size > 2, "of several classes");
        assert.deepEqual(told.filter(({ cell, colour }) => legend[`c${cell.place}`] !== colour), []);
        assert.deepEqual(even.filter(({ cell, colour }) => cell === null && colour !== ""), [], "no value, no colour");
        assert.deepEqual(complaints(log), []);
      } finally {
        await close();
      }
    });
  }

  test("what is read under the pointer is the code of the release's picture in its words", async () => {
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ru", hash)));
    try {
      const data = dataOf(EROSION, "ru");
      const { cells } = data.scenes.find(({ id }) => id === "cells-change-before-after");
      const release = JSON.parse(read("downloads/release.json"));
      const layer = release.maps.find(({ indicator, quantity }) => indicator === EROSION && quantity.change !== undefined);
      const found = await page.evaluate(samples, 0);
      const spot = found.find(({ cell, colours }) => cell !== null && colours.length === 1);
      const box = await page.locator(".pane.left canvas").boundingBox();
      await page.mouse.move(box.x + spot.x, box.y + spot.y);
      await page.waitForFunction(() => document.querySelector(".explorer-readout").textContent.trim() !== "");
      const { words } = await page.evaluate(([x, y]) => {
        const [pane] = window.AIMAK_EXPLORER.panes;
        return pane.cellAt(pane.map.unproject([x, y]));
      }, [spot.x, spot.y]);
      assert.ok((await page.locator(".explorer-readout").innerText()).includes(words));
      const code = cells.values.indexOf(words);
      assert.equal(cells.classes[code], spot.cell.place, words);
      // the number in the words is low + step (code - 1) of the release, to the printed digit
      const value = layer.scale.low + layer.scale.step * (code - 1);
      const printed = Number(/[-−+]?[\d\u00a0]+(?:,\d+)?/.exec(words)[0].replace("−", "-").replace(/\u00a0/g, "").replace(",", "."));
      assert.ok(Math.abs(printed - value) <= 0.0051, `${words} is told of ${value}`);
    } finally {
      await close();
    }
  });

  test("a row of the legend shows its cells alone", async () => {
    const { page, close } = await openExplorer(chromium, server.address(mapPath("en", hash)));
    try {
      const common = (await page.evaluate(samples, 0)).find(({ cell }) => cell !== null).cell.place;
      await page.locator(`.legend-row[data-row="c${common}"]`).click();
      await page.waitForFunction(() => window.AIMAK_EXPLORER.state.rows.length === 1);
      await settled(page);
      const found = (await page.evaluate(samples, 0)).filter(({ colours }) => colours.length === 1);
      assert.ok(found.some(({ cell, colour }) => cell?.place === common && colour !== ""));
      assert.deepEqual(found.filter(({ cell, colour }) => cell !== null && cell.place !== common && colour !== ""), []);
    } finally {
      await close();
    }
  });

  test("the same picture over http, without Range, from a host that gzips Range, and from a stick", async (t) => {
    const seen = {};
    const see = async (name, origin, viewport = desk) => {
      const { page, log, close } = await openExplorer(chromium, `${origin}/${mapPath("ky", hash)}`, { viewport });
      seen[name] = await picture(page);
      assert.deepEqual(outside(log.requests, origin.startsWith("file:") ? "file:" : origin), []);
      await close();
    };
    await see("http", server.origin);
    for (const kind of ["whole", "gzip"]) {
      const host = await oddHost(kind);
      try {
        await see(kind, host.origin);
        assert.ok(host.seen.length > 0);
      } finally {
        await host.close();
      }
    }
    if (hasPacks) await see("file", fileAddress("").replace(/\/$/, ""));
    else t.diagnostic("the site is no stick: no packs to read from file://");
    assert.deepEqual(new Set(Object.values(seen)).size, 1, JSON.stringify(seen));
  });
});
