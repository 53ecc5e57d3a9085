// Chromium with a closed network, and pages that remember what they asked for and what they complained about.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { logOf } from "./log.mjs";

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

const quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"];
const closedNetwork = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
const drawing = {
  webgl: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  none: ["--disable-3d-apis"],
};

/** One browser for all tests of the file or group around the call; `open(address, options)` opens a page in it. */
export function useChromium(graphics = "webgl") {
  let browser;
  before(async () => {
    const args = [...quiet, closedNetwork, ...drawing[graphics]];
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  });
  after(() => browser?.close());
  return { open: (address, options) => openPage(browser, address, options) };
}

/** SwiftShader remarks on its own slowness; that is the test machine's affair, not the page's. */
const harmless = (message) => /GPU stall due to ReadPixels|GroupMarkerNotSet|software WebGL/i.test(message.text());

/** An icon that was still on its way when the page went on to the next address; one that is missing fails otherwise. */
const leftBehind = (request) => request.failure()?.errorText === "net::ERR_ABORTED" && /\/icon\.svg$/.test(request.url());

/** Opens `address`, with `prepare(page)` before; the log beside the page fills as long as it lives. */
async function openPage(browser, address, { prepare = () => undefined, waitUntil = "load", ...options } = {}) {
  const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const log = logOf(page, { leftBehind, harmless });
  await prepare(page);
  await page.goto(address, { waitUntil });
  return { page, log, close: () => context.close() };
}

/** For `prepare`: what Chromium says of the line; headless it would call every line fast. */
export const onLine = (connection) => (page) =>
  page.addInitScript((value) => Object.defineProperty(navigator, "connection", { value }), connection);

/** Requests that leave the site. */
export function outside(requests, origin) {
  const own = origin.startsWith("file:") ? "file:" : `${origin}/`;
  return requests.filter((url) => !url.startsWith(own) && !url.startsWith("blob:") && !url.startsWith("data:"));
}

/** Opens the page's interactive map and waits until it is drawn, or has given up. */
export async function openMap(page) {
  await page.locator("figure[data-map] .open-map").first().click();
  return mapState(page);
}

/** "ready" or "failed", as soon as the map of `root` is one of them. */
export async function mapState(page, root = "figure[data-map]", timeout = 30_000) {
  const state = await page.waitForFunction(
    (root) => ["ready", "failed"].find((state) => document.querySelector(root)?.dataset.mapState === state) ?? false,
    root,
    { timeout },
  );
  return state.jsonValue();
}

/** Keeps a picture for human eyes where AIMAK_SHOTS names a folder. */
export async function shoot(page, name, { fullPage = true } = {}) {
  const folder = process.env.AIMAK_SHOTS;
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
