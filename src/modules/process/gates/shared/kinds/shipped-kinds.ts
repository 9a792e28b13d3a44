import type { Criterion } from "../../../pipeline/shared/public.ts";
import type { GateKind } from "../gate-kind.ts";
import { approvalKind } from "./approval.ts";
import { checklistKind } from "./checklist.ts";
import { conditionKind } from "./condition.ts";
import { documentKind } from "./document.ts";
import { dwellKind } from "./dwell.ts";
import { fieldsKind } from "./fields.ts";
import { formKind } from "./form.ts";
import { relatedKind } from "./related.ts";
import { tasksKind } from "./tasks.ts";

/** The kinds that gates bring themselves. Definitions hold them in a form of their own, without `settings`. */
export type ShippedKind = Exclude<Criterion, { readonly settings: unknown }>["kind"];

export const shippedKinds = {
  fields: fieldsKind,
  condition: conditionKind,
  checklist: checklistKind,
  tasks: tasksKind,
  form: formKind,
  document: documentKind,
  related: relatedKind,
  approval: approvalKind,
  dwell: dwellKind,
} satisfies Readonly<Record<ShippedKind, GateKind>>;
