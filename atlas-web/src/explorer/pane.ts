// One interactive map that shows one view. Two of them lie over or beside each other where a reader compares.
import type { Feature, FeatureCollection, Point } from "geojson";
import type { GeoJSONSource, LngLat, Map as MapLibre, MapMouseEvent } from "maplibre-gl";
import type { Outlines } from "../contract";
import { boxOf, nameAt, type Box } from "../geometry";
import { addPatterns, layers } from "../looks";
import { maplibre } from "../maplibre";
import type { Archives } from "./archives";
import { table, TILE_SIZE, type CellTiles } from "./cells";
import type { ExploreTexts } from "./contract";
import { cover, coveredLayer, coveredSource } from "./covered";
import { groundSources, layersAbove, layersBelow } from "./ground";
import type { View } from "./view";

/** Room around what a map is to show: its buttons stand in a row above. */
export const PADDING = { top: 58, right: 16, bottom: 20, left: 16 };
/** After this long without a picture the reader is better served by the drawing. */
const PATIENCE_MS = 25_000;

export interface Ground {
  readonly outlines: Outlines;
  readonly archives: Archives;
  readonly cells: CellTiles;
  readonly box: Box;
}

/** MapLibre's own words, in the language of the page. */
function locale(texts: ExploreTexts): Record<string, string> {
  return {
    "Map.Title": texts.map_label,
    "CooperativeGesturesHandler.WindowsHelpText": texts.gesture_ctrl ?? "",
    "CooperativeGesturesHandler.MacHelpText": texts.gesture_command ?? texts.gesture_ctrl ?? "",
    "CooperativeGesturesHandler.MobileHelpText": texts.gesture_touch ?? "",
  };
}

const empty: FeatureCollection = { type: "FeatureCollection", features: [] };

export class Pane {
  readonly map: MapLibre;
  private view: View | null = null;
  private lifted: number | null = null;
  private chosen = "";

