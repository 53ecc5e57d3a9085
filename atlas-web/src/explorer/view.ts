// One picture as it is asked for: a scene in a set of colours, whole or only some rows of its legend. Every part of the page
// (both maps, the drawing, the legend, the list) asks here, so that they cannot say different things.
import type { Status } from "../contract";
import type { ExploreArea, ExploreData, ExploreLegend, Palette, PaletteName, Scene, SceneArea } from "./contract";

export const BLANK = "#ffffff";

/** One area with everything that is shown of it. */
export interface Shown {
  readonly about: ExploreArea;
  readonly area: SceneArea;
  readonly fill: string;
  readonly note: string;
  readonly facts: readonly string[];
  /** True where a filter of the legend has put it aside. */
  readonly aside: boolean;
}

export class View {
  readonly legend: ExploreLegend;
  readonly palette: Palette;
  /** The scene whose numbers stand in the list: the scene itself, or the one that tells of areas what this tells of cells. */
  readonly numbers: Scene;
  readonly areas: readonly Shown[];

  constructor(
    readonly data: ExploreData,
    readonly scene: Scene,
    paletteName: PaletteName,
    readonly rows: readonly string[],
  ) {
    this.legend = data.legends[scene.legend] ?? { caption: "", classes: [], rows: [], looks: [], default: { name: "", fills: [] }, alternative: { name: "", fills: [] } };
    this.palette = this.legend[paletteName];
    this.numbers = this.twin();
    this.areas = data.areas.map((about, place) => this.shown(about, this.numbers.areas?.[place]));
  }

  /** True where a row of the legend, a class or a look, is in view. */
  has(row: string): boolean {
    return this.rows.length === 0 || this.rows.includes(row);
  }

  /** How many areas a row of the legend stands for. */
  count(row: string): number {
    if (row === "organic") return this.areas.filter(({ about }) => about.organic).length;
    return this.areas.filter(({ area }) => area.status === row || `c${area.class}` === row).length;
  }

  private twin(): Scene {
    if (this.scene.areas !== undefined) return this.scene;
    const scenes = this.data.scenes.filter((scene) => scene.areas !== undefined);
    const same = scenes.find((scene) => `cells-${scene.id}` === this.scene.id);
    return same ?? scenes.find((scene) => scene.id === this.data.initial) ?? this.scene;
  }

  private shown(about: ExploreArea, given: SceneArea | undefined): Shown {
    const area: SceneArea = given ?? { status: "none" as Status, label: "" };
    const words = (place: number | undefined): string => (place === undefined ? "" : (this.data.words[place] ?? ""));
    const rowsOfArea = [area.status, `c${area.class}`, ...(about.organic ? ["organic"] : [])];
    return {
      about,
      area,
      fill: area.class === undefined ? BLANK : (this.palette.fills[area.class] ?? BLANK),
      note: words(area.note),
      facts: (area.facts ?? []).map(words),
      aside: this.scene.areas !== undefined && this.rows.length > 0 && !rowsOfArea.some((row) => this.rows.includes(row)),
    };
  }
}
