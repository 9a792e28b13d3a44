import type { Context } from "../../../../engine/public.ts";
import { label, type LabelMap, textOf } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { anyValue, list, object as members, optional, text } from "../../../../shared/wire/schema.ts";
import type { PersonalData } from "./personal-data.ts";

const messages = defineMessages({
  object: label("对象", "Object"),
  id: label("编号", "ID"),
  field: label("字段", "Field"),
  value: label("内容", "Content"),
  change: label("变更", "Change"),
  access: label("登录与访问", "Sign-ins and access"),
  yes: label("是", "yes"),
  no: label("否", "no"),
});
/** A change as the log of the record tells it, the fields in it, and what they held. */
const ToldChange = members({ at: optional(anyValue()), changes: list(anyValue()) });
const ToldField = members({
  field: text(),
  before: optional(anyValue()),
  after: optional(anyValue()),
});
const ToldValue = members({ value: optional(anyValue()), title: optional(anyValue()) });
const Sum = members({ amount: text(), currency: optional(anyValue()) });

/** The same as a table that is handed over to the person: in words, without what only programs need. */
export function personalRows(
  context: Context,
  { object, record, changes, related, access }: PersonalData,
): readonly (readonly string[])[] {
  const say = (text: LabelMap): string => textOf(text, context.language, "");
  const rowsOf = (name: string, one: Values): string[][] => {
    const of = context.catalog.object(name);
    if (!of) return [];
    return of.fields
      .filter((field) => !field.internal && !field.hidden && !isEmpty(one[field.name]))
      .map((field) => [
        say(of.label),
        String(partOf(anyRecord, one).id),
        say(field.label),
        spoken(context, field, one[field.name], titleAt(one, field.name)),
      ]);
  };
  const listed = (name: LabelMap, all: readonly unknown[]): string[][] =>
    all.map((one, index) => [say(name), String(index + 1), "", JSON.stringify(one)]);
  const told = context.catalog.object(object);
  return [
    [say(messages.object), say(messages.id), say(messages.field), say(messages.value)],
    ...rowsOf(object, record),
    ...Object.entries(related).flatMap(([name, all]) => all.flatMap((one) => rowsOf(name, one))),
    ...(told ? changes.flatMap((change, index) => changeRows(context, told, change, index)) : []),
    ...listed(messages.access, access),
  ];
}

const isEmpty = (value: WireValue | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const titleAt = (one: Values, name: string): string | null => {
  const titles = one["titles"];
  const title = isMap(titles) ? titles[name] : undefined;
  return typeof title === "string" ? title : null;
};

/** One row for each field that a change touched: when, and from what to what. */
function changeRows(context: Context, object: CatalogObject, change: unknown, index: number): string[][] {
  if (!fits(ToldChange, change)) return [];
  const part = (field: Field, one: WireValue | undefined): string =>
    fits(ToldValue, one)
      ? spoken(context, field, one.value, typeof one.title === "string" ? one.title : null)
      : "";
  const say = (text: LabelMap): string => textOf(text, context.language, "");
  return change.changes.flatMap((one) => {
    const field = fits(ToldField, one) ? object.byName[one.field] : undefined;
    if (!fits(ToldField, one) || !field || field.internal) return [];
    const [before, after] = [part(field, one.before), part(field, one.after)];
    return [
      [
        say(messages.change),
        String(index + 1),
        `${String(change.at)} ${say(field.label)}`,
        before === "" ? after : `${before} → ${after}`,
      ],
    ];
  });
}

function spoken(context: Context, field: Field, value: WireValue | undefined, title: string | null): string {
  if (isEmpty(value)) return "";
  if (title !== null) return title;
  if (typeof value === "boolean")
    return textOf(value ? messages.yes : messages.no, context.language, String(value));
  if (field.kind === "select" || field.kind === "multiselect") {
    const named = (name: WireValue): string =>
      textOf(field.options.find((option) => option.name === name)?.label, context.language, String(name));
    return Array.isArray(value) ? value.map(named).join(", ") : named(value ?? null);
  }
  if (fits(Sum, value)) return `${value.amount} ${String(value.currency)}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
