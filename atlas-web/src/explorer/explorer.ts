// explorer.js: the map page. One state, kept in the address, decides what everything on the page shows.
import type { LngLat, MapMouseEvent } from "maplibre-gl";
import { boxOf, widen, type Box } from "../geometry";
import { loadScript } from "../load";
import { Archives } from "./archives";
import { Card } from "./card";
import { CellTiles } from "./cells";
import { sceneOf, settle } from "./choice";
import type { ExploreData, Scene } from "./contract";
import { Controls } from "./controls";
import { draw } from "./drawing";
import { Frame } from "./frame";
import { fontIsReady } from "./ground";
import { Legend } from "./legend";
import { AreaList } from "./list";
import { boxOfAll, PADDING, Pane, type Ground } from "./pane";
import { read, write, type State } from "./state";
import { View, type Shown } from "./view";

async function loadData(root: HTMLElement, indicator: string): Promise<ExploreData> {
  const { root: base = "", lang = "" } = root.dataset;
  const id = `${indicator}-${lang}`;
  await loadScript(`${base}data/explore-${encodeURIComponent(id)}.js`);
  const data = window.AIMAK_EXPLORE?.[id];
  if (data === undefined) throw new Error(`nothing is known of ${indicator}`);
  return data;
}

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

class Explorer {
  readonly panes: Pane[] = [];
  views: View[] = [];
  private flipped = false;
  /** True while places of maps change their size: that moves no map. */
  private arranging = false;
  private written = "";
  private pointing = 0;
  private readonly controls: Controls;
  private readonly legend: Legend;
  private readonly list: AreaList;
  private readonly card: Card;

  constructor(
    private readonly root: HTMLElement,
    private readonly frame: Frame,
    private readonly ground: Ground,
    private data: ExploreData,
    public state: State,
  ) {
    const part = (selector: string): HTMLElement => root.querySelector<HTMLElement>(selector) ?? root;
    this.controls = new Controls(root, (change) => void this.go(change), () => this.flip());
    this.legend = new Legend(part(".explorer-legend"), (row) => this.press(row));
    this.list = new AreaList(part(".explorer-areas"), (code) => void this.choose(code), (code) => this.liftFromList(code), data.texts.locate);
    this.card = new Card(frame.element, data.texts, () => this.lift(null));
    window.addEventListener("hashchange", () => {
      if (location.hash !== this.written) void this.go(read(location.hash, this.data.indicator), true);
    });
  }

  /** Opens the first map; rejects when it cannot be drawn. */
  async start(): Promise<void> {
    const pane = this.addPane("left");
    const first = pane.ready();
    await Promise.race([pane.styled(), first]);
    await this.render();
    await first;
    // Only now the place of the map has its size.
    this.frame.open();
    this.controls.fold(this.state);
    this.frame.onButtons((way) => this.zoom(way));
    await this.render();
    this.move(this.state, true);
    await this.settled();
  }

  close(): void {
    for (const pane of this.panes) pane.close();
    this.frame.close();
  }

  /** Resolves when everything asked for is drawn. */
  async settled(): Promise<void> {
    await Promise.all(this.panes.map(async ({ map }) => {
      await new Promise<void>((resolve) => {
        map.once("idle", () => resolve());
        map.triggerRepaint();
      });
    }));
  }

  /** Changes what is asked for; `moving` also moves the map to where the new state says. */
  async go(change: Partial<State>, moving = false): Promise<void> {
    const wanted = { ...this.state, ...change };
    if (wanted.indicator !== this.data.indicator) {
      try {
        this.data = await loadData(this.root, wanted.indicator);
      } catch (error) {
        console.info("The indicator stays:", error);
        this.render();
        return;
      }
    }
    this.state = settle(this.data, wanted, this.hasCells);
    this.flipped = false;
    this.card.close();
    await this.render();
    if (moving) this.move(this.state, calm());
  }

  private readonly hasCells = (map: string): boolean => this.ground.archives.ofMap(map) !== null;

  private scenes(): Scene[] {
    const first = sceneOf(this.data, this.state.scene);
    const second = sceneOf(this.data, this.state.other);
    return [first, second].filter((scene) => scene !== undefined);
  }

