// The map page says what the release says, in every language, over every kind of line, and gives way to its drawing.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { desk, launch, openPage, outside, phone, shoot } from "./chromium.mjs";
import { evaluate, fileAddress, languages, read, serve, site } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

const hasTiles = existsSync(join(site, "data/tiles.js"));
const archives = hasTiles ? evaluate("data/tiles.js").AIMAK_TILES.archives : {};
const hasPacks = Object.keys(archives).every((name) => existsSync(join(site, `packs/${name}.js`)));
const dataOf = (indicator, language) => evaluate(`data/explore-${indicator}-${language}.js`).AIMAK_EXPLORE[`${indicator}-${language}`];
const path = (language, hash = "") => `${language}/map.html${hash}`;
/** An indicator with periods, a change and maps by cell; every demo release has it. */
const EROSION = "soil_loss_water";
const withCells = archives[EROSION] !== undefined;
/** Tiles a page may ask for and not get where the site has none. */
const complaints = (log) => log.complaints.filter((line) => hasTiles || !/tiles\.js|404 \(Not Found\)|ERR_FILE_NOT_FOUND/.test(line));

async function state(page) {
  const found = await page.waitForFunction(
    () => ["ready", "failed"].find((state) => document.querySelector("#explorer")?.dataset.mapState === state) ?? false,
    null,
    { timeout: 60_000 },
  );
  return found.jsonValue();
}

const settled = (page) => page.evaluate(() => window.AIMAK_EXPLORER.settled());

async function openExplorer(address, options = {}, from = browser) {
  const opened = await openPage(from, address, options);
  await opened.page.locator(".open-explorer").click({ timeout: 1_000 }).catch(() => undefined);
  assert.equal(await state(opened.page), "ready", opened.log.complaints.join("\n"));
  await settled(opened.page);
  return opened;
}

/** Changes what is shown by the page's own controls, and waits until it is drawn. */
async function choose(page, name, value) {
  const more = page.locator(".explorer-more");
  if (name === "mode" || name === "palette") await more.evaluate((details) => { details.open = true; });
  if (name === "mode") await page.locator(`[name="mode"][value="${value}"]`).check();
  else if (name === "palette") await page.locator('[name="palette"]').setChecked(value);
  else await page.locator(`select[name="${name}"]`).selectOption(value);
  await page.waitForFunction(([name, value]) => {
    const { state } = window.AIMAK_EXPLORER;
    const key = name === "palette" ? (value ? "alternative" : "default") : value;
    return state[name] === key;
  }, [name, value]);
  await settled(page);
}

