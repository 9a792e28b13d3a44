import { type Label, type Language, textOf } from "./label.ts";

export type MessageParams = Readonly<Record<string, string | number | null | undefined>>;

/**
 * A set of messages by key, each in both languages; a missing language does not compile.
 * @example const texts = defineMessages({ saved: label("已保存 {count} 条", "{count} saved") });
 *          say(texts.saved, "en", { count: 3 }) // "3 saved"
 */
export const defineMessages = <K extends string>(messages: Record<K, Label>): Record<K, Label> => messages;

/** Letters that are written from right to left, and signs that turn the direction. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/**
 * A name in a sentence turns nothing but itself: what follows would else be read backwards. Other values stay
 * as they are.
 */
const isolated = (value: string): string => (TURNS.test(value) ? `\u2068${value}\u2069` : value);

const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  "zh-CN": new Intl.PluralRules("zh-CN"),
  en: new Intl.PluralRules("en"),
};
/** A number that is written out ("1,234", "1.0") is never one. */
const countOf = (value: string | number): number =>
  typeof value === "number" ? value : /^\d+$/.test(value) ? Number(value) : Number.NaN;

/**
 * The text of a label with `{name}` places filled; an unknown place stays as written. `{count|row|rows}` is a
 * word that follows a number: the first where the language has a form for one, the other for all else.
 * @example say(label("{count} 行", "{count} {count|row|rows}"), "en", { count: 1 }) // "1 row"
 */
export function say(message: Label, language: Language, params: MessageParams = {}): string {
  return textOf(message, language).replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (place, name: string, one?: string, many?: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined || value === null) return place;
      if (one === undefined || many === undefined) return isolated(String(value));
      return PLURALS[language].select(countOf(value)) === "one" ? one : many;
    },
  );
}
