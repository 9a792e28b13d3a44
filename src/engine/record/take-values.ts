import type { Field } from "../../shared/metadata/field.ts";
import {
  type CatalogObject,
  parentOf,
  personalOf,
  type Values,
  type WireValue,
} from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import { FIELD_RIGHTS, type FieldRight } from "../../shared/rights/rights.ts";
import { locksOn } from "../access/field-locks.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRight, isReadable, hasAbility } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { defaultsOf } from "./defaults.ts";
import { withPresentOptions } from "../catalog/option-lists.ts";
import { invalid, type Item, isLive, pastOf, refuseItem } from "./batch.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { lockColumn, rightColumn } from "./lock-records.ts";
import { recordMessages } from "./messages.ts";
import { isNested } from "./nested.ts";
import { withLabel } from "../values/field-reason.ts";
import { readField } from "../values/read-field.ts";
import { sameValue, withoutRate } from "../values/row-values.ts";

/** So many reasons are given of one record. */
const MOST_REASONS = 50;

/** Puts given values into the items: known fields only, of the right type, that the caller may write. */
export function takeValues(context: Context, items: readonly Item[], giver: Context = context): void {
  const defaults = new Map<CatalogObject, Values>();
  for (const item of items.filter(isLive)) {
    const { operation, object } = item;
    if (operation.op === "restore") mapFormerOptions(item);
    if (operation.op === "delete" || !operation.values) continue;
    if (operation.op === "create") {
      const fresh = defaults.get(object) ?? defaultsOf(context, object);
      defaults.set(object, fresh);
      item.after = { ...fresh };
    }
    const reasons = takeGiven(giver, item, operation.values);
    takePast(context, item, reasons);
    const locked = whatLocks(giver, item);
    if (reasons.length > 0) refuseItem(item, invalid(reasons));
    else if (locked) refuseItem(item, locked);
  }
}

/**
 * Options may have been taken away while the record lay in the bin: it comes back with what took their place.
 */
function mapFormerOptions(item: Item): void {
  for (const field of item.object.fields) {
    if (field.hidden || (field.kind !== "select" && field.kind !== "multiselect") || !field.former) continue;
    const held = item.after[field.name] ?? null;
    const present = withPresentOptions(field, held);
    if (sameValue(present, held)) continue;
    item.after[field.name] = present;
    item.changed.add(field.name);
  }
}

function takeGiven(context: Context, item: Item, values: Values): Reason[] {
  const reasons: Reason[] = [];
  for (const [name, given] of Object.entries(values)) {
    // Nobody reads more of them, and wording them all would cost more than the request did.
    if (reasons.length >= MOST_REASONS) break;
    const field = Object.hasOwn(item.object.byName, name) ? item.object.byName[name] : undefined;
    // A shipped field that the company has switched off is still known to the rules of the program.
    if (!field || (field.hidden && (field.custom || context.principal.kind !== "system"))) {
      reasons.push({
        code: "unknown_field",
        field: name.slice(0, 80),
        params: { name: name.slice(0, 80) },
        text: recordMessages.unknown_field,
      });
      continue;
    }
    const read = readField(field, given, { currency: context.company.currency });
    const isUnseen = !isReadable(rightOn(context, item, name));
    // What is stored may be given back as it is, also where it could not be entered any more.
    if (!isUnseen && isStored(field, item.before?.[name], given)) {
      item.given.add(name);
      continue;
    }
    if ("reason" in read && !isUnseen) {
      reasons.push(read.reason);
      continue;
    }
    const value = "value" in read ? read.value : null;
    if (isNested(field)) {
      const forbidden = whyNotWritable(context, item, field);
      if (forbidden) reasons.push(forbidden);
      continue;
    }
    // Giving back what is there is no change; of what one may not see, the difference would tell.
    const same =
      sameValue(withoutRate(item.after[name]), value) ||
      (item.before !== null && sameValue(item.after[name], given));
    const forbidden = same && item.before && !isUnseen ? null : whyNotWritable(context, item, field, value);
    if (forbidden) reasons.push(forbidden);
    item.given.add(name);
    if (!same) item.after[name] = value;
  }
  return reasons;
}

/**
 * What the giver may do with a field of this record as it stood when it was locked; of a new one, the most that
 * any state gives.
 */
function rightOn(context: Context, { object, row, before }: Item, name: string): FieldRight {
  const byState = fieldsByState(context, object).get(name);
  if (!byState) return fieldRight(context, object, name);
  if (before === null) return byState.most;
  const told = FIELD_RIGHTS.find((right) => right === row?.[rightColumn(name)]);
  return told ?? byState.least;
}

