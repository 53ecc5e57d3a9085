// The looks of an area: plain, hatched, stippled, dotted. The same pictures as the SVG of the page draws.
import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from "maplibre-gl";

/** Lines 6 CSS pixels apart make a tile of 6·√2 along the axes. */
const SIDE = 8.5;
const LINE_WIDTH = 1.2;
/** Drawn finer than it is shown, for screens with two device pixels per CSS pixel and for browser zoom. */
const PIXEL_RATIO = 4;
const HATCH_COLOUR = "rgba(40, 48, 56, 0.6)";

/** A square that repeats without a seam: lines at 45°, as the SVG's `#hatch`. */
function hatchTile(): ImageData {
  const side = SIDE * PIXEL_RATIO;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas");
  context.strokeStyle = HATCH_COLOUR;
  context.lineWidth = LINE_WIDTH * PIXEL_RATIO;
  context.beginPath();
  // The diagonal, and its two neighbours, whose corners complete the tile.
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - side, 2 * side);
    context.lineTo(shift + 2 * side, -side);
  }
  context.stroke();
  return context.getImageData(0, 0, side, side);
}

/** Dots 9 CSS pixels apart along the axes and one between each four, as the SVG's `#stipple`. */
const STIPPLE_SIDE = 9;
const STIPPLE_RADIUS = 1.3;

function stippleTile(): ImageData {
  const side = STIPPLE_SIDE * PIXEL_RATIO;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas");
  context.fillStyle = HATCH_COLOUR;
  for (const [x, y] of [[0.25, 0.25], [0.75, 0.75]] as const) {
    context.beginPath();
    context.arc(x * side, y * side, STIPPLE_RADIUS * PIXEL_RATIO, 0, 2 * Math.PI);
    context.fill();
  }
  return context.getImageData(0, 0, side, side);
}

/** Adds the patterns, and again after every change of scale: between two whole zooms MapLibre stretches them up to twice. */
export function addPatterns(map: MapLibre): void {
  const tiles = { hatch: hatchTile(), stipple: stippleTile() };
  const add = (): void => {
    const stretch = 2 ** (map.getZoom() - Math.floor(map.getZoom()));
    for (const [name, tile] of Object.entries(tiles)) {
      if (map.hasImage(name)) map.removeImage(name);
      map.addImage(name, tile, { pixelRatio: PIXEL_RATIO * stretch });
    }
  };
  add();
  map.on("zoomend", add);
}

const drawnWhite: ExpressionSpecification = ["in", ["get", "status"], ["literal", ["withheld", "none"]]];

/** An area that a filter of the legend has put aside. */
const isAside: ExpressionSpecification = ["==", ["get", "aside"], true];

const isBorder: ExpressionSpecification = ["==", ["get", "status"], "border"];

/** Bottom to top; colours and widths are those of styles/atlas.css. `areas` is the source; its features carry code, status, fill and organic. */
export const layers: LayerSpecification[] = [
  { id: "fill", type: "fill", source: "areas", paint: { "fill-color": ["get", "fill"], "fill-opacity": ["case", isBorder, 0, isAside, 0.12, 1] } },
  {
    id: "hatch",
    type: "fill",
    source: "areas",
    filter: ["all", ["==", ["get", "status"], "uncertain"], ["!", isAside]],
    paint: { "fill-pattern": "hatch" },
  },
  {
    id: "stipple",
    type: "fill",
    source: "areas",
    filter: ["all", ["==", ["get", "status"], "no_interval"], ["!", isAside]],
    paint: { "fill-pattern": "stipple" },
  },
  {
    id: "border",
    type: "line",
    source: "areas",
    layout: { "line-join": "round" },
    paint: { "line-color": ["case", isBorder, "#374151", "#ffffff"], "line-width": 1.2 },
  },
  {
    id: "organic",
    type: "line",
    source: "areas",
    filter: ["all", ["==", ["get", "organic"], true], ["!", drawnWhite]],
    layout: { "line-join": "round" },
    paint: { "line-color": "#12323a", "line-width": 2.4 },
  },
  // What is not shown is dotted, organic or not; white below, so that no neighbour's solid line shows between the dots.
  {
    id: "dotted-ground",
    type: "line",
    source: "areas",
    filter: drawnWhite,
    layout: { "line-join": "round" },
    paint: { "line-color": "#ffffff", "line-width": 2.4 },
  },
  {
    id: "dotted-organic",
    type: "line",
    source: "areas",
    filter: ["all", drawnWhite, ["==", ["get", "organic"], true]],
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": "#12323a", "line-width": 2.4, "line-dasharray": [0.05, 1.85] },
  },
  {
    id: "dotted",
    type: "line",
    source: "areas",
    filter: ["all", drawnWhite, ["!=", ["get", "organic"], true]],
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": "#6b7280", "line-width": 1.4, "line-dasharray": [0.1, 2.4] },
  },
  {
    id: "selected",
    type: "line",
    source: "areas",
    filter: ["==", ["get", "code"], ""],
    layout: { "line-join": "round" },
    paint: { "line-color": "#0b3d45", "line-width": 4 },
  },
  {
    id: "highlight",
    type: "line",
    source: "areas",
    layout: { "line-join": "round" },
    paint: {
      "line-color": "#111111",
      "line-width": ["case", ["boolean", ["feature-state", "lifted"], false], 3, 0],
    },
  },
];
