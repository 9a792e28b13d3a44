import { label } from "../../../shared/i18n/label.ts";
import { defineMessages, type MessageParams } from "../../../shared/i18n/messages.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { ENCODINGS, encodingOf } from "./encodings.ts";
import { readUnit } from "./number-unit.ts";
import { FIELD_PARTS } from "./given-options.contract.ts";
import type { ColumnPlan, ConstantPlan, ImportOptions } from "./options.contract.ts";
import { DATE_ORDERS } from "./parse-date.ts";
import { splitLineField } from "./line-columns.ts";
import { LIFE } from "./told-life.ts";
import type { ReadingOptions } from "./reading.contract.ts";

const TEXTS = defineMessages({
  not_an_object: label("“{path}”应为一个 JSON 对象", "“{path}” must be a JSON object"),
  not_text: label("“{path}”应为文字", "“{path}” must be text"),
  not_texts: label("“{path}”应为字段名或字段名列表", "“{path}” must be a field name or a list of them"),
  not_cells: label("“{path}”应为单元格内容的列表", "“{path}” must be a list of cell values"),
  not_a_flag: label("“{path}”应为 true 或 false", "“{path}” must be true or false"),
  not_one_of: label("“{path}”应为 {allowed} 之一", "“{path}” must be one of {allowed}"),
  unknown_setting: label("没有“{path}”这个选项", "There is no option “{path}”"),
  unknown_object: label("没有“{name}”这个对象", "There is no object “{name}”"),
  unknown_field: label("对象“{object}”没有“{name}”这个字段", "The object “{object}” has no field “{name}”"),
  field_required: label("“{path}”需要 field 或 stage_entered", "“{path}” needs field or stage_entered"),
  not_a_row: label("“{path}”应为从 1 开始的行号", "“{path}” must be the number of a row, from 1"),
  not_a_separator: label("“{path}”应为单个分隔符", "“{path}” must be a single character"),
  unknown_unit: label("“{path}”不是可识别的单位：{unit}", "“{path}” is not a unit we know: {unit}"),
  reason_required: label("放行门禁必须写明原因", "Passing shut gates needs a reason"),
});
type TextKey = keyof typeof TEXTS;

export type ParsedOptions =
  | { readonly ok: true; readonly options: ImportOptions }
  | { readonly ok: false; readonly reasons: readonly Reason[] };
type Json = Readonly<Record<string, unknown>>;
type Complain = (code: TextKey, path: string, params?: MessageParams) => undefined;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

class Reader {
  readonly reasons: Reason[] = [];
  readonly complain: Complain = (code, path, params = {}) => {
    this.reasons.push({ code, field: path, params: { path, ...params }, text: TEXTS[code] });
    return undefined;
  };
  only(value: Json, path: string, allowed: readonly string[]): void {
    for (const key of Object.keys(value))
      if (!allowed.includes(key)) this.complain("unknown_setting", path === "" ? key : `${path}.${key}`);
  }
  flag(value: unknown, path: string): boolean {
    if (value === undefined || typeof value === "boolean") return value ?? false;
    this.complain("not_a_flag", path);
    return false;
  }
  oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T | undefined {
    if (value === undefined) return undefined;
    return (
      allowed.find((one) => one === value) ??
      this.complain("not_one_of", path, { allowed: allowed.join(", ") })
    );
  }
  texts(value: unknown, path: string): readonly string[] | undefined {
    if (value === undefined) return undefined;
    if (isText(value)) return [value];
    return Array.isArray(value) && value.length <= 5 && value.every(isText)
      ? value
      : this.complain("not_texts", path);
  }
}

function readCells(read: Reader, value: unknown, path: string): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) && value.length <= 10_000 && value.every((cell) => typeof cell === "string")
    ? value
    : read.complain("not_cells", path);
}

function readValues(read: Reader, value: unknown, path: string): ColumnPlan["values"] {
  if (value === undefined) return undefined;
  if (!isObject(value)) return read.complain("not_an_object", path);
  const values: Record<string, string | null> = {};
  for (const [cell, meant] of Object.entries(value)) {
    if (meant === null || typeof meant === "string") values[cell] = meant;
    else if (typeof meant === "number" || typeof meant === "boolean") values[cell] = String(meant);
    else read.complain("not_text", `${path}.${cell}`);
  }
  return values;
}

