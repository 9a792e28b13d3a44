import { type Label, type Language, label, textOf } from "../../shared/i18n/label.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { readShape, type ShapeProblem } from "../../shared/wire/read-shape.ts";
import { closed, nullable, optional, type TSchema } from "../../shared/wire/schema.ts";
import { notesOf } from "../../shared/wire/shape-notes.ts";

/** What is wrong with one value of a definition, and where: "options.2.label". */
export interface Fault {
  readonly code: "bad_property" | "unknown_property" | "label_missing" | "bad_kind";
  readonly path: string;
  readonly text: Label;
}
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

const WRONG = label("“{name}”不符合要求：{what}。", "“{name}” is not valid: it {what}.");
const WANTED = label("应为{wanted}", "must be {wanted}");
export const wrong = (path: string, name: Label, wanted: Label): readonly Fault[] => [
  { code: "bad_property", path, text: compose(WRONG, { name, what: compose(WANTED, { wanted }) }) },
];
const MISSING = label("缺少“{name}”。", "“{name}” is missing.");
export const missing = (path: string, name: Label): readonly Fault[] => [
  { code: "bad_property", path, text: compose(MISSING, { name }) },
];

/** Properties as they may be given, by name: a closed list, each with what a person calls it. */
export type Properties = Readonly<Record<string, TSchema>>;
/** What a person calls a property. */
export const nameOf = (property: TSchema | undefined): Label | undefined =>
  property && notesOf(property).name;
/** An object of these properties. Null takes one away; those of `needed` must be there. */
export const part = (properties: Properties, needed: readonly string[] = []) =>
  closed(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        needed.includes(name) ? property : optional(nullable(property)),
      ]),
    ),
  );

const UNKNOWN = label("{of}没有名为“{name}”的属性。", "{of} has no property called “{name}”.");
/** So many are counted: a definition that has more is hardly one. */
const MOST_FAULTS = 10_000;
/** Every property against the closed list; null takes one away and needs no check. */
export function faultsOf(
  given: Readonly<Record<string, WireValue | undefined>>,
  known: Properties,
  of: Label,
  under = "",
): readonly Fault[] {
  const read = readShape(part(known), given, MOST_FAULTS);
  return read.ok ? [] : read.problems.flatMap((problem) => faultsIn(problem, of, under));
}
function faultsIn({ path, key, code, text, name }: ShapeProblem, of: Label, under: string): readonly Fault[] {
  const at = under + path;
  if (code === "unknown")
    return [{ code: "unknown_property", path: at, text: compose(UNKNOWN, { of: name ?? of, name: key }) }];
  const called = name ?? of;
  if (code === "missing") return missing(at, called);
  if (code === "label_missing") return [{ code, path: at, text: compose(text, { name: called }) }];
  return [{ code: "bad_property", path: at, text: compose(WRONG, { name: called, what: text }) }];
}

/** At most so many reasons are answered: what sends thousands of keys learns enough from the first. */
const MOST_REASONS = 50;
export const reasonsOf = (faults: readonly Fault[]): readonly Reason[] =>
  faults.slice(0, MOST_REASONS).map(({ code, path, text }) => ({ code, field: path, text }));