/** Colours inside each area, away from borders, water, roads and names; and what the page says of them. Runs in the page. */
async function samples(place) {
  const pane = window.AIMAK_EXPLORER.panes[place];
  const { map } = pane;
  for (const layer of map.getStyle().layers) {
    if (layer.type === "symbol" || layer.id.startsWith("base-")) map.setLayoutProperty(layer.id, "visibility", "none");
  }
  const picture = await new Promise((resolve) => {
    map.once("idle", () => {
      map.once("render", () => resolve(map.getCanvas().toDataURL()));
      map.triggerRepaint();
    });
    map.triggerRepaint();
  });
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const at = (x, y) => map.queryRenderedFeatures([x, y], { layers: ["fill"] })[0]?.properties.code;
  const hex = (bytes) => `#${[...bytes.slice(0, 3)].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
  const seen = [];
  for (let y = 20; y < image.height - 40; y += 23) {
    for (let x = 20; x < image.width - 60; x += 23) {
      const code = at(x, y);
      const inside = code !== undefined && [[9, 0], [-9, 0], [0, 9], [0, -9]].every(([dx, dy]) => at(x + dx, y + dy) === code);
      if (!inside) continue;
      const block = context.getImageData(x - 4, y - 4, 8, 8).data;
      const colours = new Set();
      for (let i = 0; i < block.length; i += 4) colours.add(hex(block.subarray(i, i + 4)));
      const here = context.getImageData(x, y, 1, 1).data;
      const cell = await pane.cellAt(map.unproject([x + 0.5, y + 0.5]));
      seen.push({ x, y, code, colours: [...colours], colour: here[3] === 0 ? "" : hex(here), cell });
    }
  }
  return seen;
}

/** Fills of the legend on the page, by the key of the row. */
const legendOf = (page) => page.evaluate(() =>
  Object.fromEntries([...document.querySelectorAll(".explorer-legend tr")].flatMap((row) => {
    const key = row.querySelector("[data-row]")?.dataset.row;
    return key === undefined ? [] : [[key, row.querySelector("rect").getAttribute("fill")]];
  })));

describe("areas", () => {
  for (const palette of ["default", "alternative"]) {
    test(`${palette}: the colour on the map is the colour of the legend and of the release's class`, async () => {
      const { page, close } = await openExplorer(server.address(path("en", `#i=${EROSION}${palette === "default" ? "" : "&p=2"}`)));
      try {
        const data = dataOf(EROSION, "en");
        const scene = data.scenes.find(({ id }) => id === data.initial);
        const { fills } = data.legends[scene.legend][palette];
        const legend = await legendOf(page);
        data.legends[scene.legend].rows.forEach((place) => assert.equal(legend[`c${place}`], fills[place]));
        const found = await page.evaluate(samples, 0);
        assert.ok(found.length > 30, `${found.length} places`);
        const wrong = found.filter(({ code, colours }) => {
          const area = scene.areas[data.areas.findIndex((about) => about.code === code)];
          const wanted = area.class === undefined ? "#ffffff" : fills[area.class];
          const mixed = colours.length > 1;
          return !(colours.includes(wanted) || (colours.length === 1 && area.class === undefined)) || (area.status === "robust" && mixed);
        });
        assert.deepEqual(wrong, []);
      } finally {
        await close();
      }
    });
  }

  test("the pointer reads what the publisher wrote, and a click opens the page of the area", async () => {
    const { page, close } = await openExplorer(server.address(path("ky", `#i=${EROSION}`)));
    try {
      const data = dataOf(EROSION, "ky");
      const scene = data.scenes.find(({ id }) => id === data.initial);
      const [spot] = await page.evaluate(samples, 0);
      const place = data.areas.findIndex(({ code }) => code === spot.code);
      const box = await page.locator(".pane.left canvas").boundingBox();
      await page.mouse.click(box.x + spot.x, box.y + spot.y);
      const card = page.locator(".explorer-card.pinned");
      await card.waitFor();
      assert.equal(await card.locator(".popup-name").innerText(), data.areas[place].name);
      assert.equal(await card.locator(".popup-value").innerText(), scene.areas[place].label);
      assert.equal(await card.locator(".popup-note").innerText(), data.words[scene.areas[place].note]);
      assert.ok((await page.locator(".explorer-readout").innerText()).includes(scene.areas[place].label));
      await card.locator("a").click();
      await page.waitForURL((url) => url.pathname.endsWith(data.areas[place].href.split("#")[0]));
    } finally {
      await close();
    }
  });

  test("a row of the legend shows its areas alone, by the keyboard too, and all come back", async () => {
    const { page, close } = await openExplorer(server.address(path("ru", `#i=${EROSION}`)));
    try {
      const row = page.locator('.legend-row[data-row="uncertain"]');
      await row.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => window.AIMAK_EXPLORER.state.rows.length === 1);
      assert.equal(await row.getAttribute("aria-pressed"), "true");
      assert.equal(await row.evaluate((button) => button === document.activeElement), true, "the focus stays on the row");
      const data = dataOf(EROSION, "ru");
      const scene = data.scenes.find(({ id }) => id === data.initial);
      const aside = scene.areas.filter(({ status }) => status !== "uncertain").length;
      assert.ok(aside > 0);
      assert.equal(await page.locator(".explorer-areas tr.aside").count(), aside);
      assert.match(page.url(), /f=uncertain/);
      await page.locator(".explorer-all button").click();
      await page.waitForFunction(() => document.querySelectorAll(".explorer-areas tr.aside").length === 0);
    } finally {
      await close();
    }
  });

  test("no name lies under a button, wherever the map is moved", async () => {
    const { page, close } = await openExplorer(server.address(path("ky", `#i=${EROSION}`)), { viewport: phone });
    try {
      for (const dy of [0, 60, 110]) {
        await page.evaluate((dy) => window.AIMAK_EXPLORER.panes[0].map.panBy([0, dy], { animate: false }), dy);
        await settled(page);
        const covered = await page.evaluate(() => {
          const { map } = window.AIMAK_EXPLORER.panes[0];
          const room = map.getContainer().getBoundingClientRect();
          const { left, top, right, bottom } = document.querySelector(".explorer-buttons").getBoundingClientRect();
          const box = [[left - room.left, top - room.top], [right - room.left, bottom - room.top]];
          return map.queryRenderedFeatures(box, { layers: ["names", "place-names", "lake-names"].filter((id) => map.getLayer(id)) }).length;
        });
        assert.equal(covered, 0);
      }
    } finally {
      await close();
    }
  });

  test("the drawing below follows: it is what is printed", async () => {
    const { page, close } = await openExplorer(server.address(path("en", `#i=${EROSION}&s=state-after&p=2`)));
    try {
      const data = dataOf(EROSION, "en");
      const scene = data.scenes.find(({ id }) => id === "state-after");
      const fills = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".map-svg path.area")].map((path) => [path.dataset.code, path.getAttribute("fill")])));
      data.areas.forEach(({ code }, place) => {
        const area = scene.areas[place];
        assert.equal(fills[code], area.class === undefined ? "#ffffff" : data.legends[scene.legend].alternative.fills[area.class], code);
      });
    } finally {
      await close();
    }
  });

  test("the list holds the values of the scene and drives the map", async () => {
    const { page, close } = await openExplorer(server.address(path("ky", `#i=${EROSION}&s=state-before`)));
    try {
      const data = dataOf(EROSION, "ky");
      const scene = data.scenes.find(({ id }) => id === "state-before");
      const told = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".explorer-areas tr[data-code]")].map((row) => [row.dataset.code, row.querySelector(".area-value").textContent])));
      data.areas.forEach(({ code }, place) => assert.equal(told[code], scene.areas[place].label));
      const { code } = data.areas[3];
      await page.locator(`.explorer-areas tr[data-code="${code}"] .locate`).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction((code) => window.AIMAK_EXPLORER.state.area === code, code);
      await settled(page);
      const outlined = await page.evaluate(() => window.AIMAK_EXPLORER.panes[0].map.queryRenderedFeatures({ layers: ["selected"] }).map((f) => f.properties.code));
      assert.deepEqual([...new Set(outlined)], [code]);
      assert.match(page.url(), new RegExp(`a=${code}`));
    } finally {
      await close();
    }
  });
});

