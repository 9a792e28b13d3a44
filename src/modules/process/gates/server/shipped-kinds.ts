import type { Contribution } from "../../../../engine/public.ts";
import { shippedKinds as shipped } from "../shared/kinds/shipped-kinds.ts";
import { contributeKind } from "./gate-kinds.ts";
import { answered } from "./kinds/answered.ts";
import { created } from "./kinds/created.ts";
import { filled } from "./kinds/filled.ts";
import { finished } from "./kinds/finished.ts";
import { signed } from "./kinds/signed.ts";
import { ticked } from "./kinds/ticked.ts";
import { uploaded } from "./kinds/uploaded.ts";

/** The kinds of criteria that gates bring themselves, each judged and met as any other. */
export const shippedKinds: readonly Contribution[] = [
  ...contributeKind("fields", { ...shipped.fields, ...filled }),
  ...contributeKind("condition", { ...shipped.condition, ...filled }),
  ...contributeKind("checklist", { ...shipped.checklist, ...ticked }),
  ...contributeKind("tasks", { ...shipped.tasks, ...finished }),
  ...contributeKind("form", { ...shipped.form, ...answered }),
  ...contributeKind("document", { ...shipped.document, ...uploaded }),
  ...contributeKind("related", { ...shipped.related, ...created }),
  ...contributeKind("approval", { ...shipped.approval, ...signed }),
  ...contributeKind("dwell", shipped.dwell),
];