  private async render(): Promise<void> {
    const { data, state } = this;
    this.views = this.scenes().map((scene) => new View(data, scene, state.palette, state.rows));
    const [first, second] = this.views;
    if (first === undefined) return;
    this.controls.show(data, state, this.flipped, this.hasCells, this.ground.archives.about("relief") !== undefined && first.scene.cells === undefined);
    const shown = this.flipped && second !== undefined ? second : first;
    const apart = state.mode === "swipe" || state.mode === "side";
    this.legend.show(apart ? this.views : [shown]);
    this.list.show(apart ? this.views : [shown], state.area);
    this.frame.show(data, this.views, shown, state);
    const svg = this.root.querySelector<SVGElement>(".map-svg");
    if (svg !== null) draw(svg, shown);
    this.remember();
    await this.renderPanes(shown, second);
  }

  private async renderPanes(first: View, second: View | undefined): Promise<void> {
    const { mode, relief, area } = this.state;
    const two = (mode === "swipe" || mode === "side") && second !== undefined;
    const [, extra] = this.panes;
    if (!two && extra !== undefined) {
      extra.close();
      this.panes.length = 1;
    }
    const right = two && extra === undefined ? this.addPane("right") : extra;
    this.arranging = true;
    for (const { map } of this.panes) map.resize();
    this.arranging = false;
    if (two && right !== undefined) {
      if (right !== extra) await right.styled();
      right.show(second, relief);
      right.select(area);
      this.follow(0);
    }
    this.panes[0]?.show(first, relief);
    this.panes[0]?.select(area);
    // Half the room wants another scale.
    if (this.everything) this.move(this.state, true);
  }

  private addPane(side: "left" | "right"): Pane {
    const pane = new Pane(this.frame.pane(side), this.ground, this.data.lang, this.data.texts, side);
    const place = this.panes.push(pane) - 1;
    const { map } = pane;
    map.on("move", () => {
      if (!this.arranging) this.follow(place);
      this.card.follow();
    });
    map.on("moveend", () => this.moved(place));
    map.on("mousemove", (event) => void this.point(place, event, false));
    map.on("mouseout", () => this.leave());
    map.on("click", (event) => void this.point(place, event, true));
    map.getCanvas().addEventListener("keydown", ({ key }) => (key === "Escape" ? this.card.close() : this.frame.cross(true)));
    map.getCanvas().addEventListener("blur", () => this.frame.cross(false));
    map.getCanvas().addEventListener("focus", () => {
      if (!map.getCanvas().matches(":focus-visible")) return;
      this.frame.cross(true);
      void this.readCentre(place);
    });
    return pane;
  }

  /** The other map goes where this one goes. */
  private follow(place: number): void {
    const from = this.panes[place]?.map;
    const to = this.panes[1 - place]?.map;
    if (from === undefined || to === undefined) return;
    const [a, b] = [from.getCenter(), to.getCenter()];
    if (Math.abs(a.lng - b.lng) < 1e-9 && Math.abs(a.lat - b.lat) < 1e-9 && from.getZoom() === to.getZoom()) return;
    to.jumpTo({ center: a, zoom: from.getZoom() });
  }

  private moved(place: number): void {
    const map = this.panes[place]?.map;
    if (map === undefined || place !== 0 || !this.frame.isOpen) return;
    const { lng, lat } = map.getCenter();
    this.state = { ...this.state, position: this.everything ? null : { lng, lat, zoom: map.getZoom() } };
    this.remember();
    if (this.frame.crossed) void this.readCentre(place);
  }
  /** True while the map shows all areas because nobody moved it. */
  private everything = true;

  private move({ position, area }: State, atOnce: boolean): void {
    const map = this.panes[0]?.map;
    if (map === undefined) return;
    const outline = this.ground.outlines.features.find(({ properties }) => properties.code === area);
    this.everything = position === null && outline === undefined;
    if (position !== null) map.jumpTo({ center: [position.lng, position.lat], zoom: position.zoom });
    else map.fitBounds(outline === undefined ? this.ground.box : (widen(boxOf(outline.geometry), 0.8) as Box), { padding: PADDING, animate: !atOnce });
  }

  private zoom(way: "in" | "out" | "all"): void {
    const map = this.panes[0]?.map;
    if (map === undefined) return;
    if (way === "all") {
      void this.go({ area: "", position: null }, true);
      return;
    }
    this.everything = false;
    map.easeTo({ zoom: map.getZoom() + (way === "in" ? 1 : -1), animate: !calm() });
  }

  private press(row: string): void {
    const { rows } = this.state;
    void this.go({ rows: rows.includes(row) ? rows.filter((known) => known !== row) : [...rows, row] });
  }

