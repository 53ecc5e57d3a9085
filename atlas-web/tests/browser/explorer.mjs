// The map page in the browser: opening it, choosing on it, and reading what it has drawn.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { mapState } from "./chromium.mjs";
import { evaluate, site } from "./site.mjs";

const hasTiles = existsSync(join(site, "data/tiles.js"));
export const archives = hasTiles ? evaluate("data/tiles.js").AIMAK_TILES.archives : {};
export const dataOf = (indicator, language) => evaluate(`data/explore-${indicator}-${language}.js`).AIMAK_EXPLORE[`${indicator}-${language}`];
export const mapPath = (language, hash = "") => `${language}/map.html${hash}`;
/** An indicator with periods, a change and maps by cell; every demo release has it. */
export const EROSION = "soil_loss_water";
/** Tiles a page may ask for and not get where the site has none. */
export const complaints = (log) => log.complaints.filter((line) => hasTiles || !/tiles\.js|404 \(Not Found\)|ERR_FILE_NOT_FOUND/.test(line));

/** "ready" or "failed", as soon as the map page's map is one of them. */
export const explorerState = (page) => mapState(page, "#explorer", 60_000);

export const settled = (page) => page.evaluate(() => window.AIMAK_EXPLORER.settled());

/** Opens the map page at `address` and waits until its map is drawn. */
export async function openExplorer(chromium, address, options) {
  const opened = await chromium.open(address, options);
  await opened.page.locator(".open-explorer").click({ timeout: 1_000 }).catch(() => undefined);
  assert.equal(await explorerState(opened.page), "ready", opened.log.complaints.join("\n"));
  await settled(opened.page);
  return opened;
}

/** Changes what is shown by the page's own controls, and waits until it is drawn. */
export async function choose(page, name, value) {
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
export async function samples(place) {
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
export const legendOf = (page) => page.evaluate(() =>
  Object.fromEntries([...document.querySelectorAll(".explorer-legend tr")].flatMap((row) => {
    const key = row.querySelector("[data-row]")?.dataset.row;
    return key === undefined ? [] : [[key, row.querySelector("rect").getAttribute("fill")]];
  })));