describe("time", () => {
  test("the slider of years moves by keys and each year has its numbers", async () => {
    const indicator = "ndvi_season_mean";
    const { page, close } = await openExplorer(server.address(path("ru", `#i=${indicator}`)));
    try {
      const data = dataOf(indicator, "ru");
      const years = data.scenes.filter(({ family }) => family === "years");
      await page.locator('select[name="scene"]').selectOption("years");
      const slider = page.locator('[name="year"]');
      await slider.waitFor();
      await slider.focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((id) => window.AIMAK_EXPLORER.state.scene === id, years[1].id);
      assert.equal(await page.locator(".explorer-years output").innerText(), years[1].label);
      assert.equal(await slider.getAttribute("aria-valuetext"), years[1].label);
      assert.equal(await page.locator(".explorer-play").isVisible(), false, "nothing moves by itself where motion is not wanted");
      const told = await page.locator(".explorer-areas .area-value").allInnerTexts();
      assert.deepEqual([...told].sort(), years[1].areas.map(({ label }) => label).sort());
    } finally {
      await close();
    }
  });
});

describe("before and after", () => {
  test("the dividing line moves by keys; left and right keep their own colours", async () => {
    const { page, log, close } = await openExplorer(server.address(path("en", `#i=${EROSION}`)));
    try {
      await choose(page, "mode", "swipe");
      assert.deepEqual(await page.evaluate(() => window.AIMAK_EXPLORER.views.map(({ scene }) => scene.role)), ["before", "after"]);
      const clip = () => page.locator(".pane.right").evaluate((pane) => pane.style.clipPath);
      const first = await clip();
      await page.locator('[name="swipe"]').focus();
      for (let i = 0; i < 20; i += 1) await page.keyboard.press("ArrowLeft");
      await page.waitForFunction(() => window.AIMAK_EXPLORER.state.swipe === 30);
      assert.notEqual(await clip(), first);
      assert.match(page.url(), /w=30/);
      const data = dataOf(EROSION, "en");
      for (const [place, id] of [[0, "state-before"], [1, "state-after"]]) {
        const scene = data.scenes.find((scene) => scene.id === id);
        const { fills } = data.legends[scene.legend].default;
        const found = await page.evaluate(samples, place);
        const wrong = found.filter(({ code, colours }) => {
          const area = scene.areas[data.areas.findIndex((about) => about.code === code)];
          return area.class !== undefined && !colours.includes(fills[area.class]);
        });
        assert.ok(found.length > 30);
        assert.deepEqual(wrong, [], id);
      }
      assert.deepEqual(complaints(log), []);
      await shoot(page, "explorer-swipe-en", { fullPage: false });
    } finally {
      await close();
    }
  });

  test("side by side the maps go together; in turn the button shows the other; the change is one press away", async () => {
    const { page, close } = await openExplorer(server.address(path("ky", `#i=${EROSION}&m=side`)));
    try {
      const where = () => page.evaluate(() => window.AIMAK_EXPLORER.panes.map(({ map }) => [map.getCenter().lng, map.getCenter().lat, map.getZoom()]));
      await page.evaluate(() => window.AIMAK_EXPLORER.panes[0].map.jumpTo({ zoom: 10 }));
      let [left, right] = await where();
      assert.deepEqual(left, right);
      await page.evaluate(() => window.AIMAK_EXPLORER.panes[1].map.jumpTo({ zoom: 9.5 }));
      [left, right] = await where();
      assert.deepEqual(left, right);
      await choose(page, "mode", "flip");
      assert.equal(await page.evaluate(() => window.AIMAK_EXPLORER.panes.length), 1);
      const data = dataOf(EROSION, "ky");
      const label = (id) => data.scenes.find((scene) => scene.id === id).label;
      assert.equal(await page.locator(".pane-label.left").innerText(), label("state-before"));
      await page.locator(".explorer-flip").click();
      assert.equal(await page.locator(".pane-label.left").innerText(), label("state-after"));
      await page.locator(".explorer-change").click();
      await page.waitForFunction(() => window.AIMAK_EXPLORER.state.scene.startsWith("change-") && window.AIMAK_EXPLORER.state.mode === "one");
    } finally {
      await close();
    }
  });
});

