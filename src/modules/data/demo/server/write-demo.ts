import {
  type Context,
  type Operation,
  JobFailed,
  type Refusal,
  beginWrite,
  saveIn,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { vouchFor } from "../../../process/gates/public.ts";
import { demoMessages } from "../shared/demo.messages.ts";

/**
 * Writes a part of the demo company, all or nothing; what is refused ends the load in words, as a job does.
 * `job`: the log names it as the cause.
 */
export async function writeDemo(
  tx: Transaction,
  context: Context,
  operations: readonly Operation[],
  job?: string,
): Promise<void> {
  // Documents and talks are told after the deals that they belong to.
  const writing = beginWrite(tx, context);
  vouchFor(
    writing,
    operations.flatMap((operation) => (operation.op === "create" && operation.id ? [operation.id] : [])),
  );
  const { results } = await saveIn(tx, writing, {
    operations,
    road: "seed",
    mode: "all",
    ...(job ? { cause: { object: "job", id: job } } : {}),
  });
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok) throw new JobFailed(whyRefused(context, refused.refusal));
}

/** The first reason, with what it names filled in. */
function whyRefused({ language }: Context, { status, reasons: [first], text, params }: Refusal): Refusal {
  const told = first ?? { text, params };
  const words = textOf(told.text, language);
  const cause = say({ "zh-CN": words, en: words }, language, told.params);
  return { status, code: "demo_refused", text: demoMessages.demo_refused, params: { cause }, reasons: [] };
}
