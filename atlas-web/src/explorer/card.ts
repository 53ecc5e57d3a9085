// What stands beside the pointer: name, value with its interval, and what may not be concluded from it. A click pins it.
import type { LngLat, Map as MapLibre } from "maplibre-gl";
import type { ExploreTexts } from "./contract";
import type { Shown } from "./view";

/** Distance from the pointer, CSS pixels. */
const GAP = 14;

function line(className: string, words: string): HTMLElement {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = words;
  return element;
}

export class Card {
  private readonly element = document.createElement("div");
  private pinnedAt: LngLat | null = null;
  private map: MapLibre | null = null;

  constructor(
    private readonly frame: HTMLElement,
    private readonly texts: ExploreTexts,
    private readonly onClose: () => void,
  ) {
    this.element.className = "explorer-card";
    this.element.hidden = true;
    this.frame.append(this.element);
  }

  get pinned(): boolean {
    return this.pinnedAt !== null;
  }

  /** Shows an area, or a value alone, at a place of one of the maps. */
  show(map: MapLibre, at: LngLat, shown: Shown | null, value: string, pin: boolean): void {
    if (this.pinned && !pin) return;
    this.map = map;
    this.pinnedAt = pin ? at : null;
    this.element.replaceChildren(...this.content(shown, value, pin));
    this.element.classList.toggle("pinned", pin);
    this.element.hidden = false;
    this.place(at);
  }

  /** Ends a glance; what is pinned stays. */
  leave(): void {
    if (!this.pinned) this.element.hidden = true;
  }

  close(): void {
    this.pinnedAt = null;
    this.element.hidden = true;
    this.onClose();
  }

  /** A pinned card stays with its place. */
  follow(): void {
    if (this.pinnedAt !== null) this.place(this.pinnedAt);
    else this.element.hidden = true;
  }

  private content(shown: Shown | null, value: string, pin: boolean): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (shown !== null) parts.push(line("popup-name", shown.about.name));
    if (value !== "") parts.push(line("popup-value", value));
    if (shown !== null && value === shown.area.label) {
      if (shown.note !== "") parts.push(line("popup-note", shown.note));
      parts.push(...shown.facts.map((fact) => line("popup-fact", fact)));
    }
    if (!pin) return parts;
    if (shown !== null) {
      const link = document.createElement("a");
      link.href = shown.about.href;
      link.textContent = this.texts.open_page;
      parts.push(link);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "card-close";
    close.setAttribute("aria-label", this.texts.close);
    close.addEventListener("click", () => this.close());
    return [close, ...parts];
  }

  /** Beside the place, on the side where there is room. */
  private place(at: LngLat): void {
    if (this.map === null) return;
    const frame = this.frame.getBoundingClientRect();
    const pane = this.map.getContainer().getBoundingClientRect();
    const { x, y } = this.map.project(at);
    const [left, top] = [pane.left - frame.left + x, pane.top - frame.top + y];
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const beside = left + GAP + width <= frame.width ? left + GAP : left - GAP - width;
    const below = top + GAP + height <= frame.height ? top + GAP : top - GAP - height;
    const within = (place: number, room: number): number => Math.round(Math.max(4, Math.min(place, room - 4)));
    this.element.style.left = `${within(beside, frame.width - width)}px`;
    this.element.style.top = `${within(below, frame.height - height)}px`;
  }
}
