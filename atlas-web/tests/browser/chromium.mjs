// Chromium with a closed network, and pages that remember what they asked for and what they complained about.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

const quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"];
const closedNetwork = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
const drawing = {
  webgl: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  none: ["--disable-3d-apis"],
};

export function launch(graphics = "webgl") {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...quiet, closedNetwork, ...drawing[graphics]],
  });
}

/** SwiftShader remarks on its own slowness; that is the test machine's affair, not the page's. */
const harmless = /GPU stall due to ReadPixels|GroupMarkerNotSet|software WebGL/i;

/** An icon that was still on its way when the page went on to the next address; one that is missing fails otherwise. */
const leftBehind = (request) => request.failure()?.errorText === "net::ERR_ABORTED" && /\/icon\.svg$/.test(request.url());

/** Opens `address`; the log beside the page fills as long as it lives. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const log = { requests: [], complaints: [] };
  page.on("request", (request) => log.requests.push(request.url()));
  page.on("requestfailed", (request) => {
    if (!leftBehind(request)) log.complaints.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) log.complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("pageerror", (error) => log.complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !harmless.test(message.text())) {
      log.complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  await page.goto(address, { waitUntil: "load" });
  return { page, log, close: () => context.close() };
}

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

export async function mapState(page) {
  const state = await page.waitForFunction(
    () => {
      const now = document.querySelector("figure[data-map]")?.dataset.mapState;
      return now === "ready" || now === "failed" ? now : false;
    },
    null,
    { timeout: 30_000 },
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
