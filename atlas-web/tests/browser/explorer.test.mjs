// The map page opens from a link, in every language, on every kind of screen and line, and gives way to its drawing.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { graveFindings } from "./axe.mjs";
import { onLine, outside, phone, shoot, useChromium } from "./chromium.mjs";
import { EROSION, complaints, dataOf, explorerState, mapPath, openExplorer, settled } from "./explorer.mjs";
import { languages, useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

describe("a link", () => {
  test("shows the same to whoever opens it, in every language", async () => {
    const hash = `#i=${EROSION}&s=state-after&m=swipe&o=state-before&w=30&p=2&a=DEMO-04&at=72.9000,42.5500,9.50`;
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ky", hash)));
    try {
      const shown = () => page.evaluate(() => {
        const { state, panes } = window.AIMAK_EXPLORER;
        const { lng, lat } = panes[0].map.getCenter();
        return { ...state, lng: lng.toFixed(4), lat: lat.toFixed(4), zoom: panes[0].map.getZoom().toFixed(2) };
      });
      const first = await shown();
      assert.deepEqual([first.scene, first.other, first.mode, first.swipe, first.palette, first.area], ["state-after", "state-before", "swipe", 30, "alternative", "DEMO-04"]);
      assert.deepEqual([first.lng, first.lat, first.zoom], ["72.9000", "42.5500", "9.50"]);
      assert.equal(new URL(page.url()).hash, hash);
      await page.locator('a[hreflang="ru"]').first().click();
      await page.waitForURL((url) => url.pathname.endsWith("/ru/map.html"));
      assert.equal(await explorerState(page), "ready");
      assert.deepEqual(await shown(), first);
    } finally {
      await close();
    }
  });

  test("one that asks for what this edition lacks opens what stands for the indicator; an old #map opens the map", async () => {
    for (const hash of ["#map", "#i=gone&s=never&a=NOBODY&p=2", `#i=${EROSION}&s=%3Cscript%3E&m=swipe&w=x&at=1,2`]) {
      const { page, log, close } = await chromium.open(server.address(mapPath("en", hash)));
      try {
        assert.equal(await explorerState(page), "ready", hash);
        assert.deepEqual(log.complaints.filter((line) => line.startsWith("error:") && !line.includes("404")), []);
      } finally {
        await close();
      }
    }
  });

  test("from an indicator's page leads to that indicator", async () => {
    const { page, close } = await chromium.open(server.address(`en/indicator/${EROSION}.html`));
    try {
      await page.locator("a.to-explorer").first().click();
      assert.equal(await explorerState(page), "ready");
      assert.equal(await page.evaluate(() => window.AIMAK_EXPLORER.state.indicator), EROSION);
    } finally {
      await close();
    }
  });
});

describe("languages and screens", () => {
  for (const language of languages) {
    test(`${language}: names on the map are those of the language, nothing runs over the edge of a phone`, async () => {
      const { page, log, close } = await openExplorer(chromium, server.address(mapPath(language, `#i=${EROSION}`)), { viewport: phone });
      try {
        const data = dataOf(EROSION, language);
        const names = await page.evaluate(() => {
          const { map } = window.AIMAK_EXPLORER.panes[0];
          return [...new Set(map.queryRenderedFeatures({ layers: ["names"] }).map(({ properties }) => properties.name))];
        });
        assert.ok(names.length > 3, "some names have room");
        assert.deepEqual(names.filter((name) => !data.areas.some((about) => about.name === name)), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.width);
        assert.ok((await page.locator(".explorer-said").textContent()).startsWith(data.scenes.find(({ id }) => id === data.initial).title));
        assert.deepEqual(complaints(log), []);
        assert.deepEqual(outside(log.requests, server.origin), []);
        await shoot(page, `explorer-${language}-phone`);
      } finally {
        await close();
      }
    });
  }

  for (const [hash, colorScheme] of [["&m=swipe", "light"], ["&m=side&f=c1", "dark"]]) {
    test(`axe-core finds nothing serious on the open map (${hash}, ${colorScheme})`, async () => {
      const { page, close } = await openExplorer(chromium, server.address(mapPath("ru", `#i=${EROSION}${hash}`)), { colorScheme });
      try {
        assert.deepEqual(await graveFindings(page), []);
        await shoot(page, `explorer-ru-${colorScheme}`, { fullPage: false });
      } finally {
        await close();
      }
    });
  }

  test("the cross reads the middle of the map for those who use keys and for those who hear the page", async () => {
    const { page, close } = await openExplorer(chromium, server.address(mapPath("en", `#i=${EROSION}`)));
    try {
      await page.locator(".explorer-play, .explorer-swipe input, .zoom-all").last().focus();
      await page.locator(".pane.left canvas").focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => document.querySelector(".explorer-canvas").classList.contains("crossed"));
      await settled(page);
      const centre = await page.evaluate(() => {
        const { map } = window.AIMAK_EXPLORER.panes[0];
        return map.queryRenderedFeatures(map.project(map.getCenter()), { layers: ["fill"] })[0]?.properties.code;
      });
      const data = dataOf(EROSION, "en");
      const name = data.areas.find(({ code }) => code === centre)?.name;
      await page.waitForFunction((name) => document.querySelector(".explorer-said").textContent.startsWith(name ?? ""), name);
    } finally {
      await close();
    }
  });
});