describe("a link", () => {
  test("shows the same to whoever opens it, in every language", async () => {
    const hash = `#i=${EROSION}&s=state-after&m=swipe&o=state-before&w=30&p=2&a=DEMO-04&at=72.9000,42.5500,9.50`;
    const { page, close } = await openExplorer(server.address(path("ky", hash)));
    try {
      const shown = () => page.evaluate(() => {
        const { state, panes } = window.AIMAK_EXPLORER;
        const { lng, lat } = panes[0].map.getCenter();
        return { ...state, lng: lng.toFixed(4), lat: lat.toFixed(4), zoom: panes[0].map.getZoom().toFixed(2) };
      });
      const first = await shown();
      assert.deepEqual([first.scene, first.other, first.mode, first.swipe, first.palette, first.area], ["state-after", "state-before", "swipe", 30, "alternative", "DEMO-04"]);
      assert.deepEqual([first.lng, first.lat, first.zoom], ["72.9000", "42.5500", "9.50"]);
      assert.equal(new URL(page.url()).hash, hash);
      await page.locator('a[hreflang="ru"]').first().click();
      await page.waitForURL((url) => url.pathname.endsWith("/ru/map.html"));
      assert.equal(await state(page), "ready");
      assert.deepEqual(await shown(), first);
    } finally {
      await close();
    }
  });

  test("one that asks for what this edition lacks opens what stands for the indicator; an old #map opens the map", async () => {
    for (const hash of ["#map", "#i=gone&s=never&a=NOBODY&p=2", `#i=${EROSION}&s=%3Cscript%3E&m=swipe&w=x&at=1,2`]) {
      const { page, log, close } = await chromium.open(server.address(path("en", hash)));
      try {
        assert.equal(await state(page), "ready", hash);
        assert.deepEqual(log.complaints.filter((line) => line.startsWith("error:") && !line.includes("404")), []);
      } finally {
        await close();
      }
    }
  });

  test("from an indicator's page leads to that indicator", async () => {
    const { page, close } = await chromium.open(server.address(`en/indicator/${EROSION}.html`));
    try {
      await page.locator("a.to-explorer").first().click();
      assert.equal(await state(page), "ready");
      assert.equal(await page.evaluate(() => window.AIMAK_EXPLORER.state.indicator), EROSION);
    } finally {
      await close();
    }
  });
});

