// The national summary: two sheets of paper, nothing stronger than the page of effects, nulls as findings.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { phone, shoot, useChromium } from "./chromium.mjs";
import { fileAddress, languages, read } from "./site.mjs";

const release = JSON.parse(read("downloads/release.json"));

const chromium = useChromium();

async function on(path, options, look) {
  const { page, close } = await chromium.open(fileAddress(path), options);
  try {
    return await look(page);
  } finally {
    await close();
  }
}

/** Pages of a PDF as Chromium writes it. */
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

describe("the summary", () => {
  for (const language of languages) {
    test(`${language}: prints on two sheets`, async () => {
      await on(`${language}/summary.html`, {}, async (page) => {
        const pdf = await page.pdf({ preferCSSPageSize: true });
        assert.equal(sheets(pdf), 2);
      });
    });

    test(`${language}: fits a phone and reads without scripts`, async () => {
      await on(`${language}/summary.html`, { viewport: phone, javaScriptEnabled: false }, async (page) => {
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        await shoot(page, `summary-${language}-phone`);
      });
    });

    test(`${language}: says of an effect what the page of effects says`, async () => {
      const sentences = (path, selector) => on(path, {}, (page) =>
        page.locator(selector).evaluateAll((all) => all.map((e) => [e.id, e.querySelector(".sentence")?.innerText])));
      const here = new Map(await sentences(`${language}/summary.html`, ".summary > li"));
      const there = await sentences(`${language}/effects.html`, "section.effect");
      const both = there.filter(([id]) => here.has(id));
      assert.ok(both.length > 0);
      for (const [id, sentence] of both) assert.equal(here.get(id), sentence, id);
    });
  }

  test("an effect that cannot be told stands as a finding, with what could have been seen", async () => {
    const nulls = release.effects.filter(({ claim }) => ["cannot_tell", "no_change_larger_than_bound"].includes(claim));
    await on("en/summary.html", {}, async (page) => {
      for (const { outcome, smallest_detectable: size } of nulls) {
        const entry = page.locator(`.summary > li[id="${outcome}"]`);
        assert.match(await entry.innerText(), /could easily be missed|No effect larger than/);
        const values = await entry.locator("data").evaluateAll((all) => all.map((e) => Number(e.dataset.value)));
        assert.ok(values.includes(size), `${outcome}: ${size}`);
      }
    });
  });

  test("every number on it stands in the release", async () => {
    const text = read("downloads/release.json");
    await on("ky/summary.html", {}, async (page) => {
      const values = await page.locator("data[data-value]").evaluateAll((all) => all.map((e) => e.dataset.value));
      assert.ok(values.length > 10);
      assert.deepEqual(values.filter((value) => !text.includes(value)), []);
    });
  });
});
