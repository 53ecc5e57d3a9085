// map.js: the interactive map, loaded only when a reader asks for it. Draws what the SVG of the page draws, to move about in.
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Map as MapLibre, MapGeoJSONFeature, MapMouseEvent } from "maplibre-gl";
import { addCells } from "./cells";
import type { Area, MapData, MapTexts, OpenMap, Outlines } from "./contract";
import { boxOf, nameAt, widen, type Box } from "./geometry";
import { addPatterns, layers } from "./looks";
import { maplibre } from "./maplibre";
import { addNames } from "./names";
import { AreaPopup } from "./popup";

/** After this long without a picture the reader is better served by the SVG. */
const PATIENCE_MS = 25_000;

/** Everything known about one area on this map. */
interface Place {
  readonly id: number;
  readonly area: Area;
  readonly geometry: Polygon | MultiPolygon;
}

function join(outlines: Outlines, map: MapData): Place[] {
  const areas = new Map(map.areas.map((area) => [area.code, area]));
  return outlines.features.flatMap(({ properties, geometry }, id) => {
    const area = areas.get(properties.code);
    return area === undefined ? [] : [{ id, area, geometry }];
  });
}

function features(places: readonly Place[]): FeatureCollection {
  const feature = ({ id, area, geometry }: Place): Feature => ({
    type: "Feature",
    id,
    properties: { code: area.code, status: area.status, fill: area.fill, organic: area.organic },
    geometry,
  });
  return { type: "FeatureCollection", features: places.map(feature) };
}

function frameOf(places: readonly Place[], selected: string): Box {
  const chosen = places.find(({ area }) => area.code === selected);
  if (chosen !== undefined) return widen(boxOf(chosen.geometry), 0.8);
  const corners = places.map(({ geometry }) => boxOf(geometry));
  return [
    Math.min(...corners.map((box) => box[0])),
    Math.min(...corners.map((box) => box[1])),
    Math.max(...corners.map((box) => box[2])),
    Math.max(...corners.map((box) => box[3])),
  ];
}

/** MapLibre's own words, in the language of the page. */
function locale(title: string, texts: MapTexts): Record<string, string> {
  return {
    "Map.Title": texts.map_label === "" ? title : texts.map_label,
    "NavigationControl.ZoomIn": texts.zoom_in,
    "NavigationControl.ZoomOut": texts.zoom_out,
    "Popup.Close": texts.close,
    "CooperativeGesturesHandler.WindowsHelpText": texts.gesture_ctrl ?? "",
    "CooperativeGesturesHandler.MacHelpText": texts.gesture_command ?? texts.gesture_ctrl ?? "",
    "CooperativeGesturesHandler.MobileHelpText": texts.gesture_touch ?? "",
  };
}

function credit(texts: MapTexts): HTMLElement {
  const element = document.createElement("p");
  element.className = "map-credit";
  element.textContent = [texts.simulated, texts.attribution, "MapLibre"].filter(Boolean).join(" · ");
  return element;
}

function start(container: HTMLElement, places: readonly Place[], map: MapData, selected: string): MapLibre {
  const whole = frameOf(places, "");
  return new (maplibre().Map)({
    container,
    style: {
      version: 8,
      sources: { areas: { type: "geojson", data: features(places), attribution: "" } },
      layers,
    },
    bounds: frameOf(places, selected),
    fitBoundsOptions: { padding: 16 },
    maxBounds: widen(whole, 1),
    attributionControl: false,
    // A map inside a page must not catch the wheel or the finger that wants to go on reading.
    cooperativeGestures: (map.texts.gesture_touch ?? "") !== "",
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: locale(map.title, map.texts),
  });
}

function styleRead(map: MapLibre): Promise<void> {
  return new Promise((resolve) => {
    map.once("style.load", () => resolve());
  });
}

