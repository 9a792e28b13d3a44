import type { Field, SelectOption } from "../../../../shared/metadata/field.ts";
import { type Language, textOf } from "../../../../shared/i18n/label.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { splitMany } from "./parse-choice.ts";

export interface PrintContext {
  readonly zone: string;
  readonly language: Language;
}
/** A part of a compound value: the amount of money, the id of a link of several targets. */
export const partOf = (value: WireValue, name: string): WireValue =>
  isMap(value) ? (value[name] ?? null) : null;
const list = (value: WireValue): readonly WireValue[] =>
  Array.isArray(value) ? value : value === null ? [] : [value];

/** "2017-03-01 14:30:00.123456+08:00": the company's clock with its offset, so that no moment is lost. */
export function printMoment(iso: string, zone: string): string {
  const wall = wallTime(zone, iso);
  const minutes = Math.round((Date.parse(`${wall}Z`) - Math.floor(Date.parse(iso) / 1000) * 1000) / 60_000);
  const offset = `${minutes < 0 ? "-" : "+"}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0")}:${String(Math.abs(minutes) % 60).padStart(2, "0")}`;
  const fraction = /\.(\d+)/.exec(iso)?.[1]?.replace(/0+$/, "") ?? "";
  return `${wall.replace("T", " ")}${fraction ? `.${fraction}` : ""}${offset}`;
}

/** The option's label where it finds the option again, else its name. */
function printOption(options: readonly SelectOption[], name: WireValue, language: Language): string {
  const option = options.find((one) => one.name === name);
  if (!option) return String(name);
  const text = textOf(option.label, language, option.name);
  const folded = fold(text);
  const isClear =
    options.filter(
      (one) => fold(one.name) === folded || Object.values(one.label).some((other) => fold(other) === folded),
    ).length === 1;
  return isClear && text === text.trim() && splitMany(text).length === 1 ? text : option.name;
}

/**
 * A value as a cell that `parseCell` reads back as the same value. Links are printed by their caller, which
 * knows titles.
 */
export function printCell(field: Field, value: WireValue | undefined, context: PrintContext): string {
  if (value === null || value === undefined) return "";
  const kind = field.kind === "formula" ? field.returns : field.kind;
  if (field.kind === "formula" && field.options) return printOption(field.options, value, context.language);
  switch (kind) {
    case "money":
      return String(partOf(value, "amount") ?? (typeof value === "object" ? "" : value));
    case "percent":
      return `${String(value)}%`;
    case "boolean":
      return context.language === "en" ? (value === true ? "yes" : "no") : value === true ? "是" : "否";
    case "datetime":
      return printMoment(String(value), context.zone);
    case "select":
      return field.kind === "select" ? printOption(field.options, value, context.language) : String(value);
    case "multiselect":
      return list(value)
        .map((name) =>
          field.kind === "multiselect" ? printOption(field.options, name, context.language) : String(name),
        )
        .join("; ");
    case "file":
    case "image":
    case "signature":
    case "tags":
      return list(value).map(String).join("; ");
    case "address":
    case "location":
    case "json":
      return JSON.stringify(value);
    default:
      return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
}
