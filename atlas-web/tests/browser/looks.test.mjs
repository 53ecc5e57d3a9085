// Does everything look as it was agreed, in every scheme, and does longer text still fit?
//
// The agreed look is kept as pictures of the page of all components. After a change that is meant, look at the new pictures and
// keep them: AIMAK_KEEP_LOOKS=1 node --test tests/browser/looks.test.mjs
import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { desk, phone, shoot, useChromium } from "./chromium.mjs";
import { decode, difference, encodeSmall } from "./png.mjs";
import { fileAddress, languages, templates } from "./site.mjs";

const snapshots = fileURLToPath(new URL("snapshots/", import.meta.url));

/** Another browser draws letters a little differently; a moved line or a changed colour is more than this. */
const MOST = 0.004;

const schemes = [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "print", options: { colorScheme: "light" }, media: "print" },
];

/** The page without what differs from atlas to atlas: its map, its name, its date. */
async function specimens(page) {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("[data-varies], .banner:not(.specimen), .masthead, .foot")) element.hidden = true;
    return document.fonts.ready;
  });
}

async function picture(chromium, { width }, { options, media }) {
  // screens of 390 and 1440; a sheet of paper is about 700 wide whatever the screen
  const viewport = { width: media === "print" ? Math.min(width, 720) : width, height: 900 };
  const { page, close } = await chromium.open(fileAddress("en/components.html"), { viewport, ...options });
  try {
    if (media !== undefined) await page.emulateMedia({ media });
    await specimens(page);
    return decode(await page.screenshot({ fullPage: true, animations: "disabled" }));
  } finally {
    await close();
  }
}

describe("looks", () => {
  const chromium = useChromium("none");

  for (const [device, size] of Object.entries({ phone, desk })) {
    for (const scheme of schemes) {
      test(`the components on a ${device}, ${scheme.name}`, async () => {
        const now = await picture(chromium, size, scheme);
        const path = join(snapshots, `components-${device}-${scheme.name}.png`);
        if (process.env.AIMAK_KEEP_LOOKS !== undefined) {
          mkdirSync(snapshots, { recursive: true });
          writeFileSync(path, encodeSmall(now));
        }
        assert.ok(existsSync(path), `no agreed look: ${path}`);
        const agreed = decode(readFileSync(path));
        assert.deepEqual([now.width, now.height], [agreed.width, agreed.height], "the page has another size");
        const share = difference(now, agreed);
        assert.ok(share <= MOST, `${(100 * share).toFixed(2)} % of the picture looks different from ${path}`);
      });
    }
  }

  test("the comparison sees a changed colour and a moved line, and not the rim of a letter", async () => {
    const page = { width: 40, height: 40, pixels: new Uint8Array(4800).fill(250) };
    const changed = (from, to, value) => ({ ...page, pixels: page.pixels.map((pixel, i) => (i >= from && i < to ? value : pixel)) });
    assert.equal(difference(page, decode(encodeSmall(page))), 0, "kept with few colours");
    assert.equal(difference(page, changed(0, 6, 0)), 0, "two pixels of sixteen at a rim");
    assert.ok(difference(page, changed(0, 480, 90)) > MOST);
    assert.equal(difference(page, { ...page, height: 39 }), 1);
  });

  test("forced colours and more contrast leave every mark in sight", async () => {
    for (const options of [{ forcedColors: "active" }, { contrast: "more" }]) {
      const { page, log, close } = await chromium.open(fileAddress("en/components.html"), options);
      try {
        const faint = await page.evaluate(() => {
          const luminance = (colour) => {
            const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => {
              const part = Number(value) / 255;
              return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = luminance(getComputedStyle(document.body).backgroundColor);
          const contrast = (colour) => {
            const [dark, light] = [luminance(colour), ground].sort((a, b) => a - b);
            return (light + 0.05) / (dark + 0.05);
          };
          const texts = [...document.querySelectorAll("main p, main dd, main dt, main .verdict, main th, main td")];
          const marks = [...document.querySelectorAll(".mark .interval")];
          return [
            ...texts.map((element) => [element.className || element.tagName, contrast(getComputedStyle(element).color), 7]),
            ...marks.map((element) => ["mark", contrast(getComputedStyle(element).stroke), 4.5]),
          ].filter(([, have, need]) => have < need && have > 0);
        });
        assert.deepEqual(faint, [], JSON.stringify(options));
        assert.deepEqual(log.complaints, []);
        await shoot(page, `components-${Object.keys(options)[0]}`);
      } finally {
        await close();
      }
    }
  });
});

describe("a language that needs 40 % more room", () => {
  const chromium = useChromium("none");

  /** Lengthens every text by 40 % with words of its own, so that lines may break where they can break in any language. */
  const lengthen = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const words = text.data.split(/([\s\u00a0]+)/);
      // numbers, codes and units have the same length in every language
      text.data = words.map((word) => (/^[^\d_/]{4,}$/u.test(word) && word.trim() !== "" ? word + word.slice(-Math.round(word.length * 0.4)) : word)).join("");
    }
  };

  for (const language of languages) {
    test(`${language}: nothing leaves a phone sideways`, async () => {
      const wide = [];
      for (const { template, path } of templates(language)) {
        const { page, close } = await chromium.open(fileAddress(path), { viewport: phone });
        try {
          await page.evaluate(lengthen);
          const { width, culprits } = await page.evaluate(() => ({
            width: document.documentElement.scrollWidth,
            culprits: [...document.querySelectorAll("main *, header *")]
              .filter((element) => element.closest(".scroll, svg, .visually-hidden, .skip") === null && element.getBoundingClientRect().right > innerWidth + 1)
              .slice(0, 3)
              .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`),
          }));
          if (width > phone.width) wide.push(`${template}: ${width} px: ${culprits.join(" | ")}`);
        } finally {
          await close();
        }
      }
      assert.deepEqual(wide, []);
    });
  }
});