function readPlan(read: Reader, value: unknown, path: string): ColumnPlan | undefined {
  if (isText(value)) return { field: value };
  if (!isObject(value)) return read.complain("not_an_object", path);
  read.only(value, path, [
    "field",
    "by",
    "missing",
    "values",
    "create",
    "skip",
    "stage_entered",
    "part",
    "date_order",
    "decimal_mark",
    "unit",
  ]);
  const text = (key: string): string | undefined =>
    value[key] === undefined || isText(value[key]) ? value[key] : read.complain("not_text", `${path}.${key}`);
  const [field, stageEntered] = [text("field"), text("stage_entered")];
  if (field === undefined && stageEntered === undefined) return read.complain("field_required", path);
  const plan = {
    field,
    stageEntered,
    by: read.texts(value["by"], `${path}.by`),
    missing: read.oneOf(value["missing"], `${path}.missing`, ["refuse", "create", "empty"]),
    values: readValues(read, value["values"], `${path}.values`),
    create: readCells(read, value["create"], `${path}.create`),
    skip: readCells(read, value["skip"], `${path}.skip`),
    part: read.oneOf(value["part"], `${path}.part`, FIELD_PARTS),
    dateOrder: read.oneOf(value["date_order"], `${path}.date_order`, DATE_ORDERS),
    decimalMark: read.oneOf(value["decimal_mark"], `${path}.decimal_mark`, ["point", "comma"]),
    unit: text("unit"),
  };
  if (plan.unit !== undefined && !readUnit(plan.unit))
    read.complain("unknown_unit", `${path}.unit`, { unit: plan.unit });
  return Object.fromEntries(Object.entries(plan).filter(([, part]) => part !== undefined));
}

function readMapping(read: Reader, value: unknown): ImportOptions["mapping"] {
  if (value === undefined) return undefined;
  if (!isObject(value)) return read.complain("not_an_object", "mapping");
  const mapping: Record<string, ColumnPlan> = {};
  for (const [column, entry] of Object.entries(value)) {
    if (entry === null || entry === "") continue;
    const path = `mapping.${column}`;
    const plans = Array.isArray(entry)
      ? entry.slice(0, 10).map((one: unknown, index) => readPlan(read, one, `${path}.${index}`))
      : [readPlan(read, entry, path)];
    const [plan, ...also] = plans.filter((one) => one !== undefined);
    if (plan) mapping[column] = also.length > 0 ? { ...plan, also } : plan;
  }
  return mapping;
}

function readConstants(read: Reader, value: unknown): ImportOptions["constants"] {
  if (value === undefined) return undefined;
  if (!isObject(value)) return read.complain("not_an_object", "constants");
  return Object.entries(value).flatMap(([name, entry]): ConstantPlan[] => {
    const path = `constants.${name}`;
    const [field = "", inName] = name.split(":");
    const { value: given, ...rest }: Json = isObject(entry) ? entry : { value: entry };
    if (typeof given !== "string" && typeof given !== "number" && typeof given !== "boolean")
      return read.complain("not_text", `${path}.value`) ?? [];
    const plan = readPlan(read, { ...rest, field, ...(inName === undefined ? {} : { part: inName }) }, path);
    return plan ? [{ ...plan, field, value: String(given) }] : [];
  });
}

function readOverride(read: Reader, gates: unknown): ImportOptions["override"] {
  if (gates === undefined) return undefined;
  if (!isObject(gates)) return read.complain("not_an_object", "gates");
  read.only(gates, "gates", ["override"]);
  const override = gates["override"];
  if (override === undefined) return undefined;
  const reason = isObject(override) ? override["reason"] : undefined;
  return isText(reason) && reason.trim() !== ""
    ? { reason: reason.trim() }
    : read.complain("reason_required", "gates.override.reason");
}

