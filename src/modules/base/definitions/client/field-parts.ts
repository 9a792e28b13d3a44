import type { Label } from "../../../../shared/i18n/label.ts";
import type { Field, FieldKind } from "../../../../shared/metadata/field.ts";
import { amountsMessages } from "./amounts.messages.ts";
import { KIND_TEXTS } from "./kind.messages.ts";
import { numberMessages } from "./number.messages.ts";
import { objectMessages as t } from "./objects.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";

type Choice = { readonly value: string; readonly label: Label };
/** How one property of a field is edited. */
export type Editor =
  | {
      readonly is:
        | "line"
        | "number"
        | "decimal"
        | "flag"
        | "options"
        | "formula"
        | "names"
        | "preset"
        | "inverse"
        | "hierarchy"
        | "width"
        | "create"
        | "amounts";
    }
  | { readonly is: "condition"; readonly about: "self" | "object" }
  | { readonly is: "choice"; readonly choices: readonly Choice[]; readonly clear?: Label }
  | { readonly is: "object" | "objects" }
  /**
   * A field of the object named by `object`; links that point here, links at all, what can be rolled up, or
   * whole numbers.
   */
  | { readonly is: "field"; readonly which: "pointing" | "link" | "rolled" | "order" };
export interface Part {
  readonly key: string;
  readonly label: Label;
  readonly editor: Editor;
  readonly needed?: boolean;
  readonly hint?: Label;
}

const part = (key: string, words: Label, editor: Editor, more: Pick<Part, "needed" | "hint"> = {}): Part => ({
  key,
  label: words,
  editor,
  ...more,
});
const number = (key: string, words: Label): Part => part(key, words, { is: "number" });
const decimal = (key: string, words: Label): Part => part(key, words, { is: "decimal" });
const flag = (key: string, words: Label): Part => part(key, words, { is: "flag" });
const choice = (key: string, words: Label, choices: readonly Choice[], clear?: Label): Part =>
  part(key, words, { is: "choice", choices, ...(clear ? { clear } : {}) });

const RETURNS = (
  ["text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime"] as const
).map((value) => ({
  value,
  label: KIND_TEXTS[value],
}));
const OPTIONS = part("options", definitionScreenMessages.options, { is: "options" }, { needed: true });
const HIERARCHY = part("hierarchy", t.hierarchy, { is: "hierarchy" }, { hint: t.hierarchyHint });
const FILES = number("max_count", t.maxCount);

/** What a kind asks for beyond its name. A kind missing here does not compile. */
export const KIND_PARTS: Readonly<Record<FieldKind, readonly Part[]>> = {
  text: [
    number("max_length", t.maxLength),
    choice("format", t.format, [{ value: "uscc", label: t.uscc }], t.any),
  ],
  long_text: [number("max_length", t.maxLength)],
  rich_text: [number("max_length", t.maxLength)],
  integer: [number("min", t.min), number("max", t.max), flag("ungrouped", t.ungrouped)],
  decimal: [number("scale", t.scale), decimal("min", t.min), decimal("max", t.max)],
  money: [decimal("min", t.min)],
  percent: [number("scale", t.scale), decimal("min", t.min), decimal("max", t.max)],
  boolean: [],
  date: [],
  datetime: [],
  select: [OPTIONS],
  multiselect: [OPTIONS],
  link: [
    part("targets", definitionScreenMessages.target, { is: "objects" }, { needed: true }),
    choice("on_delete", t.onDelete, [
      { value: "clear", label: t.clear },
      { value: "refuse", label: t.refuse },
      { value: "cascade", label: t.cascade },
    ]),
    part("inverse", definitionScreenMessages.relatedLabel, { is: "inverse" }),
    HIERARCHY,
  ],
  links: [
    part("targets", definitionScreenMessages.target, { is: "objects" }, { needed: true }),
    part("inverse", definitionScreenMessages.relatedLabel, { is: "inverse" }),
    number("max_count", t.maxCount),
  ],
  children: [
    part("object", t.lines, { is: "object" }, { needed: true }),
    part("via", t.via, { is: "field", which: "pointing" }, { needed: true }),
    part(
      "order",
      amountsMessages.order,
      { is: "field", which: "order" },
      { hint: amountsMessages.orderHint },
    ),
    part("amounts", amountsMessages.amounts, { is: "amounts" }, { hint: amountsMessages.amountsHint }),
  ],
  tags: [
    part("object", t.through, { is: "object" }, { needed: true }),
    part("via", t.via, { is: "field", which: "pointing" }, { needed: true }),
    part("target", t.tagTarget, { is: "field", which: "link" }, { needed: true }),
  ],
  person: [HIERARCHY],
  department: [HIERARCHY],
  phone: [
    choice("region", t.region, [
      { value: "mobile", label: t.mobile },
      { value: "any", label: t.any },
    ]),
  ],
  email: [],
  url: [],
  address: [],
  auto_number: [
    part(
      "format",
      definitionScreenMessages.numberFormat,
      { is: "line" },
      { needed: true, hint: numberMessages.tokens },
    ),
    choice(
      "period",
      t.period,
      [
        { value: "year", label: t.year },
        { value: "month", label: t.month },
        { value: "day", label: t.day },
      ],
      t.never,
    ),
    flag("by_department", numberMessages.byDepartment),
    flag("gapless", numberMessages.gapless),
  ],
  formula: [
    part(
      "expression",
      definitionScreenMessages.formula,
      { is: "formula" },
      { needed: true, hint: definitionScreenMessages.formulaHint },
    ),
    choice("returns", definitionScreenMessages.returns, RETURNS),
  ],
  rollup: [
    part("object", t.rolled, { is: "object" }, { needed: true }),
    part("via", t.via, { is: "field", which: "pointing" }, { needed: true }),
    choice("fn", t.fn, [
      { value: "count", label: t.count },
      { value: "sum", label: t.sum },
      { value: "min", label: t.least },
      { value: "max", label: t.greatest },
      { value: "avg", label: t.avg },
    ]),
    part("field", t.rollField, { is: "field", which: "rolled" }),
    part("filter", t.rollFilter, { is: "condition", about: "object" }),
  ],
  file: [FILES, part("document_types", t.documentTypes, { is: "names" })],
  image: [FILES],
  location: [],
  signature: [],
  json: [],
  stage: [],
};

