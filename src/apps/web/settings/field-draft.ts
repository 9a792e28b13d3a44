import type { FieldKind, SelectOption } from "../../../shared/metadata/field.ts";
import type { FieldInfo } from "../../../ui/data/objects.ts";
import { apiNameOf } from "./api-name.ts";

export const RETURNS = ["text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime"] as const;
/** A field as the dialog holds it: what belongs to other kinds is simply not sent. */
export interface FieldDraft {
  readonly kind: FieldKind;
  readonly zh: string;
  readonly en: string;
  readonly name: string;
  readonly required: boolean;
  /** Says something of a person: taken along and erased with them. */
  readonly personal: boolean;
  /** One a line, languages apart by "|". */
  readonly options: string;
  /** Those that exist already keep their names. */
  readonly kept: readonly SelectOption[];
  readonly targets: readonly string[];
  readonly inverse: string;
  readonly expression: string;
  readonly returns: (typeof RETURNS)[number];
  readonly format: string;
  readonly period: "" | "year" | "month" | "day";
  readonly byDepartment: boolean;
  readonly gapless: boolean;
  /** Whole numbers without thousands separators. */
  readonly ungrouped: boolean;
}

const twoOf = (labels: Readonly<Record<string, string>> | undefined): string =>
  labels ? [labels["zh-CN"] ?? "", labels["en"] ?? ""].filter(Boolean).join(" | ") : "";

export function draftOf(field: FieldInfo | null): FieldDraft {
  const options = field?.kind === "select" || field?.kind === "multiselect" ? field.options : [];
  return {
    kind: field?.kind ?? "text",
    zh: field?.label["zh-CN"] ?? "",
    en: field?.label["en"] ?? "",
    name: field?.name ?? "",
    required: field?.required ?? false,
    personal: field?.personal ?? false,
    options: options.map((option) => twoOf(option.label)).join("\n"),
    kept: options,
    targets: field?.kind === "link" ? field.targets : [],
    inverse: field?.kind === "link" ? twoOf(field.inverse?.label) : "",
    expression: field?.kind === "formula" ? field.expression : "",
    returns: field?.kind === "formula" ? field.returns : "decimal",
    format: field?.kind === "auto_number" ? field.format : "",
    period: (field?.kind === "auto_number" ? field.period : undefined) ?? "",
    byDepartment: field?.kind === "auto_number" && field.by_department === true,
    gapless: field?.kind === "auto_number" && field.gapless === true,
    ungrouped: field?.kind === "integer" && field.ungrouped === true,
  };
}

function labelOf(line: string): { "zh-CN": string; en: string } {
  const [zh = "", en = zh] = line.split("|").map((part) => part.trim());
  return { "zh-CN": zh, en: en || zh };
}

function optionsOf({ options, kept }: FieldDraft): readonly SelectOption[] {
  const lines = options
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const used = new Set(kept.map((option) => option.name));
  return lines.map((line, place) => {
    const label = labelOf(line);
    const old = kept.find((option) => twoOf(option.label) === line || option.label["zh-CN"] === label["zh-CN"]);
    if (old) return { ...old, label };
    let name = apiNameOf(label.en) || `option_${place + 1}`;
    while (used.has(name)) name = `${name}_${place + 1}`;
    used.add(name);
    return { name, label };
  });
}

/** What is sent: labels, and the parts of this kind. */
export function definitionOf(draft: FieldDraft): Readonly<Record<string, unknown>> {
  const common = { label: { "zh-CN": draft.zh, en: draft.en }, required: draft.required, personal: draft.personal };
  switch (draft.kind) {
    case "select":
    case "multiselect":
      return { ...common, options: optionsOf(draft), indexed: draft.kind === "select" };
    case "link":
      return {
        ...common,
        targets: draft.targets,
        indexed: true,
        on_delete: "clear",
        ...(draft.inverse.trim() ? { inverse: { label: labelOf(draft.inverse) } } : {}),
      };
    case "formula":
      return { label: common.label, expression: draft.expression, returns: draft.returns };
    case "auto_number":
      return {
        label: common.label,
        format: draft.format,
        ...(draft.period ? { period: draft.period } : {}),
        by_department: draft.byDepartment,
        gapless: draft.gapless,
      };
    case "integer":
      return { ...common, ungrouped: draft.ungrouped };
    default:
      return common;
  }
}
