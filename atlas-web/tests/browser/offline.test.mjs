// Without the internet: kept pages open when the server is gone, look as before, and a new edition takes their place.
import { decode, difference } from "./png.mjs";
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { mapState, openMap, useChromium } from "./chromium.mjs";
import { read, serve, site, templates } from "./site.mjs";

const pages = Object.fromEntries(templates("ky").map(({ template, path }) => [template, path]));
const aimak = pages.aimak.replace(/^ky\/|\.html$/g, "");

const chromium = useChromium();

/** Opens the panel, presses the button for `what` ("" is everything) and waits until it is done. */
async function keep(page, what) {
  const panel = page.locator("details.offline");
  await panel.locator("summary").click();
  const button = panel.locator(`button[data-keep="${what}"]`);
  await page.waitForFunction((element) => !element.disabled, await button.elementHandle());
  const label = await button.textContent();
  await button.click();
  await page.waitForSelector('details.offline[data-state="kept"]', { timeout: 60_000 });
  return label;
}

/** A browser of its own, ruled by the service worker, and the server it knows. */
async function visit(path) {
  const server = await serve();
  const { page, log, close } = await chromium.open(server.address(path));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return { page, server, log, close };
}

describe("the list of what is kept", () => {
  const { AIMAK_OFFLINE: list } = (() => {
    const self = {};
    new Function("self", read("data/offline.js"))(self);
    return self;
  })();

  test("names files as they are, under a megabyte, without the map", () => {
    for (const { path, sha256, bytes } of list.shell) {
      const there = readFileSync(join(site, path));
      assert.equal(there.length, bytes, path);
      assert.equal(createHash("sha256").update(there).digest("hex"), sha256, path);
    }
    const total = list.shell.reduce((sum, { bytes }) => sum + bytes, 0);
    assert.ok(total < 1_000_000, `${total} bytes`);
    assert.ok(list.shell.some(({ path }) => path === "ky/offline.html"));
  });

  test("carries the checksum of everything in site.json", () => {
    const { files } = JSON.parse(read("site.json"));
    const lines = files.filter(({ path }) => path !== "data/offline.js").map(({ path, sha256 }) => `${path} ${sha256}\n`);
    assert.equal(createHash("sha256").update(lines.join("")).digest("hex"), list.digest);
  });
});

