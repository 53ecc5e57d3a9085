// The other browser: what readers need most works in Firefox too, from a server and by double-click.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, test } from "node:test";
import { outside, shoot } from "./chromium.mjs";
import { firefox, useFirefox } from "./firefox.mjs";
import { overflow } from "./overflow.mjs";
import { evaluate, languages, read, site, templates, useServer } from "./site.mjs";

const missing = firefox === undefined && "no Firefox: install firefox-esr or set FIREFOX to its path; nothing was opened in it";
const required = process.env.AIMAK_REQUIRE_SHARED === "1";
if (missing && !required) console.warn(`SKIPPED: ${missing}`);
test("Firefox is here", { skip: !required && missing }, () => assert.ok(firefox, `AIMAK_REQUIRE_SHARED=1, and ${missing}`));

/** By double-click the stick is opened, where one was made. */
const stick = process.env.AIMAK_STICK ?? site;

const browser = useFirefox();
const server = useServer();

const pagesOf = (language) => Object.fromEntries(templates(language).map(({ template, path }) => [template, path]));
const schemes = {
  http: { folder: site, address: (path) => server.address(path), own: () => server.origin },
  file: { folder: stick, address: (path) => pathToFileURL(join(stick, path)).href, own: () => "file:" },
};

/** Opens the page, looks at it, and hears no complaint. */
async function on(scheme, path, hash, look) {
  const { page, log, close } = await browser.open(`${schemes[scheme].address(path)}${hash}`);
  try {
    await look(page, log);
    assert.deepEqual(log.complaints, [], `${path}: console and failed requests`);
    assert.deepEqual(outside(log.requests, schemes[scheme].own()), [], `${path}: external requests`);
  } finally {
    await close();
  }
}

/** The words of all numbers on the page, and in the file as Rust wrote it. Runs in the page. */
function numbers(written) {
  const told = (root) => [...root.querySelectorAll("[data-value]")].map((e) => `${e.dataset.value} ${e.textContent}`);
  return { seen: told(document), written: told(new DOMParser().parseFromString(written, "text/html")) };
}

async function readsWell(scheme, page, path, language) {
  assert.equal(await page.$eval("html", (html) => html.lang), language);
  assert.deepEqual(await page.evaluate(overflow), [], `${path}: horizontal scroll`);
  const { seen, written } = await page.evaluate(numbers, readFileSync(join(schemes[scheme].folder, path), "utf8"));
  assert.deepEqual(seen, written, `${path}: numbers`);
  const faces = await page.evaluate(async () => (await document.fonts.load("16px 'Noto Sans'", "Өзгөн")).map((face) => face.status));
  assert.ok(faces.length >= 2 && faces.every((status) => status === "loaded"), `${path}: own font for Kyrgyz: ${faces}`);
}

/** Presses the button that opens the map of `root`; "ready" or "failed". */
async function opened(page, root, button) {
  await page.$eval(`${root} ${button}`, (element) => element.click());
  const state = await page.waitForFunction((root) => ["ready", "failed"].find((one) => document.querySelector(root).dataset.mapState === one) ?? false,
    { timeout: 40_000 }, root);
  return state.jsonValue();
}

const visible = (page, selector) => page.$eval(selector, (element) => element.checkVisibility({ visibilityProperty: true }));

for (const scheme of Object.keys(schemes)) {
  describe(`Firefox, ${scheme}`, { skip: missing }, () => {
    for (const language of languages) {
      const pages = pagesOf(language);

      test(`${language}: home, an aimak, an indicator read as written, quietly, on a phone`, async () => {
        for (const template of ["home", "aimak", "indicator"]) {
          await on(scheme, pages[template], "", async (page) => {
            await readsWell(scheme, page, pages[template], language);
            if (scheme === "http") await shoot(page, `firefox-${template}-${language}`);
          });
        }
      });

      test(`${language}: the map page opens its map, or keeps the drawn one and says so`, async (t) => {
        await on(scheme, pages.map, "", async (page) => {
          await readsWell(scheme, page, pages.map, language);
          const state = await opened(page, "#explorer", ".open-explorer");
          t.diagnostic(`map ${state}`);
          assert.equal(await visible(page, "#explorer .map-failed"), state === "failed", "the page says why there is only a drawing");
          assert.equal(await visible(page, "#explorer .map-svg"), state === "failed");
          assert.equal(await visible(page, ".explorer-controls"), state === "ready", "no controls that control nothing");
          assert.ok((await page.$$(".explorer-areas tr[data-code]")).length > 5, "all numbers beside it");
          assert.deepEqual(await page.evaluate(overflow), []);
          if (scheme === "http") await shoot(page, `firefox-map-${language}`);
        });
      });

      test(`${language}: the search answers the keyboard alone`, async () => {
        const { entries } = evaluate(`data/search-${language}.js`).AIMAK_SEARCH[language];
        const wanted = entries.find(({ kind, name, also }) => kind === "aimak" && /[ңөү]/i.test([name, ...also].join())) ?? entries[0];
        const typed = [wanted.name, ...wanted.also].find((name) => /[ңөү]/i.test(name)) ?? wanted.name;
        await on(scheme, pages.methods, "", async (page) => {
          await page.focus("#find");
          await page.keyboard.type(typed.toLowerCase());
          const first = await page.waitForSelector('.search [role="option"]', { visible: true });
          assert.ok((await first.evaluate((option) => option.textContent)).includes(wanted.name));
          await page.keyboard.press("ArrowDown");
          const active = await page.$eval("#find", (field) => document.getElementById(field.getAttribute("aria-activedescendant")).ariaSelected);
          assert.equal(active, "true");
          if (scheme === "http") await shoot(page, `firefox-search-${language}`, { fullPage: false });
          // the name may have asked for letters that the page had not needed before
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
          assert.ok(page.url().endsWith(`/${language}/${wanted.href}`), page.url());
        });
      });

      test(`${language}: two aimaks side by side, in the numbers of the release`, async () => {
        const { indicators } = evaluate(`data/compare-${language}.js`).AIMAK_COMPARE;
        const [one, other] = JSON.parse(read("downloads/release.json")).aimaks.map(({ code }) => code);
        await on(scheme, pages.compare, `#${one},${other}`, async (page) => {
          await page.waitForSelector(".compare-one");
          const told = await page.$$eval(".compare-one a[data-value]", (all) => all.map((a) => [Number(a.dataset.value), a.textContent]));
          const known = indicators.flatMap(({ values }) => [values[one], values[other]]).filter((value) => value?.value !== undefined);
          assert.deepEqual(told, known.map(({ value, label }) => [value, label]));
          assert.deepEqual(await page.evaluate(overflow), []);
          if (scheme === "http") await shoot(page, `firefox-compare-${language}`);
        });
      });
    }
  });
}
