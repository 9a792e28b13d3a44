import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { endShare, headerWords } from "./header-words.ts";
import { squeezeText } from "./squeeze-text.ts";
import { SYNONYMS, SYNONYMS_OF } from "./synonyms.ts";

/**
 * The words that name a field, surest first: its name and labels, with the object's before them, what people
 * call it in this object, and in any.
 */
export function wordsOf(
  field: Field,
  object: CatalogObject,
): readonly (readonly [word: string, score: number])[] {
  const labels = Object.values(field.label).flatMap((label) => headerWords(label).core);
  const nouns = Object.values(object.label).map(squeezeText);
  const own = SYNONYMS_OF[object.name]?.[field.name] ?? [];
  const known: (readonly [string, number])[] = [
    [squeezeText(field.name), 1],
    ...labels.map((text) => [text, 0.95] as const),
    ...nouns.flatMap((noun) =>
      [...labels, squeezeText(field.name)].map((text) => [noun + text, 0.9] as const),
    ),
    ...own.map((text, index) => [text, 0.88 - index * 0.002] as const),
    ...(field.name === object.title ? nouns.map((noun) => [noun, 0.85] as const) : []),
    ...(SYNONYMS[field.name] ?? []).map((text, index) => [text, 0.8 - index * 0.004] as const),
  ];
  return known.filter(([word]) => word !== "");
}

/** 0–1: how well the title of a column fits a field. */
export function headerScore(field: Field, column: string, object: CatalogObject): number {
  const { whole, core } = headerWords(column);
  let best = 0;
  for (const [word, score] of wordsOf(field, object)) {
    if (whole === word) best = Math.max(best, score);
    else if (core.includes(word)) best = Math.max(best, score - 0.02);
    else
      for (const title of core)
        if (endShare(title, word) > 0)
          best = Math.max(best, 0.55 + 0.12 * endShare(title, word) + score / 100);
  }
  return best;
}