const isRow = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1000;
const READING = [
  "sheet",
  "lines_sheet",
  "encoding",
  "delimiter",
  "header_row",
  "header_rows",
  "hidden_rows",
  "total_rows",
];
/** How the file is to be read. */
function readReading(read: Reader, value: Json): ReadingOptions {
  const { sheet, lines_sheet: linesSheet, encoding, delimiter, header_row: row, header_rows: rows } = value;
  const known = isText(encoding) ? encodingOf(encoding) : undefined;
  if (encoding !== undefined && !known)
    read.complain("not_one_of", "encoding", { allowed: ENCODINGS.join(", ") });
  if (sheet !== undefined && !isText(sheet)) read.complain("not_text", "sheet");
  if (linesSheet !== undefined && !isText(linesSheet)) read.complain("not_text", "lines_sheet");
  if (delimiter !== undefined && !(isText(delimiter) && delimiter.length === 1 && !/["\r\n]/.test(delimiter)))
    read.complain("not_a_separator", "delimiter");
  if (row !== undefined && !isRow(row)) read.complain("not_a_row", "header_row");
  if (rows !== undefined && rows !== 1 && rows !== 2)
    read.complain("not_one_of", "header_rows", { allowed: "1, 2" });
  const hidden = read.oneOf(value["hidden_rows"], "hidden_rows", ["read", "skip"]);
  const totals = read.oneOf(value["total_rows"], "total_rows", ["read", "skip"]);
  return {
    ...(isText(sheet) ? { sheet } : {}),
    ...(isText(linesSheet) ? { linesSheet } : {}),
    ...(known ? { encoding: known } : {}),
    ...(isText(delimiter) ? { delimiter } : {}),
    ...(isRow(row) ? { headerRow: row } : {}),
    ...(rows === 1 || rows === 2 ? { headerRows: rows } : {}),
    ...(hidden ? { hiddenRows: hidden } : {}),
    ...(totals ? { totalRows: totals } : {}),
  };
}

/** The same out of the fields of a form, where everything is text. */
export function parseReading(fields: Readonly<Record<string, unknown>>): {
  readonly options: ReadingOptions;
  readonly reasons: readonly Reason[];
} {
  const read = new Reader();
  const given = Object.entries(fields).filter(
    ([name, value]) => READING.includes(name) && value !== "" && value !== null,
  );
  const numbered = given.map(([name, value]) => [
    name,
    name.startsWith("header_") && /^\d+$/.test(String(value)) ? Number(value) : value,
  ]);
  return { options: readReading(read, Object.fromEntries(numbered)), reasons: read.reasons };
}

/** Every field the options name must exist. */
function checkFields(
  read: Reader,
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
      read.complain("unknown_field", path, { object: object.name, name });
  };
  options.match?.forEach((name) => check(name, "match"));
  for (const [column, plan] of Object.entries(options.mapping ?? {}))
    for (const { field } of [plan, ...(plan.also ?? [])]) if (field) check(field, `mapping.${column}`);
  for (const { field } of options.constants ?? []) check(field, `constants.${field}`);
}

/**
 * Reads the options JSON of an import. Every fault is reported at once, each with the path of the setting.
 */
export function parseOptions(
  value: unknown,
  objectOf: (name: string) => CatalogObject | undefined,
): ParsedOptions {
  const read = new Reader();
  if (!isObject(value)) {
    read.complain("not_an_object", "options");
    return { ok: false, reasons: read.reasons };
  }
  read.only(value, "", [
    "object",
    "dry_run",
    "match",
    "on_match",
    "empty",
    "mapping",
    "constants",
    "save_as",
    "gates",
    ...READING,
  ]);
  const name = isText(value["object"]) ? value["object"] : (read.complain("not_text", "object") ?? "");
  const object = objectOf(name);
  if (name !== "" && !object) read.complain("unknown_object", "object", { name });
  const mapping = readMapping(read, value["mapping"]);
  const saveAs =
    value["save_as"] === undefined || isText(value["save_as"])
      ? value["save_as"]
      : read.complain("not_text", "save_as");
  const constants = readConstants(read, value["constants"]);
  const override = readOverride(read, value["gates"]);
  const match = read.texts(value["match"], "match");
  const options: ImportOptions = {
    object: name,
    dryRun: read.flag(value["dry_run"], "dry_run"),
    onMatch: read.oneOf(value["on_match"], "on_match", ["update", "skip"]) ?? "update",
    empty: read.oneOf(value["empty"], "empty", ["keep", "clear"]) ?? "keep",
    ...(match ? { match } : {}),
    ...(mapping ? { mapping } : {}),
    ...(constants ? { constants } : {}),
    ...(saveAs ? { saveAs: saveAs.slice(0, 60) } : {}),
    ...(override ? { override } : {}),
    ...readReading(read, value),
  };
  if (object) checkFields(read, options, object, objectOf);
  return read.reasons.length > 0 ? { ok: false, reasons: read.reasons } : { ok: true, options };
}
