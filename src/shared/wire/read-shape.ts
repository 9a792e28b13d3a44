import { KindGuard, type Static, type TSchema } from "@sinclair/typebox";
import { Errors, type ValueError, ValueErrorType as Kind } from "@sinclair/typebox/errors";
import { type Label, label } from "../i18n/label.ts";
import { say } from "../i18n/messages.ts";
import { fits } from "./fits.ts";
import { notesOf } from "./shape-notes.ts";
import { wordsOf } from "./shape-texts.ts";

export interface ShapeProblem {
  /** "options.2.label"; "" is the whole. */
  readonly path: string;
  /** The last of the path: what was left out, or is not known. */
  readonly key: string;
  /** `ShapeCode`, or the one that the schema's notes have. */
  readonly code: string;
  /** What follows a name or place: “must be a text”. */
  readonly text: Label;
  /** What a person calls what is wrong, where a schema on the way to it says so. */
  readonly name?: Label;
}
export type ReadShape<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] };

/**
 * Reads what came from outside: the value with its type, or all that is wrong with its shape, one problem for
 * each place. What a schema cannot say (is there such a field?) its reader asks afterwards.
 *
 *     const read = readShape(closed({ name: text() }), given);
 *     if (!read.ok) return read.problems; // [{ path: "name", code: "missing", text: … }]
 */
export const readShape = <T extends TSchema>(
  schema: T,
  value: unknown,
  most?: number,
): ReadShape<Static<T>> =>
  fits(schema, value)
    ? { ok: true, value }
    : { ok: false, problems: problemsOf(schema, Errors(schema, value), { most }) };

/** “PLACE” and what is wrong there, as a text with the parameter `place`. */
export const sentenceOf = ({ text }: ShapeProblem): Label =>
  label(`“{place}”${text["zh-CN"]}`, `“{place}” ${text.en}`);

interface Telling {
  readonly most?: number | undefined;
  /** What may be of several forms is one place, whatever is wrong within it. */
  readonly closedUnions?: boolean;
}
/** The faults of TypeBox in words, one for each place. */
export function problemsOf(
  schema: TSchema,
  errors: Iterable<ValueError>,
  { most = 100, closedUnions = false }: Telling = {},
): readonly ShapeProblem[] {
  const found = new Map<string, ShapeProblem>();
  for (const fault of faultsIn([{ schema, at: [] }], errors, closedUnions)) {
    const problem = problemOf(fault);
    if (!found.has(problem.path)) found.set(problem.path, problem);
    if (found.size >= most) break;
  }
  return [...found.values()];
}

/** A schema, and the place of what it speaks of. */
interface Step {
  readonly schema: TSchema;
  readonly at: readonly string[];
}
/** A fault with the schemas on the way to it, the outermost first. */
interface Fault {
  readonly error: ValueError;
  readonly way: readonly Step[];
}

function* faultsIn(
  from: readonly Step[],
  errors: Iterable<ValueError>,
  closedUnions: boolean,
): Generator<Fault> {
  for (const error of errors) {
    const way = wayTo(from, placeOf(error));
    const chosen = error.type === Kind.Union ? meantOf(error) : undefined;
    if (!chosen) yield { error, way };
    else {
      const inner = [
        ...faultsIn([...way, { schema: chosen.schema, at: placeOf(error) }], chosen.errors, false),
      ];
      const isDeeper = inner.some((one) => one.error.path !== error.path);
      yield* closedUnions && isDeeper ? [{ error, way }] : inner;
    }
  }
}

