// A figure of the page as a picture that stands by itself: its looks written into it, its title above, its legend and its source below.

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** What style sheets may say of a drawing; outside the page nobody says it but the drawing itself. */
const LOOKS = [
  "display", "fill", "fill-opacity", "font-family", "font-size", "font-style", "font-weight", "image-rendering", "opacity", "paint-order",
  "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor",
  "vector-effect", "visibility",
] as const;

const MARGIN = 16;
const LINE = 18;
const FONT = '"Noto Sans", "Segoe UI", Roboto, Arial, sans-serif';

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

function element<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** `url("https://…/page.html#hatch")` leads out of the picture; `url(#hatch)` stays in it. */
const local = (value: string): string => value.replace(/url\(["']?[^"')]*#([^"')]+)["']?\)/g, "url(#$1)");

/** As attributes and not as a style: the policy of the page forbids inline styles, and word processors read attributes better. */
function writeLooks(from: Element, to: Element): void {
  // an outline that is drawn again and again takes the looks of each use
  const names = from.parentElement?.localName === "defs" ? (["vector-effect"] as const) : LOOKS;
  const style = getComputedStyle(from);
  for (const name of names) {
    const value = local(style.getPropertyValue(name));
    if (value !== "") to.setAttribute(name, value.replaceAll('"', "'"));
  }
  to.removeAttribute("class");
}

/** A copy that needs no style sheet and leads nowhere. */
function standing(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [[...drawing.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  originals.forEach((original, i) => {
    const twin = copies[i];
    if (twin !== undefined) writeLooks(original, twin);
  });
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  copy.removeAttribute("class");
  copy.removeAttribute("role");
  return copy;
}

/** Pictures inside the drawing become part of it. */
async function takeIn(drawing: SVGSVGElement, from: SVGSVGElement): Promise<void> {
  const outside = [...from.querySelectorAll("image")];
  await Promise.all([...drawing.querySelectorAll("image")].map(async (image, i) => {
    const address = outside[i]?.href.baseVal ?? "";
    if (address.startsWith("data:")) return;
    const loaded = new Image();
    loaded.src = new URL(address, location.href).href;
    await loaded.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [loaded.naturalWidth, loaded.naturalHeight];
    canvas.getContext("2d")?.drawImage(loaded, 0, 0);
    image.setAttribute("href", canvas.toDataURL("image/png"));
    image.removeAttributeNS(XLINK, "href");
  }));
}

const measure = document.createElement("canvas").getContext("2d");

function wrapped(text: string, width: number, font: string): string[] {
  if (measure === null) return [text];
  measure.font = font;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && measure.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Text without the breaks of the source, and without the joiners that only lines of a page need. */
const wordsOf = (part: Element | null | undefined): string =>
  (part?.textContent ?? "").replace(/\u2060/g, "").replace(/[ \n\t]+/g, " ").trim();

/** Puts parts one below the other. */
class Sheet {
  readonly svg = element("svg", { xmlns: SVG });
  private y = MARGIN;

  constructor(private readonly width: number, private readonly ink: string) {}

  text(text: string, size: number, weight: number, indent = 0): void {
    const font = `${weight} ${size}px ${FONT}`;
    for (const line of wrapped(text, this.width - indent, font)) {
      this.y += LINE;
      const made = element("text", { x: MARGIN + indent, y: this.y - 4, fill: this.ink, "font-family": FONT, "font-size": size, "font-weight": weight });
      made.textContent = line;
      this.svg.append(made);
    }
  }

  gap(): void {
    this.y += LINE / 2;
  }

  drawing(drawing: SVGSVGElement, height: number, ground: string): void {
    const place = { x: MARGIN, y: this.y, width: this.width, height };
    this.svg.append(element("rect", { ...place, fill: ground }));
    for (const [key, value] of Object.entries(place)) drawing.setAttribute(key, String(value));
    this.svg.append(drawing);
    this.y += height;
  }

  /** Drawings side by side, each below its words. */
  row(labelled: readonly (readonly [string, SVGSVGElement])[], columns: number, ground: string): void {
    const width = (this.width - (columns - 1) * MARGIN) / columns;
    const heights = labelled.map(([words, drawing], i) => {
      const { width: w, height: h } = drawing.viewBox.baseVal;
      const place = { x: MARGIN + i * (width + MARGIN), y: this.y + LINE, width, height: (width * h) / w };
      const label = element("text", { x: place.x, y: this.y + LINE - 4, fill: this.ink, "font-family": FONT, "font-size": 12, "font-weight": 700 });
      label.textContent = words;
      for (const [key, value] of Object.entries(place)) drawing.setAttribute(key, String(value));
      this.svg.append(label, element("rect", { ...place, fill: ground }), drawing);
      return place.height;
    });
    this.y += LINE + Math.max(...heights) + LINE / 2;
  }

  swatch(swatch: SVGSVGElement, words: string): void {
    const top = this.y + 2;
    this.text(words, 12, 400, 38);
    swatch.setAttribute("x", String(MARGIN));
    swatch.setAttribute("y", String(top));
    this.svg.append(swatch);
  }

  done(ground: string): Picture {
    const [width, height] = [this.width + 2 * MARGIN, Math.ceil(this.y + MARGIN)];
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("width", String(width));
    this.svg.setAttribute("height", String(height));
    this.svg.prepend(element("rect", { width, height, fill: ground }));
    return { svg: this.svg, width, height };
  }
}

/** Colour behind an element. */
function groundOf(start: Element): string {
  for (let at: Element | null = start; at !== null; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
  }
  return "#fff";
}

/** A row of the legend: its words without the swatch. */
function legendRow(row: Element): string {
  const cells = [...row.querySelectorAll("td, th")].map(wordsOf).filter((words) => words !== "");
  return cells.length > 1 ? `${cells[0]} (${cells.slice(1).join(", ")})` : (cells[0] ?? "");
}

/** A sample of a line, as the key of a chart shows it before its words. */
function lineSample(item: Element): SVGSVGElement {
  const sample = element("svg", { width: 26, height: 14 });
  const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(item, "::before");
  const colour = parseFloat(borderTopWidth) > 0 ? borderTopColor : backgroundColor;
  sample.append(element("line", { x1: 3, x2: 23, y1: 7, y2: 7, stroke: colour, "stroke-width": 3, "stroke-linecap": "round" }));
  return sample;
}

/** So many small maps stand side by side. */
const COLUMNS = 4;

/** All small maps of a figure: one without the others would lack the outlines they share. */
function smallMaps(figure: HTMLElement, sheet: Sheet, ground: string): void {
  const maps = [...figure.querySelectorAll<SVGSVGElement>("svg.small-map")];
  const labelled = maps.map((map) => [wordsOf(map.closest("li")?.querySelector(".panel-label")), standing(map)] as const);
  const columns = Math.min(labelled.length, COLUMNS);
  for (let i = 0; i < labelled.length; i += columns) sheet.row(labelled.slice(i, i + columns), columns, ground);
}

/** The picture of a figure; `source` says where it comes from. */
export async function pictureOf(figure: HTMLElement, drawing: SVGSVGElement, source: string): Promise<Picture> {
  const box = drawing.viewBox.baseVal;
  const width = Math.max(box.width, 320);
  const sheet = new Sheet(width, getComputedStyle(figure).color);
  const title = wordsOf(figure.querySelector("figcaption")) || wordsOf(drawing.querySelector("title"));
  sheet.text(title, 15, 700);
  sheet.gap();
  if (drawing.matches(".small-map")) {
    smallMaps(figure, sheet, groundOf(drawing));
  } else {
    const copy = standing(drawing);
    await takeIn(copy, drawing);
    sheet.drawing(copy, (width * box.height) / box.width, groundOf(drawing));
  }
  sheet.gap();
  const legend = figure.querySelector("table.legend");
  if (legend !== null) sheet.text(wordsOf(legend.querySelector("caption")), 12, 700);
  for (const row of legend?.querySelectorAll("tbody tr") ?? []) {
    const swatch = row.querySelector("svg");
    if (swatch !== null) sheet.swatch(standing(swatch), legendRow(row));
  }
  for (const item of figure.querySelectorAll(".line-key li")) sheet.swatch(lineSample(item), wordsOf(item));
  sheet.gap();
  sheet.text(source, 11, 400);
  return sheet.done(groundOf(figure));
}