describe("kept pages", () => {
  test("all: the server is stopped, a reload gives the same picture, and the map opens", async (t) => {
    const { page, server, log, close } = await visit(pages.indicator);
    try {
      t.diagnostic(await keep(page, ""));
      const picture = async () => {
        await page.goto("about:blank");
        await page.goto(server.address(pages.indicator), { waitUntil: "networkidle" });
        await page.evaluate(() => document.fonts.ready);
        return page.screenshot({ fullPage: true });
      };
      const before = await picture();
      await server.close();
      // edges of letters are not painted alike twice by a busy machine; a lost font or picture would be far more
      const share = difference(decode(await picture()), decode(before));
      assert.ok(share < 0.001, `${(100 * share).toFixed(2)} % of the page looks otherwise without a server`);
      for (const path of [pages.home, pages.soil, pages.passport, pages.methods]) {
        const response = await page.goto(server.address(path));
        assert.equal(response.status(), 200, path);
        const broken = await page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length);
        assert.equal(broken, 0, `${path}: pictures`);
      }
      await page.goto(server.address(pages.home));
      await openMap(page);
      assert.equal(await mapState(page), "ready");
      assert.deepEqual(log.errors, []);
    } finally {
      await close();
    }
  });

  test("one aimak: its pages open, another says in words that it was not kept", async () => {
    const { page, server, close } = await visit(pages.aimak);
    try {
      await keep(page, aimak);
      await server.close();
      for (const path of [pages.aimak, pages.theme, pages.home, pages.indicator]) {
        assert.equal((await page.goto(server.address(path))).status(), 200, path);
        assert.ok(!page.url().includes("offline.html"), path);
      }
      const others = readdirSync(join(site, "ky/aimak")).filter((name) => name.endsWith(".html")).sort();
      await page.goto(server.address(`ky/aimak/${others.at(-1)}`));
      assert.match(page.url(), /ky\/offline\.html$/);
      assert.ok((await page.locator("h1").textContent()).length > 10);
      await page.locator("main a").click();
      await page.waitForURL(/ky\/index\.html$/);
    } finally {
      await close();
    }
  });

  test("are forgotten on request", async () => {
    const { page, server, close } = await visit(pages.aimak);
    try {
      await keep(page, aimak);
      await page.locator(".offline-remove").click();
      await page.waitForSelector("details.offline:not([data-state])");
      await server.close();
      await page.goto(server.address(pages.theme));
      assert.match(page.url(), /offline\.html$/);
    } finally {
      await close();
    }
  });

  test("a tile archive is kept whole and read in parts", async () => {
    const { page, server, close } = await visit(pages.home);
    try {
      await keep(page, "");
      await server.close();
      const archive = JSON.parse(read("site.json")).files.map(({ path }) => path).find((path) => path.endsWith(".pmtiles")) ?? "assets/map.js";
      const got = await page.evaluate(async (address) => {
        const response = await fetch(address, { headers: { range: "bytes=7-26" } });
        const bytes = [...new Uint8Array(await response.arrayBuffer())];
        return { status: response.status, range: response.headers.get("content-range"), bytes };
      }, server.address(archive));
      const whole = readFileSync(join(site, archive));
      assert.deepEqual(got, { status: 206, range: `bytes 7-26/${whole.length}`, bytes: [...whole.subarray(7, 27)] });
    } finally {
      await close();
    }
  });
});

describe("a new edition", () => {
  test("takes the place of the old one, and what was kept stays kept", async () => {
    const copy = mkdtempSync(join(tmpdir(), "aimak-offline-"));
    cpSync(site, copy, { recursive: true, filter: (path) => !path.endsWith("/e") });
    const server = await serve(copy);
    const { page, close } = await chromium.open(server.address(pages.aimak));
    try {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await keep(page, aimak);
      const first = await page.evaluate(() => caches.keys());
      publishAgain(copy, pages.theme, (html) => html.replace("<h1>", "<h1>Жаңы "));
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      const stays = (name) => first.includes(name) && !name.endsWith("wishes");
      const deadline = Date.now() + 30_000;
      while ((await page.evaluate(() => caches.keys())).some(stays)) {
        assert.ok(Date.now() < deadline, "the old edition is still there");
        await new Promise((next) => setTimeout(next, 100));
      }
      await server.close();
      await page.goto(server.address(pages.theme));
      assert.match(await page.locator("h1").first().textContent(), /^Жаңы /);
    } finally {
      await close();
      await server.close().catch(() => {});
      rmSync(copy, { recursive: true });
    }
  });
});

/** Changes a page and the lists as the publisher would. */
function publishAgain(folder, path, change) {
  const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), "utf8")));
  const manifest = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  const entry = manifest.files.find((file) => file.path === path);
  const bytes = readFileSync(join(folder, path));
  Object.assign(entry, { sha256: sum(bytes), bytes: bytes.length });
  const lines = manifest.files.filter((file) => file.path !== "data/offline.js").map((file) => `${file.path} ${file.sha256}\n`);
  const list = readFileSync(join(folder, "data/offline.js"), "utf8").replace(/"digest":"\w+"/, `"digest":"${sum(lines.join(""))}"`);
  writeFileSync(join(folder, "data/offline.js"), list);
  const own = manifest.files.find((file) => file.path === "data/offline.js");
  Object.assign(own, { sha256: sum(list), bytes: Buffer.byteLength(list) });
  writeFileSync(join(folder, "site.json"), JSON.stringify(manifest));
}
