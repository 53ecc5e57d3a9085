// What is carried by hand, opened by double-click: a stick (AIMAK_STICK names its folder) and single files (AIMAK_SINGLE names theirs).
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, test } from "node:test";
import { desk, mapState, openMap, outside, phone, shoot, useChromium } from "./chromium.mjs";

const { AIMAK_STICK: stick, AIMAK_SINGLE: single } = process.env;

const chromium = useChromium();

/** Sticks out on the right? */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describe("a stick", { skip: stick === undefined }, () => {
  test("opens from its front door to the interactive map, quietly", async () => {
    const { page, log, close } = await chromium.open(pathToFileURL(join(stick, "index.html")).href, { viewport: desk });
    try {
      await page.locator('a[href^="ky/"]').first().click();
      await page.waitForURL(/ky\/index\.html/);
      assert.ok(await page.locator("details.offline").count() === 0, "nothing to keep: it is here");
      await openMap(page);
      assert.equal(await mapState(page), "ready");
      assert.deepEqual(log.complaints, []);
      assert.deepEqual(outside(log.requests, "file:"), []);
    } finally {
      await close();
    }
  });

  test("holds every tile archive as a pack that gives it back", async (t) => {
    const list = join(stick, "data/tiles.js");
    if (!existsSync(list)) return t.skip("an atlas without tiles");
    const window = {};
    new Function("window", readFileSync(list, "utf8"))(window);
    for (const [archive, { bytes }] of Object.entries(window.AIMAK_TILES.archives)) {
      new Function("window", readFileSync(join(stick, `packs/${archive}.js`), "utf8"))(window);
      const whole = Buffer.from(window.AIMAK_PACKS[archive], "base64");
      assert.equal(whole.length, bytes, archive);
      assert.equal(whole.subarray(0, 7).toString(), "PMTiles", archive);
    }
  });
});

describe("single files", { skip: single === undefined }, () => {
  for (const name of single === undefined ? [] : readdirSync(single).filter((name) => name.endsWith(".html")).sort().slice(0, 3)) {
    test(`${name}: opens alone, quiet, in its own font, no wider than a phone`, async () => {
      const { page, log, close } = await chromium.open(pathToFileURL(join(single, name)).href, { viewport: phone });
      try {
        const faces = await page.evaluate(async () => (await document.fonts.load("16px 'Noto Sans'", "Өзгөн")).map((face) => face.status));
        assert.ok(faces.length >= 2 && faces.every((status) => status === "loaded"), `own font: ${faces}`);
        assert.ok((await page.evaluate(overflow)) <= 0, "horizontal scroll");
        await shoot(page, `single-${name}-390`);
        assert.equal(await page.locator("main svg").first().isVisible(), true);
        const link = page.locator('main h3 a[href^="#"]').first();
        await link.click();
        const place = await page.evaluate(() => document.querySelector(location.hash)?.getBoundingClientRect().top);
        assert.ok(place !== undefined && place < phone.height, "the link leads to its place");
        assert.deepEqual(log.complaints, []);
        const asked = log.requests.filter((address) => !address.startsWith("data:")).map((address) => address.split("#")[0]);
        assert.deepEqual([...new Set(asked)], [pathToFileURL(join(single, name)).href], "asks for nothing but itself");
      } finally {
        await close();
      }
    });
  }
});
