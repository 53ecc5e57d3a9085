// The interactive map replaces the drawn one when it can, says the same, and gives way when it cannot.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, mapState, openMap, outside, phone, shoot, useChromium } from "./chromium.mjs";
import { evaluate, fileAddress, languages, read, templates, useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

const home = (language) => `${language}/index.html`;
const pageOf = (language, template) => templates(language).find((entry) => entry.template === template).path;

/** The data of the first map on a page, read from the site's own files. */
function dataOf(path) {
  const script = /data-map="(?:\.\.\/)+(data\/[^"]+)"/.exec(read(path))[1];
  return Object.values(evaluate(script).AIMAK_MAPS)[0];
}

const codesDrawn = () =>
  [...new Set(window.AIMAK_MAP.queryRenderedFeatures({ layers: ["fill"] }).map((feature) => feature.properties.code))].sort();

/** Natural size of the picture under the drawn borders. */
async function pictureOf() {
  const image = new Image();
  image.src = document.querySelector("figure.cells image").href.baseVal;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

/** Every colour of the open map, as hex digits. */
async function coloursOf() {
  const map = window.AIMAK_MAP;
  const shot = await new Promise((resolve) => {
    map.once("render", () => resolve(map.getCanvas().toDataURL()));
    map.triggerRepaint();
  });
  const image = new Image();
  image.src = shot;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add([data[i], data[i + 1], data[i + 2]].map((n) => n.toString(16).padStart(2, "0")).join(""));
  return [...seen];
}

describe("the interactive map", () => {
  for (const language of languages) {
    for (const scheme of ["http", "file"]) {
      test(`${language}, ${scheme}: opens over the drawn map with every area on it`, async () => {
        const path = home(language);
        const address = scheme === "file" ? fileAddress(path) : server.address(path);
        const viewport = scheme === "file" ? phone : desk;
        const { page, log, close } = await chromium.open(address, { viewport });
        try {
          assert.equal(await openMap(page), "ready", log.complaints.join("\n"));
          const codes = dataOf(path).areas.map((area) => area.code).sort();
          assert.deepEqual(await page.evaluate(codesDrawn), codes);
          assert.equal(await page.locator("figure[data-map] .map-svg").first().isVisible(), false, "the drawn map has left");
          assert.deepEqual(log.complaints, []);
          assert.deepEqual(outside(log.requests, scheme === "file" ? "file:" : server.origin), []);
          await shoot(page, `map-${language}-${viewport.width}`, { fullPage: false });
          await page.locator(".close-map").first().click();
          assert.equal(await page.locator("figure[data-map] .map-svg").first().isVisible(), true, "the drawn map is back");
        } finally {
          await close();
        }
      });
    }
  }

  for (const scheme of ["http", "file"]) {
    test(`a map by cell, ${scheme}: the picture lies under the borders, drawn and interactive`, async () => {
      const path = "ru/indicator/land_degraded_share.html";
      const address = scheme === "file" ? fileAddress(path) : server.address(path);
      const { page, log, close } = await chromium.open(address, { viewport: phone });
      try {
        const figure = page.locator("figure.cells");
        const picture = await page.evaluate(pictureOf);
        assert.ok(picture.width >= 300, `the drawn picture is ${picture.width} pixels wide`);
        await figure.locator(".open-map").click();
        await page.waitForSelector('figure.cells[data-map-state="ready"]', { timeout: 40_000 });
        assert.equal(await page.evaluate(() => window.AIMAK_MAP.getLayer("cells")?.type), "raster");
        const below = await page.evaluate(() => window.AIMAK_MAP.getStyle().layers.map((layer) => layer.id));
        assert.ok(below.indexOf("cells") < below.indexOf("border"), "the borders lie above");
        const colours = await page.evaluate(coloursOf);
        // degraded, stable and water of the legend are on the map itself
        for (const wanted of ["8c510a", "dcdcd6", "9ecae1"]) assert.ok(colours.includes(wanted), `${wanted} is not among the colours`);
        assert.deepEqual(log.complaints, []);
        assert.deepEqual(outside(log.requests, scheme === "file" ? "file:" : server.origin), []);
      } finally {
        await close();
      }
    });
  }

  test("what the pointer shows is what the publisher wrote", async () => {
    const path = home("ky");
    const { page, close } = await chromium.open(server.address(path));
    try {
      await openMap(page);
      const area = dataOf(path).areas.find(({ status }) => status === "uncertain") ?? dataOf(path).areas[0];
      const spot = await page.evaluate(spotOf, area.code);
      assert.ok(spot !== null, `a point of ${area.code} on the screen`);
      await page.mouse.click(spot.x, spot.y);
      const popup = page.locator(".maplibregl-popup");
      await popup.waitFor();
      assert.equal(await popup.locator(".popup-name").innerText(), area.name);
      if (area.label !== "") assert.equal(await popup.locator(".popup-value").innerText(), area.label);
      if (area.note !== "") assert.equal(await popup.locator(".popup-note").innerText(), area.note);
      assert.deepEqual(await popup.locator(".popup-fact").allInnerTexts(), area.facts);
      await shoot(page, "map-popup-ky", { fullPage: false });
      await popup.locator("a").click();
      await page.waitForURL((url) => url.pathname.endsWith(area.href));
    } finally {
      await close();
    }
  });

  test("the colour on the map is the colour of the data, and hatching lies on it where it must", async () => {
    const path = home("ru");
    const { page, close } = await chromium.open(server.address(path));
    try {
      await openMap(page);
      await page.evaluate(() => document.querySelectorAll(".map-name").forEach((e) => { e.style.visibility = "hidden"; }));
      const png = (await page.locator(".map-canvas").first().screenshot()).toString("base64");
      const samples = await page.evaluate(sampleColours, png);
      const wrong = [];
      for (const area of dataOf(path).areas) {
        const seen = samples[area.code];
        if (seen === undefined) continue;
        const plain = seen.includes(area.fill.toLowerCase());
        const mixed = seen.filter((colour) => colour !== area.fill.toLowerCase()).length / seen.length;
        if (!plain) wrong.push(`${area.code}: ${area.fill} not among ${seen.slice(0, 3)}`);
        if (area.status === "uncertain" && mixed < 0.1) wrong.push(`${area.code}: no hatching`);
        if (area.status === "no_interval" && mixed < 0.03) wrong.push(`${area.code}: no dots`);
        // A number without interval was plain before, as if it excluded zero; now dots lie on it.
        if (!["uncertain", "no_interval"].includes(area.status) && mixed > 0.02) wrong.push(`${area.code}: ${mixed} of it in other colours`);
      }
      assert.ok(Object.keys(samples).length > 0, "areas large enough to look at");
      assert.deepEqual(wrong, []);
    } finally {
      await close();
    }
  });

  test("no name lies under a button, in the dark neither", async () => {
    const { page, close } = await chromium.open(server.address(home("ru")), { colorScheme: "dark" });
    try {
      await openMap(page);
      const covered = await page.evaluate(() => {
        const boxes = (selector) => [...document.querySelectorAll(selector)].filter((e) => getComputedStyle(e).visibility !== "hidden")
          .map((e) => e.getBoundingClientRect());
        const buttons = boxes(".maplibregl-ctrl-group");
        return boxes(".map-name").filter((a) => buttons.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
      });
      assert.equal(covered, 0);
      const [ink, ground] = await page.locator(".map-reset").evaluate((e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]);
      assert.deepEqual([ink, ground], ["rgb(31, 42, 53)", "rgb(255, 255, 255)"]);
    } finally {
      await close();
    }
  });

  test("an area's own page frames and outlines that area", async () => {
    const path = pageOf("en", "aimak");
    const { page, close } = await chromium.open(server.address(path));
    try {
      const figures = await page.locator("figure[data-map]").count();
      if (figures === 0) return;
      assert.equal(await openMap(page), "ready");
      const selected = await page.locator("figure[data-map]").first().getAttribute("data-selected");
      const outlined = await page.evaluate(() => window.AIMAK_MAP.queryRenderedFeatures({ layers: ["selected"] }).map((f) => f.properties.code));
      assert.deepEqual([...new Set(outlined)], [selected]);
      await shoot(page, "map-aimak-en", { fullPage: false });
    } finally {
      await close();
    }
  });

  test("the language link keeps the open map open", async () => {
    const { page, close } = await chromium.open(server.address(home("ky")));
    try {
      await openMap(page);
      await page.locator('a[hreflang="ru"]').first().click();
      await page.waitForURL(/\/ru\/index\.html#map$/);
      assert.equal(await mapState(page), "ready");
    } finally {
      await close();
    }
  });

  test("keyboard: the button is reached and pressed, the list lights the map, the map takes the arrows", async () => {
    const { page, close } = await chromium.open(server.address(home("en")));
    try {
      const isOpenButton = () => document.activeElement?.classList.contains("open-map") ?? false;
      let steps = 0;
      while (!(await page.evaluate(isOpenButton)) && steps < 200) {
        await page.keyboard.press("Tab");
        steps += 1;
      }
      assert.ok(await page.evaluate(isOpenButton), "the map button is in the order of focus");
      await page.keyboard.press("Enter");
      assert.equal(await mapState(page), "ready");
      const link = page.locator("#aimaks a").first();
      await link.focus();
      await page.locator(".popup-glance .popup-name").waitFor();
      assert.equal(await page.locator(".popup-glance .popup-name").innerText(), (await link.innerText()).split("\n")[0]);
      await page.locator(".map-canvas canvas").focus();
      const before = await page.evaluate(() => window.AIMAK_MAP.getCenter().lng);
      await page.keyboard.press("Equal");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((lng) => window.AIMAK_MAP.getCenter().lng > lng, before, { timeout: 5_000 });
    } finally {
      await close();
    }
  });
});

describe("without WebGL", () => {
  const plain = useChromium("none");

  test("the drawn map stays and a notice says why", async () => {
    for (const language of languages) {
      const { page, close } = await plain.open(server.address(home(language)), { viewport: phone });
      try {
        assert.equal(await openMap(page), "failed");
        assert.equal(await page.locator("figure[data-map] .map-svg").first().isVisible(), true);
        assert.equal(await page.locator("figure[data-map] .map-failed").first().isVisible(), true);
        assert.equal(await page.locator(".map-canvas").count(), 0);
        await shoot(page, `no-webgl-${language}`, { fullPage: false });
      } finally {
        await close();
      }
    }
  });
});

/** A screen point well inside an area: all neighbours at 6 px belong to it too. Runs in the page. */
function spotOf(code) {
  const map = window.AIMAK_MAP;
  const { width, height, left, top } = map.getCanvas().getBoundingClientRect();
  const at = (x, y) => map.queryRenderedFeatures([x, y], { layers: ["fill"] })[0]?.properties.code;
  for (let y = 12; y < height - 12; y += 6) {
    for (let x = 12; x < width - 60; x += 6) {
      const around = [[0, 0], [6, 0], [-6, 0], [0, 6], [0, -6]];
      if (around.every(([dx, dy]) => at(x + dx, y + dy) === code)) return { x: left + x, y: top + y };
    }
  }
  return null;
}

/** Colours seen inside each area, away from its borders and from the controls. Runs in the page. */
async function sampleColours(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const map = window.AIMAK_MAP;
  const at = (x, y) => map.queryRenderedFeatures([x, y], { layers: ["fill"] })[0]?.properties.code;
  const hex = (bytes) => `#${[...bytes.slice(0, 3)].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
  const seen = {};
  for (let y = 20; y < image.height - 40; y += 15) {
    for (let x = 20; x < image.width - 60; x += 15) {
      const code = at(x, y);
      const inside = code !== undefined && [[9, 0], [-9, 0], [0, 9], [0, -9]].every(([dx, dy]) => at(x + dx, y + dy) === code);
      if (!inside) continue;
      const pixels = context.getImageData(x - 4, y - 4, 8, 8).data;
      seen[code] ??= [];
      for (let i = 0; i < pixels.length; i += 4) seen[code].push(hex(pixels.subarray(i, i + 4)));
    }
  }
  return seen;
}
