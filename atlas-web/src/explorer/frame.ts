// Everything around the maps: title, places for one map or two, buttons, the line that reads a place, who made what.
import type { ExploreData, ExploreTexts } from "./contract";
import { Controls } from "./controls";
import type { State } from "./state";
import type { Shown, View } from "./view";

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, words = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}

function button(className: string, label: string): HTMLButtonElement {
  const made = element("button", className);
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  return made;
}

export class Frame {
  readonly element: HTMLElement;
  private readonly canvas = element("div", "map-canvas explorer-canvas");
  private readonly labels = [element("p", "pane-label left"), element("p", "pane-label right")];
  private readonly buttons = element("div", "explorer-buttons");
  private readonly divider = element("div", "explorer-divider");
  private readonly figure: HTMLElement;

  constructor(
    private readonly root: HTMLElement,
    texts: ExploreTexts,
    attribution: string,
  ) {
    this.element = root.querySelector<HTMLElement>(".map-frame") ?? root;
    this.figure = root.querySelector<HTMLElement>(".explorer-figure") ?? root;
    const credit = element("p", "map-credit", [texts.simulated, attribution, "MapLibre"].filter(Boolean).join(" · "));
    this.divider.hidden = true;
    for (const label of this.labels) label.hidden = true;
    const zoom = [button("zoom-in", texts.zoom_in), button("zoom-out", texts.zoom_out), button("zoom-all", texts.reset)];
    this.buttons.append(...zoom);
    this.canvas.append(this.divider, ...this.labels, this.buttons, element("div", "explorer-cross"), credit);
    this.element.prepend(this.canvas);
  }

  get isOpen(): boolean {
    return this.figure.classList.contains("map-open");
  }

  get crossed(): boolean {
    return this.canvas.classList.contains("crossed");
  }

  open(): void {
    this.figure.classList.add("map-open");
    this.part(".explorer-readout").hidden = false;
    this.part(".explorer-keys").hidden = false;
  }

  close(): void {
    this.figure.classList.remove("map-open");
    this.canvas.remove();
  }

  /** A place for a map: the right one lies over the left one, or beside it. */
  pane(side: "left" | "right"): HTMLElement {
    const pane = element("div", `pane ${side}`);
    this.divider.before(pane);
    return pane;
  }

  onButtons(act: (way: "in" | "out" | "all") => void): void {
    (["in", "out", "all"] as const).forEach((way) => {
      this.buttons.querySelector(`.zoom-${way}`)?.addEventListener("click", () => act(way));
    });
  }

  show(data: ExploreData, views: readonly View[], shown: View, state: State): void {
    const two = views.length > 1;
    this.canvas.dataset["mode"] = state.mode;
    const right = this.canvas.querySelector<HTMLElement>(".pane.right");
    this.cut(state, right);
    this.text(".explorer-title", two ? `${data.name}: ${views.map(({ scene }) => scene.label).join(" | ")}` : shown.scene.title);
    this.text(".explorer-land", shown.scene.land);
    const apart = state.mode === "swipe" || state.mode === "side";
    this.labels.forEach((label, place) => {
      label.hidden = !two || (!apart && place > 0);
      label.textContent = (apart ? views[place]?.scene.label : shown.scene.label) ?? "";
    });
    this.notes(data, shown);
    const said = (apart ? views : [shown]).map(({ scene }) => scene.said).join(" ");
    this.announce(said);
    this.text(".explorer-readout", "");
  }

  /** A new pane appears after the state was shown: so the line is laid again whenever it is. */
  cut(state: State, right = this.canvas.querySelector<HTMLElement>(".pane.right")): void {
    const place = Controls.cut(state.swipe);
    const divided = state.mode === "swipe";
    this.divider.hidden = !divided;
    this.divider.style.left = place;
    if (right !== null) right.style.clipPath = divided ? `inset(0 0 0 ${place})` : "";
  }

  /** What lies under the pointer or the cross, with the colour of its class. */
  say(view: View, shown: Shown | undefined, cell: { place: number } | null, value: string): void {
    const readout = this.part(".explorer-readout");
    const chip = element("span", "chip");
    const place = cell?.place ?? (view.scene.cells === undefined ? shown?.area.class : undefined);
    chip.style.background = place === undefined ? "#ffffff" : (view.palette.fills[place] ?? "#ffffff");
    const words = this.said(shown, value, view.data.texts);
    readout.replaceChildren(chip, ` ${words}`);
    if (shown !== undefined && view.scene.cells === undefined && shown.note !== "") readout.append(`; ${shown.note}`);
  }

  said(shown: Shown | undefined, value: string, texts: ExploreTexts): string {
    const name = shown?.about.name ?? "";
    if (value === "") return name === "" ? texts.nothing_here : `${name}: ${texts.nothing_here}`;
    return name === "" ? value : `${name}: ${value}`;
  }

  announce(words: string): void {
    const live = this.part(".explorer-said");
    if (live.textContent !== words) live.textContent = words;
  }

  cross(on: boolean): void {
    this.canvas.classList.toggle("crossed", on);
  }

  fail(words: string): void {
    const failed = this.part(".map-failed");
    failed.textContent = words;
    failed.hidden = false;
  }

  private notes(data: ExploreData, { scene }: View): void {
    const list = this.part(".explorer-notes");
    const cells = scene.cells;
    list.hidden = cells === undefined;
    const items = (cells?.notes ?? []).map((note) => element("li", "", note));
    if (cells !== undefined) {
      const link = element("a", "", data.texts.cells_download);
      link.href = `${this.root.dataset["root"] ?? ""}${cells.download}`;
      link.download = "";
      const item = element("li", "");
      item.append(link);
      items.push(item);
    }
    list.replaceChildren(...items);
  }

  private part(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector) ?? this.root;
  }

  private text(selector: string, words: string): void {
    this.part(selector).textContent = words;
  }
}
