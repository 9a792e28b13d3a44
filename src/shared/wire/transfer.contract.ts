import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { ProblemItem } from "./problem.ts";
import { closed, flag, list, object, optional, text, uuid, whole, type Static } from "./schema.ts";

const id = () => text({ maxLength: 36 });

const TransferAnswer = object({
  done: whole(),
  refused: whole(),
  /** Open tasks and deals that went along. */
  along: whole(),
  results: list(
    object({
      id: uuid(),
      ok: flag(),
      /** Of a record that was refused: why. */
      code: optional(text()),
      errors: optional(list(ProblemItem)),
    }),
  ),
});
export type TransferAnswer = Readonly<Static<typeof TransferAnswer>>;

/** Any list of records gives them to somebody else, so this stands beside no module. */
export const transferOwner = contract({
  method: "POST",
  path: "/transfers",
  tag: "people",
  summary: label(
    "转移记录，可连同未完成任务和未结商机",
    "Transfer records, with their open tasks and deals if wanted",
  ),
  description: label(
    "转移所选记录，可连同未完成的任务和未结的商机。",
    "Transfers the chosen records, with their open tasks and deals if wanted.",
  ),
  body: closed({
    object: text({ maxLength: 63 }),
    ids: list(id(), { minItems: 1, maxItems: 500 }),
    to: id(),
    /** With the open work on them. */
    along: optional(flag()),
  }),
  answer: TransferAnswer,
  errors: { unknown_object: 404, not_transferable: 422, bad_successor: 422 },
});
