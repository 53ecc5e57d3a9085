// The map page before its map: a drawing and a button. On a good line and a large window the map comes by itself, else when it is asked for.
import { loadScript, loadStyles } from "./load";

interface Line {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** True where half a megabyte costs the reader nothing: a fast line that nobody asked to spare. */
function isGoodLine(): boolean {
  const line = (navigator as Navigator & { connection?: Line }).connection;
  return line !== undefined && line.saveData !== true && line.effectiveType === "4g";
}

async function load(root: HTMLElement): Promise<void> {
  const assets = `${root.dataset["root"] ?? ""}assets/`;
  await Promise.all([loadStyles(`${assets}map.css`), loadScript(`${assets}map.js`)]);
  await loadScript(`${assets}explorer.js`);
  if (window.AIMAK_OPEN_EXPLORER === undefined) throw new Error("the map is incomplete");
  await window.AIMAK_OPEN_EXPLORER(root);
}

/** A phone is paid by the megabyte, slow to start a map, and its reader would see the page jump. */
function isLargeWindow(): boolean {
  return matchMedia("(min-width: 62rem)").matches;
}

function start(root: HTMLElement): void {
  const part = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
  const button = part(".open-explorer");
  const say = (state: "loading" | "ready" | "failed"): void => {
    root.dataset["mapState"] = state;
    if (button !== null) button.hidden = true;
    part(".explorer-opening")?.toggleAttribute("hidden", state !== "loading");
    part(".map-failed")?.toggleAttribute("hidden", state !== "failed");
  };
  const open = async (): Promise<void> => {
    if (root.dataset["mapState"] !== undefined) return;
    say("loading");
    try {
      await load(root);
      say("ready");
    } catch (error) {
      console.info("The interactive map did not start:", error);
      say("failed");
    }
  };
  button?.addEventListener("click", () => void open());
  // Whoever follows a link to something on the map has asked for it.
  if (location.hash === "#map" || /^#i=|^#.*&|^#[as]=/.test(location.hash) || (isLargeWindow() && isGoodLine())) void open();
}

export function startExplorer(): void {
  const root = document.getElementById("explorer");
  if (root !== null) start(root);
}
