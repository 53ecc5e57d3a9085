// The legend as a table whose rows are buttons: a pressed one shows its areas or cells alone.
import { BLANK, type View } from "./view";

/** A sample of a look, drawn by the publisher; classes give it their colour. */
function swatch(look: string, fill: string): Node {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-look="${look}"]`);
  const drawn = template?.content.cloneNode(true) as DocumentFragment | undefined;
  if (drawn === undefined) return document.createElement("span");
  drawn.querySelector("rect")?.setAttribute("fill", fill);
  return drawn;
}

/** Patterns are shown on a colour of the map, as the publisher does it. */
function ground(look: string, view: View): string {
  const onColour = look === "uncertain" || look === "no_interval";
  return onColour ? (view.palette.fills[Math.max(0, view.palette.fills.length - 3)] ?? BLANK) : BLANK;
}

export class Legend {
  constructor(
    private readonly box: HTMLElement,
    private readonly onPress: (row: string) => void,
  ) {}

  /** `views` are what lies side by side; they share one legend. */
  show(views: readonly View[]): void {
    const [view] = views;
    if (view === undefined) return;
    const old = this.box.querySelector("table");
    const focused = this.box.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["row"] : undefined;
    const table = document.createElement("table");
    table.className = "legend";
    table.createCaption().textContent = view.legend.caption;
    const head = old?.tHead?.cloneNode(true) as HTMLTableSectionElement | undefined;
    const counted = view.scene.cells === undefined;
    if (head !== undefined) {
      table.append(head);
      head.querySelectorAll<HTMLElement>("th.num").forEach((cell) => (cell.hidden = !counted));
    }
    const body = table.createTBody();
    for (const place of view.legend.rows) {
      this.row(body, view, `c${place}`, swatch("robust", view.palette.fills[place] ?? BLANK), view.legend.classes[place] ?? "", counted ? views : []);
    }
    for (const [look, words] of view.legend.looks) this.look(body, view, look, words, counted ? views : []);
    this.box.replaceChildren(table, this.source(view), this.hint(view, counted));
    if (focused !== undefined) this.box.querySelector<HTMLElement>(`[data-row="${focused}"]`)?.focus({ preventScroll: true });
  }

  /** Looks stand there where they occur. Of cells only classes can be shown alone. */
  private look(body: HTMLTableSectionElement, view: View, look: string, words: string, counted: readonly View[]): void {
    const sample = swatch(look, ground(look, view));
    if (counted.length > 0) {
      if (counted.some((other) => other.count(look) > 0)) this.row(body, view, look, sample, words, counted);
      return;
    }
    const row = body.insertRow();
    row.insertCell().append(sample);
    row.insertCell().textContent = words;
  }

  private row(body: HTMLTableSectionElement, view: View, key: string, sample: Node, words: string, counted: readonly View[]): void {
    const row = body.insertRow();
    row.insertCell().append(sample);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "legend-row";
    button.dataset["row"] = key;
    button.textContent = words;
    button.setAttribute("aria-pressed", String(view.rows.includes(key)));
    button.addEventListener("click", () => this.onPress(key));
    row.insertCell().append(button);
    row.classList.toggle("aside", !view.has(key));
    if (counted.length === 0) return;
    const count = row.insertCell();
    count.className = "num";
    count.textContent = counted.map((other) => other.count(key)).join(" | ");
  }

  private source(view: View): HTMLElement {
    return note(view.data.texts.legend_source.replace("{scheme}", view.palette.name));
  }

  private hint(view: View, counted: boolean): HTMLElement {
    return note(counted ? view.data.texts.filter_hint : view.data.texts.filter_hint_cells);
  }
}

function note(words: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "quiet small-print";
  element.textContent = words;
  return element;
}