  private async choose(code: string): Promise<void> {
    const area = this.state.area === code ? "" : code;
    await this.go({ area, position: null }, area !== "");
    this.remember();
  }

  private flip(): void {
    this.flipped = !this.flipped;
    void this.render();
  }

  private shownOf(place: number): View | undefined {
    const two = this.panes.length > 1;
    return two ? this.views[place] : (this.flipped ? this.views[1] : this.views[0]);
  }

  private async point(place: number, { point, lngLat, originalEvent }: MapMouseEvent, pin: boolean): Promise<void> {
    const pane = this.panes[place];
    const view = this.shownOf(place);
    if (pane === undefined || view === undefined) return;
    if (pin || originalEvent.type === "mousemove") this.frame.cross(false);
    const turn = ++this.pointing;
    const shown = this.areaOf(view, pane.areaAt(point));
    const cell = await pane.cellAt(lngLat);
    // A later movement has already been answered.
    if (turn !== this.pointing) return;
    const value = view.scene.cells === undefined ? (shown?.area.label ?? "") : (cell?.words ?? "");
    this.frame.say(view, shown, cell, value);
    this.lift(shown?.about.code ?? null);
    if (shown === undefined && value === "") {
      if (pin) this.card.close();
      else this.card.leave();
    } else {
      this.card.show(pane.map, lngLat, shown ?? null, value, pin);
    }
  }

  private async readCentre(place: number): Promise<void> {
    const pane = this.panes[place];
    const view = this.shownOf(place);
    if (pane === undefined || view === undefined) return;
    const centre: LngLat = pane.map.getCenter();
    const shown = this.areaOf(view, pane.areaAt(pane.map.project(centre)));
    const cell = await pane.cellAt(centre);
    const value = view.scene.cells === undefined ? (shown?.area.label ?? "") : (cell?.words ?? "");
    this.frame.say(view, shown, cell, value);
    this.frame.announce(this.frame.said(shown, value, this.data.texts));
  }

  private areaOf(view: View, code: string | null): Shown | undefined {
    return view.areas.find(({ about }) => about.code === code);
  }

  private leave(): void {
    this.pointing += 1;
    this.lift(null);
    this.card.leave();
  }

  private lift(code: string | null): void {
    for (const pane of this.panes) pane.lift(code);
  }

  /** The list lights its area and shows its card, as a pointer on the map would. */
  private liftFromList(code: string | null): void {
    this.lift(code);
    const [pane] = this.panes;
    const view = this.shownOf(0);
    const shown = view === undefined ? undefined : this.areaOf(view, code);
    if (pane === undefined || view === undefined || shown === undefined) this.card.leave();
    else this.frame.say(view, shown, null, shown.area.label);
  }

  private remember(): void {
    if (!this.frame.isOpen) return;
    this.written = write(this.state);
    try {
      history.replaceState(null, "", this.written);
    } catch {
      // Some browsers refuse this on file://; then the address just does not remember.
    }
  }
}

async function open(root: HTMLElement): Promise<void> {
  const { root: base = "", indicator = "" } = root.dataset;
  const asked = read(location.hash, indicator);
  const first = loadData(root, asked.indicator).catch(() => loadData(root, indicator));
  const [data] = await Promise.all([
    first,
    loadScript(`${base}data/outlines.js`),
    // Without tiles the areas stand on white paper.
    loadScript(`${base}data/tiles.js`).catch(() => undefined),
    fontIsReady(),
  ]);
  const outlines = window.AIMAK_OUTLINES;
  if (outlines === undefined || outlines.features.length === 0) throw new Error("the map has no areas");
  const archives = new Archives(window.AIMAK_TILES ?? { archives: {} }, base);
  await archives.keepReadable(["base", "relief"]);
  const frame = new Frame(root, data.texts, archives.about("base")?.attribution ?? "");
  const cells = new CellTiles(archives, () => frame.fail(data.texts.no_cells));
  archives.serve();
  cells.serve();
  const state = settle(data, asked, (map) => archives.ofMap(map) !== null);
  const explorer = new Explorer(root, frame, { outlines, archives, cells, box: boxOfAll(outlines) }, data, state);
  try {
    await explorer.start();
  } catch (error) {
    explorer.close();
    throw error;
  }
  window.AIMAK_EXPLORER = explorer;
}

window.AIMAK_OPEN_EXPLORER = open;
