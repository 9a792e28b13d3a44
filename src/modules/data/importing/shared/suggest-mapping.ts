import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { endShare, headerWords } from "./header-words.ts";
import { squeezeText } from "./squeeze-text.ts";
import { columnTitles, type FieldColumn, linkTargets } from "./field-columns.ts";
import { lineField, lineLists, lineTitles } from "./line-columns.ts";
import { comesLater } from "./moving-order.ts";
import type { ColumnPlan } from "./options.contract.ts";
import { findOption } from "./parse-choice.ts";
import { parseCell } from "./parse-cell.ts";
import { SYNONYMS, SYNONYMS_OF } from "./synonyms.ts";

export interface FileColumn {
  readonly name: string;
  /** A few of its values, empty ones left out. */
  readonly samples: readonly string[];
  /** It stands on a sheet of lines, whose name comes before its title. */
  readonly isOfLines?: true;
}
export interface Suggestion extends ColumnPlan {
  readonly field: string;
  /** 0–1: how sure. Below 0.5 nothing is suggested. */
  readonly confidence: number;
}

/** Whether a file may fill the field. `created_at` may be back-filled; `id` only finds records. */
export const isImportable = (field: Field): boolean =>
  field.name === "created_at" ||
  (!field.computed &&
    !field.hidden &&
    !["formula", "rollup", "children", "auto_number"].includes(field.kind));

/**
 * The words that name a field, surest first: its name and labels, with the object's before them, what people
 * call it in this object, and in any.
 */
