import type { Encoding } from "../shared/encodings.ts";

/** So many different characters must speak: of few, chance could decide. */
const ENOUGH = 24;

/**
 * Japanese (EUC-JP) and Korean (EUC-KR) stand on the same pairs of bytes as Chinese (GB 2312). Kana among the
 * characters are Japanese, and characters that all lie where Korean has its syllables, which holds a little
 * more than half of everyday Chinese, are Korean.
 */
export function weighNeighbours(bytes: Uint8Array): Encoding | null {
  let [count, kana] = [0, 0];
  const seen = new Set<number>();
  let isKorean = true;
  for (let at = 0; at < bytes.length; at++) {
    const [lead, trail] = [bytes[at]!, bytes[at + 1] ?? 0];
    if (lead < 0x80) continue;
    if (lead < 0xa1 || trail < 0xa1)
      return at + 1 < bytes.length ? null : chosen(count, kana, seen, isKorean);
    count += 1;
    if (lead === 0xa4 || lead === 0xa5) kana += 1;
    if (lead >= 0xb0 && lead <= 0xc8) seen.add(lead * 256 + trail);
    else if (lead > 0xa3) isKorean = false;
    at += 1;
  }
  return chosen(count, kana, seen, isKorean);
}
function chosen(count: number, kana: number, seen: ReadonlySet<number>, isKorean: boolean): Encoding | null {
  if (kana >= 2 && kana > count * 0.08) return "euc-jp";
  return isKorean && seen.size >= ENOUGH ? "euc-kr" : null;
}

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
/**
 * Letters of Turkish that are letters of Icelandic in Windows-1252, and letters that Icelandic has and
 * Turkish has not.
 */
const TURKISH = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);
const ICELANDIC = new Set([0xc1, 0xc6, 0xc9, 0xcd, 0xd3, 0xda, 0xe1, 0xe6, 0xe9, 0xed, 0xf3, 0xfa]);
/** Letters of Polish and Czech that are signs or nothing at all in Windows-1252. */
const CENTRAL = new Set([0x8d, 0x8f, 0x9d, 0x9f, 0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbc, 0xbe, 0xbf]);
/** Letters below C0 of any of these alphabets. */
const LOW_LETTERS = new Set([...CENTRAL, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e]);
/** Letters of a Mac that are signs on Windows. Quotes and dashes of Windows stand at 91 to 97. */
const isMac = (byte: number): boolean =>
  byte >= 0x80 && byte <= 0x9f && byte !== 0x85 && !(byte >= 0x91 && byte <= 0x97);

/** The bytes beyond ASCII of a text in an alphabet. */
class Letters {
  ascii = 0;
  high = 0;
  /** Runs of bytes beyond ASCII; of one byte alone. */
  runs = 0;
  single = 0;
  /** C0 and above, or A8 and B8: where Cyrillic and Greek have all their letters. */
  upper = 0;
  greek = 0;
  letters = 0;
  mac = 0;
  central = 0;
  turkish = 0;
  icelandic = 0;
  /**
   * By byte: ø beside ì, è or ù is no Western language, but ř beside ě, č or ů is Czech; with æ or å it is
   * Danish.
   */
  readonly #seen = new Set<number>();

  get isCzech(): boolean {
    return (
      this.#seen.has(0xf8) &&
      [0xec, 0xe8, 0xf9].some((byte) => this.#seen.has(byte)) &&
      ![0xe5, 0xe6].some((byte) => this.#seen.has(byte))
    );
  }
  constructor(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at++) this.#add(bytes[at]!, bytes[at - 1], bytes[at + 1]);
  }
  #add(byte: number, before: number | undefined, behind: number | undefined): void {
    if (isAsciiLetter(byte)) this.ascii += 1;
    if (byte < 0x80) return;
    this.high += 1;
    this.#seen.add(byte);
    const begins = (before ?? 0) < 0x80;
    if (begins) this.runs += 1;
    if (begins && (behind ?? 0) < 0x80) this.single += 1;
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) this.upper += 1;
    // Small letters with an accent in Greek are capitals in Cyrillic, which do not follow small ones.
    if (byte >= 0xdc && byte <= 0xdf && (before ?? 0) >= 0xe0) this.greek += 1;
    if (byte >= 0xc0 || LOW_LETTERS.has(byte)) this.letters += 1;
    if (isMac(byte) && (isAsciiLetter(before) || isAsciiLetter(behind))) this.mac += 1;
    if (CENTRAL.has(byte)) this.central += 1;
    if (TURKISH.has(byte)) this.turkish += 1;
    if (ICELANDIC.has(byte)) this.icelandic += 1;
  }
}

/** Alphabets beside ASCII; null where the text is none of them for certain. */
export function weighAlphabet(bytes: Uint8Array): Encoding | null {
  const found = new Letters(bytes);
  const { ascii, high, runs, single, upper, greek, letters, mac, central, turkish, icelandic } = found;
  // Of Chinese, half of the second bytes lie below C0; words of an alphabet are longer than a letter.
  if (high >= 10 && upper >= high * 0.97 && high > runs * 2)
    return greek > 0 ? "windows-1253" : "windows-1251";
  // In Western text, letters beyond ASCII stand alone among others; characters of two bytes make runs.
  if (high === 0 || ascii < high * 1.5 || single < runs * 0.5) return null;
  if (mac > high * 0.7) return "macintosh";
  if (letters < high * 0.8) return null;
  if (central * 5 >= high || found.isCzech) return "windows-1250";
  return turkish > 0 && icelandic === 0 ? "windows-1254" : "windows-1252";
}
