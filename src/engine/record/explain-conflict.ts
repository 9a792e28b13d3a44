import type { Transaction } from "../../platform/db/database.ts";
import { LANGUAGES, type Label, type Language, textOf } from "../../shared/i18n/label.ts";
import { groupDigits } from "../../shared/money/group-digits.ts";
import { say } from "../../shared/i18n/messages.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import { recordMessages } from "./messages.ts";
import { isNested } from "./nested.ts";
import { withLabel } from "../values/field-reason.ts";

/**
 * What somebody else may have changed: everything since a version (and what clashes `besides`), or the fields
 * that are known to clash.
 */
export type Clashing =
  | { readonly since: number; readonly besides: readonly string[] }
  | { readonly names: readonly string[] };
/** A record that is written, and what its caller wants of it. */
export interface Written {
  readonly object: CatalogObject;
  readonly id: string;
  readonly before: Readonly<Values> | null;
  readonly operation: { readonly op: string; readonly values?: Readonly<Values> };
}
interface Row {
  readonly at: string;
  readonly actor: string | null;
  readonly author: string | null;
  readonly version: number | null;
  readonly after: Readonly<Values>;
}

/**
 * One reason for each field that the caller may read: who changed it last and when, to what, and what the
 * caller wanted instead.
 */
export async function explainConflict(
  tx: Transaction,
  context: Context,
  written: Written,
  clashing: Clashing,
): Promise<Reason[]> {
  const { object, operation, before } = written;
  const rows = await tx.query<Row>({
    text: `select c.at, c.actor, u.name as author, c.version, c.after from ${systemTable(context.workspace, "changes")} c
           left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor where c.record = $1 and c.object = $2 order by c.seq desc limit 200`,
    values: [written.id, object.name],
  });
  return namesOf(clashing, rows, Object.keys(operation.values ?? {})).flatMap((name): Reason[] => {
    const field = object.byName[name];
    if (
      !field ||
      field.internal ||
      field.hidden ||
      field.name === "version" ||
      field.name === "updated_at" ||
      field.name === "updated_by"
    )
      return [];
    if (!isReadable(fieldRight(context, object, name))) return [];
    const last = rows.find((row) => Object.hasOwn(row.after, name));
    const mine = operation.values?.[name] ?? null;
    const theirs = before?.[name] ?? null;
    const params = { author: last?.author ?? "", at: last?.at ?? "", theirs: raw(theirs), yours: raw(mine) };
    return [{ code: "changed_since", field: name, params, text: worded(field, theirs, params.author) }];
  });
}

/**
 * Without a log of what came since (a record from an old file, say), what the caller wants to write is what
 * he must look at.
 */
function namesOf(clashing: Clashing, rows: readonly Row[], given: readonly string[]): readonly string[] {
  if ("names" in clashing) return clashing.names;
  const later = rows
    .filter(({ version }) => version !== null && version > clashing.since)
    .flatMap(({ after }) => Object.keys(after));
  const names = [...new Set([...clashing.besides, ...later])];
  return names.length > 0 ? names : given;
}

/** In words of both languages: options by their labels, links without their id. */
function worded(field: Field, theirs: WireValue, author: string): Label {
  const message = messageOf(field, theirs, author);
  const base = withLabel(message, field);
  const inLanguage = (language: Language): string =>
    say(base, language, { author, theirs: valueIn(field, theirs, language) ?? "" });
  return { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
}
function messageOf(field: Field, theirs: WireValue, author: string): Label {
  if (isNested(field))
    return author === "" ? recordMessages.lines_changed_by_program : recordMessages.lines_changed;
  if (theirs === null || theirs === "") return recordMessages.emptied_since;
  const isSayable = LANGUAGES.every((language) => valueIn(field, theirs, language) !== null);
  if (!isSayable) return author === "" ? recordMessages.has_changed : recordMessages.has_changed_by;
  return author === "" ? recordMessages.changed_by_program : recordMessages.changed_since;
}

const YES_NO = { true: { "zh-CN": "是", en: "yes" }, false: { "zh-CN": "否", en: "no" } } as const;
/** A value as a sentence can hold it; null where only a screen can show it. */
function valueIn(field: Field, value: WireValue, language: Language): string | null {
  if (typeof value === "boolean") return YES_NO[`${value}`][language];
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((one: WireValue) => valueIn(field, one, language));
    return parts.some((one) => one === null) ? null : parts.join(language === "en" ? ", " : "、");
  }
  if (field.kind === "money" && typeof value === "object" && value !== null) {
    const { amount, currency } = value as { readonly amount?: WireValue; readonly currency?: WireValue };
    return typeof amount === "string"
      ? [groupDigits(amount), currency].filter((part) => typeof part === "string").join(" ")
      : null;
  }
  if (
    typeof value !== "string" ||
    ["link", "person", "department", "file", "json", "address"].includes(field.kind)
  )
    return null;
  const option = "options" in field ? field.options?.find((one) => one.name === value) : undefined;
  return (option ? textOf(option.label, language, value) : value).slice(0, 200);
}

const raw = (value: WireValue): string =>
  value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