describe("languages and screens", () => {
  for (const language of languages) {
    test(`${language}: names on the map are those of the language, nothing runs over the edge of a phone`, async () => {
      const { page, log, close } = await openExplorer(server.address(path(language, `#i=${EROSION}`)), { viewport: phone });
      try {
        const data = dataOf(EROSION, language);
        const names = await page.evaluate(() => {
          const { map } = window.AIMAK_EXPLORER.panes[0];
          return [...new Set(map.queryRenderedFeatures({ layers: ["names"] }).map(({ properties }) => properties.name))];
        });
        assert.ok(names.length > 3, "some names have room");
        assert.deepEqual(names.filter((name) => !data.areas.some((about) => about.name === name)), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.width);
        assert.ok((await page.locator(".explorer-said").textContent()).startsWith(data.scenes.find(({ id }) => id === data.initial).title));
        assert.deepEqual(complaints(log), []);
        assert.deepEqual(outside(log.requests, server.origin), []);
        await shoot(page, `explorer-${language}-phone`);
      } finally {
        await close();
      }
    });
  }

  for (const [hash, colorScheme] of [["&m=swipe", "light"], ["&m=side&f=c1", "dark"]]) {
    test(`axe-core finds nothing serious on the open map (${hash}, ${colorScheme})`, async () => {
      const { page, close } = await openExplorer(server.address(path("ru", `#i=${EROSION}${hash}`)), { colorScheme });
      try {
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`), []);
        await shoot(page, `explorer-ru-${colorScheme}`, { fullPage: false });
      } finally {
        await close();
      }
    });
  }

  test("the cross reads the middle of the map for those who use keys and for those who hear the page", async () => {
    const { page, close } = await openExplorer(server.address(path("en", `#i=${EROSION}`)));
    try {
      await page.locator(".explorer-play, .explorer-swipe input, .zoom-all").last().focus();
      await page.locator(".pane.left canvas").focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => document.querySelector(".explorer-canvas").classList.contains("crossed"));
      await settled(page);
      const centre = await page.evaluate(() => {
        const { map } = window.AIMAK_EXPLORER.panes[0];
        return map.queryRenderedFeatures(map.project(map.getCenter()), { layers: ["fill"] })[0]?.properties.code;
      });
      const data = dataOf(EROSION, "en");
      const name = data.areas.find(({ code }) => code === centre)?.name;
      await page.waitForFunction((name) => document.querySelector(".explorer-said").textContent.startsWith(name ?? ""), name);
    } finally {
      await close();
    }
  });
});

describe("without", () => {
  test("WebGL the drawn map stays, and the ways to the others", async () => {
    const plain = await launch("none");
    try {
      for (const language of languages) {
        const { page, close } = await openPage(plain, server.address(path(language)), { viewport: phone });
        await page.locator(".open-explorer").click({ timeout: 1_000 }).catch(() => undefined);
        assert.equal(await state(page), "failed");
        assert.equal(await page.locator(".map-svg").first().isVisible(), true);
        assert.equal(await page.locator(".map-failed").isVisible(), true);
        assert.equal(await page.locator(".explorer-canvas").count(), 0);
        assert.equal(await page.locator(".explorer-controls").isVisible(), false, "no controls that control nothing");
        assert.ok((await page.locator(".explorer-drawn a").count()) > 5);
        await shoot(page, `explorer-no-webgl-${language}`, { fullPage: false });
        await close();
      }
    } finally {
      await plain.close();
    }
  });

  test("a script the page has map, legend, numbers and links", async () => {
    const { page, close } = await chromium.open(server.address(path("ky")), { javaScriptEnabled: false });
    try {
      assert.equal(await page.locator(".map-svg").first().isVisible(), true);
      assert.ok((await page.locator(".explorer-areas tr[data-code]").count()) > 5);
      assert.equal(await page.locator(".open-explorer").isVisible(), false);
      assert.equal(await page.locator(".explorer-controls").isVisible(), false);
    } finally {
      await close();
    }
  });

  test("a fast line nothing is loaded before it is asked for", async () => {
    const { page, log, close } = await chromium.open("about:blank");
    try {
      await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true, effectiveType: "4g" } }));
      await page.goto(server.address(path("en")), { waitUntil: "load" });
      await page.waitForTimeout(500);
      assert.deepEqual(log.requests.filter((url) => /map\.js|explorer\.js|pmtiles/.test(url)), []);
      await page.locator(".open-explorer").click();
      assert.equal(await state(page), "ready");
    } finally {
      await close();
    }
  });

  test("more than 750 KB the first view is complete", async (t) => {
    const sizes = new Map();
    const { page, close } = await chromium.open("about:blank", { viewport: phone });
    try {
      page.on("response", async (response) => {
        if (!response.url().startsWith(server.origin)) return;
        const bytes = await response.body().catch(() => Buffer.alloc(0));
        const packed = /\.(woff2|png|pmtiles)(\?|$)/.test(response.url()) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
        sizes.set(`${response.url()} ${response.headers()["content-range"] ?? ""}`, packed);
      });
      await page.goto(server.address(path("ky", `#i=${EROSION}`)), { waitUntil: "load" });
      assert.equal(await state(page), "ready");
      await settled(page);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      t.diagnostic(`map page ky: ${(total / 1024).toFixed(1)} KB in ${sizes.size} answers`);
      assert.ok(total <= 750 * 1024, [...sizes].map(([url, size]) => `${url} ${size}`).join("\n"));
    } finally {
      await close();
    }
  });
});

