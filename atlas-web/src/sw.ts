// sw.js: lets kept pages open when there is no connection. With a connection the network always comes first, so that nobody reads an old number
// because it was kept; and a page that came from the device takes everything else from there too, so that two editions are never mixed.
import { dropOlder, filesOf, find, keep, siteFiles, wishes, type Offline, type SiteFile } from "./keep";

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  AIMAK_OFFLINE: Offline;
  importScripts(address: string): void;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

const worker = self as unknown as WorkerScope;
worker.importScripts("data/offline.js");
const { digest, shell } = worker.AIMAK_OFFLINE;
const root = new URL(worker.registration.scope);

/** A line that does not answer is no line. */
const PATIENCE_MS = 6000;

/** Pages that came from the device. */
const offlinePages = new Set<string>();

async function install(): Promise<void> {
  const wanted = await wishes(root);
  const files = new Map<string, SiteFile>(shell.map((file) => [file.path, file]));
  if (wanted.length > 0) {
    const all = await siteFiles(root, digest);
    for (const file of wanted.flatMap((bundle) => filesOf(bundle, all))) files.set(file.path, file);
  }
  await keep(root, digest, [...files.values()]);
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  await dropOlder(root, digest);
  await worker.clients.claim();
}

/** A part of a kept file: the Cache API keeps whole files only, tile archives are read in parts. */
async function part(whole: Response, range: string): Promise<Response> {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range);
  if (asked === null) return whole;
  const body = await whole.blob();
  const start = Number(asked[1]);
  const end = asked[2] === "" ? body.size - 1 : Math.min(Number(asked[2]), body.size - 1);
  if (start > end) return new Response(null, { status: 416, headers: { "content-range": `bytes */${body.size}` } });
  const headers = {
    "content-type": whole.headers.get("content-type") ?? "application/octet-stream",
    "content-length": String(end - start + 1),
    "content-range": `bytes ${start}-${end}/${body.size}`,
  };
  return new Response(body.slice(start, end + 1), { status: 206, headers });
}

async function kept(request: Request): Promise<Response | undefined> {
  const whole = await find(root, digest, request.url);
  const range = request.headers.get("range");
  return whole === undefined || range === null ? whole : part(whole, range);
}

/** What the server says; `undefined` where it does not answer, or is not well and the device can do better. */
async function live(request: Request, patience: boolean): Promise<Response | undefined> {
  const answer = fetch(request).catch(() => undefined);
  if (!patience) return answer;
  const tooLong = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const response = await Promise.race([answer, tooLong]);
  return response === undefined || response.status >= 500 ? undefined : response;
}

/** In place of a page that was not kept; a redirect, because its links are relative to its own address. */
async function missing(request: Request): Promise<Response> {
  const lang = /^(ky|ru|en)\//.exec(request.url.slice(root.href.length))?.[1];
  const page = new URL(lang === undefined ? "index.html" : `${lang}/offline.html`, root);
  const isThere = page.href !== request.url && (await find(root, digest, page.href)) !== undefined;
  return isThere ? Response.redirect(page.href) : Response.error();
}

async function page(event: FetchEvent): Promise<Response> {
  const own = await kept(event.request);
  const response = await live(event.request, own !== undefined);
  if (response !== undefined) return response;
  offlinePages.add(event.resultingClientId);
  return own ?? missing(event.request);
}

async function piece({ request, clientId }: FetchEvent): Promise<Response> {
  const own = await kept(request);
  if (own !== undefined && offlinePages.has(clientId)) return own;
  return (await live(request, own !== undefined)) ?? own ?? Response.error();
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.startsWith(root.href);
  // frozen editions are not kept; and the worker's own fetches of `keep` go straight to the server
  if (!ours || request.url.startsWith(`${root.href}e/`)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : piece(event));
});
