// What the reader sees, as an address: everything after `#`, so that a link shows the same to whoever opens it, in any language.
import type { PaletteName } from "./contract";

export const modes = ["one", "swipe", "side", "flip"] as const;
export type Mode = (typeof modes)[number];

export interface Position {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

export interface State {
  readonly indicator: string;
  /** Empty: the one that stands for the indicator. */
  readonly scene: string;
  readonly other: string;
  readonly mode: Mode;
  readonly palette: PaletteName;
  /** Rows of the legend that are shown alone; none means all. */
  readonly rows: readonly string[];
  /** Code of the chosen area. */
  readonly area: string;
  /** Where the dividing line stands, per cent of the width. */
  readonly swipe: number;
  readonly relief: boolean;
  /** Absent while everything is in view. */
  readonly position: Position | null;
}

function numbers(text: string | null): number[] {
  return (text ?? "").split(",").map(Number);
}

function position(text: string | null): Position | null {
  const [lng = NaN, lat = NaN, zoom = NaN] = numbers(text);
  return [lng, lat, zoom].every(Number.isFinite) ? { lng, lat, zoom } : null;
}

/** Reads the part after `#`; what it does not say, or says wrongly, is as at first. */
export function read(hash: string, indicator: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const mode = modes.find((known) => known === given.get("m")) ?? "one";
  const swipe = Number(given.get("w") ?? "50");
  return {
    indicator: given.get("i") ?? indicator,
    scene: given.get("s") ?? "",
    other: given.get("o") ?? "",
    mode,
    palette: given.get("p") === "2" ? "alternative" : "default",
    rows: (given.get("f") ?? "").split(".").filter(Boolean),
    area: given.get("a") ?? "",
    swipe: Number.isFinite(swipe) ? Math.min(100, Math.max(0, Math.round(swipe))) : 50,
    relief: given.get("r") !== "0",
    position: position(given.get("at")),
  };
}

/** The part after `#`, with `#`. What is as at first is left out. */
export function write(state: State): string {
  const parts: [string, string][] = [["i", state.indicator], ["s", state.scene]];
  if (state.mode !== "one") parts.push(["m", state.mode], ["o", state.other]);
  if (state.mode === "swipe") parts.push(["w", String(state.swipe)]);
  if (state.palette === "alternative") parts.push(["p", "2"]);
  if (state.rows.length > 0) parts.push(["f", state.rows.join(".")]);
  if (state.area !== "") parts.push(["a", state.area]);
  if (!state.relief) parts.push(["r", "0"]);
  const { position: at } = state;
  if (at !== null) parts.push(["at", `${at.lng.toFixed(4)},${at.lat.toFixed(4)},${at.zoom.toFixed(2)}`]);
  const given = parts.filter(([, value]) => value !== "");
  return `#${given.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&")}`;
}
