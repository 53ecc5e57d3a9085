// Every page, read as text: strict policy, nothing inline, relative addresses only, and every link leads somewhere.
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, test } from "node:test";
import { everyPage, read, site } from "./site.mjs";

const pages = new Map(everyPage().map((path) => [path, read(path)]));

/** Complaints of `check` over all pages, the first few. */
function complaints(check) {
  const found = [];
  for (const [path, html] of pages) found.push(...check(html, path).map((text) => `${path}: ${text}`));
  return found.slice(0, 10);
}

const all = (html, pattern) => [...html.matchAll(pattern)].map((match) => match[1].replaceAll("&amp;", "&"));
const loaded = (html) => all(html, /<(?:script|img|iframe|source)\b[^>]*\ssrc="([^"]*)"/g).concat(all(html, /<link\b[^>]*\shref="([^"]*)"/g));
const followed = (html) => all(html, /<a\b[^>]*\shref="([^"]*)"/g);
const inData = (html) => all(html, /\sdata-(?:map|outlines)="([^"]*)"/g);
const leavesSite = (address) => /^([a-z][a-z0-9+.-]*:|\/\/|\/)/i.test(address);

const anchors = new Map();
function hasAnchor(path, id) {
  if (!anchors.has(path)) anchors.set(path, new Set(all(pages.get(path) ?? read(path), /\sid="([^"]*)"/g)));
  return anchors.get(path).has(id);
}

function broken(address, from) {
  const [file, fragment] = address.split("#");
  const target = file === "" ? from : normalize(join(dirname(from), decodeURIComponent(file)));
  if (target.startsWith("..")) return `${address} leaves the site's folder`;
  if (!existsSync(join(site, target))) return `${address} leads nowhere`;
  if (statSync(join(site, target)).isDirectory()) return `${address} is a folder, which file:// does not open`;
  // `#i=…` and `#a=…` say what the map page shows; explorer.test.mjs follows such a link
  if (/^[ia]=/.test(fragment ?? "") && target.endsWith("/map.html")) return null;
  if (fragment && target.endsWith(".html") && !hasAnchor(target, fragment)) return `${address}: no such place on the page`;
  return null;
}

describe(`${pages.size} pages`, () => {
  test("carry the strict policy", () => {
    assert.deepEqual(complaints((html) => (/http-equiv="Content-Security-Policy" content="default-src 'none';/.test(html) ? [] : ["no policy"])), []);
  });

  test("carry no inline script, style or handler", () => {
    // JSON-LD is data: no browser runs it (data.test.mjs asks one)
    const inline = (html) => all(html, /(<script(?![^>]*\ssrc=)(?! type="application\/ld\+json">)[^>]*>|<style[^>]*>|<[^>]+\s(?:style|on[a-z]+)=[^>]*>)/g);
    assert.deepEqual(complaints(inline), []);
  });

  test("load their own files only", () => {
    assert.deepEqual(complaints((html) => loaded(html).filter((address) => leavesSite(address) && !address.startsWith("data:"))), []);
  });

  test("link relatively, and to places that exist", () => {
    const check = (html, path) => {
      const own = [...loaded(html), ...followed(html), ...inData(html)].filter((address) => !leavesSite(address));
      const absolute = followed(html).filter((address) => address.startsWith("/") || address.startsWith("file:"));
      return [...absolute, ...[...new Set(own)].map((address) => broken(address, path)).filter(Boolean)];
    };
    assert.deepEqual(complaints(check), []);
  });

  test("have one title and no id twice", () => {
    const check = (html) => {
      const ids = all(html, /\sid="([^"]*)"/g);
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`);
      const titles = all(html.replace(/<svg[\s\S]*?<\/svg>/g, ""), /<title>([^<]*)<\/title>/g);
      return titles.length === 1 && titles[0].trim() !== "" ? twice : [...twice, `titles: ${JSON.stringify(titles)}`];
    };
    assert.deepEqual(complaints(check), []);
  });
});
