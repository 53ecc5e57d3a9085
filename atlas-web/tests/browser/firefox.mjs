// Firefox with a closed network, and pages that remember what they asked for and what they complained about.
import { existsSync } from "node:fs";
import { after, before } from "node:test";
import { phone } from "./chromium.mjs";
import { logOf } from "./log.mjs";

const candidates = [process.env.FIREFOX ?? "", "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** The browser, wherever this system keeps it; `undefined` where it has none. */
export const firefox = candidates.find((path) => path !== "" && existsSync(path));

/** Every host but this machine lies behind a proxy that nobody runs. */
const closedNetwork = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1",
};

async function launch() {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    extraPrefsFirefox: { ...closedNetwork, "ui.prefersReducedMotion": 1 },
  });
}

/** One browser for all tests of the file around the call, where there is one; `open(address)` opens a page in it. */
export function useFirefox() {
  let browser;
  before(async () => {
    if (firefox !== undefined) browser = await launch();
  });
  after(() => browser?.close());
  return { open: (address, options) => openPage(browser, address, options) };
}

/** What the page's own policy forbids is told to no console that a test could read. */
function tellViolations() {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    console.error(`policy: ${violatedDirective} ${blockedURI}`);
  });
}

const ABORTED = /NS_BINDING_ABORTED|status=2152398850/;

/** Letters that were still on their way when the page went on to the next address; a font that is missing fails otherwise. */
const leftBehind = (request) => /\.woff2$/.test(request.url()) && ABORTED.test(request.failure()?.errorText ?? "");

/** What the console says of the same letters. */
const harmless = (message) => message.text().startsWith("downloadable font:") && ABORTED.test(message.text());

/** Opens `address`; the log beside the page fills as long as it lives. */
async function openPage(browser, address, { viewport = phone } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const log = logOf(page, { leftBehind, harmless });
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(tellViolations);
  await page.goto(address, { waitUntil: "load" });
  return { page, log, close: () => context.close() };
}
