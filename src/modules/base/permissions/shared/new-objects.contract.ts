import { label } from "../../../../shared/i18n/label.ts";
import { SCOPES } from "../../../../shared/rights/rights.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  list,
  mapOf,
  object,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";

const scope = () => choice(...SCOPES);
const NewObject = object({
  object: text(),
  label: mapOf(text()),
  plural: mapOf(text()),
  /** An administrator made it; else it came with the program. */
  custom: flag(),
  /** By preset role: what the module that brings the object has in mind for it. */
  proposed: mapOf(object({ create: flag(), read: scope(), update: scope(), delete: scope() })),
});
export type NewObject = Static<typeof NewObject>;

const tag = "permissions";

export const listNewObjects = contract({
  method: "GET",
  path: "/permissions/new-objects",
  tag,
  summary: label("还没有决定由谁使用的对象", "Objects of which nobody has said yet who may use them"),
  description: label(
    "列出升级带来或新建、还没有决定由哪些角色使用的对象。",
    "Objects that an upgrade brought or that were made, of which nobody has said yet who may use them.",
  ),
  answer: data(list(NewObject)),
});

export const answerUse = contract({
  method: "POST",
  path: "/permissions/new-objects/:object",
  tag,
  summary: label("决定由哪些角色使用一个新对象", "Say which roles may use a new object"),
  description: label(
    "决定哪些角色读取、新建、修改一个新对象；已有的权限不受影响。",
    "Says which roles read, create and change a new object; other rights stay as they are.",
  ),
  body: closed({
    /** By role, named or by id; empty: for the time being none but administrators. */
    rights: mapOf(
      closed({
        create: optional(flag()),
        read: optional(scope()),
        update: optional(scope()),
        delete: optional(scope()),
      }),
      { maxProperties: 100 },
    ),
  }),
  answer: data(NewObject),
  errors: { answered: 409, not_found: 404, unknown_role: 422 },
});
