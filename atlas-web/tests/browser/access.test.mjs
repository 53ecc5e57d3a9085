// axe-core finds nothing serious on any template in any language, with the drawn and with the open map; the search works.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { launch, openMap, openPage, phone, shoot } from "./chromium.mjs";
import { everyTemplate, fileAddress } from "./site.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function findings(page) {
  // Evaluated through the debugger: the page's own policy stays as strict as it is.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

describe("axe-core", () => {
  for (const { path } of everyTemplate) {
    test(path, async () => {
      const { page, close } = await openPage(browser, fileAddress(path), { viewport: phone });
      try {
        assert.deepEqual(await findings(page), []);
      } finally {
        await close();
      }
    });
  }

  for (const { path, template } of everyTemplate.filter(({ language }) => language === "ru")) {
    test(`${path} in the dark`, async () => {
      const { page, close } = await openPage(browser, fileAddress(path), { viewport: phone, colorScheme: "dark" });
      try {
        await shoot(page, `${template}-ru-dark`);
        assert.deepEqual(await findings(page), []);
      } finally {
        await close();
      }
    });
  }

  test("en/index.html with the open map", async () => {
    const { page, close } = await openPage(browser, fileAddress("en/index.html"));
    try {
      await openMap(page);
      assert.deepEqual(await findings(page), []);
    } finally {
      await close();
    }
  });
});

describe("tables", () => {
  test("sort by number and back, with empty cells last", async () => {
    const { page, close } = await openPage(browser, fileAddress(everyTemplate.find((e) => e.template === "indicator").path));
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

describe("search", () => {
  test("finds an aimak by its Kyrgyz name, also as typed without Kyrgyz letters", async () => {
    const { page, close } = await openPage(browser, fileAddress("ky/index.html"), { viewport: phone });
    try {
      const entries = page.locator("#aimaks [data-find]");
      const names = await entries.locator("a").allInnerTexts();
      const name = (names.find((text) => /[ңөү]/i.test(text)) ?? names[0]).split("\n")[0];
      for (const typed of [name, name.toUpperCase(), name.replace(/ң/gi, "н").replace(/ө/gi, "о").replace(/ү/gi, "у")]) {
        await page.locator("#find").fill(typed);
        const left = await entries.locator("a:visible").allInnerTexts();
        assert.ok(left.some((text) => text.startsWith(name)), `${typed} finds ${name}, saw ${left}`);
        assert.ok(left.length < names.length, "the others step back");
      }
      await page.locator("#find").fill("zzzz");
      assert.equal(await entries.locator("a:visible").count(), 0);
      assert.notEqual(await page.locator(".search-count").innerText(), "");
    } finally {
      await close();
    }
  });
});
