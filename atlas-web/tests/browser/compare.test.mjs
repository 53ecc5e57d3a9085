// Aimaks side by side: a table without scripts; with them two to four on one scale, kept in the address.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, outside, phone, useChromium } from "./chromium.mjs";
import { evaluate, fileAddress, languages, read, useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

const release = JSON.parse(read("downloads/release.json"));
const data = (language) => evaluate(`data/compare-${language}.js`).AIMAK_COMPARE;
const page = (language) => `${language}/compare.html`;
const [one, other, third] = release.aimaks.map(({ code }) => code);

/** Every value the release knows of an indicator. */
function known(indicator) {
  const findings = release.findings.filter((finding) => finding.indicator === indicator && finding.outcome.estimated);
  return new Set(findings.map(({ outcome }) => outcome.estimated.value));
}

const overflow = (tab) => tab.locator("html").evaluate((element) => element.scrollWidth - element.clientWidth);

describe("without scripts", () => {
  for (const language of languages) {
    test(`${language}: every aimak and every indicator stands in the table`, async () => {
      const { page: tab, log, close } = await chromium.open(fileAddress(page(language)), { viewport: phone, javaScriptEnabled: false });
      try {
        assert.equal(await tab.locator(".compare").isVisible(), false);
        const rows = await tab.locator(".matrix tbody:not(.group) tr").evaluateAll((all) =>
          all.map((row) => [row.id, [...row.cells].slice(1).map((cell) => cell.dataset.value ?? null)]));
        assert.deepEqual(rows.map(([id]) => id).sort(), release.aimaks.map(({ code }) => code).sort());
        const { indicators } = data(language);
        for (const [code, values] of rows) {
          values.forEach((value, place) => {
            const told = indicators[place].values[code]?.value;
            assert.equal(value === null ? undefined : Number(value), told, `${code} ${indicators[place].id}`);
            if (value !== null) assert.ok(known(indicators[place].id).has(Number(value)), `${code} ${value}`);
          });
        }
        assert.equal(await overflow(tab), 0, "only the table moves sideways");
        assert.deepEqual(log.complaints, []);
      } finally {
        await close();
      }
    });
  }
});

describe("side by side", () => {
  for (const scheme of ["http", "file"]) {
    test(`${scheme}: the address chooses, numbers are the release's, the language switch keeps the choice`, async () => {
      const address = scheme === "file" ? fileAddress(page("ky")) : server.address(page("ky"));
      const { page: tab, log, close } = await chromium.open(`${address}#${one},${other}`, { viewport: desk });
      try {
        await tab.locator(".compare-one").first().waitFor();
        const { indicators } = data("ky");
        assert.equal(await tab.locator(".compare-one").count(), indicators.length);
        for (const { id, values } of indicators) {
          const told = await tab.locator(`[data-indicator="${id}"] a[data-value]`).evaluateAll((all) => all.map((a) => Number(a.dataset.value)));
          const expected = [one, other].map((code) => values[code]?.value).filter((value) => value !== undefined);
          assert.deepEqual(told, expected, id);
          for (const value of told) assert.ok(known(id).has(value), `${id} ${value}`);
        }
        await tab.locator('a[hreflang="ru"]').click();
        await tab.locator(".compare-one").first().waitFor();
        assert.ok(tab.url().includes("/ru/") && tab.url().endsWith(`#${one},${other}`), tab.url());
        assert.deepEqual(log.complaints, []);
        assert.deepEqual(outside(log.requests, scheme === "file" ? "file:" : server.origin), []);
      } finally {
        await close();
      }
    });
  }

  test("the keyboard chooses, and the address follows", async () => {
    const { page: tab, close } = await chromium.open(fileAddress(page("en")));
    try {
      const selects = tab.locator("select[data-place]");
      await selects.nth(0).focus();
      await tab.keyboard.press("ArrowDown");
      await tab.keyboard.press("Tab");
      await tab.keyboard.press("ArrowDown");
      await tab.keyboard.press("ArrowDown");
      const chosen = await selects.evaluateAll((all) => all.map((select) => select.value).filter((value) => value !== ""));
      assert.equal(chosen.length, 2);
      assert.equal(new URL(tab.url()).hash, `#${chosen.join(",")}`);
      assert.equal(await tab.locator(".compare-one").first().locator(".compare-row").count(), 2);
      await selects.nth(1).selectOption("");
      await selects.nth(0).selectOption("");
      assert.equal(new URL(tab.url()).hash, "");
      assert.equal(await tab.locator(".compare-one").count(), 0);
    } finally {
      await close();
    }
  });

  test("one scale: a higher value lies farther right, its interval around it", async () => {
    const { page: tab, close } = await chromium.open(`${fileAddress(page("en"))}#${one},${other},${third}`);
    try {
      await tab.locator(".compare-one").first().waitFor();
      const drawn = await tab.locator(".compare-row").evaluateAll((all) => all.map((row) => {
        const number = (selector, name) => Number(row.querySelector(selector)?.getAttribute(name) ?? Number.NaN);
        return {
          indicator: row.closest(".compare-one").dataset.indicator,
          value: Number(row.querySelector("a[data-value]")?.dataset.value ?? Number.NaN),
          at: number(".dot", "cx"), lo: number(".interval", "x1"), hi: number(".interval", "x2"),
        };
      }));
      const whole = drawn.filter(({ value, lo }) => Number.isFinite(value) && Number.isFinite(lo));
      assert.ok(whole.length > 2);
      for (const a of whole) {
        assert.ok(a.lo <= a.at && a.at <= a.hi, JSON.stringify(a));
        for (const b of whole) if (a.indicator === b.indicator && a.value < b.value) assert.ok(a.at <= b.at, JSON.stringify([a, b]));
      }
    } finally {
      await close();
    }
  });

  test("fits a phone", async () => {
    const { page: tab, close } = await chromium.open(`${fileAddress(page("ru"))}#${one},${other},${third}`, { viewport: phone });
    try {
      await tab.locator(".compare-one").first().waitFor();
      assert.equal(await overflow(tab), 0);
    } finally {
      await close();
    }
  });

  test("an unknown name in the address is passed over", async () => {
    const { page: tab, log, close } = await chromium.open(`${fileAddress(page("en"))}#nobody,${one},%`);
    try {
      await tab.waitForFunction(() => window.AIMAK_COMPARE !== undefined);
      assert.deepEqual(log.complaints, []);
    } finally {
      await close();
    }
  });
});

test("the table fits sheets of two dozen aimaks across, and what was chosen is printed with it", async () => {
  const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  const { page: tab, close } = await chromium.open(fileAddress(page("ky")));
  try {
    const print = async () => sheets(await tab.pdf({ preferCSSPageSize: true }));
    assert.ok((await print()) <= Math.ceil(release.aimaks.length / 24));
    await tab.locator("select[data-place]").nth(0).selectOption(one);
    await tab.locator("select[data-place]").nth(1).selectOption(other);
    assert.ok((await print()) > 1);
  } finally {
    await close();
  }
});

test("sorting stays inside the groups", async () => {
  const { page: tab, close } = await chromium.open(fileAddress(page("en")));
  try {
    const groups = () => tab.locator(".matrix tbody").evaluateAll((all) => all.map((body) => [...body.rows].map((row) => row.id).sort().join()));
    const before = await groups();
    await tab.locator(".matrix th[data-sort='number'] button").first().click();
    assert.deepEqual(await groups(), before);
    const values = await tab.locator(".matrix tbody:not(.group)").first().evaluate((body) =>
      [...body.rows].map((row) => row.cells[1].dataset.value).filter((value) => value !== undefined).map(Number));
    assert.deepEqual(values, [...values].sort((a, b) => a - b));
  } finally {
    await close();
  }
});
