// Figures for others: a page for a frame, and pictures that are right outside the page.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { desk, phone, shoot, useChromium } from "./chromium.mjs";
import { fileAddress, languages, read, serve, site, useServer } from "./site.mjs";

const embed = (language) => `${language}/embed/${readdirSync(join(site, language, "embed")).sort()[0]}`;
const indicator = (language) => embed(language).replace("/embed/", "/indicator/");

const chromium = useChromium();
const server = useServer();
const elsewhere = mkdtempSync(join(tmpdir(), "aimak-embed-"));
after(() => rmSync(elsewhere, { recursive: true }));

describe("a page for a frame", () => {
  for (const language of languages) {
    test(`${language}: map and ranking without any script, one of them behind #`, async () => {
      const { page, log, close } = await chromium.open(fileAddress(embed(language)), { viewport: phone, javaScriptEnabled: false });
      try {
        const seen = async () => [await page.locator("#map .map-svg").isVisible(), await page.locator("svg.ranking").isVisible()];
        assert.deepEqual(await seen(), [true, true]);
        await shoot(page, `embed-${language}-390`);
        for (const [mark, expected] of [["#map", [true, false]], ["#ranking", [false, true]]]) {
          await page.goto("about:blank");
          await page.goto(fileAddress(embed(language)) + mark);
          assert.deepEqual(await seen(), expected, mark);
        }
        assert.equal(await page.locator("nav").count(), 0);
        assert.deepEqual(log.complaints, []);
      } finally {
        await close();
      }
    });
  }

  test("says where it comes from, and that it is invented where it is", () => {
    const { simulated } = JSON.parse(read("downloads/release.json")).project;
    for (const language of languages) {
      const html = read(embed(language));
      assert.equal(/class="banner"/.test(html), simulated);
      assert.match(html, new RegExp(`href="../indicator/[^"]+"`));
    }
  });

  test("tells the page around how high it is", async () => {
    writeFileSync(join(elsewhere, "index.html"), `<!doctype html><title>x</title><link rel="icon" href="data:,"><iframe width="500" height="100" src="${server.address(embed("ru"))}"></iframe>
      <script>addEventListener("message", ({ data }) => { if (data.aimak === "height") document.querySelector("iframe").height = data.height; });</script>`);
    const other = await serve(elsewhere);
    const { page, log, close } = await chromium.open(other.address("index.html"), { viewport: desk });
    try {
      await page.waitForFunction(() => Number(document.querySelector("iframe").height) > 600);
      const [frame] = page.frames().slice(1);
      const overflow = () => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      for (let i = 0; i < 50 && (await overflow()) > 0; i += 1) await page.waitForTimeout(50);
      assert.ok((await overflow()) <= 0, "the frame still scrolls");
      assert.deepEqual(log.complaints, []);
    } finally {
      await close();
      await other.close();
    }
  });

  test("is offered on the page of its indicator with a whole address", async () => {
    const { page, close } = await chromium.open(server.address(indicator("en")));
    try {
      const code = await page.locator("textarea[data-embed]").inputValue();
      assert.ok(code.includes(`src="${server.address(embed("en"))}"`), code);
    } finally {
      await close();
    }
  });
});

/** Presses the button of one kind under the first figure that fits and keeps what comes. */
async function picture(page, figure, kind) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(figure).first().locator(".save-picture button", { hasText: kind }).click(),
  ]);
  const path = join(elsewhere, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Colour of a dot of a picture, with the picture in a page that knows nothing of the atlas. */
async function colours(path, places) {
  const { page, close } = await chromium.open("about:blank");
  const type = path.endsWith(".png") ? "image/png" : "image/svg+xml";
  const address = `data:${type};base64,${readFileSync(path).toString("base64")}`;
  const found = await page.evaluate(async ([address, places]) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const at = ([x, y]) => [...context.getImageData(Math.round(x * canvas.width), Math.round(y * canvas.height), 1, 1).data.slice(0, 3)];
    return { width: canvas.width, height: canvas.height, colours: places.map(at) };
  }, [address, places]);
  await close();
  return found;
}

