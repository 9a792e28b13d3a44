import { defineMessages } from "../../shared/i18n/messages.ts";
import type { FieldDefinition, FieldKind, FieldKinds } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { accept, refuse, type Result } from "../refusal.ts";

const texts = defineMessages({
  bad_kind: { "zh-CN": "没有名为“{kind}”的字段类型。", en: "There is no field kind named “{kind}”." },
  bad_property: { "zh-CN": "“{name}”的值不符合要求。", en: "“{name}” is not as required." },
  unknown_property: { "zh-CN": "字段类型“{kind}”没有属性“{name}”。", en: "A field of kind “{kind}” has no property “{name}”." },
});

type Shape = "text" | "number" | "flag" | "labels" | "options" | "names" | "any";
const COMMON: Readonly<Record<string, Shape>> = {
  kind: "text",
  label: "labels",
  description: "labels",
  example: "text",
  required: "flag",
  indexed: "flag",
  fixed: "flag",
  internal: "flag",
  silent: "flag",
  personal: "flag",
  searchable: "flag",
  default: "any",
  required_if: "text",
  visible_if: "text",
  computed: "flag",
};
/** Properties of each kind; a kind missing here does not compile. */
const OWN: { readonly [K in FieldKind]: Readonly<Record<keyof FieldKinds[K] & string, Shape>> } = {
  text: { max_length: "number", format: "text" },
  long_text: { max_length: "number" },
  rich_text: { max_length: "number" },
  integer: { min: "number", max: "number", ungrouped: "flag" },
  decimal: { scale: "number", min: "text", max: "text" },
  money: { min: "text" },
  percent: { scale: "number", min: "text", max: "text" },
  boolean: {},
  date: {},
  datetime: {},
  select: { options: "options" },
  multiselect: { options: "options" },
  link: { targets: "names", on_delete: "text", inverse: "any", hierarchy: "flag" },
  children: { object: "text", via: "text" },
  tags: { object: "text", via: "text", target: "text" },
  person: { hierarchy: "flag" },
  department: { hierarchy: "flag" },
  phone: { region: "text" },
  email: {},
  url: {},
  address: {},
  auto_number: { format: "text", period: "text" },
  formula: { expression: "text", returns: "text" },
  rollup: { object: "text", via: "text", fn: "text", field: "text", filter: "text" },
  file: { max_count: "number", document_types: "names" },
  image: { max_count: "number" },
  location: {},
  signature: {},
  json: {},
  stage: { options: "options" },
};
const NEEDED: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  select: ["options"],
  multiselect: ["options"],
  link: ["targets"],
  children: ["object", "via"],
  tags: ["object", "via", "target"],
  auto_number: ["format"],
  formula: ["expression", "returns"],
  rollup: ["object", "via", "fn"],
};
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  on_delete: ["refuse", "clear", "cascade"],
  period: ["year", "month", "day"],
  returns: ["text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime"],
  fn: ["count", "sum", "min", "max", "avg"],
  region: ["mobile", "any"],
};
const isLabels = (value: WireValue): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).some((text) => typeof text === "string" && text.trim() !== "");

const CHECKS: { readonly [S in Shape]: (value: WireValue) => boolean } = {
  text: (value) => typeof value === "string" && value.length <= 4000,
  number: (value) => typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER,
  flag: (value) => typeof value === "boolean",
  labels: isLabels,
  names: (value) => Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every((name) => typeof name === "string"),
  options: (value) => Array.isArray(value) && value.length > 0 && value.length <= 1000 && value.every(isOption),
  any: () => true,
};
function isOption(value: WireValue): boolean {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const option = value as Values;
  return typeof option["name"] === "string" && option["name"].trim() !== "" && option["name"].length <= 100 && isLabels(option["label"] ?? null);
}

/** An untrusted field definition, checked property by property. What it refers to is checked with the whole catalog. */
export function readDefinition(given: Values): Result<FieldDefinition> {
  const kind = String(given["kind"]);
  if (!Object.hasOwn(OWN, kind))
    return refuse({
      status: 422,
      code: "bad_kind",
      text: texts.bad_kind,
      params: { kind: kind.slice(0, 40) },
      reasons: [{ code: "bad_kind", field: "kind", params: { kind: kind.slice(0, 40) }, text: texts.bad_kind }],
    });
  const shapes: Readonly<Record<string, Shape>> = { ...COMMON, ...OWN[kind as FieldKind] };
  const missing = ["label", ...(NEEDED[kind as FieldKind] ?? [])].filter((name) => given[name] === undefined);
  const wrong = Object.entries(given).filter(
    ([name, value]) =>
      value !== undefined &&
      value !== null &&
      Object.hasOwn(shapes, name) &&
      !(CHECKS[shapes[name] ?? "any"](value) && (CHOICES[name]?.includes(String(value)) ?? true)),
  );
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(shapes, name));
  const reasons = [
    ...[...missing, ...wrong.map(([name]) => name)].map((name) => ({ code: "bad_property", field: name, params: { name }, text: texts.bad_property })),
    ...unknown.map((name) => ({ code: "unknown_property", field: name, params: { name, kind }, text: texts.unknown_property })),
  ];
  const [first] = reasons;
  if (first) return refuse({ status: 422, code: first.code, text: first.text, params: first.params, reasons });
  // Checked above property by property; the union cannot be narrowed by a table.
  return accept(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null)) as unknown as FieldDefinition);
}
