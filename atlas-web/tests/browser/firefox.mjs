// Firefox with a closed network, and pages that remember what they asked for and what they complained about.
import { existsSync } from "node:fs";
import { phone } from "./chromium.mjs";

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

export async function launchFirefox() {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    extraPrefsFirefox: { ...closedNetwork, "ui.prefersReducedMotion": 1 },
  });
}

/** What the page's own policy forbids is told to no console that a test could read. */
function tellViolations() {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    console.error(`policy: ${violatedDirective} ${blockedURI}`);
  });
}

/** Letters that were still on their way when the page went on to the next address (NS_BINDING_ABORTED); a font that is missing fails otherwise. */
const ABORTED = /NS_BINDING_ABORTED|status=2152398850/;
const leftBehind = (request) => /\.woff2$/.test(request.url()) && ABORTED.test(request.failure()?.errorText ?? "");
const isLeftBehind = (message) => message.text().startsWith("downloadable font:") && ABORTED.test(message.text());

/** Opens `address`; the log beside the page fills as long as it lives. */
export async function openPage(browser, address, { viewport = phone } = {}) {
  const context = await browser.createBrowserContext();
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
    if (["error", "warn"].includes(message.type()) && !isLeftBehind(message)) log.complaints.push(`${message.type()}: ${message.text()}`);
  });
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(tellViolations);
  await page.goto(address, { waitUntil: "load" });
  return { page, log, close: () => context.close() };
}
