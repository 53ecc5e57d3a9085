// Which scenes fit together, and what a state means for the data at hand: a link may be older than the edition it opens.
import type { ExploreData, Scene } from "./contract";
import type { State } from "./state";

export function sceneOf(data: ExploreData, id: string): Scene | undefined {
  return data.scenes.find((scene) => scene.id === id);
}

export function years(data: ExploreData): readonly Scene[] {
  return data.scenes.filter((scene) => scene.family === "years");
}

/** Scenes that lie side by side with this one: values of other times, told by the same legend. */
export function comparable(data: ExploreData, scene: Scene): readonly Scene[] {
  const ofTime = (family: string): boolean => ["state", "years", "cells-state"].includes(family);
  if (!ofTime(scene.family)) return [];
  return data.scenes.filter((other) => other !== scene && other.legend === scene.legend && ofTime(other.family));
}

/** Before and after, of areas or of cells. */
function pair(data: ExploreData, cells: boolean): [Scene, Scene] | null {
  const ofKind = data.scenes.filter((scene) => (scene.cells !== undefined) === cells);
  const first = ofKind.find((scene) => scene.role === "before") ?? ofKind.find((scene) => comparable(data, scene).length > 0);
  if (first === undefined) return null;
  const others = comparable(data, first);
  const second = others.find((scene) => scene.role === "after") ?? others.at(-1);
  return second === undefined ? null : [first, second];
}

export function canCompare(data: ExploreData, scene: Scene): boolean {
  return pair(data, scene.cells !== undefined) !== null;
}

/** The change between what is compared. */
export function changeOf(data: ExploreData, scene: Scene): Scene | undefined {
  const wanted = scene.cells === undefined ? "change-" : "cells-change-";
  return data.scenes.find((other) => other.id.startsWith(wanted));
}

/** The state with everything it leaves open filled in, and nothing in it that the data do not have. */
export function settle(data: ExploreData, state: State, hasCells: (map: string) => boolean): State {
  const readable = (scene: Scene): boolean => scene.cells === undefined || hasCells(scene.cells.map);
  const known = sceneOf(data, state.scene);
  const scene = known !== undefined && readable(known) ? known : (sceneOf(data, data.initial) ?? data.scenes[0]);
  if (scene === undefined) throw new Error("nothing to show");
  const settled = { ...state, indicator: data.indicator, scene: scene.id, other: "" };
  const legend = data.legends[scene.legend];
  const rows = state.rows.filter((row) => legend?.classes.some((_, place) => row === `c${place}`) || legend?.looks.some(([look]) => row === look));
  if (state.mode === "one") return { ...settled, rows };
  const others = comparable(data, scene);
  const other = others.find(({ id }) => id === state.other);
  if (other !== undefined) return { ...settled, rows, other: other.id };
  const [first, second] = pair(data, scene.cells !== undefined) ?? [];
  if (first === undefined || second === undefined) return { ...settled, rows, mode: "one" };
  // Comparing begins with before on the left; a year keeps its place and is compared with the last one.
  const isYear = scene.family === "years" && others.length > 0;
  if (isYear) return { ...settled, rows, other: others.at(-1)?.id ?? second.id };
  return { ...settled, rows: first.legend === scene.legend ? rows : [], scene: first.id, other: second.id };
}
