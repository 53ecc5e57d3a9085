// Collects the licence texts of everything that is bundled into dist/, from the installed packages themselves.
import { access, readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The packages that end up inside the bundle; their dependencies follow by themselves. */
const bundled = ["maplibre-gl", "pmtiles", "fflate"];

async function packageFolder(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    try {
      await access(join(candidate, "package.json"));
      return candidate;
    } catch {
      if (dirname(folder) === folder) throw new Error(`package ${name} is not installed: run npm ci`);
    }
  }
}

async function collect(name, from, found) {
  const folder = await packageFolder(name, from);
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const key = `${manifest.name} ${manifest.version}`;
  if (found.has(key)) return;
  found.set(key, { folder, manifest });
  for (const dependency of Object.keys(manifest.dependencies ?? {}).sort()) {
    // Types leave nothing in the bundle.
    if (!dependency.startsWith("@types/")) await collect(dependency, folder, found);
  }
}

async function licenceText(folder) {
  const names = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying)/i.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n");
}

/** One text: name, version, licence and licence text of every bundled package, in order of name. */
export async function licences(home) {
  const found = new Map();
  for (const name of bundled) await collect(name, home, found);
  const parts = [
    "Software inside map.js, map.css and explorer.js, with its licences.\natlas.js is aimak's own code (MIT OR Apache-2.0).",
  ];
  for (const key of [...found.keys()].sort()) {
    const { folder, manifest } = found.get(key);
    const text = (await licenceText(folder)) || `(the package carries no licence file; it declares: ${manifest.license})`;
    parts.push(`${key} (${manifest.license})\n\n${text}`);
  }
  return parts.join(`\n\n${"-".repeat(78)}\n\n`) + "\n";
}
