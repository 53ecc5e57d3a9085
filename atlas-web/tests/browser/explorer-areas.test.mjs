// The map page by area: its colours, its words and its list are the release's, at every time and side by side.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { phone, shoot, useChromium } from "./chromium.mjs";
import { EROSION, choose, complaints, dataOf, legendOf, mapPath, openExplorer, samples, settled } from "./explorer.mjs";
import { useServer } from "./site.mjs";

const chromium = useChromium();
const server = useServer();

describe("areas", () => {
  for (const palette of ["default", "alternative"]) {
    test(`${palette}: the colour on the map is the colour of the legend and of the release's class`, async () => {
      const { page, close } = await openExplorer(chromium, server.address(mapPath("en", `#i=${EROSION}${palette === "default" ? "" : "&p=2"}`)));
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ky", `#i=${EROSION}`)));
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ru", `#i=${EROSION}`)));
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ky", `#i=${EROSION}`)), { viewport: phone });
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("en", `#i=${EROSION}&s=state-after&p=2`)));
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ky", `#i=${EROSION}&s=state-before`)));
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ru", `#i=${indicator}`)));
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
    const { page, log, close } = await openExplorer(chromium, server.address(mapPath("en", `#i=${EROSION}`)));
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
    const { page, close } = await openExplorer(chromium, server.address(mapPath("ky", `#i=${EROSION}&m=side`)));
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