function wordsOf(field: Field, object: CatalogObject): readonly (readonly [word: string, score: number])[] {
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

function headerScore(field: Field, column: string, object: CatalogObject): number {
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

/**
 * Values speak too: a select whose options the column holds, phones, mails, dates. Nothing is said by an
 * empty column.
 */
function valueScore(field: Field, samples: readonly string[]): number | null {
  if (samples.length === 0) return null;
  const share = (fits: (cell: string) => boolean): number => samples.filter(fits).length / samples.length;
  switch (field.kind) {
    case "select":
    case "stage":
      return share((cell) => findOption(field.options ?? [], cell) !== null);
    case "date":
    case "datetime":
      return share((cell) => {
        const parsed = parseCell(field, cell, { zone: "UTC" });
        return parsed.ok || parsed.reason.code === "ambiguous_date";
      });
    case "email":
    case "phone":
    case "integer":
    case "decimal":
    case "money":
    case "percent":
    case "boolean":
    case "url":
      return share((cell) => parseCell(field, cell, { zone: "UTC" }).ok);
    default:
      return null;
  }
}
/** Kinds that a column's values name by themselves, whatever its title. */
const TELLING: readonly Field["kind"][] = ["email", "phone", "select"];

/** How much of a column's values are names of records of an object. Nothing here: 0. */
export type NamesHere = (column: FileColumn, object: string) => number;
/** So many values of a column without a known title must be known here. */
const ENOUGH = 0.6;

function scoreOf(field: Field, column: FileColumn, object: CatalogObject, named: number): number {
  const score = scoreByWords(field, column, object);
  if (named === 0) return score;
  // Names that are known here settle between fields that the title fits alike; by themselves they say a
  // little less than a title.
  if (score > 0) return Math.min(1, score + 0.04 * named);
  return named >= ENOUGH && column.samples.length >= 2 ? 0.5 + 0.05 * named : 0;
}
/**
 * The share of names that speak for a field: of what it links to; of its own kind for the title of a record.
 */
function namedAs(
  field: Field,
  column: FileColumn,
  object: CatalogObject,
  objectOf: (name: string) => CatalogObject | undefined,
  named: NamesHere,
): number {
  if (field.kind === "tags") return 0;
  const targets = linkTargets(field, objectOf);
  if (targets.length === 0) return field.name === object.title ? named(column, object.name) : 0;
  return Math.max(
    0,
    ...targets.filter((target) => target !== object.name).map((target) => named(column, target)),
  );
}

function scoreByWords(field: Field, column: FileColumn, object: CatalogObject): number {
  const [header, values] = [headerScore(field, column.name, object), valueScore(field, column.samples)];
  if (header === 0 && field.kind === "stage")
    return (values ?? 0) >= ENOUGH && column.samples.length >= 2 ? 0.55 : 0;
  if (header === 0)
    return TELLING.includes(field.kind) && values === 1 && column.samples.length >= 3 ? 0.5 : 0;
  if (values === null) return header;
  // Options that are not known yet are asked about; a column of words is no column of amounts or dates.
  const weight =
    field.kind === "stage" ? 0.2 : field.kind === "select" || column.samples.length < 2 ? 0.4 : 0.6;
  return header * (1 - weight + weight * values);
}

/** The plan a suggested column starts with: links are found by the title of their target. */
function planFor(field: Field, objectOf: (name: string) => CatalogObject | undefined): ColumnPlan {
  const [target] = linkTargets(field, objectOf);
  const title = target ? objectOf(target)?.title : undefined;
  return title ? { field: field.name, by: [title], missing: "refuse" } : { field: field.name };
}

/** A link to what a move brings only later (the head of a department) may be empty until then. */
function laterLeft(
  object: CatalogObject,
  plan: FieldColumn["plan"] | undefined,
  objectOf: (name: string) => CatalogObject | undefined,
): FieldColumn["plan"] | undefined {
  const field = plan && object.byName[plan.field];
  const [target] =
    field && !field.required && !["owner", "department"].includes(field.name)
      ? linkTargets(field, objectOf)
      : [];
  return plan?.by && target !== undefined && comesLater(object.name, target)
    ? { ...plan, missing: "empty" }
    : plan;
}

interface Pair {
  readonly column: FileColumn;
  readonly field: Field;
  readonly score: number;
}
/**
 * Where the last word of several titles alike fits a field ("Activity Score", "Profile Score"), nothing says
 * which of them is meant: none is suggested.
 */
function withoutRivals(pairs: readonly Pair[], object: CatalogObject): readonly Pair[] {
  const isWhole = ({ column, field }: Pair): boolean => {
    const { whole, core } = headerWords(column.name);
    return wordsOf(field, object).some(([word]) => word === whole || core.includes(word));
  };
  const byEnd = pairs.filter(
    (pair) => headerScore(pair.field, pair.column.name, object) > 0 && !isWhole(pair),
  );
  const rivals = new Set(
    byEnd.filter((pair) =>
      byEnd.some(
        (other) =>
          other.field === pair.field &&
          other.column !== pair.column &&
          Math.abs(other.score - pair.score) < 0.05,
      ),
    ),
  );
  return pairs.filter((pair) => !rivals.has(pair));
}

const inHundredths = (score: number): number => Math.round(score * 100) / 100;

const ownTitle = (column: FileColumn): FileColumn =>
  column.isOfLines ? { ...column, name: column.name.slice(column.name.indexOf(" · ") + 3) } : column;
/** Columns that may be of the lines of a document, surest first. */
function lineColumns(
  object: CatalogObject,
  columns: readonly FileColumn[],
  objectOf: (name: string) => CatalogObject | undefined,
) {
  return lineLists(object, objectOf)
    .flatMap((list) => {
      const fields = [...new Set(list.columns.map(({ field }) => field))];
      return columns.flatMap((column) =>
        fields.map((field) => ({
          column,
          score: scoreByWords(field, ownTitle(column), list.object),
          plan: { ...planFor(field, objectOf), field: lineField(list.field.name, field.name) },
        })),
      );
    })
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score);
}

/** What one column takes from the others. */
const keyOf = ({ field, part, by }: ColumnPlan): string =>
  `${field ?? ""}.${part ?? (by?.[0] === "id" ? "id" : "")}`;

/**
 * What each column of a file most likely is; one field is given to one column. Titles of our own exports are
 * recognised exactly, with their id and currency columns.
 */
export function suggestMapping(
  object: CatalogObject,
  columns: readonly FileColumn[],
  objectOf: (name: string) => CatalogObject | undefined,
  named: NamesHere = () => 0,
): Readonly<Record<string, Suggestion>> {
  const ownTitles = new Map(
    [...columnTitles(object, objectOf), ...lineTitles(object, objectOf)].flatMap(({ titles, plan }) =>
      titles.map((title) => [fold(title), plan] as const),
    ),
  );
  const taken = new Set<string>();
  const given: Record<string, Suggestion> = {};
  const take = (column: string, plan: ColumnPlan & { readonly field: string }, confidence: number): void => {
    taken.add(keyOf(plan));
    given[column] = { ...plan, confidence };
  };
  const idsFirst = [...columns].sort(
    (a, b) =>
      Number(ownTitles.get(fold(b.name))?.by?.[0] === "id") -
      Number(ownTitles.get(fold(a.name))?.by?.[0] === "id"),
  );
  for (const column of idsFirst) {
    const plan = laterLeft(object, ownTitles.get(fold(column.name)), objectOf);
    const field = plan && object.byName[plan.field];
    // Also a title of ours may stand above something else.
    const isElse =
      field !== undefined &&
      plan?.part === undefined &&
      plan?.by === undefined &&
      field.kind !== "select" &&
      field.kind !== "stage" &&
      column.samples.length > 1 &&
      valueScore(field, column.samples) === 0;
    // A link's id and the name beside it are one: where the id is not known here, the name is.
    if (plan && !isElse && !taken.has(keyOf(plan))) take(column.name, plan, 1);
  }
  const pairs = columns
    .filter((column) => !(column.name in given) && !column.isOfLines)
    .flatMap((column) =>
      object.fields.filter(isImportable).map((field) => ({
        column,
        field,
        score: scoreOf(field, column, object, namedAs(field, column, object, objectOf, named)),
      })),
    )
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  for (const { column, field, score } of withoutRivals(pairs, object)) {
    if (column.name in given || taken.has(`${field.name}.`) || taken.has(`${field.name}.id`)) continue;
    take(column.name, { ...planFor(field, objectOf), field: field.name }, inHundredths(score));
  }
  for (const { column, plan, score } of lineColumns(object, columns, objectOf))
    if (!(column.name in given) && !taken.has(keyOf(plan))) take(column.name, plan, inHundredths(score));
  return given;
}