const MADE: readonly FieldKind[] = ["formula", "rollup", "children", "auto_number", "stage", "tags"];
const PLAIN: readonly FieldKind[] = [
  "text",
  "email",
  "phone",
  "url",
  "integer",
  "decimal",
  "date",
  "datetime",
  "select",
  "person",
  "department",
  "link",
];
const SEARCHED: readonly FieldKind[] = [
  "text",
  "long_text",
  "rich_text",
  "email",
  "phone",
  "url",
  "auto_number",
];
const PRESET: readonly FieldKind[] = [
  "text",
  "long_text",
  "integer",
  "decimal",
  "money",
  "percent",
  "boolean",
  "date",
  "datetime",
  "select",
  "email",
  "url",
];

const WIDTH = part("width", t.width, { is: "width" });
const CREATE = part("create_form", t.createForm, { is: "create" }, { hint: t.createFormHint });
/** What says where a field stands in the form, and whether it must be filled in: told first of all. */
export const PLACE_KEYS: ReadonlySet<string> = new Set(["required", "width", "create_form"]);
/** Parts of a field that whoever changes it may change: of every record’s fields their place alone. */
export const partsOf = (kind: FieldKind, field: Field | null): readonly Part[] =>
  [...KIND_PARTS[kind], ...commonParts(kind)].filter(({ key }) => {
    if (!field || field.custom) return true;
    return field.system ? key === "width" || key === "create_form" : LAID_KEYS.has(key);
  });

/** What any field may have, as far as it makes sense for the kind. */
export function commonParts(kind: FieldKind): readonly Part[] {
  const isTyped = !MADE.includes(kind);
  const isAsked = isTyped || kind === "stage" || kind === "tags";
  return [
    ...(isTyped ? [flag("required", t.required)] : []),
    ...(kind === "children" ? [] : [WIDTH]),
    ...(isAsked ? [CREATE] : []),
    ...(PLAIN.includes(kind) ? [flag("unique", t.unique)] : []),
    ...(isTyped ? [flag("personal", t.personal)] : []),
    ...(SEARCHED.includes(kind) ? [flag("searchable", t.searchable)] : []),
    ...(PLAIN.includes(kind) || kind === "money" || kind === "percent" ? [flag("indexed", t.indexed)] : []),
    ...(isTyped ? [flag("fixed", t.fixed)] : []),
    ...(PRESET.includes(kind)
      ? [part("default", t.presetValue, { is: "preset" }, { hint: t.presetHint })]
      : []),
    ...(isTyped ? [part("required_if", t.requiredIf, { is: "condition", about: "self" })] : []),
    part("visible_if", t.visibleIf, { is: "condition", about: "self" }),
    ...(isTyped ? [part("example", t.example, { is: "line" })] : []),
  ];
}
/** What a company may change of a shipped field. */
export const LAID_KEYS = new Set([
  "required",
  "unique",
  "personal",
  "searchable",
  "indexed",
  "required_if",
  "visible_if",
  "example",
  "options",
  "width",
  "create_form",
]);
export const startOf = (kind: FieldKind): Readonly<Record<string, unknown>> =>
  kind === "link"
    ? { on_delete: "clear", indexed: true }
    : kind === "formula"
      ? { returns: "decimal" }
      : kind === "rollup"
        ? { fn: "count" }
        : kind === "select"
          ? { indexed: true }
          : {};