const MOST_OF_A_FORM = 50;
/** The form that was meant, of several: none is said where two are as near. */
function meantOf(
  error: ValueError,
): { readonly schema: TSchema; readonly errors: Iterable<ValueError> } | undefined {
  const { path, value, schema } = error;
  const all: readonly TSchema[] = KindGuard.IsUnion(schema) ? schema.anyOf : [];
  const possible = all.flatMap((one, at) => {
    const errors = error.errors[at];
    return errors && (value === null || !KindGuard.IsNull(one)) ? [{ schema: one, errors }] : [];
  });
  if (possible.length === 1) return possible[0];
  const forms = possible.map((form) => ({ ...form, errors: firstOf(form.errors, MOST_OF_A_FORM) }));
  const ofKind = forms.filter((form) => isOfKind(form.schema, value));
  const isOther = (one: ValueError): boolean =>
    one.type === Kind.Literal && one.path.lastIndexOf("/") === path.length;
  const named = ofKind.filter(({ errors }) => !errors.some(isOther));
  const near = named.length > 0 ? named : ofKind;
  const fewest = Math.min(...near.map(({ errors }) => errors.length));
  const nearest = near.filter(({ errors }) => errors.length === fewest);
  return nearest.length === 1 ? nearest[0] : undefined;
}
/** A text for a text, a list for a list. */
function isOfKind(schema: TSchema, value: unknown): boolean {
  if (KindGuard.IsUnion(schema)) return schema.anyOf.some((one) => isOfKind(one, value));
  if (KindGuard.IsLiteral(schema)) return schema.const === value;
  if (KindGuard.IsNull(schema)) return value === null;
  if (KindGuard.IsString(schema)) return typeof value === "string";
  if (KindGuard.IsNumber(schema) || KindGuard.IsInteger(schema)) return typeof value === "number";
  if (KindGuard.IsBoolean(schema)) return typeof value === "boolean";
  if (KindGuard.IsArray(schema)) return Array.isArray(value);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function firstOf<T>(all: Iterable<T>, most: number): readonly T[] {
  const first: T[] = [];
  for (const one of all) {
    first.push(one);
    if (first.length >= most) break;
  }
  return first;
}

/** TypeBox tells places as JSON pointers. */
const placeOf = ({ path }: ValueError): readonly string[] =>
  path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

function wayTo(from: readonly Step[], place: readonly string[]): readonly Step[] {
  const way = [...from];
  for (let step = way.at(-1); step && step.at.length < place.length; step = way.at(-1)) {
    const key = place[step.at.length] ?? "";
    const schema = memberOf(orNull(step.schema), key);
    if (!schema) break;
    way.push({ schema: orNull(schema), at: [...step.at, key] });
  }
  return way;
}
/** The schema of what may be null, when it is not. */
function orNull(schema: TSchema): TSchema {
  if (!KindGuard.IsUnion(schema)) return schema;
  const forms: readonly TSchema[] = schema.anyOf.filter((one) => !KindGuard.IsNull(one));
  const [only] = forms;
  return only && forms.length === 1 ? { ...only, notes: { ...notesOf(only), ...notesOf(schema) } } : schema;
}
function memberOf(schema: TSchema, key: string): TSchema | undefined {
  if (KindGuard.IsObject(schema))
    return Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  if (KindGuard.IsArray(schema)) return schema.items;
  if (!KindGuard.IsRecord(schema)) return undefined;
  return Object.entries(schema.patternProperties).find(([names]) => new RegExp(names).test(key))?.[1];
}

function problemOf({ error, way }: Fault): ShapeProblem {
  const place = placeOf(error);
  const words = wordsOf(error);
  const speaks = ({ schema, at }: Step): boolean => {
    const { wanted, alone } = notesOf(schema);
    return wanted !== undefined && (!alone || at.length === place.length);
  };
  const speaker = words.code === "unknown" ? undefined : way.findLast(speaks);
  const isItself = speaker?.at.length === place.length && words.code === "missing";
  if (!speaker || isItself) return { ...spell(place), ...words, ...nameIn(way) };
  const { wanted, code, absent } = notesOf(speaker.schema);
  const named = { ...spell(speaker.at), ...nameIn(way.slice(0, way.indexOf(speaker) + 1)) };
  if (absent && words.code === "missing") return { ...named, ...absent };
  const text = wanted ? label(`应为${wanted["zh-CN"]}`, `must be ${wanted.en}`) : words.text;
  return { ...named, code: code ?? words.code, text };
}
/** So much of a key that somebody made up is said. */
const MOST_OF_A_KEY = 80;
function spell(place: readonly string[]): Pick<ShapeProblem, "path" | "key"> {
  const keys = place.map((key) => key.slice(0, MOST_OF_A_KEY));
  return { path: keys.join("."), key: keys.at(-1) ?? "" };
}

function nameIn(way: readonly Step[]): { readonly name?: Label } {
  const step = way.findLast(({ schema }) => notesOf(schema).name);
  const name = step && notesOf(step.schema).name;
  if (!name) return {};
  const params = { n: Number(step.at.at(-1) ?? 0) + 1 };
  return { name: label(say(name, "zh-CN", params), say(name, "en", params)) };
}
