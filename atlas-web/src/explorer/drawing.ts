// The drawn map follows the interactive one: it is what is printed, and what stays where the other cannot start.
import type { Shown, View } from "./view";

const SVG = "http://www.w3.org/2000/svg";

function over(path: SVGPathElement, look: string): void {
  const [name, pattern] = look === "uncertain" ? ["hatched", "url(#hatch)"] : ["stippled", "url(#stipple)"];
  const copy = document.createElementNS(SVG, "path");
  copy.setAttribute("class", name);
  copy.setAttribute("fill", pattern);
  copy.setAttribute("d", path.getAttribute("d") ?? "");
  path.after(copy);
}

function redraw(path: SVGPathElement, { about, area, fill, aside }: Shown): void {
  const look = area.status;
  path.setAttribute("class", `area ${look}`);
  path.dataset["status"] = look;
  path.setAttribute("fill", fill);
  path.setAttribute("fill-opacity", aside ? "0.12" : "1");
  const title = path.querySelector("title");
  if (title !== null) title.textContent = `${about.name}: ${area.label}`;
  if (!aside && (look === "uncertain" || look === "no_interval")) over(path, look);
}

export function draw(svg: SVGElement, view: View): void {
  svg.querySelectorAll(".hatched, .stippled").forEach((path) => path.remove());
  const paths = new Map<string, SVGPathElement>();
  svg.querySelectorAll<SVGPathElement>("path.area").forEach((path) => paths.set(path.dataset["code"] ?? "", path));
  const outlines = new Map([...svg.querySelectorAll(".organic-outline")].map((path) => [path.getAttribute("d"), path]));
  for (const shown of view.areas) {
    const path = paths.get(shown.about.code);
    if (path === undefined) continue;
    redraw(path, shown);
    // The strong outline of an organic aimak is dotted where it is not shown, as everywhere.
    const outline = outlines.get(path.getAttribute("d"));
    outline?.classList.toggle("dotted", shown.area.class === undefined);
    path.closest("a")?.setAttribute("href", shown.about.href);
  }
  const title = [...svg.children].find((child) => child.tagName === "title");
  if (title !== undefined) title.textContent = view.numbers.title;
}
