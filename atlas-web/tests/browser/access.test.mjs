// axe-core finds nothing serious on any template in any language, with the drawn and with the open map.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graveFindings } from "./axe.mjs";
import { openMap, phone, shoot, useChromium } from "./chromium.mjs";
import { everyTemplate, fileAddress } from "./site.mjs";

const chromium = useChromium();

describe("axe-core", () => {
  for (const { path } of everyTemplate) {
    test(path, async () => {
      const { page, close } = await chromium.open(fileAddress(path), { viewport: phone });
      try {
        assert.deepEqual(await graveFindings(page), []);
      } finally {
        await close();
      }
    });
  }

  for (const { path, template } of everyTemplate.filter(({ language }) => language === "ru")) {
    test(`${path} in the dark`, async () => {
      const { page, close } = await chromium.open(fileAddress(path), { viewport: phone, colorScheme: "dark" });
      try {
        await shoot(page, `${template}-ru-dark`);
        assert.deepEqual(await graveFindings(page), []);
      } finally {
        await close();
      }
    });
  }

  test("en/index.html with the open map", async () => {
    const { page, close } = await chromium.open(fileAddress("en/index.html"));
    try {
      await openMap(page);
      assert.deepEqual(await graveFindings(page), []);
    } finally {
      await close();
    }
  });
});

describe("tables", () => {
  test("sort by number and back, with empty cells last", async () => {
    const { page, close } = await chromium.open(fileAddress(everyTemplate.find((e) => e.template === "indicator").path));
    try {
      const table = page.locator("table.sortable").first();
      const heading = table.locator('th[data-sort="number"]').first();
      await page.locator("details:has(table.sortable)").evaluateAll((all) => all.forEach((e) => { e.open = true; }));
      const values = () => table.evaluate((element) => {
        const column = element.querySelector('th[data-sort="number"]').cellIndex;
        return [...element.tBodies[0].rows].map((row) => row.cells[column].dataset.value ?? null);
      });
      for (const [order, sign] of [["ascending", 1], ["descending", -1]]) {
        await heading.locator("button").focus();
        await page.keyboard.press("Enter");
        assert.equal(await heading.getAttribute("aria-sort"), order);
        const seen = await values();
        const numbers = seen.filter((value) => value !== null).map(Number);
        assert.deepEqual(numbers, [...numbers].sort((a, b) => sign * (a - b)));
        assert.ok(!seen.slice(0, numbers.length).includes(null), "empty cells last");
      }
    } finally {
      await close();
    }
  });
});
