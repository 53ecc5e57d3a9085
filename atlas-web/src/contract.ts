// What the pages give to the scripts; the other half of this promise is CONTRACT.md.
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";

/** How a value may be drawn: a plain fill is a claim, hatching takes it back, dots say that nobody knows, a dotted outline makes none; of a border nothing is filled. */
export type Status = "robust" | "uncertain" | "no_interval" | "withheld" | "none" | "border";

/** One area on one map, with its texts already formatted and translated. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly status: Status;
  readonly fill: string;
  readonly label: string;
  readonly note: string;
  /** What else belongs to the number, line by line: quantity and period, land, n. */
  readonly facts?: readonly string[];
  /** Relative to the folder of the language. */
  readonly href: string;
  readonly organic: boolean;
}

export interface MapTexts {
  readonly zoom_in: string;
  readonly zoom_out: string;
  readonly map_label: string;
  readonly open_page: string;
  readonly close: string;
  readonly reset: string;
  readonly simulated?: string;
  readonly attribution?: string;
  readonly gesture_ctrl?: string;
  readonly gesture_command?: string;
  readonly gesture_touch?: string;
}

/** The content of `data/map-<indicator>-<lang>.js`. */
export interface MapData {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly areas: readonly Area[];
  readonly texts: MapTexts;
  /** Caption and legend as home shows them, by the name of their place. */
  readonly parts?: Readonly<Record<"caption" | "legend", string>>;
  /** A picture of cells below the borders, in the projection of the map. */
  readonly cells?: Cells;
}

type Corner = readonly [number, number];

/** A picture as `data:` address, and where its corners lie, clockwise from the north-west. */
export interface Cells {
  readonly image: string;
  readonly corners: readonly [Corner, Corner, Corner, Corner];
}

/** The content of `data/outlines.js`: every area once, for every map. */
export type Outlines = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

/** An open map: what the page may still ask of it. */
export interface OpenMap {
  /** Lifts one area out, by its code or by the address of its page, or none. */
  highlight(area: string | null): void;
  close(): void;
}

export type OpenMapFunction = (figure: HTMLElement, outlines: Outlines, map: MapData) => Promise<OpenMap>;

type Span = readonly [number, number];

/** An aimak that can be chosen. */
export interface Who {
  readonly key: string;
  readonly name: string;
  /** Relative to the folder of the language. */
  readonly href: string;
  readonly organic: boolean;
  readonly note: string;
}

/** The number of an aimak with its places on the scale of the indicator (0 left, 1 right), or why there is none. */
export interface Placed {
  readonly value?: number;
  readonly at?: number;
  readonly label?: string;
  readonly interval?: string;
  readonly ends?: Span | null;
  readonly most?: Span | null;
  readonly half?: Span | null;
  readonly tone: string;
  readonly sign: string;
  readonly verdict: string;
  readonly note: string;
  readonly href: string;
}

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly unit: string;
  readonly href: string;
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly zero: boolean }[];
  /** Places of the comparison areas, the lowest first, and of those in the middle. */
  readonly others: readonly number[];
  readonly middle: readonly number[];
  readonly said: string;
  readonly values: Readonly<Record<string, Placed>>;
}

/** The content of `data/compare-<lang>.js`. */
export interface Comparison {
  readonly lang: string;
  readonly aimaks: readonly Who[];
  readonly indicators: readonly Indicator[];
  readonly texts: { readonly choose: string; readonly chosen: string; readonly others: string };
}

declare global {
  interface Window {
    AIMAK_OUTLINES?: Outlines;
    AIMAK_MAPS?: Record<string, MapData>;
    AIMAK_OPEN_MAP?: OpenMapFunction;
    AIMAK_COMPARE?: Comparison;
    /** The map itself, for tests and for the curious in a console. */
    AIMAK_MAP?: unknown;
  }
}
