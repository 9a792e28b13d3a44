import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  choice,
  flag,
  labelOf,
  list,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "./schema.ts";

/** One thing that happens when records of an object are written, in the order in which it is done. */
const Behaviour = object({
  order: whole(),
  kind: choice("derive", "guard", "add", "react"),
  name: text(),
  label: labelOf(),
  /** Fields, or paths through links, that it looks at. Empty: the whole record. */
  reads: list(text()),
  /** Fields of the record, `object.field` of others, or other objects. */
  writes: list(text()),
  /** Of what runs after commit: whether it takes changes set-wise, and where it stands in the log. */
  subscriber: optional(
    object({
      set_wise: flag(),
      position: whole(),
      /** Changes that it has not come to; 10,001 for more than 10,000. */
      behind: whole(),
      waiting_since: nullable(moment()),
      failed: whole(),
    }),
  ),
});
export type Behaviour = Readonly<Static<typeof Behaviour>>;

/** Behaviours of an object that stand in each other's way, or that can never come to anything. */
const Conflict = object({
  /** Two fill the same field; what is added leads back to the object; what it waits for never happens. */
  kind: choice("same_field", "loop", "never"),
  names: list(text()),
  field: optional(text()),
});
export type Conflict = Readonly<Static<typeof Conflict>>;

/** A list that modules add to, with the entries that concern records of the object. */
const ListedRegistry = object({
  name: text(),
  label: labelOf(),
  entries: list(object({ name: text(), label: mapOf(text()) })),
});
export type ListedRegistry = Readonly<Static<typeof ListedRegistry>>;

export const readBehaviour = contract({
  method: "GET",
  path: "/objects/:object/behaviour",
  tag: "objects",
  summary: label("这个对象上运行什么", "What runs on an object"),
  description: label(
    "按执行顺序列出保存这个对象时运行的规则、计算和后台处理。",
    "What runs when such a record is saved, in its order: rules, computations and background work.",
  ),
  answer: object({ data: list(Behaviour), conflicts: list(Conflict), registries: list(ListedRegistry) }),
  errors: { unknown_object: 404 },
});
