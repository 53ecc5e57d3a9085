// The page of data: what it says to programs, that its files are those it lists, what a phone shows of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { phone, useChromium } from "./chromium.mjs";
import { fileAddress, languages, read, site, useServer } from "./site.mjs";

const chromium = useChromium("none");
const server = useServer();

const indicator = () => read("en/indicators.html").match(/indicator\/[\w-]+\.html/)[0];

for (const language of languages) {
  test(`${language}: JSON-LD is data that no policy of scripts touches`, async () => {
    for (const path of ["index.html", "data.html", indicator()]) {
      const { page, log, close } = await chromium.open(server.address(`${language}/${path}`));
      try {
        const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
        assert.equal(blocks.length, 1, path);
        const said = JSON.parse(blocks[0]);
        assert.equal(said["@context"], "https://schema.org");
        assert.equal(said.inLanguage, language);
        assert.equal(said["@type"], path.startsWith("indicator/") ? "Dataset" : "DataCatalog");
        // a refused block would be told on the console, an address in it that is followed among the requests
        assert.deepEqual(log.complaints, [], path);
        assert.ok(log.requests.every((url) => url.startsWith(server.origin)), path);
      } finally {
        await close();
      }
    }
  });

  test(`${language}: on a phone nothing of the page of data lies beyond the edge`, async () => {
    const { page, close } = await chromium.open(fileAddress(`${language}/data.html`), { viewport: phone });
    try {
      for (const unfold of [false, true]) {
        if (unfold) await page.locator("main details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(beyond <= 0, `${beyond} px`);
      }
      const meanings = await page.locator("table.meanings td").allTextContents();
      assert.ok(meanings.length > 30 && meanings.every((text) => text.trim().length > 3), `${meanings.length} meanings`);
    } finally {
      await close();
    }
  });
}

test("every file the page lists is there, with its checksum", async () => {
  const { page, close } = await chromium.open(fileAddress("ru/data.html"), { javaScriptEnabled: false });
  try {
    const rows = await page.locator("table.downloads tbody tr").evaluateAll((all) =>
      all.map((row) => [row.querySelector("a").getAttribute("href"), row.querySelector(".hash").textContent]));
    assert.ok(rows.length > 10, `${rows.length} files`);
    for (const [href, hash] of rows) {
      const bytes = readFileSync(join(site, "ru", href));
      assert.equal(createHash("sha256").update(bytes).digest("hex"), hash, href);
    }
  } finally {
    await close();
  }
});