/** What keeps fields of this record as they are that the write would change. */
function whatLocks(context: Context, { object, row, before, after, given }: Item): Refusal | null {
  if (!row || !before) return null;
  const changed = [...given].filter((name) => !sameValue(after[name], before[name]));
  if (changed.length === 0) return null;
  for (const { name, code, text } of locksOn(context, object)) {
    const told = row[lockColumn(name)];
    const fields = changed.flatMap((one) =>
      Array.isArray(told) && told.includes(one) ? (object.byName[one] ?? []) : [],
    );
    const reasons = fields.map((field): Reason => ({
      code,
      field: field.name,
      text: withLabel(text, field),
    }));
    if (reasons[0]) return refuse({ status: 409, code, text: reasons[0].text, reasons }).refusal;
  }
  return null;
}

function isStored(field: Field, stored: WireValue | undefined, given: WireValue): boolean {
  if (field.kind !== "money" || !isMap(stored) || !isMap(given)) return false;
  return stored["currency"] === given["currency"] && String(stored["amount"]) === String(given["amount"]);
}

function whyNotWritable(context: Context, item: Item, field: Field, value?: WireValue): Reason | null {
  const because = (code: "not_writable" | "field_forbidden" | "fixed" | "number_given"): Reason => ({
    code,
    field: field.name,
    text: withLabel(recordMessages[code], field),
  });
  if (context.principal.kind === "system") return null;
  if (field.computed || field.kind === "formula" || field.kind === "rollup") return because("not_writable");
  const right = rightOn(context, item, field.name);
  // To someone who may not see a field it does not exist; saying "forbidden" would confirm that it does.
  if (right === "hidden")
    return {
      code: "unknown_field",
      field: field.name,
      params: { name: field.name },
      text: recordMessages.unknown_field,
    };
  if (field.kind === "auto_number" && field.gapless) return because("number_given");
  if (right !== "edit") return because("field_forbidden");
  if (isHandOver(context, item, field, value) || isForeignSystem(context, field))
    return because("field_forbidden");
  return field.fixed && item.before ? because("fixed") : null;
}

/**
 * A business record changes hands only by those who may transfer; a task is handed on by whoever may change
 * it. What somebody said about a record stays theirs and is said in nobody else's name, and what is
 * somebody's alone is nobody else's.
 */
function isHandOver(context: Context, item: Item, field: Field, value: WireValue | undefined): boolean {
  if (!field.system || (field.name !== "owner" && field.name !== "department")) return false;
  const { sharing } = item.object;
  const isNew = item.before === null;
  const isMine = value === context.principal.id;
  if (personalOf(sharing)) return field.name === "owner" && !(isNew && isMine);
  if (hasAbility(context, "record.transfer")) return false;
  if (sharing === "owner")
    return !isNew || (field.name === "department" && !isOwnPlace(context, item, value));
  return (
    field.name === "owner" &&
    parentOf(sharing) !== undefined &&
    parentOf(sharing)?.or_owner !== true &&
    !(isNew && isMine)
  );
}
/** A new record lies where those who see its maker's records see it. */
function isOwnPlace({ principal }: Context, item: Item, value: WireValue | undefined): boolean {
  const { owner } = partOf(anyRecord, item.operation.op === "create" ? item.operation.values : null);
  const places = [...principal.departments, ...principal.subtree];
  if ((owner ?? principal.id) !== principal.id) return false;
  return value === null || value === undefined
    ? places.length === 0
    : typeof value === "string" && places.includes(value);
}

/** From which system a record comes is said by programs and imports. */
const isForeignSystem = (context: Context, field: Field): boolean =>
  field.system === true &&
  field.name === "source_system" &&
  context.principal.kind !== "program" &&
  !hasAbility(context, "record.import");

/** Back-filled states carry the stored values except what they say themselves. */
function takePast(context: Context, item: Item, reasons: Reason[]): void {
  const states = pastOf(item.operation);
  for (const state of states) {
    const values: Values = {};
    for (const [name, given] of Object.entries(state.values)) {
      if (reasons.length >= MOST_REASONS) break;
      const field = item.object.byName[name];
      if (field && !field.computed && fieldRight(context, item.object, name) !== "edit") {
        reasons.push({
          code: "field_forbidden",
          field: name,
          text: withLabel(recordMessages.field_forbidden, field),
        });
        continue;
      }
      const read = field ? readField(field, given, { currency: context.company.currency }) : null;
      if (read && "value" in read) values[name] = read.value;
      else if (read) reasons.push(read.reason);
      else
        reasons.push({
          code: "unknown_field",
          field: name,
          params: { name },
          text: recordMessages.unknown_field,
        });
    }
    item.past.push({ at: state.at, values, ...(state.told ? { told: state.told } : {}) });
  }
  const last = states.at(-1);
  if (last) item.moment = last.at;
}