describe("a figure as a picture", () => {
  for (const scheme of ["light", "dark"]) {
    test(`the map as SVG and PNG has the colours of the page (${scheme})`, async () => {
      const { page, log, close } = await chromium.open(server.address(indicator("ky")), { viewport: desk, colorScheme: scheme, acceptDownloads: true });
      try {
        const figure = "figure.map:not(.cells):not(.locator-figure)";
        const svg = await picture(page, figure, "SVG");
        const text = readFileSync(svg, "utf8");
        assert.ok(!/\sclass="|\shref="(?!data:|#)|https?:\/\/(?!www\.w3\.org)/.test(text), "leads out of the picture");
        const source = await page.locator("footer").getAttribute("data-source");
        const words = text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
        assert.ok(words.includes(source.split(" · ")[0]), "no source");
        assert.ok(words.includes((await page.locator(`${figure} figcaption strong`).first().textContent()).split(/\s/)[0]), "no title");
        const areas = await page.evaluate((selector) => {
          const svg = document.querySelector(`${selector} svg.map-svg`);
          return [...svg.querySelectorAll("path.area")].map((path) => {
            return { fill: getComputedStyle(path).fill };
          });
        }, figure);
        const parsed = await page.evaluate((text) => {
          const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
          const paths = [...svg.querySelectorAll("path[data-code]")].filter((path) => path.hasAttribute("data-status"));
          return { fills: paths.map((path) => path.getAttribute("fill")), width: svg.width.baseVal.value, height: svg.height.baseVal.value };
        }, text);
        assert.deepEqual(parsed.fills, areas.map(({ fill }) => fill), "fills");
        const png = await picture(page, figure, "PNG");
        const drawn = await colours(png, [[0.01, 0.01]]);
        assert.deepEqual([drawn.width, drawn.height], [parsed.width * 2, parsed.height * 2]);
        const again = await colours(svg, [[0.01, 0.01]]);
        assert.deepEqual(drawn.colours, again.colours, "ground");
        assert.deepEqual(log.complaints, []);
        if (process.env.AIMAK_SHOTS) writeFileSync(join(process.env.AIMAK_SHOTS, `picture-${scheme}.png`), readFileSync(png));
      } finally {
        await close();
      }
    });
  }

  test("a chart from a double-clicked page", async () => {
    const { page, log, close } = await chromium.open(fileAddress(indicator("ru")), { viewport: phone, acceptDownloads: true });
    try {
      const png = await picture(page, "figure.chart-figure", "PNG");
      assert.equal(readFileSync(png).subarray(1, 4).toString(), "PNG");
      assert.deepEqual(log.complaints, []);
      if (process.env.AIMAK_SHOTS) writeFileSync(join(process.env.AIMAK_SHOTS, "picture-chart.png"), readFileSync(png));
    } finally {
      await close();
    }
  });

  test("small maps are one picture with every outline they use", async (t) => {
    const pages = readdirSync(join(site, "ky/indicator")).map((name) => `ky/indicator/${name}`);
    const small = pages.find((path) => read(path).includes('class="small-multiples"'));
    if (small === undefined) return t.skip("no small maps");
    const { page, log, close } = await chromium.open(server.address(small), { viewport: desk, acceptDownloads: true });
    try {
      const figure = "figure.multiples";
      assert.equal(await page.locator(`${figure} .save-picture`).count(), 1);
      const text = readFileSync(await picture(page, figure, "SVG"), "utf8");
      const ids = new Set([...text.matchAll(/<path id="([^"]+)"/g)].map(([, id]) => id));
      const used = [...text.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id);
      assert.ok(used.length > ids.size && used.every((id) => ids.has(id)), "an outline is missing");
      for (const label of await page.locator(`${figure} .panel-label`).allTextContents()) assert.ok(text.includes(label.replace(/\u2060/g, "")), label);
      assert.deepEqual(log.complaints, []);
    } finally {
      await close();
    }
  });

  test("a map by cell takes its picture along", async (t) => {
    const pages = readdirSync(join(site, "en/indicator")).map((name) => `en/indicator/${name}`);
    const with_cells = pages.find((path) => read(path).includes('class="map cells"'));
    if (with_cells === undefined) return t.skip("no map by cell");
    const { page, log, close } = await chromium.open(server.address(with_cells), { viewport: desk, acceptDownloads: true });
    try {
      const svg = await picture(page, "figure.cells >> nth=0", "SVG");
      assert.match(readFileSync(svg, "utf8"), /<image[^>]* href="data:image\/png;base64,/);
      assert.deepEqual(log.complaints, []);
    } finally {
      await close();
    }
  });
});
