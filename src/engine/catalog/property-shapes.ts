import { type Label, type Language, label } from "../../shared/i18n/label.ts";
import {
  both,
  choice,
  flag as anyFlag,
  list,
  mapOf,
  nullable,
  object,
  text,
  type TSchema,
  whole as anyWhole,
} from "../../shared/wire/schema.ts";
import { noted, type ShapeNotes } from "../../shared/wire/shape-notes.ts";
import { compose, part, type Properties } from "./shapes.ts";

/** Made once for each language. */
export function byLanguage<T>(make: (first: Language) => T): (first: Language) => T {
  const made = new Map<Language, T>();
  return (first) => {
    const known = made.get(first) ?? make(first);
    made.set(first, known);
    return known;
  };
}
/** The schema of a property, with what a person calls it. */
export const named = (name: Label, schema: TSchema): TSchema => noted(schema, { name });
/** The schema, with what a value must be in words. */
export const wanting = (wanted: Label, schema: TSchema, notes: ShapeNotes = {}): TSchema =>
  noted(schema, { wanted, ...notes });

const SAYS_SOMETHING = "^(?=[^]*\\S)";
const HALF = "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";
/** Neither NUL nor a lone half of a pair: neither can be stored. */
const STORABLE = `${SAYS_SOMETHING}(?![^]*(?:\\0|${HALF}))`;
const ONE_LINE = `${SAYS_SOMETHING}(?![^]*(?:[\\0-\\x1f\\x7f-\\x9f]|${HALF}))`;
const characters = (most: number): Label =>
  label(`1 到 ${most} 个字符的文字`, `a text of 1 to ${most} characters`);

export const flag = () => wanting(label("是或否", "true or false"), anyFlag());
/** One line of text. */
export const bareLine = (most: number): TSchema => text({ pattern: ONE_LINE, maxLength: most });
export const line = (most: number) => wanting(characters(most), bareLine(most));
/** Text of several lines, an expression for one. */
export const lines = (most: number) =>
  wanting(characters(most), text({ pattern: STORABLE, maxLength: most }));
export const whole = (least: number, most: number) =>
  wanting(
    label(`${least} 到 ${most} 之间的整数`, `a whole number from ${least} to ${most}`),
    anyWhole({ minimum: least, maximum: most }),
  );
/** A decimal as text, as amounts are sent. */
export const decimal = () =>
  wanting(
    label('数字，例如 "12.50"', 'a number such as "12.50"'),
    text({ pattern: "^-?\\d{1,20}(\\.\\d{1,12})?$" }),
  );
export const oneOf = (...names: readonly string[]) =>
  wanting(label(`其中之一：${names.join("、")}`, `one of: ${names.join(", ")}`), choice(...names));
/** Names of objects or fields; whether they exist is checked with the whole catalog. */
export const namesUpTo = (most: number) =>
  wanting(
    label(`1 到 ${most} 个名称的列表，不重复`, `a list of 1 to ${most} names, each once`),
    list(text({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: most, uniqueItems: true }),
  );

const LANGUAGE_TAG = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$";
const LANGUAGE_NAMES: Readonly<Record<Language, Label>> = {
  "zh-CN": label("中文", "Chinese"),
  en: label("英文", "English"),
};
const ABSENT = label(
  "“{name}”缺少{language}（公司的默认语言）。",
  "“{name}” has no text in {language}, the company’s default language.",
);
/** A text by language. With `first` it must have that language: the company's own. */
export function labels(most: number, first?: Language): TSchema {
  const words = text({ pattern: STORABLE, maxLength: most });
  const texts = mapOf(words, { names: LANGUAGE_TAG, only: true, minProperties: 1, maxProperties: 20 });
  const wanted = label(
    `按语言的文字，每个最多 ${most} 个字符`,
    `texts by language of at most ${most} characters each`,
  );
  if (!first) return wanting(wanted, texts);
  const absent = { code: "label_missing", text: compose(ABSENT, { language: LANGUAGE_NAMES[first] }) };
  return wanting(wanted, both(texts, object({ [first]: words })), { absent });
}

/** A set of properties in one property. */
export const partOf = (properties: Properties, needed: readonly string[] = []) =>
  wanting(label("一组属性", "a set of properties"), part(properties, needed), { alone: true });
/** A list of such sets; of each something must be said of what is `needed`. */
export function partsOf(most: number, properties: Properties, needed: readonly string[]): TSchema {
  const told = Object.entries(properties).map(([name, property]) => [
    name,
    needed.includes(name) ? nullable(property) : property,
  ]);
  return wanting(
    label(`最多 ${most} 项的列表`, `a list of at most ${most} parts`),
    list(part(Object.fromEntries(told), needed), { maxItems: most }),
  );
}
