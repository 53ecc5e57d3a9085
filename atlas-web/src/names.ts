// Names of areas as page text over the canvas: the page's own font, no glyph files, and Kyrgyz letters as everywhere else.
import type { Map as MapLibre, Marker } from "maplibre-gl";
import { maplibre } from "./maplibre";

const GAP = 4;

function nameElement(name: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "map-name";
  element.textContent = name;
  // The same names stand in the list and the table beside the map.
  element.setAttribute("aria-hidden", "true");
  return element;
}

function overlaps(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
}

/** Puts the names on the map, earlier ones first; a name that would cover another, or lie under a button, stays away until there is room. */
export function addNames(map: MapLibre, names: readonly { name: string; at: [number, number] }[]): void {
  const markers: Marker[] = names.map(({ name, at }) => {
    const marker = new (maplibre().Marker)({ element: nameElement(name) }).setLngLat(at).addTo(map);
    marker.getElement().removeAttribute("aria-label");
    marker.getElement().removeAttribute("role");
    return marker;
  });
  const controls = map.getContainer().querySelectorAll(".maplibregl-ctrl-group, .map-credit");
  const settle = (): void => {
    // A name under a button is no name: the buttons have taken their places first.
    const placed: DOMRect[] = [...controls].map((control) => control.getBoundingClientRect());
    for (const marker of markers) {
      const element = marker.getElement();
      const rect = element.getBoundingClientRect();
      const free = !placed.some((other) => overlaps(rect, other));
      element.classList.toggle("crowded", !free);
      if (free) placed.push(rect);
    }
  };
  map.on("moveend", settle);
  map.on("resize", settle);
  map.once("idle", settle);
}
