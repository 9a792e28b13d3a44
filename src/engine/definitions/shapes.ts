import { type Label, type Language, label, textOf } from "../../shared/i18n/label.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";

/** What is wrong with one value of a definition, and where: "options.2.label". */
export interface Fault {
  readonly code: "bad_property" | "unknown_property" | "label_missing" | "bad_kind";
  readonly path: string;
  readonly text: Label;
}
/** Checks one property. `path` is its place within the definition, `name` what a person calls it. */
export type Shape = (value: WireValue, path: string, name: Label) => readonly Fault[];

/** A text in both languages, made from texts in both languages: `{place}` in `text` is filled by language. */
export function compose(text: Label, parts: Readonly<Record<string, Label | string | number>>): Label {
  const fill = (language: Language): string =>
    text[language].replace(/\{(\w+)\}/g, (whole, key: string) => {
      const part = parts[key];
      if (part === undefined) return whole;
      return typeof part === "object" ? textOf(part, language) : String(part);
    });
  return label(fill("zh-CN"), fill("en"));
}

const WRONG = label(
  "“{name}”不符合要求：应为{wanted}。",
  "“{name}” is not as required: it must be {wanted}.",
);
export const wrong = (path: string, name: Label, wanted: Label): readonly Fault[] => [
  { code: "bad_property", path, text: compose(WRONG, { name, wanted }) },
];

/** A value that passes `holds`; `wanted` says in words what would. */
export const only =
  (wanted: Label, holds: (value: WireValue) => boolean): Shape =>
  (value, path, name) =>
    holds(value) ? [] : wrong(path, name, wanted);

const CONTROL = /\p{Cc}/u;
/** Neither NUL nor a lone half of a pair: neither can be stored. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

export const flag = only(label("是或否", "true or false"), (value) => typeof value === "boolean");
/** One line of text. */
export const line = (most: number): Shape =>
  only(
    label(`1 到 ${most} 个字符的文字`, `a text of 1 to ${most} characters`),
    (value) =>
      typeof value === "string" &&
      value.trim() !== "" &&
      value.length <= most &&
      !CONTROL.test(value) &&
      !UNSTORABLE.test(value),
  );
/** Text of several lines, an expression for one. */
export const lines = (most: number): Shape =>
  only(
    label(`1 到 ${most} 个字符的文字`, `a text of 1 to ${most} characters`),
    (value) =>
      typeof value === "string" && value.trim() !== "" && value.length <= most && !UNSTORABLE.test(value),
  );
export const whole = (least: number, most: number): Shape =>
  only(
    label(`${least} 到 ${most} 之间的整数`, `a whole number from ${least} to ${most}`),
    (value) => typeof value === "number" && Number.isInteger(value) && value >= least && value <= most,
  );
/** A decimal as text, as amounts are sent. */
export const decimal = only(
  label('数字，例如 "12.50"', 'a number such as "12.50"'),
  (value) => typeof value === "string" && /^-?\d{1,20}(\.\d{1,12})?$/.test(value),
);
export const oneOf = (...names: readonly string[]): Shape =>
  only(
    label(`其中之一：${names.join("、")}`, `one of: ${names.join(", ")}`),
    (value) => typeof value === "string" && names.includes(value),
  );
/** Names of objects or fields; whether they exist is checked with the whole catalog. */
export const namesUpTo = (most: number): Shape =>
  only(
    label(`1 到 ${most} 个名称的列表，不重复`, `a list of 1 to ${most} names, each once`),
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= most &&
      value.every((one) => typeof one === "string" && one !== "" && one.length <= 60) &&
      new Set(value).size === value.length,
  );
export const apiName = only(
  label(
    "小写英文字母、数字和下划线，以字母开头，最长 50 个字符",
    "lower-case letters, digits and underscores, beginning with a letter, at most 50 characters",
  ),
  (value) => typeof value === "string" && /^[a-z][a-z0-9_]{0,49}$/.test(value),
);

export const isMap = (value: WireValue | undefined): value is { readonly [key: string]: WireValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;
const LANGUAGE_NAMES: Readonly<Record<Language, Label>> = {
  "zh-CN": label("中文", "Chinese"),
  en: label("英文", "English"),
};
const MISSING = label(
  "“{name}”缺少{language}（公司的首选语言）。",
  "“{name}” has no text in {language}, the company’s first language.",
);

/** A text by language. With `first` it must have that language: the company's own. */
export const labels =
  (most: number, first?: Language): Shape =>
  (value, path, name) => {
    const wanted = label(
      `按语言的文字，每个最多 ${most} 个字符`,
      `texts by language of at most ${most} characters each`,
    );
    if (!isMap(value)) return wrong(path, name, wanted);
    const entries = Object.entries(value);
    const isSound = ([tag, text]: [string, WireValue]): boolean =>
      LANGUAGE_TAG.test(tag) &&
      typeof text === "string" &&
      text.trim() !== "" &&
      text.length <= most &&
      !UNSTORABLE.test(text);
    if (entries.length === 0 || entries.length > 20 || !entries.every(isSound))
      return wrong(path, name, wanted);
    if (first && value[first] === undefined)
      return [
        { code: "label_missing", path, text: compose(MISSING, { name, language: LANGUAGE_NAMES[first] }) },
      ];
    return [];
  };

/** The names that people know properties by. */
export type Properties = Readonly<Record<string, { readonly name: Label; readonly shape: Shape }>>;
const UNKNOWN = label("{of}没有名为“{name}”的属性。", "{of} has no property named “{name}”.");

/** Every property against the closed list; null takes one away and needs no check. */
export function faultsOf(
  given: Readonly<Record<string, WireValue | undefined>>,
  known: Properties,
  of: Label,
  under = "",
): readonly Fault[] {
  return Object.entries(given).flatMap(([key, value]): readonly Fault[] => {
    const path = under + key.slice(0, 80);
    const property = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!property)
      return [{ code: "unknown_property", path, text: compose(UNKNOWN, { of, name: key.slice(0, 80) }) }];
    return value === null || value === undefined ? [] : property.shape(value, path, property.name);
  });
}

/** At most so many reasons are answered: what sends thousands of keys learns enough from the first. */
const MOST_REASONS = 50;
export const reasonsOf = (faults: readonly Fault[]): readonly Reason[] =>
  faults.slice(0, MOST_REASONS).map(({ code, path, text }) => ({ code, field: path, text }));
