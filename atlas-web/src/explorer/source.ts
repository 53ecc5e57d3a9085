// Bytes of an archive of tiles from wherever they can be had: a part of the file, the whole file, or a script on a stick.
//
// Hosts answer a Range in many ways: rightly; with the whole file; with a part of its gzipped form (GitHub Pages and
// Cloudflare did). So each part is measured, and anything odd means: take the whole file once. From file:// nothing can be
// fetched; a stick carries each archive as a script.
import type { RangeResponse, Source } from "pmtiles";
import { loadScript } from "../load";
import type { Archive } from "./contract";

const MAGIC = "PMTiles";

function begins(bytes: ArrayBuffer): boolean {
  return new TextDecoder("latin1").decode(bytes.slice(0, MAGIC.length)) === MAGIC;
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64(text: string): ArrayBuffer {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes.buffer;
}

export class AutoSource implements Source {
  private whole: Promise<ArrayBuffer> | null = null;

  constructor(
    private readonly name: string,
    private readonly archive: Archive,
    private readonly root: string,
  ) {}

  getKey(): string {
    return this.archive.file;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const part = this.whole === null && location.protocol !== "file:" ? await this.part(offset, length) : null;
    if (part !== null) return { data: part };
    this.whole ??= this.load();
    try {
      return { data: (await this.whole).slice(offset, offset + length) };
    } catch (error) {
      // A broken line is no verdict: the next tile tries again.
      this.whole = null;
      throw error;
    }
  }

  /** A part of the file, if the host gives exactly that part; keeps the whole file where the host gives all of it. */
  private async part(offset: number, length: number): Promise<ArrayBuffer | null> {
    const end = Math.min(offset + length, this.archive.bytes);
    try {
      const answer = await fetch(this.root + this.archive.file, { headers: { range: `bytes=${offset}-${end - 1}` } });
      const bytes = await answer.arrayBuffer();
      if (answer.status === 200 && (await this.isWhole(bytes))) {
        this.whole = Promise.resolve(bytes);
        return bytes.slice(offset, end);
      }
      const right = answer.status === 206 && bytes.byteLength === end - offset && this.isPlace(answer, offset, end);
      return right && (offset > 0 || begins(bytes)) ? bytes : null;
    } catch {
      return null;
    }
  }

  /** Some hosts do not let a page see where the part lies; then its length has to do. */
  private isPlace(answer: Response, offset: number, end: number): boolean {
    const place = answer.headers.get("content-range");
    return place === null || place === `bytes ${offset}-${end - 1}/${this.archive.bytes}`;
  }

  private async isWhole(bytes: ArrayBuffer): Promise<boolean> {
    if (bytes.byteLength !== this.archive.bytes || !begins(bytes)) return false;
    // Checksums can be taken on safe origins only; elsewhere length and beginning have to do.
    return !window.isSecureContext || location.protocol === "file:" || (await digest(bytes)) === this.archive.sha256;
  }

  private async load(): Promise<ArrayBuffer> {
    const whole = location.protocol === "file:" ? null : await this.fetched();
    return whole ?? this.packed();
  }

  private async fetched(): Promise<ArrayBuffer | null> {
    try {
      const answer = await fetch(this.root + this.archive.file, { cache: "reload" });
      const bytes = await answer.arrayBuffer();
      return answer.ok && (await this.isWhole(bytes)) ? bytes : null;
    } catch {
      return null;
    }
  }

  private async packed(): Promise<ArrayBuffer> {
    await loadScript(`${this.root}packs/${this.name}.js`);
    const pack = window.AIMAK_PACKS?.[this.name];
    const bytes = pack === undefined ? null : fromBase64(pack);
    if (bytes === null || !(await this.isWhole(bytes))) throw new Error(`${this.archive.file} cannot be read here`);
    // The text of the pack is a third larger than what it holds.
    delete window.AIMAK_PACKS?.[this.name];
    return bytes;
  }
}
