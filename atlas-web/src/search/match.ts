// Which entries does a text mean, in which order, and why?
import { codeKey, readings, sound, spelling } from "./fold";

export type Kind = "aimak" | "place" | "indicator" | "method";

/** An entry of `data/search-<lang>.js`. */
export interface Entry {
  readonly kind: Kind;
  /** As the pages call it. */
  readonly name: string;
  /** Other names and spellings. */
  readonly also: readonly string[];
  readonly code: string;
  /** Relative to the folder of the language. */
  readonly href: string;
}

/** Why an entry was found; nothing where its own name says it. */
export type Reason = { readonly by: "name" } | { readonly by: "also" | "code" | "similar"; readonly what: string };

export interface Hit {
  readonly entry: Entry;
  readonly reason: Reason;
}

interface Name {
  readonly text: string;
  readonly spelled: string;
  readonly sounds: string;
}

interface Known {
  readonly entry: Entry;
  readonly names: readonly Name[];
  readonly code: string;
}

/** How well a name answers; the lower the surer. */
const enum Level {
  Code,
  Same,
  SoundsSame,
  Begins,
  SoundBegins,
  Words,
  SoundWords,
  CodeBegins,
  Inside,
  Similar,
  No,
}

/** Words shorter than this are too near to each other for typing errors. */
const LONG = 5;
const KINDS: readonly Kind[] = ["aimak", "place", "indicator", "method"];

/** True where one letter too many, too few, another one or two changed places make the difference. */
export function oneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA === "" && restB === "") return false;
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The same for a word of which only the beginning was typed. */
function beginsNearly(word: string, typed: string): boolean {
  return [typed.length - 1, typed.length, typed.length + 1].some((length) => oneLetterOff(word.slice(0, length), typed));
}

const joined = (text: string): string => text.replaceAll(" ", "");

function everyWord(name: string, typed: string, fits: (word: string, typed: string) => boolean): boolean {
  const words = name.split(" ");
  return typed.split(" ").every((one) => words.some((word) => fits(word, one)));
}

const begins = (word: string, typed: string): boolean => word.startsWith(typed);

function levelOfName(name: Name, spelled: string, sounds: string): Level {
  const [own, heard] = [joined(name.spelled), joined(name.sounds)];
  const [typed, said] = [joined(spelled), joined(sounds)];
  if (own === typed) return Level.Same;
  // what sounds like a single letter (zzzz) sounds like nothing
  const audible = said.length > 1;
  if (audible && heard === said) return Level.SoundsSame;
  if (own.startsWith(typed)) return Level.Begins;
  if (audible && heard.startsWith(said)) return Level.SoundBegins;
  if (everyWord(name.spelled, spelled, begins)) return Level.Words;
  if (audible && everyWord(name.sounds, sounds, begins)) return Level.SoundWords;
  if (said.length > 2 && heard.includes(said)) return Level.Inside;
  const nearly = (word: string, one: string): boolean =>
    begins(word, one) || (one.length >= LONG && beginsNearly(word, one));
  const long = sounds.split(" ").some((word) => word.length >= LONG) || said.length >= LONG;
  if (long && (everyWord(name.sounds, sounds, nearly) || (said.length >= LONG && beginsNearly(heard, said)))) return Level.Similar;
  return Level.No;
}

/** Codes are found whole, by their beginning, or by three and more of their digits in a row. */
function levelOfCode(code: string, typed: string): Level {
  if (code === "" || !/\d/.test(typed)) return Level.No;
  if (code === typed) return Level.Code;
  const digits = /^\d{3,}$/.test(typed) && code.includes(typed);
  // zeros that nothing follows yet: the number after them is still to come
  const begun = typed.replace(/(\D)0+$/, "$1");
  return code.startsWith(begun) || digits ? Level.CodeBegins : Level.No;
}

/** Names that only programs use. */
const CODE = /^[a-z0-9]+(_[a-z0-9]+)+$/;

function reasonOf({ entry }: Known, level: Level, text: string, saysItself: boolean): Reason {
  if (level === Level.Code || level === Level.CodeBegins) return { by: "code", what: entry.code };
  if (saysItself) return { by: "name" };
  if (CODE.test(text)) return { by: "code", what: text };
  if (level === Level.Similar) return { by: "similar", what: text };
  return text === entry.name ? { by: "name" } : { by: "also", what: text };
}

/** The entries, ready to be asked. */
export class Index {
  private readonly known: readonly Known[];

  constructor(entries: readonly Entry[]) {
    this.known = entries.map((entry) => ({
      entry,
      code: codeKey(entry.code),
      names: [entry.name, ...entry.also].map((text) => {
        const spelled = spelling(text);
        return { text, spelled, sounds: sound(spelled) };
      }),
    }));
  }

  /** What `typed` may mean, the surest first; of equals aimaks first, then in the order of the publisher. */
  find(typed: string): Hit[] {
    const spelled = spelling(typed);
    if (spelled === "") return [];
    const asked = readings(spelled).map((reading) => ({ reading, sounds: sound(reading) }));
    const code = codeKey(typed);
    const ranked = this.known.flatMap((known, place) => {
      let saysItself = false;
      let best: { level: Level; text: string } = { level: levelOfCode(known.code, code), text: known.entry.code };
      for (const name of known.names) {
        for (const { reading, sounds } of asked) {
          const level = levelOfName(name, reading, sounds);
          if (name.text === known.entry.name && level < Level.Similar) saysItself = true;
          if (level < best.level) best = { level, text: name.text };
        }
      }
      return best.level === Level.No ? [] : [{ known, place, saysItself, ...best }];
    });
    const kind = ({ known }: { known: Known }): number => KINDS.indexOf(known.entry.kind);
    ranked.sort((a, b) => a.level - b.level || kind(a) - kind(b) || a.place - b.place);
    // a guess beside a certain answer would only disturb
    const certain = ranked.some(({ level }) => level < Level.Inside);
    const told = ranked.filter(({ level }) => !certain || level !== Level.Similar);
    return told.map(({ known, level, text, saysItself }) => ({ entry: known.entry, reason: reasonOf(known, level, text, saysItself) }));
  }
}
