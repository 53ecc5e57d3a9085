// A map figure: its buttons, and the way from the drawn map to the interactive one and back.
import type { MapData, OpenMap } from "./contract";
import { loadScript, loadStyles } from "./load";

const OPEN_MARK = "#map";

/** `../data/map-soc_stock-ky.js` holds the map `soc_stock-ky`. */
function mapId(address: string): string {
  return /map-(.+)\.js$/.exec(address)?.[1] ?? "";
}

/** The data of a map, by the address of its script. */
export async function mapData(address: string): Promise<MapData> {
  await loadScript(address);
  const data = window.AIMAK_MAPS?.[mapId(address)];
  if (data === undefined) throw new Error(`${address} holds no map`);
  return data;
}

async function openMap(figure: HTMLElement): Promise<OpenMap> {
  const { map = "", outlines = "", assets = "" } = figure.dataset;
  const [data] = await Promise.all([
    mapData(map),
    loadScript(outlines),
    loadStyles(`${assets}map.css`),
    loadScript(`${assets}map.js`),
  ]);
  if (window.AIMAK_OUTLINES === undefined || window.AIMAK_OPEN_MAP === undefined) throw new Error("the map is incomplete");
  return window.AIMAK_OPEN_MAP(figure, window.AIMAK_OUTLINES, data);
}

function mark(hash: string): void {
  try {
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
  } catch {
    // Some browsers refuse this on file://; then the address just does not remember the open map.
  }
}

/** The area a place on the page speaks of: by its code, or by the link to its page. */
function areaNamedBy(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const coded = target.closest<HTMLElement>("[data-code]")?.dataset["code"];
  if (coded !== undefined) return coded;
  return /aimak\/[^/]+\.html$/.exec(target.closest("a")?.pathname ?? "")?.[0] ?? null;
}

/** Lets every list and table that names an area light it up on the open map. */
function followPage(figure: HTMLElement, current: () => OpenMap | null): void {
  let shown: string | null = null;
  const follow = ({ target }: Event): void => {
    // What happens on the map itself is the map's affair.
    if (target instanceof Element && target.closest(".map-canvas") !== null && figure.contains(target)) return;
    const area = areaNamedBy(target);
    if (area !== shown) current()?.highlight(area);
    shown = area;
  };
  document.addEventListener("focusin", follow);
  document.addEventListener("mouseover", follow);
}

class MapFigure {
  private readonly openButton: HTMLButtonElement | null;
  private readonly closeButton: HTMLButtonElement | null;
  private map: OpenMap | null = null;

  constructor(private readonly figure: HTMLElement) {
    this.openButton = figure.querySelector(".open-map");
    this.closeButton = figure.querySelector(".close-map");
    if (this.openButton !== null) this.openButton.hidden = false;
    this.openButton?.addEventListener("click", () => void this.open());
    this.closeButton?.addEventListener("click", () => this.close());
    followPage(figure, () => this.map);
  }

  async open(): Promise<void> {
    if (this.figure.dataset["mapState"] === "loading" || this.map !== null) return;
    this.say("loading");
    try {
      this.map = await openMap(this.figure);
    } catch (error) {
      console.info("The interactive map did not start:", error);
      this.say("failed");
      return;
    }
    this.say("ready");
    mark(OPEN_MARK);
    this.closeButton?.focus({ preventScroll: true });
  }

  private close(): void {
    this.map?.close();
    this.map = null;
    this.say("");
    mark("");
    this.openButton?.focus({ preventScroll: true });
  }

  /** One place decides what is visible in each state. */
  private say(state: "" | "loading" | "ready" | "failed"): void {
    if (state === "") delete this.figure.dataset["mapState"];
    else this.figure.dataset["mapState"] = state;
    this.figure.classList.toggle("map-open", state === "ready");
    const failed = this.figure.querySelector<HTMLElement>(".map-failed");
    if (failed !== null) failed.hidden = state !== "failed";
    if (this.closeButton !== null) this.closeButton.hidden = state !== "ready";
    if (this.openButton !== null) {
      this.openButton.hidden = state === "ready" || state === "failed";
      this.openButton.toggleAttribute("aria-busy", state === "loading");
    }
  }
}

export function startFigures(): void {
  const figures = [...document.querySelectorAll<HTMLElement>("figure[data-map]")].map((figure) => new MapFigure(figure));
  if (location.hash === OPEN_MARK) void figures[0]?.open();
}
