// Builds atlas-web/dist: what the Rust publisher embeds and every published site carries.
// The same sources and lock file give the same bytes: CI rebuilds and compares (scripts/compare-dist.mjs).
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { licences } from "./licences.mjs";

const home = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Chrome 109 is the last one on Windows 7 and 8, which village offices still run; Safari 16 for iPads of its age. */
const target = ["chrome109", "firefox115", "safari16"];

/** One entry as one classic script: module scripts do not run from file://. */
async function script(entry) {
  const result = await build({
    absWorkingDir: home,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

async function stylesheet(...texts) {
  const result = await build({
    stdin: { contents: texts.join("\n"), loader: "css" },
    minify: true,
    target,
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

const read = (path) => readFile(join(home, path), "utf8");

/**
 * MapLibre goes in as it was published, before our own code: its worker is made from the text of its own functions,
 * which a second minifier would break. See README.md for why it is version 5.
 */
async function mapScript() {
  const library = await read("node_modules/maplibre-gl/dist/maplibre-gl.js");
  const withoutSourceMap = library.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  return `${withoutSourceMap}${await script("src/map.ts")}`;
}

/** Writes the whole bundle into `directory`; returns what was written. */
export async function buildInto(directory) {
  const files = {
    "atlas.js": await script("src/atlas.ts"),
    "embed.js": await script("src/embed.ts"),
    "map.js": await mapScript(),
    "sw.js": await script("src/sw.ts"),
    "explorer.js": await script("src/explorer/explorer.ts"),
    "map.css": await stylesheet(await read("node_modules/maplibre-gl/dist/maplibre-gl.css"), await read("src/map.css")),
    "icon.svg": await read("src/icon.svg"),
    "LICENSES.txt": await licences(home),
  };
  await mkdir(directory, { recursive: true });
  for (const [name, contents] of Object.entries(files)) await writeFile(join(directory, name), contents);
  return Object.entries(files).map(([name, contents]) => ({ name, bytes: Buffer.byteLength(contents) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of await buildInto(join(home, "dist"))) console.log(`dist/${file.name}  ${file.bytes} bytes`);
}
