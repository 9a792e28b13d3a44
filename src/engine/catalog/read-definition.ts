import { type Language, label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import type { Field, FieldDefinition, FieldKind } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { cleanLabels } from "./clean-labels.ts";
import { commonProperties, kindProperties, NEEDED, optionTwice } from "./field-properties.ts";
import {
  compose,
  type Fault,
  faultsOf,
  missing,
  nameOf,
  type Properties,
  reasonsOf,
  wrong,
} from "./shapes.ts";
import { readField } from "../values/read-field.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";

const messages = defineMessages({
  bad_kind: label("没有名为“{kind}”的字段类型。", "There is no field type called “{kind}”."),
  wrong: label(
    "定义有 {count} 处问题，未保存。",
    "The definition has {count} {count|problem|problems}; nothing was saved.",
  ),
  field: label("“{kind}”类型的字段", "A field of type “{kind}”"),
  bounds: label("不小于最小值“{min}”的值", "no less than the minimum “{min}”"),
  default_length: label("不超过 5000 个字符", "at most 5000 characters"),
  fits: label("符合字段类型的值", "a value that fits the field type"),
});
const MOST_OF_DEFAULT = 5000;
/** What only the program gives its own fields. A definition that has it already keeps it. */
const PROGRAM = ["computed", "internal", "silent"] as const;

export interface ReadingDefinition {
  /** The company's first language: labels need it. */
  readonly first: Language;
  readonly currency: string;
  /** What the field is now. */
  readonly current?: FieldDefinition;
}

/**
 * An untrusted field definition, checked property by property. What it refers to is checked with the whole
 * catalog.
 */
export function readDefinition(
  raw: Values,
  { first, currency, current }: ReadingDefinition,
): Result<FieldDefinition> {
  const given = cleanLabels(raw);
  const kind = typeof given["kind"] === "string" ? given["kind"] : "";
  const own = kindProperties(first);
  if (!Object.hasOwn(own, kind)) return badKind(kind || JSON.stringify(given["kind"] ?? null));
  const known: Properties = { ...commonProperties(first), ...own[kind as FieldKind] };
  const kept = new Set<string>(PROGRAM.filter((name) => current && given[name] === current[name]));
  const asked = Object.fromEntries(Object.entries(given).filter(([name]) => !kept.has(name)));
  const needed = ["label", ...(NEEDED[kind as FieldKind] ?? [])].filter(
    (name) => given[name] === undefined || given[name] === null,
  );
  const faults = [
    ...needed.flatMap((name) => missing(name, nameOf(known[name]) ?? label(name, name))),
    ...faultsOf(asked, known, compose(messages.field, { kind })),
  ];
  if (faults.length > 0) return refused(faults);
  // Checked above property by property; the union cannot be narrowed by a table.
  const definition = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  ) as unknown as FieldDefinition;
  const together = [
    ...optionTwice(given["options"]),
    ...outOfBounds(definition, known),
    ...badDefault(definition, currency, known),
  ];
  return together.length > 0 ? refused(together) : accept(definition);
}

function badKind(kind: string): Result<never> {
  const params = { kind: kind.slice(0, 40) };
  return refuse({
    status: 422,
    code: "bad_kind",
    text: messages.bad_kind,
    params,
    reasons: [{ code: "bad_kind", field: "kind", params, text: messages.bad_kind }],
  });
}
/** One fault is said by itself; several are counted and listed. */
export function refused(faults: readonly Fault[]): Result<never> {
  const [first] = faults;
  const code = first?.code ?? "bad_property";
  const text = first && faults.length === 1 ? first.text : messages.wrong;
  return refuse({ status: 422, code, text, params: { count: faults.length }, reasons: reasonsOf(faults) });
}

function outOfBounds(definition: FieldDefinition, known: Properties): readonly Fault[] {
  if (
    !("min" in definition) ||
    !("max" in definition) ||
    definition.min === undefined ||
    definition.max === undefined
  )
    return [];
  return Number(definition.min) <= Number(definition.max)
    ? []
    : wrong(
        "max",
        nameOf(known["max"]) ?? label("最大值", "Maximum"),
        compose(messages.bounds, { min: String(definition.min) }),
      );
}

/** A literal default must be a value of the field; an expression is checked with the whole catalog. */
function badDefault(definition: FieldDefinition, currency: string, known: Properties): readonly Fault[] {
  const value = definition.default as WireValue | undefined;
  if (value === undefined || value === null) return [];
  const name = nameOf(known["default"]) ?? label("默认值", "Default");
  if (JSON.stringify(value).length > MOST_OF_DEFAULT) return wrong("default", name, messages.default_length);
  if (typeof value === "object" && !Array.isArray(value) && "expression" in value)
    return typeof value["expression"] === "string" && value["expression"].length <= 4000
      ? []
      : wrong("default", name, messages.fits);
  if (["formula", "rollup", "children", "auto_number", "stage", "tags"].includes(definition.kind))
    return wrong("default", name, messages.fits);
  const field: Field = { ...definition, name: "default" };
  return "reason" in readField(field, value, { currency }) ? wrong("default", name, messages.fits) : [];
}
