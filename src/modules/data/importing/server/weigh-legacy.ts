import type { Encoding } from "../shared/encodings.ts";
import { weighAlphabet, weighNeighbours } from "./weigh-neighbours.ts";

/**
 * How likely bytes are text of one encoding: points for what is common in it, against it for what is rare or
 * impossible.
 */
type Weigh = (bytes: Uint8Array) => number;

/**
 * Walks characters of one or two bytes; `rate` gives the points of a pair, null when there is no such
 * character.
 */
function pairs(bytes: Uint8Array, rate: (lead: number, trail: number) => number | null): number {
  let [points, high] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    high += 1;
    const rated = at + 1 < bytes.length ? rate(lead, bytes[at + 1]!) : 0;
    points += rated ?? -3;
    if (rated !== null) at += 1;
  }
  return high === 0 ? 0 : points / high;
}

const isFullTrail = (trail: number): boolean => trail >= 0xa1 && trail <= 0xfe;

/** The 3,755 characters of everyday use stand first in GB 2312, sorted by sound. */
const gb18030: Weigh = (bytes) =>
  pairs(bytes, (lead, trail) => {
    if (lead === 0x80 || lead === 0xff) return null;
    if (trail >= 0x30 && trail <= 0x39) return 0;
    if (trail < 0x40 || trail === 0x7f || trail === 0xff) return null;
    if (!isFullTrail(trail)) return lead >= 0x81 && lead <= 0xa0 ? -0.5 : -0.3;
    if (lead >= 0xb0 && lead <= 0xd7) return 1;
    if (lead >= 0xd8 && lead <= 0xf7) return 0.3;
    return lead >= 0xa1 && lead <= 0xa3 ? 0.6 : -0.5;
  });

/** Everyday characters of Big5 begin with A4 to C6, rare ones with C9 to F9. */
const big5: Weigh = (bytes) =>
  pairs(bytes, (lead, trail) => {
    const isTrail = (trail >= 0x40 && trail <= 0x7e) || isFullTrail(trail);
    if (lead < 0x81 || lead > 0xfe || !isTrail) return null;
    if (lead >= 0xa4 && lead <= 0xc6) return 1;
    if (lead >= 0xa1 && lead <= 0xa3) return 0.6;
    return lead >= 0xc9 && lead <= 0xf9 ? 0.1 : -0.5;
  });

/**
 * Kana begin with 82 and 83, everyday characters with 88 to 97; A1 to DF stand alone as narrow kana, which
 * few files hold.
 */
const shiftJis: Weigh = (bytes) => {
  let [points, signs] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    signs += 1;
    if (lead >= 0xa1 && lead <= 0xdf) {
      points -= 0.1;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const isPair =
      ((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)) &&
      trail >= 0x40 &&
      trail <= 0xfc &&
      trail !== 0x7f;
    if (!isPair) points -= 3;
    else if ((lead === 0x82 && trail >= 0x4f) || (lead === 0x83 && trail <= 0x96)) points += 1.2;
    else if (lead >= 0x88 && lead <= 0x97) points += 0.9;
    else points += lead === 0x81 ? 0.6 : 0.1;
    if (isPair) at += 1;
  }
  return signs === 0 ? 0 : points / signs;
};

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
/** In Western text one accented letter stands among plain ones; two in a row are rare. */
const windows1252: Weigh = (bytes) => {
  let [points, high] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    high += 1;
    const alone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) points -= 3;
    else if (!alone) points -= 1;
    else if (byte >= 0xc0) points += isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]) ? 1 : 0.3;
    else points += 0.5;
  }
  return high === 0 ? 0 : points / high;
};

const CANDIDATES: readonly (readonly [Encoding, Weigh])[] = [
  ["gb18030", gb18030],
  ["big5", big5],
  ["shift_jis", shiftJis],
  ["windows-1252", windows1252],
];

/** The likeliest of the encodings from before Unicode; null when the bytes are text in none of them. */
export function weighLegacy(bytes: Uint8Array): Encoding | null {
  const alphabet = weighAlphabet(bytes);
  if (alphabet) return alphabet;
  const rated = CANDIDATES.map(([encoding, weigh]) => ({ encoding, points: weigh(bytes) }));
  const best = rated.reduce((chosen, one) => (one.points > chosen.points ? one : chosen));
  if (best.points <= 0)
    return bytes.every((byte) => byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) ? "shift_jis" : null;
  return best.encoding === "gb18030" || best.encoding === "big5"
    ? (weighNeighbours(bytes) ?? best.encoding)
    : best.encoding;
}
