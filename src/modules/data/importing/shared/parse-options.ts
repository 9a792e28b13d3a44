import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages, type MessageParams } from "../../../../shared/i18n/messages.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { readShape, sentenceOf, type ShapeProblem } from "../../../../shared/wire/read-shape.ts";
import { ENCODINGS, encodingOf } from "./encodings.ts";
import { readUnit } from "./number-unit.ts";
import { FIELD_PARTS, FieldPart } from "./given-options.contract.ts";
import type { ColumnPlan, ConstantPlan, ImportOptions } from "./options.contract.ts";
import {
  type Constant,
  type Entry,
  OptionsShape,
  type PlanShape,
  reading,
  ReadingShape,
} from "./options.shape.ts";
import { splitLineField } from "./line-columns.ts";
import { LIFE } from "./imported-life.ts";
import type { ReadingOptions } from "./reading.contract.ts";

const TEXTS = defineMessages({
  not_text: label("“{path}”应为文字", "“{path}” must be text"),
  not_one_of: label("“{path}”应为 {allowed} 之一", "“{path}” must be one of {allowed}"),
  unknown_object: label("没有名为“{name}”的对象", "There is no object called “{name}”"),
  unknown_field: label(
    "对象“{object}”没有名为“{name}”的字段",
    "The object “{object}” has no field called “{name}”",
  ),
  unknown_unit: label("“{path}”不是可识别的单位：{unit}", "“{path}” is not a known unit: {unit}"),
});
type TextKey = keyof typeof TEXTS;

export type ParsedOptions =
  | { readonly ok: true; readonly options: ImportOptions }
  | { readonly ok: false; readonly reasons: readonly Reason[] };
type Complain = (code: TextKey, path: string, params?: MessageParams) => undefined;

/** What the shape cannot say, each with the path of the setting. */
class Complaints {
  readonly reasons: Reason[] = [];
  readonly complain: Complain = (code, path, params = {}) => {
    this.reasons.push({ code, field: path, params: { path, ...params }, text: TEXTS[code] });
    return undefined;
  };
}

const CODES: Readonly<Record<string, string>> = {
  unknown: "unknown_setting",
  missing: "not_text",
  not_map: "not_an_object",
  not_flag: "not_a_flag",
  not_a_value: "not_text",
};
/** Where a fault is told, when it is not where it was found. */
const placeOf = ({ code, path }: ShapeProblem): string =>
  code === "reason_required"
    ? "gates.override.reason"
    : code === "not_a_value"
      ? `${path}.value`
      : path || "options";
const reasonOf = (problem: ShapeProblem): Reason => {
  const place = placeOf(problem);
  return {
    code: CODES[problem.code] ?? problem.code,
    field: place,
    params: { path: place, place },
    text: sentenceOf(problem),
  };
};

function readPlan({ complain }: Complaints, given: PlanShape, path: string): ColumnPlan {
  const { by, values, stage_entered, date_order, decimal_mark, ...others } = given;
  const plan = {
    ...others,
    stageEntered: stage_entered,
    by: typeof by === "string" ? [by] : by,
    values: values && textsOf(values),
    dateOrder: date_order,
    decimalMark: decimal_mark,
  };
  if (plan.unit !== undefined && !readUnit(plan.unit))
    complain("unknown_unit", `${path}.unit`, { unit: plan.unit });
  return Object.fromEntries(Object.entries(plan).filter(([, part]) => part !== undefined));
}
const textsOf = (
  values: Readonly<Record<string, string | number | boolean | null>>,
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries(values).map(([cell, meant]) => [cell, meant === null ? null : String(meant)]),
  );

/** A column fills so many fields at most. */
const MOST_PLANS = 10;
function readMapping(
  read: Complaints,
  given: Readonly<Record<string, Entry>>,
): NonNullable<ImportOptions["mapping"]> {
  const mapping: Record<string, ColumnPlan> = {};
  for (const [column, entry] of Object.entries(given)) {
    if (entry === null || entry === "") continue;
    const path = `mapping.${column}`;
    const planOf = (one: string | PlanShape, at: string): ColumnPlan =>
      typeof one === "string" ? { field: one } : readPlan(read, one, at);
    const [plan, ...also] = isList(entry)
      ? entry.slice(0, MOST_PLANS).map((one, index) => planOf(one, `${path}.${index}`))
      : [planOf(entry, path)];
    if (plan) mapping[column] = also.length > 0 ? { ...plan, also } : plan;
  }
  return mapping;
}
const isList = (entry: Entry): entry is Extract<Entry, readonly unknown[]> => Array.isArray(entry);

