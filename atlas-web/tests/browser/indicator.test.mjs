// The page of an indicator and the records of its numbers: one click from any number to all that stands behind it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, phone, shoot, useChromium } from "./chromium.mjs";
import { fileAddress, languages, read } from "./site.mjs";

const release = JSON.parse(read("downloads/release.json"));
const dated = ({ quantity }) => typeof quantity === "object" && "at" in quantity;
const withYears = release.cards.find(({ id }) => release.findings.filter((f) => f.indicator === id && dated(f)).length > 40);
const withPool = release.cards.find(({ id }) => release.findings.some((f) => f.indicator === id && f.subject === "organic_aimaks" && f.outcome.estimated));

const chromium = useChromium();

async function on(path, options, look) {
  const { page, log, close } = await chromium.open(fileAddress(path), options);
  try {
    await look(page);
    assert.deepEqual(log.complaints, []);
  } finally {
    await close();
  }
}

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("an indicator", () => {
  for (const language of languages) {
    test(`${language}: fits a phone, its small maps in two columns`, async () => {
      await on(`${language}/indicator/${withYears.id}.html`, { viewport: phone, javaScriptEnabled: false }, async (page) => {
        assert.equal(await sideways(page), 0);
        const panels = await page.locator(".small-multiples > li").evaluateAll((all) => all.map((e) => e.getBoundingClientRect().left));
        assert.ok(panels.length > 2 && panels.length <= 8, `${panels.length} maps`);
        assert.equal(new Set(panels.map(Math.round)).size, 2);
        await shoot(page, `indicator-${language}-phone`);
      });
    });
  }

  test("small maps have the colours of their legend, and outlines that are really drawn", async () => {
    await on(`en/indicator/${withYears.id}.html`, { viewport: desk }, async (page) => {
      const legend = await page.locator(".multiples .legend .area").evaluateAll((all) => all.map((e) => e.getAttribute("fill")));
      const areas = page.locator(".small-map use.area");
      const fills = await areas.evaluateAll((all) => all.map((e) => e.getAttribute("fill")));
      assert.deepEqual([...new Set(fills)].filter((fill) => fill !== "#ffffff" && !legend.includes(fill)), []);
      const empty = await areas.evaluateAll((all) => all.filter((e) => e.getBoundingClientRect().width < 2).length);
      assert.equal(empty, 0, "every area of every map is drawn");
    });
  });

  test("values of the small maps stand in the table and in the release", async () => {
    await on(`en/indicator/${withYears.id}.html`, { viewport: desk }, async (page) => {
      const section = page.locator("section:has(> #over-time)");
      const values = await section.locator("td[data-value]").evaluateAll((all) => all.map((e) => e.dataset.value));
      const known = new Set(release.findings.filter((f) => f.indicator === withYears.id && f.outcome.estimated).map((f) => f.outcome.estimated.value));
      assert.ok(values.length > 0);
      assert.deepEqual(values.filter((value) => !known.has(Number(value))), []);
    });
  });

  test("its table holds every figure of it", () => {
    const rows = read(`data/${withPool.id}.csv`).trim().split("\n");
    const header = rows[0].split(",");
    for (const column of ["value", "n", "n_other", "method", "claim", "confidence", "withheld_reason"]) assert.ok(header.includes(column), column);
    assert.equal(rows.length - 1, release.findings.filter((f) => f.indicator === withPool.id).length);
  });
});

describe("about this number", () => {
  const aimak = release.aimaks[0].code;
  const pages = ["index.html", "summary.html", `aimak/${aimak}.html`, `aimak/${aimak}/${withPool.theme}.html`, `indicator/${withPool.id}.html`];
  for (const [place, path] of pages.entries()) {
    const language = languages[place % languages.length];
    for (const viewport of [phone, desk]) {
      test(`${language}/${path}, ${viewport.width} px: one click leads to every digit of the number`, async () => {
        await on(`${language}/${path}`, { viewport, javaScriptEnabled: false }, async (page) => {
          const link = page.locator(`main a[href*="number/"][href*="#"]:not([href$="#effect"])`).locator("visible=true").first();
          const anchor = (await link.getAttribute("href")).split("#")[1];
          await link.click();
          const record = page.locator(`[id="${anchor}"]`);
          await record.waitFor();
          assert.ok(await record.evaluate((e) => e.matches(":target")));
          // the record is on the screen, and says everything
          await page.waitForFunction((id) => {
            const { top, bottom } = document.getElementById(id).getBoundingClientRect();
            return top < innerHeight && bottom > 0;
          }, anchor).catch(() => assert.fail("the record is not in view"));
          const text = await record.innerText();
          const [subject, land] = anchor.split(".");
          const indicator = new URL(page.url()).pathname.split("/").pop().replace(".html", "");
          const values = release.findings
            .filter((f) => f.indicator === indicator && f.land === land && (f.subject === subject || f.subject.aimak === subject) && f.outcome.estimated)
            .map((f) => String(f.outcome.estimated.value));
          assert.ok(values.some((value) => text.includes(value)), `no value of the release in: ${text}`);
          assert.match(text, /[0-9a-f]{64}/, "the checksum of its input");
          assert.equal(await sideways(page), 0);
        });
      });
    }
  }
});
