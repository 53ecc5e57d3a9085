// What the map page gets: data/explore-<indicator>-<lang>.js and data/tiles.js. The other half of this promise is CONTRACT.md.
import type { MapTexts, Outlines, Status } from "../contract";

export interface ExploreArea {
  readonly code: string;
  readonly name: string;
  /** Relative to the folder of the language. */
  readonly href: string;
  readonly organic: boolean;
}

export type PaletteName = "default" | "alternative";

export interface Palette {
  readonly name: string;
  readonly fills: readonly string[];
}

/** Classes from the lowest or worst; `rows` is their order in the legend. */
export interface ExploreLegend extends Readonly<Record<PaletteName, Palette>> {
  readonly caption: string;
  readonly classes: readonly string[];
  readonly rows: readonly number[];
  readonly looks: readonly (readonly [string, string])[];
}

/** One area in one scene; `note` and `facts` are places in `words`. */
export interface SceneArea {
  readonly status: Status;
  readonly class?: number;
  readonly value?: number;
  readonly label: string;
  readonly note?: number;
  readonly facts?: readonly number[];
}

/** How the codes of a map by cell are read: class (−1: no value) and words of each of the 256. */
export interface SceneCells {
  readonly map: string;
  readonly classes: readonly number[];
  readonly values: readonly string[];
  readonly notes: readonly string[];
  readonly download: string;
}

/** One picture: a kind of number for every area, or a map by cell. */
export interface Scene {
  readonly id: string;
  readonly family: string;
  readonly role: "before" | "after" | "";
  readonly label: string;
  readonly title: string;
  readonly land: string;
  readonly said: string;
  readonly legend: number;
  readonly areas?: readonly SceneArea[];
  readonly cells?: SceneCells;
}

export interface ExploreData {
  readonly id: string;
  readonly lang: string;
  readonly indicator: string;
  readonly name: string;
  readonly href: string;
  readonly initial: string;
  readonly areas: readonly ExploreArea[];
  readonly legends: readonly ExploreLegend[];
  readonly scenes: readonly Scene[];
  readonly words: readonly string[];
  readonly texts: ExploreTexts;
}

export interface ExploreTexts extends MapTexts {
  readonly group_areas: string;
  readonly group_years: string;
  readonly group_cells: string;
  readonly legend_source: string;
  readonly filter_hint: string;
  readonly filter_hint_cells: string;
  readonly swipe_at: string;
  readonly flip: string;
  readonly locate: string;
  readonly nothing_here: string;
  readonly no_cells: string;
  readonly cells_download: string;
}

export type Channel = "red" | "green" | "blue";

/** One archive of tiles below the root of the edition. */
export interface Archive {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: "vector" | "terrarium" | "codes";
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly attribution?: string;
  readonly maps?: readonly { readonly map: string; readonly channel: Channel }[];
}

export interface TileIndex {
  readonly archives: Readonly<Record<string, Archive>>;
  /** True on a stick, where every archive has a pack. */
  readonly packs?: boolean;
}

export type OpenExplorerFunction = (root: HTMLElement) => Promise<void>;

declare global {
  interface Window {
    AIMAK_EXPLORE?: Record<string, ExploreData>;
    AIMAK_TILES?: TileIndex;
    AIMAK_PACKS?: Record<string, string>;
    AIMAK_OPEN_EXPLORER?: OpenExplorerFunction;
    /** The open explorer, for tests and for the curious in a console. */
    AIMAK_EXPLORER?: unknown;
  }
}

export type { Outlines };
