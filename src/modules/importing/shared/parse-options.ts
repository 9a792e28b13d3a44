import { label } from "../../../shared/i18n/label.ts";
import { defineMessages, type MessageParams } from "../../../shared/i18n/messages.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { type ColumnPlan, FIELD_PARTS, type ImportOptions } from "./options.contract.ts";

const TEXTS = defineMessages({
  not_an_object: label("“{path}”应为一个 JSON 对象", "“{path}” must be a JSON object"),
  not_text: label("“{path}”应为文字", "“{path}” must be text"),
  not_texts: label("“{path}”应为字段名或字段名列表", "“{path}” must be a field name or a list of them"),
  not_a_flag: label("“{path}”应为 true 或 false", "“{path}” must be true or false"),
  not_one_of: label("“{path}”应为 {allowed} 之一", "“{path}” must be one of {allowed}"),
  unknown_setting: label("没有“{path}”这个选项", "There is no option “{path}”"),
  unknown_object: label("没有“{name}”这个对象", "There is no object “{name}”"),
  unknown_field: label("对象“{object}”没有“{name}”这个字段", "The object “{object}” has no field “{name}”"),
  field_required: label("“{path}”需要 field 或 stage_entered", "“{path}” needs field or stage_entered"),
  reason_required: label("放行门禁必须写明原因", "Passing shut gates needs a reason"),
});
type TextKey = keyof typeof TEXTS;

export type ParsedOptions = { readonly ok: true; readonly options: ImportOptions } | { readonly ok: false; readonly reasons: readonly Reason[] };
type Json = Readonly<Record<string, unknown>>;
type Complain = (code: TextKey, path: string, params?: MessageParams) => undefined;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

class Reader {
  readonly reasons: Reason[] = [];
  readonly complain: Complain = (code, path, params = {}) => {
    this.reasons.push({ code, field: path, params: { path, ...params }, text: TEXTS[code] });
    return undefined;
  };
  only(value: Json, path: string, allowed: readonly string[]): void {
    for (const key of Object.keys(value)) if (!allowed.includes(key)) this.complain("unknown_setting", path === "" ? key : `${path}.${key}`);
  }
  flag(value: unknown, path: string): boolean {
    if (value === undefined || typeof value === "boolean") return value ?? false;
    this.complain("not_a_flag", path);
    return false;
  }
  oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T | undefined {
    if (value === undefined) return undefined;
    return allowed.find((one) => one === value) ?? this.complain("not_one_of", path, { allowed: allowed.join(", ") });
  }
  texts(value: unknown, path: string): readonly string[] | undefined {
    if (value === undefined) return undefined;
    if (isText(value)) return [value];
    return Array.isArray(value) && value.length <= 5 && value.every(isText) ? value : this.complain("not_texts", path);
  }
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
  read.only(value, path, ["field", "by", "missing", "values", "stage_entered", "part", "date_order"]);
  const text = (key: string): string | undefined => (value[key] === undefined || isText(value[key]) ? value[key] : read.complain("not_text", `${path}.${key}`));
  const [field, stageEntered] = [text("field"), text("stage_entered")];
  if (field === undefined && stageEntered === undefined) return read.complain("field_required", path);
  const plan = {
    field,
    stageEntered,
    by: read.texts(value["by"], `${path}.by`),
    missing: read.oneOf(value["missing"], `${path}.missing`, ["refuse", "create", "empty"]),
    values: readValues(read, value["values"], `${path}.values`),
    part: read.oneOf(value["part"], `${path}.part`, FIELD_PARTS),
    dateOrder: read.oneOf(value["date_order"], `${path}.date_order`, ["mdy", "dmy"]),
  };
  return Object.fromEntries(Object.entries(plan).filter(([, part]) => part !== undefined));
}

function readMapping(read: Reader, value: unknown): ImportOptions["mapping"] {
  if (value === undefined) return undefined;
  if (!isObject(value)) return read.complain("not_an_object", "mapping");
  const mapping: Record<string, ColumnPlan> = {};
  for (const [column, entry] of Object.entries(value)) {
    if (entry === null || entry === "") continue;
    const plan = readPlan(read, entry, `mapping.${column}`);
    if (plan) mapping[column] = plan;
  }
  return mapping;
}

function readOverride(read: Reader, gates: unknown): ImportOptions["override"] {
  if (gates === undefined) return undefined;
  if (!isObject(gates)) return read.complain("not_an_object", "gates");
  read.only(gates, "gates", ["override"]);
  const override = gates["override"];
  if (override === undefined) return undefined;
  const reason = isObject(override) ? override["reason"] : undefined;
  return isText(reason) && reason.trim() !== "" ? { reason: reason.trim() } : read.complain("reason_required", "gates.override.reason");
}

/** Every field the options name must exist. */
function checkFields(read: Reader, options: ImportOptions, object: CatalogObject): void {
  const check = (name: string, path: string): void => {
    if (!object.byName[name]) read.complain("unknown_field", path, { object: object.name, name });
  };
  options.match?.forEach((name) => check(name, "match"));
  for (const [column, plan] of Object.entries(options.mapping ?? {})) if (plan.field) check(plan.field, `mapping.${column}`);
}

/** Reads the options JSON of an import. Every fault is reported at once, each with the path of the setting. */
export function parseOptions(value: unknown, objectOf: (name: string) => CatalogObject | undefined): ParsedOptions {
  const read = new Reader();
  if (!isObject(value)) {
    read.complain("not_an_object", "options");
    return { ok: false, reasons: read.reasons };
  }
  read.only(value, "", ["object", "dry_run", "match", "on_match", "empty", "mapping", "gates", "sheet"]);
  const name = isText(value["object"]) ? value["object"] : (read.complain("not_text", "object") ?? "");
  const object = objectOf(name);
  if (name !== "" && !object) read.complain("unknown_object", "object", { name });
  const mapping = readMapping(read, value["mapping"]);
  const override = readOverride(read, value["gates"]);
  const sheet = value["sheet"] === undefined || isText(value["sheet"]) ? value["sheet"] : read.complain("not_text", "sheet");
  const match = read.texts(value["match"], "match");
  const options: ImportOptions = {
    object: name,
    dryRun: read.flag(value["dry_run"], "dry_run"),
    onMatch: read.oneOf(value["on_match"], "on_match", ["update", "skip"]) ?? "update",
    empty: read.oneOf(value["empty"], "empty", ["keep", "clear"]) ?? "keep",
    ...(match ? { match } : {}),
    ...(mapping ? { mapping } : {}),
    ...(override ? { override } : {}),
    ...(sheet ? { sheet } : {}),
  };
  if (object) checkFields(read, options, object);
  return read.reasons.length > 0 ? { ok: false, reasons: read.reasons } : { ok: true, options };
}
