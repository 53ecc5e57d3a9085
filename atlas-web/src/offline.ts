// The panel at the foot of a page: keeps pages on this device, on request and with its size told first.
import { EditionChanged, filesOf, forget, keep, keptBytes, siteFiles, wish, type Bundle, type Offline, type SiteFile } from "./keep";
import { loadScript } from "./load";

declare global {
  interface Window {
    AIMAK_OFFLINE?: Offline;
  }
}

/** Service workers need http(s); a page opened by double-click is on the device already. */
const possible = (): boolean => location.protocol.startsWith("http") && "serviceWorker" in navigator && "caches" in window;

class Panel {
  private readonly root: URL;
  private readonly buttons: HTMLButtonElement[];
  private readonly stop: HTMLButtonElement;
  private readonly remove: HTMLButtonElement;
  private readonly state: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private offline: Offline | null = null;
  private files: SiteFile[] = [];
  private stopping: AbortController | null = null;

  constructor(private readonly panel: HTMLDetailsElement) {
    this.root = new URL(panel.dataset["root"] ?? "", location.href);
    this.buttons = [...panel.querySelectorAll<HTMLButtonElement>("button[data-keep]")];
    const part = <E extends Element>(selector: string): E => {
      const found = panel.querySelector<E>(selector);
      if (found === null) throw new Error(`the panel has no ${selector}`);
      return found;
    };
    this.stop = part(".offline-stop");
    this.remove = part(".offline-remove");
    this.state = part(".offline-state");
    this.bar = part("progress");
    for (const button of this.buttons) button.addEventListener("click", () => void this.keep(button));
    this.stop.addEventListener("click", () => this.stopping?.abort());
    this.remove.addEventListener("click", () => void this.forget());
    panel.addEventListener("toggle", () => void (panel.open && this.open()), { once: true });
    panel.hidden = false;
    void navigator.serviceWorker.register(new URL("sw.js", this.root), { updateViaCache: "none" }).catch(() => {
      panel.hidden = true;
    });
  }

  private bundle(button: HTMLButtonElement): Bundle {
    return { aimak: button.dataset["keep"] ?? "", lang: this.panel.dataset["lang"] ?? "" };
  }

  private text(name: string, values: Record<string, number> = {}): string {
    const template = this.panel.dataset[name] ?? "";
    return template.replace(/\{(\w+)\}/g, (_, key: string) => this.megabytes(values[key] ?? 0));
  }

  /** Kyrgyz is unknown to the number formats of Chromium, so the page brings its decimal point. */
  private megabytes(bytes: number): string {
    return (bytes / 1e6).toFixed(1).replace(".", this.panel.dataset["point"] ?? ".");
  }

  /** Counts only when somebody looks: the list of files may be long. */
  private async open(): Promise<void> {
    try {
      await loadScript(new URL("data/offline.js", this.root).href);
      this.offline = window.AIMAK_OFFLINE ?? null;
      if (this.offline === null) throw new Error("no list of files");
      this.files = await siteFiles(this.root, this.offline.digest);
    } catch (error) {
      this.fail(error);
      return;
    }
    for (const button of this.buttons) {
      const size = filesOf(this.bundle(button), this.files).reduce((sum, { bytes }) => sum + bytes, 0);
      button.textContent = (button.dataset["label"] ?? "").replace("{mb}", this.megabytes(size));
      button.disabled = false;
    }
    await this.tellKept();
  }

  private async tellKept(): Promise<void> {
    if (this.offline === null) return;
    const shell = new Set(this.offline.shell.map(({ path }) => path));
    const asked = this.files.filter(({ path }) => !shell.has(path));
    const mb = await keptBytes(this.root, this.offline.digest, asked);
    this.remove.hidden = mb === 0;
    this.state.textContent = mb === 0 ? this.text("none") : this.text("kept", { mb });
  }

  private async keep(button: HTMLButtonElement): Promise<void> {
    if (this.offline === null || this.stopping !== null) return;
    const bundle = this.bundle(button);
    this.stopping = new AbortController();
    this.busy(true);
    try {
      // otherwise a browser short of room may throw everything away
      await navigator.storage?.persist?.();
      await wish(this.root, bundle);
      const { digest } = this.offline;
      await keep(this.root, digest, filesOf(bundle, this.files), ({ done, all }) => this.tell(done, all), this.stopping.signal);
      await navigator.serviceWorker.ready;
      await this.tellKept();
      this.state.textContent = `${this.text("done")} ${this.state.textContent ?? ""}`;
      this.panel.dataset["state"] = "kept";
    } catch (error) {
      this.fail(error);
    } finally {
      this.stopping = null;
      this.busy(false);
    }
  }

  private async forget(): Promise<void> {
    if (this.offline === null) return;
    await forget(this.root, this.offline);
    this.remove.hidden = true;
    this.state.textContent = this.text("removed");
    delete this.panel.dataset["state"];
  }

  private tell(done: number, all: number): void {
    this.bar.value = all === 0 ? 1 : done / all;
    this.state.textContent = this.text("progress", { done, all });
  }

  private busy(busy: boolean): void {
    for (const button of this.buttons) button.disabled = busy;
    this.stop.hidden = !busy;
    this.bar.hidden = !busy;
    if (busy) this.remove.hidden = true;
  }

  private fail(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") {
      void this.tellKept();
      return;
    }
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    const why = full ? "full" : error instanceof EditionChanged ? "changed" : "failed";
    this.state.textContent = this.text(why);
    this.remove.hidden = false;
  }
}

export function startOffline(): void {
  const panel = document.querySelector<HTMLDetailsElement>("details.offline");
  if (panel !== null && possible()) new Panel(panel);
}
