// A village link carries the page: bytes after gzip, counted from the requests a browser really makes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { openMap, phone, useChromium } from "./chromium.mjs";
import { everyTemplate, site, useServer } from "./site.mjs";

const KILOBYTE = 1024;
const PAGE_LIMIT = 120 * KILOBYTE;
const MAP_LIMIT = 750 * KILOBYTE;

const chromium = useChromium();
const server = useServer();

function weight(requests) {
  const paths = [...new Set(requests)].filter((url) => url.startsWith(server.origin)).map((url) => new URL(url).pathname);
  const parts = paths.map((path) => {
    const bytes = readFileSync(join(site, decodeURIComponent(path)));
    // Fonts and pictures are compressed already.
    return { path, size: /\.(woff2|png|webp|jpg)$/.test(path) ? bytes.length : gzipSync(bytes, { level: 9 }).length };
  });
  const list = parts.map(({ path, size }) => `${path} ${size}`).join("\n");
  return { total: parts.reduce((sum, { size }) => sum + size, 0), list };
}

describe("weight", () => {
  // The map page opens its map by itself on a line like this one; explorer.test.mjs weighs it, answer by answer.
  for (const { path, template, language } of everyTemplate.filter((page) => page.template !== "map")) {
    test(`${path} within ${PAGE_LIMIT / KILOBYTE} KB`, async (t) => {
      const { page, log, close } = await chromium.open(server.address(path), { viewport: phone });
      try {
        await page.evaluate(() => document.fonts.ready);
        const { total, list } = weight(log.requests);
        t.diagnostic(`${template} ${language}: ${(total / KILOBYTE).toFixed(1)} KB in ${new Set(log.requests).size} requests`);
        assert.ok(total <= PAGE_LIMIT, `${total} bytes:\n${list}`);
      } finally {
        await close();
      }
    });
  }

  test(`the first view of the interactive map within ${MAP_LIMIT / KILOBYTE} KB, page included`, async (t) => {
    const { page, log, close } = await chromium.open(server.address("ky/index.html"), { viewport: phone });
    try {
      await openMap(page);
      const { total, list } = weight(log.requests);
      t.diagnostic(`map ky: ${(total / KILOBYTE).toFixed(1)} KB`);
      assert.ok(total <= MAP_LIMIT, `${total} bytes:\n${list}`);
    } finally {
      await close();
    }
  });
});
