// On a slow line a page can be read before its scripts and letters have come, and the map comes when it is asked for, not before.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { desk, launch, outside, phone } from "./chromium.mjs";
import { languages, serve, templates } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

/** A page on whose line everything that `late` names waits until `arrive()`. */
async function slowPage(late, viewport) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  const [asked, waiting, complaints] = [[], [], []];
  let arrived = false;
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route(late, async (route) => {
    if (!arrived) await new Promise((arrive) => waiting.push(arrive));
    await route.continue();
  });
  const arrive = () => {
    arrived = true;
    for (const one of waiting.splice(0)) one();
  };
  return { page, asked, waiting, complaints, arrive, close: () => context.close() };
}

/** What Chromium says of the line; headless it would call every line fast. */
const line = (effectiveType) => `Object.defineProperty(navigator, "connection", { value: { saveData: false, effectiveType: "${effectiveType}" } })`;

describe("before scripts and letters have arrived", () => {
  // the templates are the same in all languages, and the longest words are Kyrgyz
  for (const { template, path } of templates("ky")) {
    test(`${path} is drawn and says what it has to say`, async () => {
      const slow = await slowPage(/\.(js|woff2)(\?|$)/, phone);
      try {
        await slow.page.goto(server.address(path), { waitUntil: "commit" });
        await slow.page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
        await slow.page.locator(".foot").waitFor({ state: "visible" });
        assert.ok(slow.waiting.length > 0, "something is still on its way");
        assert.match(await slow.page.locator("main").innerText(), /\d/, "numbers in the text");
        if (["home", "aimak", "indicator", "map"].includes(template)) {
          assert.ok(await slow.page.locator("main svg.map-svg").first().isVisible(), "a drawn map");
        }
        slow.arrive();
        await slow.page.waitForLoadState("load");
        assert.deepEqual(slow.complaints, []);
        assert.deepEqual(outside(slow.asked, server.origin), []);
      } finally {
        await slow.close();
      }
    });
  }
});

describe("the map on a slow line", () => {
  for (const language of languages) {
    test(`${language}: waits for its button, says that it is loading, and comes`, async () => {
      const slow = await slowPage(/\/(explorer|map)\.js(\?|$)/, desk);
      const { page } = slow;
      const opening = page.locator(".explorer-opening");
      try {
        await page.addInitScript(line("3g"));
        await page.goto(server.address(`${language}/map.html`), { waitUntil: "load" });
        const button = page.locator(".open-explorer");
        await button.waitFor({ state: "visible" });
        assert.deepEqual(slow.asked.filter((url) => /\/(explorer|map)\.js|pmtiles/.test(url)), [], "nobody has asked for the map");
        assert.match(await button.innerText(), /\d/, "what it will cost");
        await button.click();
        await opening.waitFor({ state: "visible" });
        assert.notEqual((await opening.innerText()).trim(), "");
        assert.ok(await page.locator(".explorer-figure svg.map-svg").first().isVisible(), "the drawing stays meanwhile");
        assert.ok((await page.locator(".explorer-areas tr[data-code]").count()) > 5, "and so does the table");
        slow.arrive();
        await page.waitForFunction(() => document.querySelector("#explorer")?.dataset.mapState === "ready", null, { timeout: 60_000 });
        assert.equal(await opening.isVisible(), false);
        assert.deepEqual(slow.complaints, []);
      } finally {
        await slow.close();
      }
    });

    test(`${language}: on a fast line and a large window it comes by itself`, async () => {
      const slow = await slowPage(/\/(explorer|map)\.js(\?|$)/, desk);
      try {
        await slow.page.addInitScript(line("4g"));
        await slow.page.goto(server.address(`${language}/map.html`), { waitUntil: "commit" });
        await slow.page.locator(".explorer-opening").waitFor({ state: "visible" });
        slow.arrive();
        await slow.page.waitForFunction(() => document.querySelector("#explorer")?.dataset.mapState === "ready", null, { timeout: 60_000 });
      } finally {
        await slow.close();
      }
    });
  }
});
