// What a reader sees when pointing at an area: name, value with its interval, and what may not be concluded from it.
import type { LngLatLike, Map as MapLibre, Popup } from "maplibre-gl";
import type { Area, MapTexts } from "./contract";
import { maplibre } from "./maplibre";

function line(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function content(area: Area, texts: MapTexts, base: string): HTMLElement {
  const box = document.createElement("div");
  box.append(line("p", "popup-name", area.name));
  if (area.label !== "") box.append(line("p", "popup-value", area.label));
  if (area.note !== "") box.append(line("p", "popup-note", area.note));
  for (const fact of area.facts ?? []) box.append(line("p", "popup-fact", fact));
  if (area.href !== "") {
    const link = document.createElement("a");
    link.href = base + area.href;
    link.textContent = texts.open_page;
    box.append(link);
  }
  return box;
}

/** One popup at a time: a glance that follows the pointer, or one that a click has pinned. */
export class AreaPopup {
  private popup: Popup | null = null;
  private pinned = false;

  constructor(
    private readonly map: MapLibre,
    private readonly texts: MapTexts,
    private readonly base: string,
  ) {}

  glance(area: Area, at: LngLatLike): void {
    if (!this.pinned) this.show(area, at, "popup-glance", false);
  }

  endGlance(): void {
    if (!this.pinned) this.remove();
  }

  pin(area: Area, at: LngLatLike): void {
    this.pinned = true;
    this.show(area, at, "popup-pinned", true);
    this.popup?.once("close", () => {
      this.pinned = false;
    });
  }

  unpin(): void {
    this.pinned = false;
    this.remove();
  }

  private show(area: Area, at: LngLatLike, className: string, closeButton: boolean): void {
    const pinned = this.pinned;
    this.remove();
    this.pinned = pinned;
    this.popup = new (maplibre().Popup)({
      className,
      closeButton,
      closeOnClick: false,
      focusAfterOpen: false,
      maxWidth: "260px",
      offset: 6,
    })
      .setLngLat(at)
      .setDOMContent(content(area, this.texts, this.base))
      .addTo(this.map);
  }

  private remove(): void {
    this.popup?.remove();
    this.popup = null;
  }
}
