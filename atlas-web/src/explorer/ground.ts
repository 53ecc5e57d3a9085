// What lies around and above the areas: relief, water, roads, names in the language of the page.
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Archives } from "./archives";

/** The page's own font: MapLibre draws letters from it itself, so ң, ө and ү look as in the text beside the map. */
const FONT = ["Noto Sans"];
const WATER = "#a9cfe0";

/** Waits until the page's font can draw every letter a name may have. */
export async function fontIsReady(): Promise<void> {
  await document.fonts.load('24px "Noto Sans"', "Aя ңөү").catch(() => []);
}

export function groundSources(archives: Archives): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {};
  const base = archives.about("base");
  if (base !== undefined) {
    const { minzoom, maxzoom, bounds } = base;
    sources["base"] = { type: "vector", tiles: [archives.address("base")], minzoom, maxzoom, bounds: [...bounds] };
  }
  const relief = archives.about("relief");
  if (relief !== undefined) {
    const { minzoom, maxzoom, bounds } = relief;
    const tiles = [archives.address("relief")];
    // Twice as large as they are: a quiet ground needs no finer one, and a quarter of the bytes.
    sources["relief"] = { type: "raster-dem", encoding: "terrarium", tileSize: 512, tiles, minzoom, maxzoom, bounds: [...bounds] };
  }
  return sources;
}

/** Below the areas. Areas are opaque, so relief never changes a colour of the legend. */
export function layersBelow(sources: Record<string, SourceSpecification>): LayerSpecification[] {
  const relief: LayerSpecification = {
    id: "relief",
    type: "hillshade",
    source: "relief",
    paint: {
      "hillshade-exaggeration": 0.35,
      "hillshade-shadow-color": "rgba(60, 72, 80, 0.45)",
      "hillshade-highlight-color": "rgba(255, 255, 255, 0.6)",
      "hillshade-accent-color": "rgba(60, 72, 80, 0.12)",
    },
  };
  const water = (id: string, colour: string): LayerSpecification => ({
    id: `base-${id}`,
    type: "fill",
    source: "base",
    "source-layer": id,
    paint: { "fill-color": colour, "fill-outline-color": "#6fa3b8" },
  });
  return [
    ...(sources["relief"] === undefined ? [] : [relief]),
    ...(sources["base"] === undefined ? [] : [water("glacier", "#e6f1f5"), water("lake", WATER)]),
  ];
}

function line(id: string, colour: string, widths: [number, number], dashes?: number[]): LayerSpecification {
  const width: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 6, widths[0], 11, widths[1]];
  return {
    id: `base-${id}`,
    type: "line",
    source: "base",
    "source-layer": id,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": colour, "line-width": width, ...(dashes === undefined ? {} : { "line-dasharray": dashes }) },
  };
}

function label(id: string, source: string, name: ExpressionSpecification, size: number, colour: string): LayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    layout: {
      "text-field": name,
      "text-font": FONT,
      "text-size": size,
      "text-max-width": 8,
      "text-padding": 3,
      "symbol-sort-key": ["to-number", ["get", "rank"], 9],
    },
    paint: { "text-color": colour, "text-halo-color": "#ffffff", "text-halo-width": 1.8 },
  };
}

/** Above the areas: thin, so that they lead the eye and hide no colour. Names of areas go before names of places. */
export function layersAbove(sources: Record<string, SourceSpecification>, lang: string): LayerSpecification[] {
  const name: ExpressionSpecification = ["coalesce", ["get", `name_${lang}`], ["get", "name_ky"], ["get", "name_ru"], ["get", "name_en"], ""];
  const areas = label("names", "names", ["get", "name"], 12.5, "#1f2a35");
  if (sources["base"] === undefined) return [areas];
  const onBase = (id: string, layer: string, size: number, colour: string, beside = {}): LayerSpecification => {
    const { layout, ...rest } = label(id, "base", name, size, colour);
    return { ...rest, layout: { ...layout, ...beside }, "source-layer": layer } as LayerSpecification;
  };
  // A road goes through most places: it must not strike out their names.
  const besideTheRoad = { "text-variable-anchor": ["bottom", "top"], "text-radial-offset": 0.35 };
  return [
    line("river", "#6fa3b8", [0.6, 1.6]),
    line("road", "#8a7f6c", [0.5, 1.4], [3, 1.6]),
    line("border", "#5b6770", [0.8, 1.6], [4, 2, 1, 2]),
    onBase("lake-names", "lake", 11, "#2b6078"),
    onBase("place-names", "place", 11, "#55616d", besideTheRoad),
    areas,
  ];
}
