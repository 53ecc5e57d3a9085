// Does the first screen of home answer what changed, where and how sure, and does the choice of a map keep its word?
import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { desk, phone, shoot, useChromium } from "./chromium.mjs";
import { evaluate, fileAddress, languages, read } from "./site.mjs";

const home = (language) => `${language}/index.html`;
const bottom = (locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top + scrollY);

describe("home", () => {
  const chromium = useChromium("none");

  for (const language of languages) {
    test(`${language}: the first screen holds findings, what cannot be told, map and search`, async () => {
      const { page, log, close } = await chromium.open(fileAddress(home(language)), { viewport: desk });
      try {
        const rows = page.locator(".surest tbody tr");
        assert.ok((await rows.count()) >= 4, "a line for each theme");
        for (const name of ["#find", ".map-frame", ".home-map .legend"]) assert.ok((await top(page.locator(name).first())) < 620, name);
        assert.ok((await bottom(rows.nth(3))) < desk.height, "four themes without scrolling");
        const frame = page.locator(".map-frame");
        const seen = (desk.height - (await top(frame))) / ((await bottom(frame)) - (await top(frame)));
        assert.ok(seen > 0.8, `${Math.round(100 * seen)} % of the map`);
        for (let i = 0; i < (await rows.count()); i += 1) {
          assert.match(await rows.nth(i).locator(".sure").innerText(), /\p{L}/u, "how sure is said in words");
          assert.match(await rows.nth(i).locator(".verdict").innerText(), /[▲▼△▽]/u);
        }
        assert.deepEqual(log.complaints, []);
        await shoot(page, `home-desk-${language}`, { fullPage: false });
      } finally {
        await close();
      }
    });

    test(`${language}: two screens of a phone hold findings, what cannot be told and search`, async () => {
      const { page, close } = await chromium.open(fileAddress(home(language)), { viewport: phone });
      try {
        assert.ok((await bottom(page.locator("#find"))) < phone.height);
        assert.ok((await bottom(page.locator(".surest tbody tr").last())) < 2 * phone.height);
        assert.ok((await top(page.locator(".untold").first())) < 2 * phone.height);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, phone.width);
        await shoot(page, `home-phone-${language}`);
      } finally {
        await close();
      }
    });
  }

  test("without a script the other maps are links, and there is no dead control", async () => {
    const { page, close } = await chromium.open(fileAddress(home("ky")), { javaScriptEnabled: false });
    try {
      assert.equal(await page.locator("select:visible, input:visible, button:visible").count(), 0);
      await page.locator(".map-links summary").click();
      const links = page.locator(".map-links a");
      assert.ok((await links.count()) > 5);
      for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))) {
        assert.ok(read(`ky/${href.split("#")[0]}`).includes('id="where"'), href);
      }
      assert.ok(await page.locator(".map-name").first().isVisible(), "the map says what it shows");
    } finally {
      await close();
    }
  });

  test("another indicator is drawn in place: fills, patterns, outlines, caption, legend, table", async () => {
    const { page, log, close } = await chromium.open(fileAddress(home("ru")));
    try {
      const select = page.locator("#map-choice");
      const drawn = () => page.evaluate(() => ({
        fills: Object.fromEntries([...document.querySelectorAll(".home-map path.area")].map((path) => [path.dataset.code, [path.getAttribute("fill"), path.dataset.status, path.nextElementSibling?.getAttribute("class") ?? null]])),
        dotted: [...document.querySelectorAll(".organic-outline.dotted")].map((path) => path.dataset.outline).sort(),
        caption: document.querySelector('.home-map [data-part="caption"]').textContent,
        legend: document.querySelector('.home-map [data-part="legend"]').textContent,
      }));
      const first = await drawn();
      const all = await select.locator("option").evaluateAll((options) => options.map((option) => ({ value: option.value, map: option.dataset.map })));
      assert.ok(all.length > 5);
      const begun = await select.inputValue();
      for (const { value, map } of all) {
        await select.selectOption(value);
        await page.waitForFunction((address) => document.querySelector(".home-map figure").dataset.map === address, map);
        const id = /map-(.+)\.js$/.exec(map)[1];
        const data = evaluate(`data/map-${id}.js`).AIMAK_MAPS[id];
        const seen = await drawn();
        const pattern = { uncertain: "hatched", no_interval: "stippled" };
        for (const area of data.areas) {
          assert.deepEqual(seen.fills[area.code], [area.fill, area.status, pattern[area.status] ?? null], `${id} ${area.code}`);
        }
        const blank = data.areas.filter((area) => area.organic && ["withheld", "none"].includes(area.status)).map((area) => area.code).sort();
        assert.deepEqual(seen.dotted, blank, id);
        const same = value === begun;
        assert.equal(await page.locator(".home-map details.twin").isVisible(), same, "the table twin belongs to the first map");
        assert.equal(await page.locator(".map-elsewhere").isVisible(), !same);
        if (!same) assert.equal(await page.locator(".map-elsewhere a").getAttribute("href"), value);
      }
      await select.selectOption(begun);
      await page.waitForFunction((address) => document.querySelector(".home-map figure").dataset.map === address, all.find(({ value }) => value === begun).map);
      assert.deepEqual(await drawn(), first, "the way back leads to what the page was born with");
      assert.deepEqual(log.complaints, []);
    } finally {
      await close();
    }
  });

  test("every page names itself in the other languages", () => {
    for (const language of languages) {
      for (const path of ["index.html", "methods.html", "aimak"]) {
        if (path === "aimak") continue;
        const page = read(`${language}/${path}`);
        for (const other of languages) assert.ok(page.includes(`rel="alternate" hreflang="${other}" href="../${other}/${path}"`), `${language}/${path} ${other}`);
        assert.ok(page.includes('hreflang="x-default" href="../index.html"'));
      }
    }
  });
});
