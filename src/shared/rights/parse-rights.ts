import { label } from "../i18n/label.ts";
import { defineMessages } from "../i18n/messages.ts";
import type { Reason } from "../metadata/reason.ts";
import { readShape, sentenceOf, type ShapeProblem } from "../wire/read-shape.ts";
import {
  choice,
  closed,
  flag,
  list,
  mapOf,
  nullable,
  optional,
  text,
  uuid,
  type Static,
} from "../wire/schema.ts";
import { FIELD_RIGHTS, NOTHING, type Rights, SCOPES, type StateRule } from "./rights.ts";

const messages = defineMessages({
  bad_rights: label("角色权限格式不对：", "The permissions of the role are malformed: "),
  too_large: label(
    "角色权限过大（最多 {max} 个字符）。",
    "The permissions of the role are too large (at most {max} characters).",
  ),
});
const MAX_CHARS = 200_000;
const MOST_REASONS = 20;
const NAME = "[a-z][a-z0-9_]{0,62}";
const ABILITY = "^(\\*|[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*)$";

const scope = optional(nullable(choice(...SCOPES)));
const ObjectGrant = closed({
  create: optional(nullable(flag())),
  read: scope,
  update: scope,
  delete: scope,
});
const FieldGrants = mapOf(choice(...FIELD_RIGHTS), { names: `^${NAME}$`, only: true });
const MOST_RULES = 20;
const GivenRule = closed({
  when: text({ minLength: 1, maxLength: 2000 }),
  read: scope,
  update: scope,
  delete: scope,
  fields: optional(nullable(FieldGrants)),
});
/** The `rights` of a role as they may be given; what is left out, or null, grants nothing. */
const GivenRights = closed({
  objects: optional(nullable(mapOf(ObjectGrant, { names: `^(\\*|${NAME})$`, only: true }))),
  fields: optional(nullable(mapOf(FieldGrants, { names: `^${NAME}$`, only: true }))),
  states: optional(
    nullable(mapOf(list(GivenRule, { maxItems: MOST_RULES }), { names: `^${NAME}$`, only: true })),
  ),
  departments: optional(
    nullable(
      closed({ ids: list(uuid(), { minItems: 1, maxItems: 200 }), below: optional(nullable(flag())) }),
    ),
  ),
  abilities: optional(nullable(list(text({ pattern: ABILITY })))),
});
type GivenRights = Static<typeof GivenRights>;

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
      reasons: [{ code: "too_large", field: "rights", params: { max: MAX_CHARS }, text: messages.too_large }],
    };
  const read = readShape(GivenRights, value ?? {}, MOST_REASONS);
  return read.ok
    ? { ok: true, rights: whole(read.value) }
    : { ok: false, reasons: read.problems.map(reasonOf) };
}

/** The rights of a role that is kept already. Of another shape they grant nothing. */
export function readRights(value: unknown): Rights {
  const parsed = parseRights(value);
  return parsed.ok ? parsed.rights : { objects: {}, fields: {}, abilities: [] };
}

function reasonOf(problem: ShapeProblem): Reason {
  const place = problem.path.replace(/^abilities\.(\d+)$/, "abilities[$1]") || "rights";
  const said = sentenceOf(problem);
  return {
    code: "bad_rights",
    field: "rights",
    params: { place },
    text: label(`${messages.bad_rights["zh-CN"]}${said["zh-CN"]}。`, `${messages.bad_rights.en}${said.en}.`),
  };
}

/** With nothing where nothing is said. */
function whole({ objects, fields, states, departments, abilities }: GivenRights): Rights {
  const rules = Object.entries(states ?? {}).filter(([, own]) => own.length > 0);
  return {
    objects: Object.fromEntries(
      Object.entries(objects ?? {}).map(([name, { create, read, update, delete: removal }]) => [
        name,
        {
          create: create ?? NOTHING.create,
          read: read ?? NOTHING.read,
          update: update ?? NOTHING.update,
          delete: removal ?? NOTHING.delete,
        },
      ]),
    ),
    fields: fields ?? {},
    ...(rules.length > 0
      ? { states: Object.fromEntries(rules.map(([name, own]) => [name, own.map(asRule)])) }
      : {}),
    ...(departments
      ? { departments: { ids: [...new Set(departments.ids)], below: departments.below ?? false } }
      : {}),
    abilities: [...new Set(abilities ?? [])],
  };
}

type GivenRule = Static<typeof GivenRule>;
const asRule = ({ when, read, update, delete: removal, fields }: GivenRule): StateRule => ({
  when,
  ...(read ? { read } : {}),
  ...(update ? { update } : {}),
  ...(removal ? { delete: removal } : {}),
  ...(fields && Object.keys(fields).length > 0 ? { fields } : {}),
});
