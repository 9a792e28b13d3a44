import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  anyValue,
  choice,
  closed,
  data,
  flag,
  labelOf,
  list,
  nullable,
  object,
  optional,
  shaped,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const DiffPerson = object({ id: uuid(), name: text(), gained: whole(), lost: whole() });
export type DiffPerson = Static<typeof DiffPerson>;

const DiffSample = object({
  id: uuid(),
  /** null: out of the caller's own sight. */
  title: nullable(text()),
});
export type DiffSample = Static<typeof DiffSample>;

const ObjectDiff = object({
  object: text(),
  action: choice("read", "update", "delete"),
  people_gaining: whole(),
  people_losing: whole(),
  /** Distinct records that at least one person gains or loses. */
  records_gained: whole(),
  records_lost: whole(),
  /** Those with the most, at most five. */
  people: list(DiffPerson),
  samples: object({ gained: list(DiffSample), lost: list(DiffSample) }),
});
export type ObjectDiff = Static<typeof ObjectDiff>;

const RoleDiff = object({
  /** Active people with this role, and how many of them were looked at. */
  holders: whole(),
  checked: whole(),
  /**
   * False when there were too many people or it took too long: then `objects` is only a part, named in
   * `unknown`.
   */
  complete: flag(),
  unknown: list(text()),
  objects: list(ObjectDiff),
  create: list(object({ object: text(), gaining: whole(), losing: whole() })),
  fields: list(
    object({
      object: text(),
      field: text(),
      before: text(),
      after: text(),
      /** It is so in some states of a record only. */
      by_state: optional(flag()),
      people: whole(),
    }),
  ),
  abilities: list(object({ ability: text(), label: labelOf(), gaining: whole(), losing: whole() })),
});
export type RoleDiff = Static<typeof RoleDiff>;

export const diffRights = contract({
  method: "POST",
  path: "/permissions/diff",
  tag: "permissions",
  summary: label(
    "角色权限改动的影响：谁多看到或少看到什么",
    "What a change of a role’s rights would mean: who gains and loses what",
  ),
  description: label(
    "保存角色之前，计算谁会多看到或少看到多少条记录。",
    "Before a role is saved: who would gain and lose sight of how many records.",
  ),
  body: closed({
    role: text({ maxLength: 36 }),
    /** As a role's record keeps them; `invalid` where they are malformed. */
    rights: shaped<unknown>(anyValue()),
    /** `named`: without the records that only hang on others. */
    part: optional(choice("named", "all")),
  }),
  answer: data(RoleDiff),
  errors: { not_found: 404, invalid: 422 },
});
