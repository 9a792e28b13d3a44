import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { object, shaped, text, values } from "../../../../shared/wire/schema.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { gateMessages } from "./gate.texts.ts";

/**
 * A criterion that a record was let past for a time: until the end of the day `until` it counts as met, from
 * then on as unmet wherever the record goes on.
 */
export interface Exception {
  readonly until: string;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
}
/** Where a record's `gate_state` keeps them, beside the evidence of criteria. Written by the server only. */
export const EXCEPTIONS = "$exceptions";
/** Longer exceptions are a change of the gate. */
export const LONGEST_EXCEPTION_DAYS = 366;

/** What counts of one that is kept; those of older versions may lack the rest. */
const Told = shaped<Exception>(object({ until: text(), reason: text() }));
const Kept = values();

/** By criterion. */
export function exceptionsIn(evidence: Readonly<Record<string, WireValue>>): ReadonlyMap<string, Exception> {
  const kept = evidence[EXCEPTIONS];
  if (!fits(Kept, kept)) return new Map();
  return new Map(
    Object.entries(kept).flatMap(([criterion, value]) => (fits(Told, value) ? [[criterion, value]] : [])),
  );
}
export const isExcused = (exception: Exception | undefined, today: string): boolean =>
  exception !== undefined && today <= exception.until;

/** Exceptions that are over: what they let pass is owed. */
export const owedAmong = (exceptions: ReadonlyMap<string, Exception>, today: string): readonly string[] =>
  [...exceptions].flatMap(([criterion, exception]) => (isExcused(exception, today) ? [] : [criterion]));

/** Says with the reason that it was let pass once, until when. */
export const withEnd = (reason: Reason, exception: Exception | undefined): Reason =>
  exception === undefined
    ? reason
    : {
        ...reason,
        text: compose(gateMessages.exception_over, { until: exception.until, text: reason.text }),
        params: { ...reason.params, exception_until: exception.until },
      };