function readConstants(
  read: Complaints,
  given: Readonly<Record<string, Constant>>,
): NonNullable<ImportOptions["constants"]> {
  return Object.entries(given).flatMap(([name, entry]): ConstantPlan[] => {
    const path = `constants.${name}`;
    const [field = "", part] = name.split(":");
    const { value, ...plan } = typeof entry === "object" ? entry : { value: entry };
    if (field === "") return read.complain("not_text", `${path}.field`) ?? [];
    if (part !== undefined && !fits(FieldPart, part))
      return read.complain("not_one_of", `${path}.part`, { allowed: FIELD_PARTS.join(", ") }) ?? [];
    const whole = readPlan(read, { ...plan, field, ...(part === undefined ? {} : { part }) }, path);
    return [{ ...whole, field, value: String(value) }];
  });
}

/** How the file is to be read. */
function readReading({ complain }: Complaints, given: ReadingShape): ReadingOptions {
  const { sheet, lines_sheet, encoding, delimiter, header_row, header_rows, hidden_rows, total_rows } = given;
  const known = encoding === undefined ? undefined : encodingOf(encoding);
  if (encoding !== undefined && !known) complain("not_one_of", "encoding", { allowed: ENCODINGS.join(", ") });
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(lines_sheet === undefined ? {} : { linesSheet: lines_sheet }),
    ...(known ? { encoding: known } : {}),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header_row === undefined ? {} : { headerRow: header_row }),
    ...(header_rows === undefined ? {} : { headerRows: header_rows }),
    ...(hidden_rows ? { hiddenRows: hidden_rows } : {}),
    ...(total_rows ? { totalRows: total_rows } : {}),
  };
}

/** The same out of the fields of a form, where everything is text. */
export function parseReading(fields: Readonly<Record<string, unknown>>): {
  readonly options: ReadingOptions;
  readonly reasons: readonly Reason[];
} {
  const given = Object.entries(fields).filter(
    ([name, value]) => Object.hasOwn(reading, name) && value !== "" && value !== null,
  );
  const numbered = given.map(([name, value]) => [
    name,
    name.startsWith("header_") && /^\d+$/.test(String(value)) ? Number(value) : value,
  ]);
  const shape = readShape(ReadingShape, Object.fromEntries(numbered));
  if (!shape.ok) return { options: {}, reasons: shape.problems.map(reasonOf) };
  const read = new Complaints();
  return { options: readReading(read, shape.value), reasons: read.reasons };
}

/** Every field the options name must exist. */
function checkFields(
  { complain }: Complaints,
  options: ImportOptions,
  object: CatalogObject,
  objectOf: (name: string) => CatalogObject | undefined,
): void {
  const check = (name: string, path: string): void => {
    const [list, inLine] = splitLineField(name);
    const field = object.byName[list];
    const holds =
      inLine === undefined ? object : field?.kind === "children" ? objectOf(field.object) : undefined;
    if (name !== LIFE && !holds?.byName[inLine ?? name])
      complain("unknown_field", path, { object: object.name, name });
  };
  options.match?.forEach((name) => check(name, "match"));
  for (const [column, plan] of Object.entries(options.mapping ?? {}))
    for (const { field } of [plan, ...(plan.also ?? [])]) if (field) check(field, `mapping.${column}`);
  for (const { field } of options.constants ?? []) check(field, `constants.${field}`);
}

/**
 * Reads the options JSON of an import. Every fault of its shape is told at once, each with the path of the
 * setting; when it has none, everything that it names and is not there.
 */
export function parseOptions(
  value: unknown,
  objectOf: (name: string) => CatalogObject | undefined,
): ParsedOptions {
  const shape = readShape(OptionsShape, value);
  if (!shape.ok) return { ok: false, reasons: shape.problems.map(reasonOf) };
  const given = shape.value;
  const { object: name, match, save_as, gates } = given;
  const read = new Complaints();
  const object = objectOf(name);
  if (!object) read.complain("unknown_object", "object", { name });
  const options: ImportOptions = {
    object: name,
    dryRun: given.dry_run ?? false,
    onMatch: given.on_match ?? "update",
    empty: given.empty ?? "keep",
    ...(match === undefined ? {} : { match: typeof match === "string" ? [match] : match }),
    ...(given.mapping ? { mapping: readMapping(read, given.mapping) } : {}),
    ...(given.constants ? { constants: readConstants(read, given.constants) } : {}),
    ...(save_as === undefined ? {} : { saveAs: save_as.slice(0, 60) }),
    ...(gates?.override ? { override: { reason: gates.override.reason.trim() } } : {}),
    ...readReading(read, given),
  };
  if (object) checkFields(read, options, object, objectOf);
  return read.reasons.length > 0 ? { ok: false, reasons: read.reasons } : { ok: true, options };
}