describe("without", () => {
  const plain = useChromium("none");

  test("WebGL the drawn map stays, and the ways to the others", async () => {
    for (const language of languages) {
      const { page, close } = await plain.open(server.address(mapPath(language)), { viewport: phone });
      try {
        await page.locator(".open-explorer").click({ timeout: 1_000 }).catch(() => undefined);
        assert.equal(await explorerState(page), "failed");
        assert.equal(await page.locator(".map-svg").first().isVisible(), true);
        assert.equal(await page.locator(".map-failed").isVisible(), true);
        assert.equal(await page.locator(".explorer-canvas").count(), 0);
        assert.equal(await page.locator(".explorer-controls").isVisible(), false, "no controls that control nothing");
        assert.ok((await page.locator(".explorer-drawn a").count()) > 5);
        await shoot(page, `explorer-no-webgl-${language}`, { fullPage: false });
      } finally {
        await close();
      }
    }
  });

  test("a script the page has map, legend, numbers and links", async () => {
    const { page, close } = await chromium.open(server.address(mapPath("ky")), { javaScriptEnabled: false });
    try {
      assert.equal(await page.locator(".map-svg").first().isVisible(), true);
      assert.ok((await page.locator(".explorer-areas tr[data-code]").count()) > 5);
      assert.equal(await page.locator(".open-explorer").isVisible(), false);
      assert.equal(await page.locator(".explorer-controls").isVisible(), false);
    } finally {
      await close();
    }
  });

  test("a fast line nothing is loaded before it is asked for", async () => {
    const { page, log, close } = await chromium.open(server.address(mapPath("en")), { prepare: onLine({ saveData: true, effectiveType: "4g" }) });
    try {
      await page.waitForTimeout(500);
      assert.deepEqual(log.requests.filter((url) => /map\.js|explorer\.js|pmtiles/.test(url)), []);
      await page.locator(".open-explorer").click();
      assert.equal(await explorerState(page), "ready");
    } finally {
      await close();
    }
  });

  test("more than 750 KB the first view is complete", async (t) => {
    const sizes = new Map();
    const weigh = async (response) => {
      if (!response.url().startsWith(server.origin)) return;
      const bytes = await response.body().catch(() => Buffer.alloc(0));
      const packed = /\.(woff2|png|pmtiles)(\?|$)/.test(response.url()) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
      sizes.set(`${response.url()} ${response.headers()["content-range"] ?? ""}`, packed);
    };
    const prepare = (page) => page.on("response", weigh);
    const { page, close } = await chromium.open(server.address(mapPath("ky", `#i=${EROSION}`)), { viewport: phone, prepare });
    try {
      assert.equal(await explorerState(page), "ready");
      await settled(page);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      t.diagnostic(`map page ky: ${(total / 1024).toFixed(1)} KB in ${sizes.size} answers`);
      assert.ok(total <= 750 * 1024, [...sizes].map(([url, size]) => `${url} ${size}`).join("\n"));
    } finally {
      await close();
    }
  });
});
