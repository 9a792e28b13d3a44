import { say } from "../../shared/i18n/messages.ts";
import { toItem } from "./problem.ts";
import type { Context } from "../kernel/context.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { RefusedRecord } from "../kernel/job-kind.ts";

/** Why a record was refused, in the words of whoever started the job. */
export function refusedRecord(
  { language }: Pick<Context, "language">,
  record: string,
  refusal: Refusal,
): RefusedRecord {
  const { code, reasons, text, params } = refusal;
  return {
    record,
    code,
    errors:
      reasons.length > 0
        ? reasons.map((reason) => toItem(reason, language))
        : [{ code, message: say(text, language, params) }],
  };
}
