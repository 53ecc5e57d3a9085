// Rebuilds the bundle beside the committed one and fails on any difference, so that dist/ is what src/ says.
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildInto } from "./build.mjs";

const committed = join(resolve(dirname(fileURLToPath(import.meta.url)), ".."), "dist");
const rebuilt = await mkdtemp(join(tmpdir(), "aimak-dist-"));
const differences = [];
try {
  await buildInto(rebuilt);
  const names = new Set([...(await readdir(committed)), ...(await readdir(rebuilt))]);
  for (const name of [...names].sort()) {
    const [left, right] = await Promise.all(
      [committed, rebuilt].map((folder) => readFile(join(folder, name)).catch(() => null)),
    );
    if (left === null) differences.push(`${name}: built, but not in dist/`);
    else if (right === null) differences.push(`${name}: in dist/, but not built`);
    else if (!left.equals(right)) differences.push(`${name}: differs (${left.length} bytes in dist/, ${right.length} built)`);
  }
} finally {
  await rm(rebuilt, { recursive: true, force: true });
}
for (const difference of differences) console.error(difference);
if (differences.length > 0) {
  console.error("dist/ is not what the sources build. Run: npm ci && npm run build, then commit dist/.");
  process.exitCode = 1;
} else {
  console.log("dist/ is what the sources build, byte for byte.");
}
