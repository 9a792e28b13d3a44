import { label } from "../i18n/label.ts";
import { defineMessages } from "../i18n/messages.ts";
import type { Reason } from "../metadata/reason.ts";
import {
  FIELD_RIGHTS,
  type FieldRight,
  NOTHING,
  type ObjectRights,
  type Rights,
  type RecordScope,
  SCOPES,
} from "./rights.ts";

const texts = defineMessages({
  bad_rights: label(
    "角色权限格式不对：{place} 处应为{expected}。",
    "The rights of the role are malformed: {place} should be {expected}.",
  ),
  too_large: label(
    "角色权限过大（最多 {max} 个字符）。",
    "The rights of the role are too large (at most {max} characters).",
  ),
});
const MAX_CHARS = 200_000;
const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const ABILITY = /^(\*|[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*)$/;

/**
 * Reads the `rights` of a role. Left out parts grant nothing; an object, field or ability that does not exist
 * (any more) is kept and grants nothing, so that removing an object never locks a role. Anything of another
 * shape is refused, naming the place.
 */
export function parseRights(
  value: unknown,
):
  | { readonly ok: true; readonly rights: Rights }
  | { readonly ok: false; readonly reasons: readonly Reason[] } {
  if (JSON.stringify(value ?? null).length > MAX_CHARS)
    return {
      ok: false,
      reasons: [{ code: "too_large", field: "rights", params: { max: MAX_CHARS }, text: texts.too_large }],
    };
  const reasons: Reason[] = [];
  const bad = (place: string, expected: string): void =>
    void reasons.push({
      code: "bad_rights",
      field: "rights",
      params: { place, expected },
      text: texts.bad_rights,
    });
  const rights = readRights(value, bad);
  return reasons.length > 0 ? { ok: false, reasons: reasons.slice(0, 20) } : { ok: true, rights };
}

/** The same of a role that is kept already: what has another shape is told to `bad` and grants nothing. */
export function readRights(value: unknown, bad: Bad = () => undefined): Rights {
  const whole = value ?? {};
  if (!isMap(whole)) {
    bad("rights", "{objects, fields, abilities}");
    return { objects: {}, fields: {}, abilities: [] };
  }
  for (const key of Object.keys(whole))
    if (!["objects", "fields", "abilities"].includes(key)) bad(key, "objects | fields | abilities");
  return {
    objects: readObjects(whole["objects"] ?? {}, bad),
    fields: readFields(whole["fields"] ?? {}, bad),
    abilities: readAbilities(whole["abilities"] ?? [], bad),
  };
}

type Bad = (place: string, expected: string) => void;
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isScope = (value: unknown): value is RecordScope => SCOPES.some((scope) => scope === value);
const isFieldRight = (value: unknown): value is FieldRight => FIELD_RIGHTS.some((right) => right === value);

function readObjects(value: unknown, bad: Bad): Record<string, ObjectRights> {
  const result: Record<string, ObjectRights> = {};
  if (!isMap(value)) return (bad("objects", "{…}"), result);
  for (const [name, given] of Object.entries(value)) {
    const place = `objects.${name.slice(0, 60)}`;
    if (name !== "*" && !NAME.test(name)) bad(place, "a-z 0-9 _");
    else if (!isMap(given)) bad(place, "{create, read, update, delete}");
    else result[name] = readObject(given, place, bad);
  }
  return result;
}

function readObject(given: Record<string, unknown>, place: string, bad: Bad): ObjectRights {
  for (const key of Object.keys(given))
    if (!Object.hasOwn(NOTHING, key)) bad(`${place}.${key.slice(0, 60)}`, "create | read | update | delete");
  const create = given["create"] ?? false;
  if (typeof create !== "boolean") bad(`${place}.create`, "true | false");
  const scope = (action: string): RecordScope => {
    const asked = given[action] ?? "none";
    if (isScope(asked)) return asked;
    bad(`${place}.${action}`, SCOPES.join(" | "));
    return "none";
  };
  return { create: create === true, read: scope("read"), update: scope("update"), delete: scope("delete") };
}

function readFields(value: unknown, bad: Bad): Record<string, Record<string, FieldRight>> {
  const result: Record<string, Record<string, FieldRight>> = {};
  if (!isMap(value)) return (bad("fields", "{…}"), result);
  for (const [object, given] of Object.entries(value)) {
    const place = `fields.${object.slice(0, 60)}`;
    if (!NAME.test(object) || !isMap(given)) {
      bad(place, "{field: right}");
      continue;
    }
    const own: Record<string, FieldRight> = {};
    for (const [field, right] of Object.entries(given)) {
      if (NAME.test(field) && isFieldRight(right)) own[field] = right;
      else bad(`${place}.${field.slice(0, 60)}`, FIELD_RIGHTS.join(" | "));
    }
    result[object] = own;
  }
  return result;
}

function readAbilities(value: unknown, bad: Bad): readonly string[] {
  if (!Array.isArray(value)) return (bad("abilities", "[…]"), []);
  const names: string[] = [];
  for (const [index, name] of value.entries()) {
    if (typeof name === "string" && ABILITY.test(name)) names.push(name);
    else bad(`abilities[${index}]`, "a.b");
  }
  return [...new Set(names)];
}