/** A host that gives whole files only, or parts of the gzipped file as some did. */
async function oddHost(kind) {
  const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml", woff2: "font/woff2" };
  const seen = [];
  const host = createServer((request, response) => {
    const file = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    const bytes = readFileSync(file);
    const type = { "content-type": types[file.split(".").at(-1)] ?? "application/octet-stream" };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (file.endsWith(".pmtiles")) seen.push(request.headers.range ?? "whole");
    if (range !== null && kind === "gzip") {
      const packed = gzipSync(bytes);
      const [start, end] = [Number(range[1]), Math.min(Number(range[2]), packed.length - 1)];
      response.writeHead(206, { ...type, "content-encoding": "gzip", "content-range": `bytes ${start}-${end}/${packed.length}` });
      return void response.end(packed.subarray(start, end + 1));
    }
    response.writeHead(200, { ...type, "content-length": bytes.length });
    response.end(bytes);
  });
  await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${host.address().port}`, seen, close: () => new Promise((done) => { host.closeAllConnections(); host.close(done); }) };
}

/** A digest of what the map has drawn. */
async function picture(page) {
  const drawn = await page.evaluate(async () => {
    const { map } = window.AIMAK_EXPLORER.panes[0];
    return new Promise((resolve) => {
      map.once("render", () => resolve(map.getCanvas().toDataURL()));
      map.triggerRepaint();
    });
  });
  return createHash("sha256").update(drawn).digest("hex");
}

describe("cells", { skip: withCells ? false : "the site has no tiles" }, () => {
  const hash = `#i=${EROSION}&s=cells-change-before-after`;

  for (const palette of ["", "&p=2"]) {
    test(`the colour of a cell is that of its class in the legend${palette}`, async () => {
      const { page, log, close } = await openExplorer(server.address(path("en", `${hash}${palette}&at=72.9300,42.5600,11.60`)));
      try {
        const legend = await legendOf(page);
        const found = await page.evaluate(samples, 0);
        // MapLibre moves a resting raster by up to half a pixel onto the screen's grid: so not beside the edge of a cell
        const even = found.filter(({ colours }) => colours.length === 1);
        const told = even.filter(({ cell }) => cell !== null);
        assert.ok(told.length > 50, `${told.length} places with a value`);
        assert.ok(new Set(told.map(({ cell }) => cell.place)).size > 2, "of several classes");
        assert.deepEqual(told.filter(({ cell, colour }) => legend[`c${cell.place}`] !== colour), []);
        assert.deepEqual(even.filter(({ cell, colour }) => cell === null && colour !== ""), [], "no value, no colour");
        assert.deepEqual(complaints(log), []);
      } finally {
        await close();
      }
    });
  }

  test("what is read under the pointer is the code of the release's picture in its words", async () => {
    const { page, close } = await openExplorer(server.address(path("ru", hash)));
    try {
      const data = dataOf(EROSION, "ru");
      const { cells } = data.scenes.find(({ id }) => id === "cells-change-before-after");
      const release = JSON.parse(read("downloads/release.json"));
      const layer = release.maps.find(({ indicator, quantity }) => indicator === EROSION && quantity.change !== undefined);
      const found = await page.evaluate(samples, 0);
      const spot = found.find(({ cell, colours }) => cell !== null && colours.length === 1);
      const box = await page.locator(".pane.left canvas").boundingBox();
      await page.mouse.move(box.x + spot.x, box.y + spot.y);
      await page.waitForFunction(() => document.querySelector(".explorer-readout").textContent.trim() !== "");
      const { words } = await page.evaluate(([x, y]) => {
        const [pane] = window.AIMAK_EXPLORER.panes;
        return pane.cellAt(pane.map.unproject([x, y]));
      }, [spot.x, spot.y]);
      assert.ok((await page.locator(".explorer-readout").innerText()).includes(words));
      const code = cells.values.indexOf(words);
      assert.equal(cells.classes[code], spot.cell.place, words);
      // the number in the words is low + step (code - 1) of the release, to the printed digit
      const value = layer.scale.low + layer.scale.step * (code - 1);
      const printed = Number(/[-−+]?[\d\u00a0]+(?:,\d+)?/.exec(words)[0].replace("−", "-").replace(/\u00a0/g, "").replace(",", "."));
      assert.ok(Math.abs(printed - value) <= 0.0051, `${words} is told of ${value}`);
    } finally {
      await close();
    }
  });

  test("a row of the legend shows its cells alone", async () => {
    const { page, close } = await openExplorer(server.address(path("en", hash)));
    try {
      const common = (await page.evaluate(samples, 0)).find(({ cell }) => cell !== null).cell.place;
      await page.locator(`.legend-row[data-row="c${common}"]`).click();
      await page.waitForFunction(() => window.AIMAK_EXPLORER.state.rows.length === 1);
      await settled(page);
      const found = (await page.evaluate(samples, 0)).filter(({ colours }) => colours.length === 1);
      assert.ok(found.some(({ cell, colour }) => cell?.place === common && colour !== ""));
      assert.deepEqual(found.filter(({ cell, colour }) => cell !== null && cell.place !== common && colour !== ""), []);
    } finally {
      await close();
    }
  });

  test("the same picture over http, without Range, from a host that gzips Range, and from a stick", async (t) => {
    const seen = {};
    const see = async (name, origin, viewport = desk) => {
      const { page, log, close } = await openExplorer(`${origin}/${path("ky", hash)}`, { viewport });
      seen[name] = await picture(page);
      assert.deepEqual(outside(log.requests, origin.startsWith("file:") ? "file:" : origin), []);
      await close();
    };
    await see("http", server.origin);
    for (const kind of ["whole", "gzip"]) {
      const host = await oddHost(kind);
      try {
        await see(kind, host.origin);
        assert.ok(host.seen.length > 0);
      } finally {
        await host.close();
      }
    }
    if (hasPacks) await see("file", fileAddress("").replace(/\/$/, ""));
    else t.diagnostic("the site is no stick: no packs to read from file://");
    assert.deepEqual(new Set(Object.values(seen)).size, 1, JSON.stringify(seen));
  });
});
