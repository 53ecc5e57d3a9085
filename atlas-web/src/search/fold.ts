// One name, many spellings: what do ң ө ү, Кепюре, Köpürö, Kopure and a Turkish keyboard have in common?
//
// A name is folded twice. `spelling` writes it in plain Latin letters as most people type them; `sound` then takes away what
// the habits of spelling disagree about. Equal spellings rank before equal sounds, so the second may be generous.

/** Kyrgyz and Russian letters, and those of the neighbours that names bring along. */
const CYRILLIC: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "yo", ж: "j", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n",
  ң: "n", ӊ: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ү: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh",
  ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
  ә: "a", ғ: "g", қ: "k", ұ: "u", і: "i", һ: "h", ҳ: "h", ў: "u", ҷ: "j", ӣ: "i", ӯ: "u",
};

/** Latin letters with marks whose meaning the bare letter would lose: Turkic alphabets, ISO 9, BGN/PCGN. */
const LATIN: Record<string, string> = {
  ş: "sh", š: "sh", ŝ: "sh", ç: "ch", č: "ch", ž: "j", ı: "y", ŋ: "n", û: "yu", â: "ya", ë: "yo",
};

/** In plain Latin letters and digits, words parted by one space. */
export function spelling(text: string): string {
  const latin = [...text.normalize("NFC").toLowerCase()].map((letter) => CYRILLIC[letter] ?? LATIN[letter] ?? letter);
  return latin
    .join("")
    .replace(/['’‘ʹʺʼʻ`´"]/g, "")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What spellings disagree about, from the longest group of letters to the shortest; the order matters. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, "sh"],
  [/tch/g, "ch"],
  [/dzh|dj|zh/g, "j"],
  [/kh|x/g, "h"],
  [/gh/g, "g"],
  [/ng/g, "n"],
  [/ts|tz/g, "c"],
  [/q/g, "k"],
  [/w/g, "v"],
  [/y/g, "i"],
  // я, ю, е, ё after any habit: the vowel alone
  [/i+(?=[aeou])/g, ""],
  // ө becomes о in Kyrgyz typed without Kyrgyz letters, and е in Russian
  [/e/g, "o"],
  [/(.)\1+/g, "$1"],
  // a Russian adjective made of a name: Айдаралиевский
  [/(\p{L}{2,}?)(?:in)?[sc]k(?:i|a|o|oi|om|ogo)(?= |$)/gu, "$1"],
];

/** How a spelling sounds, whoever wrote it down. */
export function sound(spelled: string): string {
  return HABITS.reduce((word, [habit, plain]) => word.replace(habit, plain), spelled);
}

/** A Latin j is ж for most and й in ISO 9; a Latin c is ц for most and ж in Turkic alphabets. */
export function readings(spelled: string): string[] {
  const all = [spelled, spelled.replace(/j/g, "y"), spelled.replace(/c(?!h)/g, "j")];
  return [...new Set(all)];
}

/** A code without what people leave out: hyphens, and zeros before a number. */
export function codeKey(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/(^|\D)0+(?=\d)/g, "$1");
}