  constructor(
    readonly container: HTMLElement,
    private readonly ground: Ground,
    lang: string,
    texts: ExploreTexts,
    private readonly key: string,
  ) {
    const sources = {
      areas: { type: "geojson" as const, data: empty },
      names: { type: "geojson" as const, data: empty },
      covered: coveredSource,
      ...groundSources(ground.archives),
    };
    this.map = new (maplibre().Map)({
      container,
      style: { version: 8, sources, layers: [...layersBelow(sources), ...layers, ...layersAbove(sources, lang), coveredLayer] },
      bounds: ground.box,
      fitBoundsOptions: { padding: PADDING },
      maxBounds: wide(ground.box),
      maxZoom: 14,
      attributionControl: false,
      // A map inside a page must not catch the wheel or the finger that wants to go on reading.
      cooperativeGestures: (texts.gesture_touch ?? "") !== "",
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      locale: locale(texts),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.on("moveend", () => cover(this.map));
    this.map.on("resize", () => cover(this.map));
  }

  /** Resolves when the first picture is complete; rejects when there will be none. */
  async ready(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the map did not appear in time")), PATIENCE_MS);
      this.map.once("idle", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async styled(): Promise<void> {
    if (!this.map.isStyleLoaded()) await new Promise<void>((resolve) => this.map.once("style.load", () => resolve()));
    addPatterns(this.map);
  }

  show(view: View, relief: boolean): void {
    this.view = view;
    this.source("areas").setData(this.areas(view));
    this.source("names").setData(this.names(view));
    if (this.map.getLayer("relief") !== undefined) {
      // Relief changes how values of cells look; under areas it cannot be seen anyway.
      const visible = relief && view.scene.cells === undefined;
      this.map.setLayoutProperty("relief", "visibility", visible ? "visible" : "none");
    }
    this.showCells(view);
    cover(this.map);
  }

  /** Outlines the chosen area, or none; its name goes before all others. */
  select(code: string): void {
    this.map.setFilter("selected", ["==", ["get", "code"], code]);
    if (code === this.chosen) return;
    this.chosen = code;
    if (this.view !== null) this.source("names").setData(this.names(this.view));
  }

  /** Lifts one area out while a pointer or the focus is on it. */
  lift(code: string | null): void {
    const place = this.ground.outlines.features.findIndex((feature) => feature.properties.code === code);
    const id = place < 0 ? null : place;
    if (id === this.lifted) return;
    if (this.lifted !== null) this.map.setFeatureState({ source: "areas", id: this.lifted }, { lifted: false });
    if (id !== null) this.map.setFeatureState({ source: "areas", id }, { lifted: true });
    this.lifted = id;
  }

  areaAt(at: MapMouseEvent["point"]): string | null {
    const [feature] = this.map.queryRenderedFeatures(at, { layers: ["fill"] });
    const code: unknown = feature?.properties["code"];
    return typeof code === "string" ? code : null;
  }

  /** Class and words of the cell at a place; `null` where the view has no cells or none there. */
  async cellAt({ lng, lat }: LngLat): Promise<{ place: number; words: string } | null> {
    const view = this.view;
    const cells = view?.scene.cells;
    if (view === null || cells === undefined) return null;
    const code = await this.ground.cells.codeAt(cells.map, lng, lat, this.map.getZoom());
    const place = cells.classes[code] ?? -1;
    if (place < 0) return null;
    return { place, words: cells.values[code] ?? view.legend.classes[place] ?? "" };
  }

  close(): void {
    this.map.remove();
    this.container.remove();
  }

  private source(id: string): GeoJSONSource {
    return this.map.getSource(id) as GeoJSONSource;
  }

  private areas(view: View): FeatureCollection {
    const byCode = new Map(view.areas.map((shown) => [shown.about.code, shown]));
    const features = this.ground.outlines.features.flatMap(({ properties, geometry }, id): Feature[] => {
      const shown = byCode.get(properties.code);
      if (shown === undefined) return [];
      const status = view.scene.cells === undefined ? shown.area.status : "border";
      const { about, fill, aside } = shown;
      return [{ type: "Feature", id, properties: { code: about.code, status, fill, organic: about.organic, aside }, geometry }];
    });
    return { type: "FeatureCollection", features };
  }

  private names(view: View): FeatureCollection<Point> {
    const byCode = new Map(view.areas.map(({ about }) => [about.code, about]));
    const features = this.ground.outlines.features.flatMap(({ properties, geometry }): Feature<Point>[] => {
      const about = byCode.get(properties.code);
      if (about === undefined) return [];
      // Where not all names have room: the chosen area, then organic aimaks, then the others; large ones first, so that no town's name stands on its rayon.
      const rank = (about.code === this.chosen ? 0 : about.organic ? 1 : 2) + 1 / (1 + extent(boxOf(geometry)));
      return [{ type: "Feature", properties: { name: about.name, rank }, geometry: { type: "Point", coordinates: nameAt(geometry) } }];
    });
    return { type: "FeatureCollection", features };
  }

  private showCells(view: View): void {
    if (this.map.getLayer("cells") !== undefined) {
      this.map.removeLayer("cells");
      this.map.removeSource("cells");
    }
    const { cells } = view.scene;
    const found = cells === undefined ? null : this.ground.archives.ofMap(cells.map);
    if (cells === undefined || found === null) return;
    const colours = table(cells.classes, view.palette.fills, (place) => view.has(`c${place}`));
    const tiles = [this.ground.cells.address(this.key, { map: cells.map, table: colours })];
    const { minzoom, maxzoom, bounds } = found.archive;
    this.map.addSource("cells", { type: "raster", tiles, tileSize: TILE_SIZE, minzoom, maxzoom, bounds: [...bounds] });
    const paint = { "raster-resampling": "nearest" as const, "raster-fade-duration": 0 };
    this.map.addLayer({ id: "cells", type: "raster", source: "cells", paint }, "fill");
  }
}

const extent = ([west, south, east, north]: Box): number => (east - west) * (north - south);

/** Room to move about the areas, not to lose them. */
function wide([west, south, east, north]: Box): Box {
  const [dx, dy] = [east - west, north - south];
  return [west - dx, Math.max(south - dy, -85), east + dx, Math.min(north + dy, 85)];
}

export function boxOfAll(outlines: Outlines): Box {
  const boxes = outlines.features.map(({ geometry }) => boxOf(geometry));
  const ends = (at: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[at]);
  return [Math.min(...ends(0)), Math.min(...ends(1)), Math.max(...ends(2)), Math.max(...ends(3))];
}
