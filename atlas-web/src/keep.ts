// What is kept on a device: whole files, each checked against its checksum. Used by the pages (offline.ts) and by the service worker (sw.ts).

/** A file of the site, as `site.json` and `data/offline.js` name it. */
export interface SiteFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The content of `data/offline.js`. */
export interface Offline {
  readonly edition: string;
  readonly digest: string;
  readonly shell: readonly SiteFile[];
}

/** Something to keep: the pages of one aimak (path without ending), or all ("") in one language. */
export interface Bundle {
  readonly aimak: string;
  readonly lang: string;
}

export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** The files of two editions must never be mixed. */
export class EditionChanged extends Error {}

const CHECKSUM = "x-aimak-sha256";
const AT_ONCE = 4;

/** Caches belong to an origin, on which several atlases may lie: their names begin with the folder of ours. */
const prefix = (root: URL): string => `aimak ${root.pathname} `;
const cacheName = (root: URL, digest: string): string => prefix(root) + digest;
const wishesName = (root: URL): string => `${prefix(root)}wishes`;

const fileAddress = (root: URL, path: string): string => new URL(path.split("/").map(encodeURIComponent).join("/"), root).href;

export const openEdition = (root: URL, digest: string): Promise<Cache> => caches.open(cacheName(root, digest));

/** Finds a kept file of the edition, whatever was asked behind `?` and `#`. */
export async function find(root: URL, digest: string, address: string): Promise<Response | undefined> {
  const url = new URL(address);
  const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
  return (await openEdition(root, digest)).match(url.origin + path);
}

/** Hexadecimal SHA-256. */
async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The list of all files, if it is the one of this edition. */
export async function siteFiles(root: URL, digest: string): Promise<SiteFile[]> {
  const response = await fetch(new URL("site.json", root), { cache: "no-cache" });
  if (!response.ok) throw new TypeError(`site.json: ${response.status}`);
  const { files } = (await response.json()) as { files: SiteFile[] };
  const made = files.filter(({ path }) => path !== "data/offline.js");
  const lines = made.map(({ path, sha256 }) => `${path} ${sha256}\n`).join("");
  if ((await sha256(new TextEncoder().encode(lines))) !== digest) throw new EditionChanged("site.json is of another edition");
  return files;
}

/** True where a file belongs to what is to be kept. */
function belongs(path: string, { aimak, lang }: Bundle): boolean {
  const [folder = "", ...rest] = path.split("/");
  const below = rest.join("/");
  if (folder === "assets" || folder === "glyphs") return true;
  if (folder === "data") return !/^map-/.test(below) || below.endsWith(`-${lang}.js`);
  if (folder === "tiles") return aimak === "" || below.startsWith("base");
  // photos of eco-passports stand on pages; other downloads are for desks
  if (folder === "downloads") return below.endsWith(".jpg");
  if (folder !== lang || below.startsWith("embed/")) return false;
  const ofAnotherAimak = below.startsWith("aimak/") && !below.startsWith(`${aimak}.`) && !below.startsWith(`${aimak}/`);
  return aimak === "" || !ofAnotherAimak;
}

export function filesOf(bundle: Bundle, files: readonly SiteFile[]): SiteFile[] {
  return files.filter(({ path }) => belongs(path, bundle));
}

async function fetched(root: URL, file: SiteFile, signal: AbortSignal | null): Promise<Response> {
  const response = await fetch(fileAddress(root, file.path), { cache: "no-cache", signal });
  if (response.status !== 200) throw new TypeError(`${file.path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== file.sha256) throw new EditionChanged(file.path);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return new Response(bytes, { headers: { "content-type": type, "content-length": String(bytes.byteLength), [CHECKSUM]: file.sha256 } });
}

/** The same file in the cache of an older edition saves the way. */
async function unchanged(address: string, file: SiteFile, older: readonly Cache[]): Promise<Response | undefined> {
  for (const cache of older) {
    const found = await cache.match(address);
    if (found?.headers.get(CHECKSUM) === file.sha256) return found;
  }
  return undefined;
}

/** Keeps files of one edition, a few at a time; what is there already is not asked for again, so a broken attempt can go on. */
export async function keep(
  root: URL,
  digest: string,
  files: readonly SiteFile[],
  tell: (progress: Progress) => void = () => {},
  signal: AbortSignal | null = null,
): Promise<void> {
  const cache = await openEdition(root, digest);
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(prefix(root)) && name !== cacheName(root, digest));
  const older = await Promise.all(others.map((name) => caches.open(name)));
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const waiting = [...files];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      signal?.throwIfAborted();
      const address = fileAddress(root, file.path);
      if ((await cache.match(address))?.headers.get(CHECKSUM) !== file.sha256) {
        await cache.put(address, (await unchanged(address, file, older)) ?? (await fetched(root, file, signal)));
      }
      done += file.bytes;
      tell({ done, all });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** What the reader asked to keep; a new edition keeps the same. */
export async function wishes(root: URL): Promise<Bundle[]> {
  const noted = await (await caches.open(wishesName(root))).match(new URL("wishes.json", root));
  return noted === undefined ? [] : ((await noted.json()) as Bundle[]);
}

export async function wish(root: URL, bundle: Bundle): Promise<void> {
  const others = (await wishes(root)).filter(({ aimak, lang }) => aimak !== bundle.aimak || lang !== bundle.lang);
  const noted = new Response(JSON.stringify([...others, bundle]));
  await (await caches.open(wishesName(root))).put(new URL("wishes.json", root), noted);
}

/** Drops what no edition needs: everything of older ones. */
export async function dropOlder(root: URL, digest: string): Promise<void> {
  const kept = [cacheName(root, digest), wishesName(root)];
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix(root)) && !kept.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Drops what was kept on request; the frame of the pages stays. */
export async function forget(root: URL, { digest, shell }: Offline): Promise<void> {
  await caches.delete(wishesName(root));
  const cache = await openEdition(root, digest);
  const staying = new Set(shell.map(({ path }) => fileAddress(root, path)));
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => !staying.has(url)).map((request) => cache.delete(request)));
}

/** How much of some files is kept, in bytes. */
export async function keptBytes(root: URL, digest: string, files: readonly SiteFile[]): Promise<number> {
  const kept = new Set((await (await openEdition(root, digest)).keys()).map(({ url }) => url));
  return files.filter(({ path }) => kept.has(fileAddress(root, path))).reduce((sum, { bytes }) => sum + bytes, 0);
}
