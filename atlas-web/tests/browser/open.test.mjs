// Every template opens in every language, from a server and by double-click, on a phone and on a desk.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, outside, phone, shoot, useChromium } from "./chromium.mjs";
import { overflow } from "./overflow.mjs";
import { everyTemplate, fileAddress, useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

async function look(scheme, { language, template, path }) {
  const address = scheme === "file" ? fileAddress(path) : server.address(path);
  const { page, log, close } = await chromium.open(address, { viewport: phone });
  try {
    assert.equal(await page.locator("html").getAttribute("lang"), language, "lang attribute");
    // loaded on demand: a Russian or English page without a Kyrgyz letter need not have fetched it yet
    const faces = await page.evaluate(async () => (await document.fonts.load("16px 'Noto Sans'", "Өзгөн")).map((face) => face.status));
    assert.ok(faces.length >= 2 && faces.every((status) => status === "loaded"), `own font for Kyrgyz: ${faces}`);
    for (const viewport of [phone, desk]) {
      await page.setViewportSize(viewport);
      assert.deepEqual(await page.evaluate(overflow), [], "horizontal scroll");
      if (scheme === "http") await shoot(page, `${template}-${language}-${viewport.width}`);
    }
    assert.deepEqual(log.complaints, [], "console and failed requests");
    assert.deepEqual(outside(log.requests, scheme === "file" ? "file:" : server.origin), [], "external requests");
  } finally {
    await close();
  }
}

for (const scheme of ["http", "file"]) {
  describe(`opened by ${scheme}`, () => {
    for (const entry of everyTemplate) {
      test(`${entry.path}: quiet, narrow enough, in its language`, async () => {
        await look(scheme, entry);
      });
    }

    test("the front door leads to the three languages", async () => {
      const address = scheme === "file" ? fileAddress("index.html") : server.address("index.html");
      const { page, log, close } = await chromium.open(address, { viewport: phone });
      try {
        for (const language of ["ky", "ru", "en"]) {
          assert.ok((await page.locator(`a[href^="${language}/"], a[href^="./${language}/"]`).count()) > 0, `link to ${language}`);
        }
        assert.deepEqual(log.complaints, []);
        await page.locator('a[href*="ky/"]').first().click();
        await page.waitForURL(/ky\/index\.html/);
      } finally {
        await close();
      }
    });
  });
}
