import type { GuideSection } from "virtual:guide";

export interface GuideHit {
  readonly page: string;
  readonly anchor: string;
  /** Of the page. */
  readonly title: string;
  readonly heading: string;
  /** The words around what was found; empty where the heading says it. */
  readonly around: string;
}
const [IN_TITLE, IN_HEADING, IN_TEXT] = [8, 5, 1];
const MOST = 12;
const BEFORE = 24;
const LENGTH = 90;

/**
 * Sections that hold every word, those that say it in their title or heading first. Chinese needs no blanks:
 * each piece between blanks is looked for as it is.
 */
export function searchGuide(sections: readonly GuideSection[], text: string): readonly GuideHit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return sections
    .map((section) => ({ section, weight: weightOf(section, words) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(({ section: { text: whole, ...place } }) => ({ ...place, around: around(whole, words) }));
}

/** 0: a word is missing. */
function weightOf({ title, heading, text }: GuideSection, words: readonly string[]): number {
  const places = [
    [title.toLowerCase(), IN_TITLE],
    [heading.toLowerCase(), IN_HEADING],
    [text.toLowerCase(), IN_TEXT],
  ] as const;
  const weights = words.map((word) =>
    places.reduce((sum, [place, weight]) => sum + (place.includes(word) ? weight : 0), 0),
  );
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0);
}

function around(text: string, words: readonly string[]): string {
  const at = text.toLowerCase().indexOf(words[0] ?? "");
  if (at < 0) return "";
  const from = Math.max(0, at - BEFORE);
  return `${from > 0 ? "…" : ""}${text.slice(from, from + LENGTH)}${from + LENGTH < text.length ? "…" : ""}`;
}
