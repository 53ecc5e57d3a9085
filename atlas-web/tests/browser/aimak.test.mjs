// The page of an aimak: its numbers are the release's, its head fits two sheets of A4, and it reads on a phone without scripts.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { phone, useChromium } from "./chromium.mjs";
import { fileAddress, languages, read, site } from "./site.mjs";

const chromium = useChromium();

const release = JSON.parse(read("downloads/release.json"));
const pagesOf = (language) => readdirSync(join(site, language, "aimak")).filter((name) => name.endsWith(".html")).sort();
const first = release.aimaks.find(({ organic_since }) => organic_since !== undefined)?.code ?? release.aimaks[0].code;
const path = (language, code = first) => `${language}/aimak/${code}.html`;

/** Sheets of a PDF. */
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
const print = (page) => page.pdf({ preferCSSPageSize: true, printBackground: true });

describe("the head of an aimak's page", () => {
  for (const language of languages) {
    test(`${language}: fits two sheets of A4, and everything follows by choice`, async () => {
      const { page, close } = await chromium.open(fileAddress(path(language)));
      try {
        assert.ok((await page.locator(".told-cards > li").count()) <= 12);
        assert.equal(sheets(await print(page)), 2);
        await page.locator(".print-choice a").click();
        assert.ok(sheets(await print(page)) > 2);
      } finally {
        await close();
      }
    });
  }

  test("fits two sheets for every aimak, in the language with the longest words", async () => {
    const { page, close } = await chromium.open(fileAddress(path("ky")));
    try {
      for (const name of pagesOf("ky")) {
        await page.goto(fileAddress(`ky/aimak/${name}`));
        assert.ok(sheets(await print(page)) <= 2, name);
      }
    } finally {
      await close();
    }
  });

  test("fits one sheet of A3 as cards, for every aimak and language", async () => {
    const { page, close } = await chromium.open(fileAddress(path("ky")));
    try {
      for (const language of languages) {
        for (const name of readdirSync(join(site, language, "tour")).sort()) {
          await page.goto(fileAddress(`${language}/tour/${name}`));
          assert.equal(sheets(await print(page)), 1, `${language} ${name}`);
          assert.ok((await page.locator(".tour > li").count()) <= 8, name);
        }
      }
    } finally {
      await close();
    }
  });

  test("says on paper what a screen says otherwise", async () => {
    const { page, close } = await chromium.open(fileAddress(path("ru")));
    try {
      assert.equal(await page.locator(".paper-only").isVisible(), false);
      await page.emulateMedia({ media: "print" });
      const paper = await page.locator(".paper-only").innerText();
      assert.ok(paper.includes(`e/${release.project.edition.id}/ru/aimak/${first}.html`) && paper.includes("▲"), paper);
      assert.equal(await page.locator(".beyond").isVisible(), false);
      if (release.project.simulated) assert.equal(await page.locator("body > .banner").isVisible(), true);
    } finally {
      await close();
    }
  });
});

/** The change that stands for an indicator in an aimak: on its organic land, else in the whole aimak. */
function change(indicator, code) {
  const here = release.findings.filter(
    (finding) => finding.indicator === indicator && finding.subject.aimak === code && finding.quantity.change !== undefined && finding.outcome.estimated,
  );
  return here.find(({ land }) => land === "organic") ?? here.find(({ land }) => land === "whole_aimak");
}

test("numbers at the head are the release's, digit for digit", async () => {
  const { page, close } = await chromium.open(fileAddress(path("ky")));
  try {
    const told = await page.locator(".told-cards > li").evaluateAll((all) => all.map((card) => [card.id, card.querySelector(".told-number data").dataset.value]));
    assert.ok(told.length > 0);
    for (const [id, value] of told) assert.equal(Number(value), change(id, first).outcome.estimated.value, id);
    const beside = await page.locator(".beside-table data").evaluateAll((all) => all.map((element) => element.dataset.value));
    const known = new Set(release.findings.flatMap(({ outcome }) => (outcome.estimated ? [outcome.estimated.value] : [])));
    for (const value of beside) assert.ok(known.has(Number(value)), value);
  } finally {
    await close();
  }
});

test("on a phone and without scripts nothing is missing and nothing moves sideways", async () => {
  for (const language of languages) {
    const { page, log, close } = await chromium.open(fileAddress(path(language)), { viewport: phone, javaScriptEnabled: false });
    try {
      assert.equal(await page.locator(".told-cards > li:visible").count(), await page.locator(".told-cards > li").count());
      assert.ok(await page.locator(".rest-table").isVisible());
      assert.ok((await page.locator("html").evaluate((element) => element.scrollWidth)) <= phone.width);
      assert.deepEqual(log.complaints, []);
    } finally {
      await close();
    }
  }
});

test("a photo is shown where a passport of the aimak has one, and nowhere else", () => {
  const shown = (release.passports?.shown ?? []).filter(({ photos }) => (photos ?? []).length > 0).map(({ aimak }) => aimak);
  for (const { code } of release.aimaks) {
    assert.equal(read(path("en", code)).includes("aimak-photo"), shown.includes(code), code);
  }
});