/** Resolves when the first picture is complete; rejects when it cannot be. */
function firstPicture(map: MapLibre): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the map did not appear in time")), PATIENCE_MS);
    map.once("idle", () => {
      clearTimeout(timer);
      resolve();
    });
    map.once("error", ({ error }) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

class AreaMap implements OpenMap {
  /** By code, and by the address of the area's page. */
  private readonly places: Map<string, Place>;
  private readonly popup: AreaPopup;
  private lifted: number | null = null;

  constructor(
    private readonly map: MapLibre,
    private readonly container: HTMLElement,
    places: readonly Place[],
    texts: MapTexts,
    base: string,
  ) {
    this.places = new Map(places.flatMap((place) => [[place.area.code, place], [place.area.href, place]]));
    this.popup = new AreaPopup(map, texts, base);
    map.on("mousemove", "fill", (event) => this.pointAt(event));
    map.on("mouseleave", "fill", () => this.highlight(null));
    map.on("click", (event) => this.choose(event));
    container.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.popup.unpin();
    });
  }

  highlight(area: string | null): void {
    const place = area === null ? undefined : this.places.get(area);
    this.lift(place?.id ?? null);
    if (place === undefined) this.popup.endGlance();
    else this.popup.glance(place.area, nameAt(place.geometry));
  }

  close(): void {
    this.map.remove();
    this.container.remove();
  }

  private placeOf(feature: MapGeoJSONFeature | undefined): Place | undefined {
    return this.places.get(String(feature?.properties["code"] ?? ""));
  }

  private pointAt(event: MapMouseEvent & { features?: MapGeoJSONFeature[] }): void {
    const place = this.placeOf(event.features?.[0]);
    if (place === undefined) return;
    this.lift(place.id);
    this.popup.glance(place.area, event.lngLat);
  }

  private choose(event: MapMouseEvent): void {
    const place = this.placeOf(this.map.queryRenderedFeatures(event.point, { layers: ["fill"] })[0]);
    if (place === undefined) {
      this.popup.unpin();
      return;
    }
    this.lift(place.id);
    this.popup.pin(place.area, event.lngLat);
  }

  private lift(id: number | null): void {
    if (id === this.lifted) return;
    if (this.lifted !== null) this.map.setFeatureState({ source: "areas", id: this.lifted }, { lifted: false });
    if (id !== null) this.map.setFeatureState({ source: "areas", id }, { lifted: true });
    this.lifted = id;
  }
}

function reset(map: MapLibre, box: Box, label: string): { onAdd: () => HTMLElement; onRemove: () => void } {
  const group = document.createElement("div");
  group.className = "maplibregl-ctrl maplibregl-ctrl-group";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "map-reset";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => map.fitBounds(box, { padding: 16 }));
  group.append(button);
  return { onAdd: () => group, onRemove: () => group.remove() };
}

function dress(map: MapLibre, places: readonly Place[], texts: MapTexts, selected: string): void {
  map.addControl(new (maplibre().NavigationControl)({ showCompass: false }), "top-right");
  map.addControl(reset(map, frameOf(places, selected), texts.reset), "top-right");
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  addPatterns(map);
  map.setFilter("selected", ["==", ["get", "code"], selected]);
  const organicFirst = [...places].sort((a, b) => Number(b.area.organic) - Number(a.area.organic) || a.id - b.id);
  const chosenFirst = organicFirst.sort((a, b) => Number(b.area.code === selected) - Number(a.area.code === selected));
  addNames(map, chosenFirst.map(({ area, geometry }) => ({ name: area.name, at: nameAt(geometry) })));
}

async function open(figure: HTMLElement, outlines: Outlines, data: MapData): Promise<OpenMap> {
  const frame = figure.querySelector<HTMLElement>(".map-frame") ?? figure;
  const places = join(outlines, data);
  if (places.length === 0) throw new Error("the map has no areas");
  const selected = figure.dataset["selected"] ?? "";
  const container = document.createElement("div");
  container.className = "map-canvas";
  frame.append(container);
  let map: MapLibre | null = null;
  try {
    map = start(container, places, data, selected);
    const picture = firstPicture(map);
    await Promise.race([styleRead(map), picture]);
    container.append(credit(data.texts));
    if (data.cells !== undefined) await addCells(map, data.cells);
    dress(map, places, data.texts, selected);
    await picture;
  } catch (error) {
    map?.remove();
    container.remove();
    throw error;
  }
  window.AIMAK_MAP = map;
  return new AreaMap(map, container, places, data.texts, figure.dataset["base"] ?? "");
}

window.AIMAK_OPEN_MAP = open;
