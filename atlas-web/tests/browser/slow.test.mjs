// On a slow line a page can be read before its scripts and letters have come, and the map comes when it is asked for, not before.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { onLine, outside, phone, useChromium } from "./chromium.mjs";
import { explorerState } from "./explorer.mjs";
import { languages, templates, useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

/** A page on whose line everything that `late` names waits until `arrive()`. */
async function openSlow(address, late, { prepare = () => undefined, ...options }) {
  const waiting = [];
  let arrived = false;
  const hold = async (route) => {
    if (!arrived) await new Promise((arrive) => waiting.push(arrive));
    await route.continue();
  };
  const arrive = () => {
    arrived = true;
    for (const one of waiting.splice(0)) one();
  };
  const opened = await chromium.open(address, {
    ...options,
    prepare: async (page) => {
      await page.route(late, hold);
      await prepare(page);
    },
  });
  return { ...opened, waiting, arrive };
}

const MAP = /\/(explorer|map)\.js(\?|$)/;

describe("before scripts and letters have arrived", () => {
  // the templates are the same in all languages, and the longest words are Kyrgyz
  for (const { template, path } of templates("ky")) {
    test(`${path} is drawn and says what it has to say`, async () => {
      const late = /\.(js|woff2)(\?|$)/;
      const { page, log, waiting, arrive, close } = await openSlow(server.address(path), late, { viewport: phone, waitUntil: "commit" });
      try {
        await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
        await page.locator(".foot").waitFor({ state: "visible" });
        assert.ok(waiting.length > 0, "something is still on its way");
        assert.match(await page.locator("main").innerText(), /\d/, "numbers in the text");
        if (["home", "aimak", "indicator", "map"].includes(template)) {
          assert.ok(await page.locator("main svg.map-svg").first().isVisible(), "a drawn map");
        }
        arrive();
        await page.waitForLoadState("load");
        assert.deepEqual(log.errors, []);
        assert.deepEqual(outside(log.requests, server.origin), []);
      } finally {
        await close();
      }
    });
  }
});

describe("the map on a slow line", () => {
  for (const language of languages) {
    const address = () => server.address(`${language}/map.html`);

    test(`${language}: waits for its button, says that it is loading, and comes`, async () => {
      const { page, log, arrive, close } = await openSlow(address(), MAP, { prepare: onLine({ saveData: false, effectiveType: "3g" }) });
      const opening = page.locator(".explorer-opening");
      try {
        const button = page.locator(".open-explorer");
        await button.waitFor({ state: "visible" });
        assert.deepEqual(log.requests.filter((url) => /\/(explorer|map)\.js|pmtiles/.test(url)), [], "nobody has asked for the map");
        assert.match(await button.innerText(), /\d/, "what it will cost");
        await button.click();
        await opening.waitFor({ state: "visible" });
        assert.notEqual((await opening.innerText()).trim(), "");
        assert.ok(await page.locator(".explorer-figure svg.map-svg").first().isVisible(), "the drawing stays meanwhile");
        assert.ok((await page.locator(".explorer-areas tr[data-code]").count()) > 5, "and so does the table");
        arrive();
        assert.equal(await explorerState(page), "ready");
        assert.equal(await opening.isVisible(), false);
        assert.deepEqual(log.errors, []);
      } finally {
        await close();
      }
    });

    test(`${language}: on a fast line and a large window it comes by itself`, async () => {
      const line = { saveData: false, effectiveType: "4g" };
      const { page, arrive, close } = await openSlow(address(), MAP, { prepare: onLine(line), waitUntil: "commit" });
      try {
        await page.locator(".explorer-opening").waitFor({ state: "visible" });
        arrive();
        assert.equal(await explorerState(page), "ready");
      } finally {
        await close();
      }
    });
  }
});
