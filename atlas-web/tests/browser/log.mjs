// What a page asks for and what it complains about, told by Playwright and Puppeteer in the same words.

/** The log of a page; it fills as long as the page lives. `errors` are those of its scripts, which are complaints too. */
export function logOf(page, { leftBehind, harmless }) {
  const log = { requests: [], complaints: [], errors: [] };
  page.on("request", (request) => log.requests.push(request.url()));
  page.on("requestfailed", (request) => {
    if (!leftBehind(request)) log.complaints.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) log.complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("pageerror", ({ message }) => {
    log.errors.push(message);
    log.complaints.push(`error: ${message}`);
  });
  page.on("console", (message) => {
    // the second word is Playwright's, the third Puppeteer's
    if (["error", "warning", "warn"].includes(message.type()) && !harmless(message)) log.complaints.push(`${message.type()}: ${message.text()}`);
  });
  return log;
}
