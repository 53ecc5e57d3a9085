// Two to four aimaks side by side, on one scale for each indicator. The choice lives in the address, so that a link and the language
// switch keep it: #DEMO-01,DEMO-07. Every text and every place on a scale was made by the publisher (CONTRACT.md).
import { loadScript } from "./load";
import type { Comparison, Indicator, Placed, Who } from "./contract";

const SVG = "http://www.w3.org/2000/svg";
/** Units of a picture: its text is as large as that of the drawn charts. */
const WIDTH = 360;
const ROW = 30;

type Attributes = Readonly<Record<string, string | number>>;

function svg(name: string, attributes: Attributes, ...children: Node[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function html(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  element.append(...children);
  return element;
}

function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement("a");
  element.href = href;
  element.textContent = text;
  return element;
}

const x = (at: number): string => (at * WIDTH).toFixed(1);

function line(className: string, [from, to]: readonly [number, number], y: number): SVGElement {
  return svg("line", { class: className, x1: x(from), x2: x(to), y1: y, y2: y });
}

function upright(className: string, at: number, top: number, bottom: number): SVGElement {
  return svg("line", { class: className, x1: x(at), x2: x(at), y1: top, y2: bottom });
}

function chart(height: number, ...children: Node[]): SVGElement {
  // The row says the same in words: a reader that speaks need not hear the picture.
  return svg("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true", focusable: "false" }, ...children);
}

/** The comparison areas behind a mark: a band from the lowest to the highest, a stroke for each in the middle. */
function spread({ others, middle }: Indicator): Node[] {
  const [lowest, highest] = [others[0], others.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const band = svg("rect", { class: "spread", x: x(lowest), width: ((highest - lowest) * WIDTH).toFixed(1), y: 2, height: ROW - 4 });
  return [band, ...middle.map((at) => upright("middle", at, 2, ROW - 2))];
}

function mark(value: Placed, land: string): SVGElement | null {
  if (value.at === undefined) return null;
  const middle = ROW / 2;
  const parts: Node[] = [];
  if (value.ends != null) parts.push(line("interval", value.ends, middle));
  if (value.most != null) parts.push(line("most", value.most, middle));
  if (value.half != null) parts.push(line("half", value.half, middle));
  parts.push(svg("circle", { class: "dot", cx: x(value.at), cy: middle, r: 4.5 }));
  return svg("g", { class: `mark ${land} ${value.tone}` }, ...parts);
}

function row(who: Who, indicator: Indicator): HTMLElement {
  const name = html("p", "who", link(who.href, who.name));
  if (who.note !== "") name.append(html("span", "quiet", who.note));
  const value = indicator.values[who.key];
  if (value === undefined) return html("li", "compare-row", name, html("p", "said", "–"));
  const grid = indicator.ticks.map(({ at, zero }) => upright(zero ? "zero" : "grid", at, 0, ROW));
  const drawn = mark(value, who.organic ? "organic" : "comparison");
  const picture = chart(ROW, ...grid, ...spread(indicator), ...(drawn === null ? [] : [drawn]));
  const sign = html("span", "", `${value.sign}\u00a0`);
  sign.setAttribute("aria-hidden", "true");
  const verdict = html("span", `verdict ${value.tone}`, sign, value.verdict);
  const said = html("p", "said");
  if (value.label === undefined) said.append(verdict, `: ${value.note}`);
  else {
    const number = link(value.href, value.label);
    number.dataset["value"] = String(value.value);
    said.append(html("strong", "", number), ` ${value.interval ?? ""}\u00a0· `, verdict, html("span", "quiet", `\u00a0· ${value.note}`));
  }
  return html("li", "compare-row", name, picture, said);
}

function axis({ ticks }: Indicator): HTMLElement {
  const texts = ticks.map(({ at, label }) => {
    const text = svg("text", { x: x(at), y: 12, "text-anchor": "middle" });
    text.textContent = label;
    return text;
  });
  return html("div", "compare-axis", chart(16, svg("g", { class: "axis" }, ...texts)));
}

function block(indicator: Indicator, chosen: readonly Who[]): HTMLElement {
  const heading = html("h3", "", link(indicator.href, indicator.name), html("span", "unit", `, ${indicator.unit}`));
  const rows = html("ul", "compare-rows", ...chosen.map((who) => row(who, indicator)));
  const section = html("section", "compare-one", html("p", "theme-tag", indicator.theme), heading, rows, axis(indicator));
  if (indicator.said !== "") section.append(html("p", "quiet", indicator.said));
  section.dataset["indicator"] = indicator.id;
  return section;
}

/** Aimaks named in the address, in their order, each once. Keys are made of letters, digits, - _ and ~ only: nothing is encoded. */
function keysOf(hash: string): string[] {
  return [...new Set(hash.replace(/^#/, "").split(","))].filter((key) => key !== "");
}

class Chooser {
  private readonly selects: HTMLSelectElement[];
  private readonly said: HTMLElement | null;
  private readonly result: HTMLElement | null;

  constructor(section: HTMLElement, private readonly data: Comparison) {
    this.selects = [...section.querySelectorAll<HTMLSelectElement>("select[data-place]")];
    this.said = section.querySelector(".compare-said");
    this.result = section.querySelector(".compare-result");
    for (const select of this.selects) select.addEventListener("change", () => this.choose());
    window.addEventListener("hashchange", () => this.read());
    this.read();
    // The browser went to the row of the table that bears the first name; the choice stands above it.
    if (this.chosen().length > 0) section.scrollIntoView();
  }

  /** From the address into the fields. */
  private read(): void {
    const known = keysOf(location.hash).filter((key) => this.data.aimaks.some((who) => who.key === key));
    this.selects.forEach((select, place) => { select.value = known[place] ?? ""; });
    this.show();
  }

  /** From the fields into the address. Nothing is added to the history: "back" leaves the page. */
  private choose(): void {
    const keys = this.chosen().map((who) => who.key);
    const hash = keys.length === 0 ? location.pathname + location.search : `#${keys.join(",")}`;
    history.replaceState(history.state, "", hash);
    this.show();
  }

  private chosen(): Who[] {
    const keys = new Set(this.selects.map((select) => select.value));
    return [...keys].flatMap((key) => this.data.aimaks.filter((who) => who.key === key));
  }

  private show(): void {
    const chosen = this.chosen();
    const { texts, indicators } = this.data;
    const names = chosen.map((who) => who.name).join(", ");
    if (this.said !== null) this.said.textContent = chosen.length < 2 ? texts.choose : texts.chosen.replace("{names}", names);
    if (chosen.length === 0) return this.result?.replaceChildren();
    const explained = indicators.some(({ others }) => others.length > 0) ? [html("p", "quiet", texts.others)] : [];
    this.result?.replaceChildren(...explained, ...indicators.map((indicator) => block(indicator, chosen)));
  }
}

export function startComparison(): void {
  const section = document.querySelector<HTMLElement>("[data-compare]");
  const script = section?.dataset["compare"];
  if (section == null || script === undefined) return;
  void loadScript(script).then(
    () => {
      if (window.AIMAK_COMPARE !== undefined) new Chooser(section, window.AIMAK_COMPARE);
    },
    // Without its numbers the fields would do nothing; the table below says everything.
    () => { section.hidden = true; },
  );
}
