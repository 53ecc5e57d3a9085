// The archives of tiles, and the addresses by which MapLibre asks for them.
import { PMTiles } from "pmtiles";
import { maplibre } from "../maplibre";
import type { Archive, TileIndex } from "./contract";
import { AutoSource } from "./source";

const PROTOCOL = "aimak-tiles";

export class Archives {
  private readonly opened = new Map<string, PMTiles>();
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly index: TileIndex,
    private readonly root: string,
  ) {
    // from the disk only packs can be read
    if (location.protocol === "file:" && index.packs !== true) for (const name of Object.keys(index.archives)) this.unreadable.add(name);
  }

  about(name: string): Archive | undefined {
    return this.unreadable.has(name) ? undefined : this.index.archives[name];
  }

  /** Forgets those that cannot be read here, as in a folder opened from the disk without packs: the map stands without them. */
  async keepReadable(names: readonly string[]): Promise<void> {
    const look = async (name: string): Promise<void> => {
      try {
        await this.open(name)?.getHeader();
      } catch {
        this.unreadable.add(name);
      }
    };
    await Promise.all(names.map(look));
  }

  private open(name: string): PMTiles | undefined {
    const archive = this.about(name);
    if (archive === undefined) return undefined;
    let opened = this.opened.get(name);
    if (opened === undefined) {
      opened = new PMTiles(new AutoSource(name, archive, this.root));
      this.opened.set(name, opened);
    }
    return opened;
  }

  /** The archive that holds a map by cell, and the channel its codes are in. */
  ofMap(map: string): { name: string; archive: Archive; channel: number } | null {
    for (const [name, archive] of Object.entries(this.index.archives)) {
      if (this.unreadable.has(name)) continue;
      const found = archive.maps?.find((entry) => entry.map === map);
      if (found !== undefined) return { name, archive, channel: ["red", "green", "blue"].indexOf(found.channel) };
    }
    return null;
  }

  /** The bytes of a tile; `null` where the archive has none. */
  async tile(name: string, z: number, x: number, y: number): Promise<ArrayBuffer | null> {
    return (await this.open(name)?.getZxy(z, x, y))?.data ?? null;
  }

  address(name: string): string {
    return `${PROTOCOL}://${name}/{z}/{x}/{y}`;
  }

  /** From now on MapLibre gets the tiles of vector and relief archives from here. */
  serve(): void {
    maplibre().addProtocol(PROTOCOL, async ({ url }) => {
      const [, name = "", z, x, y] = /^[^:]+:\/\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
      const bytes = await this.tile(name, Number(z), Number(x), Number(y));
      if (bytes !== null) return { data: bytes };
      if (this.about(name)?.kind === "terrarium") throw new Error("no relief here");
      return { data: new ArrayBuffer(0) };
    });
  }
}
