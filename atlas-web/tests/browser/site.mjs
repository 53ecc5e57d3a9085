// The published site under test: where it lies, which pages it has, and a small server for it.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, resolve, sep } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";

export const languages = ["ky", "ru", "en"];

function siteFolder() {
  const given = process.env.AIMAK_SITE;
  if (given === undefined || !existsSync(join(given, "index.html"))) {
    throw new Error("set AIMAK_SITE to a published site, for example: AIMAK_SITE=../demo/site npm test");
  }
  return resolve(given);
}

export const site = siteFolder();

const firstPage = (language, folder) => {
  const pages = readdirSync(join(site, language, folder)).filter((name) => name.endsWith(".html")).sort();
  if (pages.length === 0) throw new Error(`no pages in ${language}/${folder}`);
  return `${folder}/${pages[0]}`;
};

/** A theme of the first aimak. */
const firstTheme = (language, theme) => firstPage(language, "aimak").replace(".html", `/${theme}.html`);

/** One page of every template, in one language. */
export function templates(language) {
  const pages = {
    home: "index.html",
    map: "map.html",
    aimak: firstPage(language, "aimak"),
    theme: firstTheme(language, "erosion"),
    soil: firstTheme(language, "soil"),
    indicator: firstPage(language, "indicator"),
    passports: "passports.html",
    passport: firstPage(language, "passport"),
    tour: firstPage(language, "tour"),
    compare: "compare.html",
    effects: "effects.html",
    reach: "reach.html",
    number: firstPage(language, "number"),
    summary: "summary.html",
    news: "news.html",
    methods: "methods.html",
    components: "components.html",
    data: "data.html",
  };
  return Object.entries(pages).map(([template, path]) => ({ template, language, path: `${language}/${path}` }));
}

export const everyTemplate = languages.flatMap(templates);

/** Every HTML file of the site, frozen editions included, as paths relative to it. */
export function everyPage() {
  const names = readdirSync(site, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith(".html")).map((name) => name.split(sep).join("/")).sort();
}

export const read = (path) => readFileSync(join(site, path), "utf8");

/** What a data script of the site puts into `window`. */
export function evaluate(path) {
  const window = {};
  new Function("window", read(path))(window);
  return window;
}

export const fileAddress = (path) => pathToFileURL(join(site, path)).href;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".csv": "text/csv; charset=utf-8",
  ".woff2": "font/woff2",
};

function answer(folder, request, response) {
  const path = resolve(folder, `.${decodeURIComponent(new URL(request.url, "http://x").pathname)}`);
  const inside = !relative(folder, path).startsWith("..");
  if (!inside || !existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const size = statSync(path).size;
  const headers = { "content-type": types[extname(path)] ?? "application/octet-stream", "accept-ranges": "bytes" };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  if (range === null) {
    response.writeHead(200, { ...headers, "content-length": size });
    createReadStream(path).pipe(response);
    return;
  }
  const start = Number(range[1]);
  const end = range[2] === "" ? size - 1 : Math.min(Number(range[2]), size - 1);
  response.writeHead(206, { ...headers, "content-length": end - start + 1, "content-range": `bytes ${start}-${end}/${size}` });
  createReadStream(path, { start, end }).pipe(response);
}

/** Serves the site (or another folder) on 127.0.0.1; `address(path)` gives the URL of a page. */
export async function serve(folder = site) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: (path) => `${origin}/${path}`,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

/** The site served for all tests of the file or group around the call. */
export function useServer() {
  let server;
  before(async () => {
    server = await serve();
  });
  after(() => server?.close());
  return {
    get origin() {
      return server.origin;
    },
    address: (path) => server.address(path),
  };
}
