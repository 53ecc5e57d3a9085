// The form above the map, the slider of years, the line that divides: they show the state and say what the reader wants.
import { canCompare, changeOf, comparable, sceneOf, years } from "./choice";
import type { ExploreData, Scene } from "./contract";
import { modes, type Mode, type State } from "./state";

/** Milliseconds a year stays when the years run by themselves. */
const BEAT = 1100;
/** Half the width of the handle of the dividing line: its middle never leaves the map. */
const HANDLE = 20;

type Wish = (change: Partial<State>) => void;

function option(value: string, label: string): HTMLOptionElement {
  return new Option(label, value);
}

function group(label: string, options: HTMLOptionElement[]): HTMLOptGroupElement {
  const element = document.createElement("optgroup");
  element.label = label;
  element.append(...options);
  return element;
}

export class Controls {
  private readonly form: HTMLFormElement;
  private readonly yearLine: HTMLElement;
  private readonly year: HTMLInputElement;
  private readonly play: HTMLButtonElement;
  private readonly swipe: HTMLInputElement;
  private readonly flip: HTMLButtonElement;
  private readonly change: HTMLButtonElement;
  private readonly all: HTMLElement;
  private timer: ReturnType<typeof setInterval> | null = null;
  private data: ExploreData | null = null;
  private state: State | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly wish: Wish,
    onFlip: () => void,
  ) {
    const find = <T extends Element>(selector: string): T => {
      const found = root.querySelector<T>(selector);
      if (found === null) throw new Error(`the page lacks ${selector}`);
      return found;
    };
    this.form = find("form");
    this.yearLine = find(".explorer-years");
    this.year = find('[name="year"]');
    this.play = find(".explorer-play");
    this.swipe = find('[name="swipe"]');
    this.flip = find(".explorer-flip");
    this.change = find(".explorer-change");
    this.all = find(".explorer-all");
    this.form.addEventListener("change", (event) => this.changed(event.target as HTMLInputElement));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.year.addEventListener("input", () => {
      this.stop();
      this.chooseYear(Number(this.year.value));
    });
    this.swipe.addEventListener("input", () => this.wish({ swipe: Number(this.swipe.value) }));
    this.flip.addEventListener("click", onFlip);
    this.change.addEventListener("click", () => this.showChange());
    this.play.addEventListener("click", () => (this.timer === null ? this.run() : this.stop()));
    this.all.addEventListener("click", () => this.wish({ rows: [] }));
  }

  show(data: ExploreData, state: State, flipped: boolean, hasCells: (map: string) => boolean, hasRelief: boolean): void {
    const scene = sceneOf(data, state.scene);
    const other = sceneOf(data, state.other);
    if (scene === undefined) return;
    if (data !== this.data) this.fill(data, hasCells);
    this.data = data;
    this.state = state;
    this.form.hidden = false;
    this.value("indicator", state.indicator);
    this.value("scene", scene.family === "years" ? "years" : scene.id);
    this.tick("palette", state.palette === "alternative");
    this.tick("relief", state.relief);
    this.modes(data, scene, state.mode);
    this.others(data, scene, state);
    this.years(data, scene);
    this.part(".explorer-relief").hidden = !hasRelief;
    this.all.hidden = state.rows.length === 0;
    this.part(".explorer-swipe").hidden = state.mode !== "swipe";
    this.change.hidden = state.mode === "one" || changeOf(data, scene) === undefined;
    this.flip.hidden = state.mode !== "flip";
    const next = flipped ? scene : other;
    this.flip.textContent = data.texts.flip.replace("{label}", next?.label ?? "");
    this.line(data, scene, other, state.swipe);
  }

  /** On a phone the map comes first: what is chosen seldom is folded, unless it was chosen. */
  fold({ mode, palette }: State): void {
    const more = this.form.querySelector("details");
    const narrow = matchMedia("(max-width: 40rem)").matches;
    if (more !== null && narrow) more.open = mode !== "one" || palette !== "default";
  }

  /** The dividing line; shared with the map that lies above it. */
  static cut(share: number): string {
    return `calc(${HANDLE}px + (100% - ${2 * HANDLE}px) * ${share / 100})`;
  }

  private part(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector) ?? this.form;
  }

  private field(name: string): HTMLSelectElement & HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLSelectElement & HTMLInputElement;
  }

  private value(name: string, value: string): void {
    this.field(name).value = value;
  }

  private tick(name: string, on: boolean): void {
    this.field(name).checked = on;
  }

  private changed(field: HTMLInputElement): void {
    this.stop();
    const { name, value, checked } = field;
    if (name === "indicator") this.wish({ indicator: value, scene: "", other: "", rows: [] });
    else if (name === "scene") this.chooseScene(value);
    else if (name === "other") this.wish({ other: value });
    else if (name === "mode") this.wish({ mode: modes.find((mode) => mode === value) ?? "one", other: "" });
    else if (name === "palette") this.wish({ palette: checked ? "alternative" : "default" });
    else if (name === "relief") this.wish({ relief: checked });
  }

  /** A scene that cannot be compared ends the comparison; another legend has other rows. */
  private chooseScene(id: string): void {
    const { data, state } = this;
    if (data === null || state === null) return;
    const scene = id === "years" ? years(data).at(-1) : sceneOf(data, id);
    if (scene === undefined) return;
    const mode = comparable(data, scene).length > 0 ? state.mode : "one";
    const sameLegend = sceneOf(data, state.scene)?.legend === scene.legend;
    const other = state.other === scene.id ? state.scene : state.other;
    this.wish({ scene: scene.id, mode, other, ...(sameLegend ? {} : { rows: [] }) });
  }

  private chooseYear(place: number): void {
    const scene = this.data === null ? undefined : years(this.data)[place];
    if (scene !== undefined) this.wish({ scene: scene.id });
  }

  private showChange(): void {
    const scene = this.data === null || this.state === null ? undefined : sceneOf(this.data, this.state.scene);
    const change = scene === undefined || this.data === null ? undefined : changeOf(this.data, scene);
    if (change !== undefined) this.wish({ scene: change.id, mode: "one", other: "", rows: [] });
  }

  private fill(data: ExploreData, hasCells: (map: string) => boolean): void {
    const options = (scenes: readonly Scene[]): HTMLOptionElement[] => scenes.map((scene) => option(scene.id, scene.label));
    const plain = data.scenes.filter((scene) => scene.cells === undefined && scene.family !== "years");
    const cells = data.scenes.filter((scene) => scene.cells !== undefined && hasCells(scene.cells.map));
    const byYear = years(data).length > 0 ? [option("years", data.texts.group_years)] : [];
    const groups = [group(data.texts.group_areas, [...options(plain), ...byYear])];
    if (cells.length > 0) groups.push(group(data.texts.group_cells, options(cells)));
    this.field("scene").replaceChildren(...groups);
  }

  private modes(data: ExploreData, scene: Scene, mode: Mode): void {
    const possible = canCompare(data, scene);
    for (const radio of this.form.querySelectorAll<HTMLInputElement>('[name="mode"]')) {
      radio.checked = radio.value === mode;
      radio.disabled = !possible && radio.value !== "one";
    }
  }

  private others(data: ExploreData, scene: Scene, { mode, other }: State): void {
    this.part(".explorer-other").hidden = mode === "one";
    this.field("other").replaceChildren(...comparable(data, scene).map(({ id, label }) => option(id, label)));
    this.value("other", other);
  }

  private years(data: ExploreData, scene: Scene): void {
    const all = years(data);
    this.yearLine.hidden = scene.family !== "years" || all.length < 2;
    if (this.yearLine.hidden) this.stop();
    this.year.max = String(all.length - 1);
    this.year.value = String(all.indexOf(scene));
    this.year.setAttribute("aria-valuetext", scene.label);
    const output = this.yearLine.querySelector("output");
    if (output !== null) output.textContent = scene.label;
    this.play.hidden = !matchMedia("(prefers-reduced-motion: no-preference)").matches;
  }

  private line(data: ExploreData, left: Scene, right: Scene | undefined, share: number): void {
    this.swipe.value = String(share);
    const words = data.texts.swipe_at.replace("{left}", left.label).replace("{right}", right?.label ?? "");
    this.swipe.setAttribute("aria-valuetext", words.replace("{share}", String(share)));
  }

  private run(): void {
    this.play.textContent = this.play.dataset["pause"] ?? "";
    this.timer = setInterval(() => {
      const next = Number(this.year.value) + 1;
      this.chooseYear(next > Number(this.year.max) ? 0 : next);
    }, BEAT);
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.play.textContent = this.play.dataset["play"] ?? "";
  }
}
