// Without scripts a page is complete: its map, its table, its numbers, its warning that the data are simulated.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { phone, useChromium } from "./chromium.mjs";
import { evaluate, everyPage, everyTemplate, fileAddress, read } from "./site.mjs";

const chromium = useChromium();

const visible = (locator) => locator.evaluateAll((all) => all.filter((e) => {
  const { width, height } = e.getBoundingClientRect();
  return width > 40 && height > 10;
}).length);

describe("without scripts", () => {
  for (const { template, path } of everyTemplate) {
    test(`${path} says everything it has to say`, async () => {
      const { page, log, close } = await chromium.open(fileAddress(path), { viewport: phone, javaScriptEnabled: false });
      try {
        assert.match(await page.locator("main").innerText(), /\d/, "numbers in the text");
        assert.equal(await page.locator(".open-map:visible, .needs-js:visible").count(), 0, "no button that does nothing");
        assert.deepEqual(log.complaints, []);
        if (["home", "aimak", "indicator"].includes(template)) {
          assert.ok((await visible(page.locator("figure svg"))) > 0, "a drawn map");
          assert.ok((await visible(page.locator("table"))) > 0, "a table");
        }
      } finally {
        await close();
      }
    });
  }
});

describe("simulated data", () => {
  const words = { ky: /моделденген/i, ru: /смоделированн/i, en: /simulated/i };
  const simulated = everyPage().length > 0 && isSimulated();

  test("every page in the languages says so", { skip: simulated ? false : "this site shows real data" }, () => {
    const silent = everyPage().filter((path) => {
      const language = /(?:^|\/)(ky|ru|en)\//.exec(path)?.[1];
      return language !== undefined && !words[language].test(read(path).replace(/<[^>]*>/g, " "));
    });
    assert.deepEqual(silent, []);
  });
});

function isSimulated() {
  const maps = everyMapScript();
  return maps.some((path) => Object.values(evaluate(path).AIMAK_MAPS).some((map) => map.texts.simulated !== ""));
}

function everyMapScript() {
  const page = read(everyTemplate.find(({ template }) => template === "indicator").path);
  return [...page.matchAll(/data-map="(?:\.\.\/)+(data\/[^"]+)"/g)].map((match) => match[1]);
}
