// Another indicator on the drawn map of home, in place: fills, patterns, outlines, caption and legend come from its data.
import type { Area, MapData } from "./contract";
import { mapData } from "./figure";

const PATTERNS: Record<string, string> = { uncertain: "hatched", no_interval: "stippled" };
const fillOf: Record<string, string> = { hatched: "url(#hatch)", stippled: "url(#stipple)" };

/** One area: its colour, and over it the pattern that takes a claim back. */
function paint(shape: SVGPathElement, area: Area): void {
  shape.setAttribute("class", `area ${area.status}`);
  shape.dataset["status"] = area.status;
  shape.setAttribute("fill", area.fill);
  const title = shape.querySelector("title");
  if (title !== null) title.textContent = `${area.name}: ${area.label}`;
  const next = shape.nextElementSibling;
  if (next !== null) next.remove();
  const pattern = PATTERNS[area.status];
  if (pattern === undefined) return;
  const over = shape.cloneNode(false) as SVGPathElement;
  for (const name of ["data-code", "data-status"]) over.removeAttribute(name);
  over.setAttribute("class", pattern);
  over.setAttribute("fill", fillOf[pattern] ?? "none");
  shape.after(over);
}

/** What is not shown has a dotted outline, also where it is organic; dotted ones lie over solid ones. */
function outline(drawing: SVGSVGElement, areas: ReadonlyMap<string, Area>): void {
  const outlines = [...drawing.querySelectorAll<SVGPathElement>("[data-outline]")];
  for (const path of outlines) {
    const status = areas.get(path.dataset["outline"] ?? "")?.status;
    path.classList.toggle("dotted", status === "withheld" || status === "none");
  }
  const names = drawing.querySelector(".place-names");
  for (const path of outlines) if (path.classList.contains("dotted")) drawing.insertBefore(path, names);
}

function show(figure: HTMLElement, data: MapData): void {
  const drawing = figure.querySelector<SVGSVGElement>(".map-svg");
  if (drawing === null || data.parts === undefined) return;
  const areas = new Map(data.areas.map((area) => [area.code, area]));
  for (const shape of drawing.querySelectorAll<SVGPathElement>("path.area")) {
    const area = areas.get(shape.dataset["code"] ?? "");
    if (area !== undefined) paint(shape, area);
  }
  outline(drawing, areas);
  const title = drawing.querySelector("title");
  if (title !== null) title.textContent = data.title;
  // both were written by the publisher for exactly this place
  for (const [part, html] of Object.entries(data.parts)) {
    const place = figure.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (place !== null) place.innerHTML = html;
  }
}

function start(select: HTMLSelectElement): void {
  const figure = select.closest<HTMLElement>("figure[data-map]");
  if (figure === null) return;
  const twin = figure.querySelector<HTMLElement>("details.twin");
  const elsewhere = figure.querySelector<HTMLElement>(".map-elsewhere");
  const drawn = select.value;
  const change = async (): Promise<void> => {
    const chosen = select.selectedOptions[0];
    const address = chosen?.dataset["map"];
    if (chosen === undefined || address === undefined) return;
    const data = await mapData(address).catch(() => null);
    if (data === null || chosen !== select.selectedOptions[0]) return;
    // an open map shows what it was opened with
    figure.querySelector<HTMLButtonElement>(".close-map:not([hidden])")?.click();
    figure.dataset["map"] = address;
    show(figure, data);
    // the table below holds the figures of the first indicator only
    const other = select.value !== drawn;
    if (twin !== null) twin.hidden = other;
    if (elsewhere !== null) {
      elsewhere.hidden = !other;
      elsewhere.querySelector("a")?.setAttribute("href", select.value);
    }
  };
  select.addEventListener("change", () => void change());
  // the browser gives the choice back when a reader returns to the page
  if (select.selectedIndex >= 0 && !select.selectedOptions[0]?.defaultSelected) void change();
}

export function startChoices(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-choice]")) start(select);
}
