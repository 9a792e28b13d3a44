import { quote } from "../../../../shared/expression/print.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { MovementName } from "../shared/movement.contract.ts";
import type { RecordsRef } from "../shared/insight-parts.contract.ts";
import { all, inGroup, inPipeline, oneOf } from "./insight-filters.ts";
import type { Moments } from "./movement-statement.ts";
import type { Basis } from "./movement-sums.ts";
import type { Question } from "./read-question.ts";

const OPEN = oneOf("stage_type", ["open"]);
const CLOSED = oneOf("stage_type", ["won", "lost"]);
const not = (condition: string): string => `!${condition}`;
const either = (...parts: readonly string[]): string => `(${parts.join(" || ")})`;

/**
 * The conditions behind each number of one group ({} is the whole): the same words as the statement, asked of
 * the list.
 */
export function movementRecords(
  question: Question,
  moments: Moments,
  basis: Basis,
  key: Values,
): Readonly<Record<MovementName, RecordsRef>> {
  const before = (condition: string): string => `asof(${quote(moments.startText)}, ${condition})`;
  const after = (condition: string): string => `asof(${quote(moments.endText ?? moments.now)}, ${condition})`;
  const scope = all(inPipeline(question), question.filter);
  const group = inGroup(question, key);
  const open = all(OPEN, scope, group);
  const wasOpen = before(open);
  // Closed within the window in the scope itself, and not out of another group of it.
  const came = all(
    CLOSED,
    `stage_entered_at > ${quote(moments.start)}`,
    group && not(before(all(OPEN, scope))),
  );
  const joined = all(scope, group, either(OPEN, came), not(wasOpen));
  const stayed = all(wasOpen, either(open, CLOSED));
  const closed = (type: string): string =>
    all(oneOf("stage_type", [type]), either(wasOpen, all(scope, group, came)));

  const { object } = question;
  const at = (filter: string, as_of: string | undefined): RecordsRef => ({
    object: object.name,
    filter,
    ...(as_of === undefined ? {} : { as_of }),
  });
  const then = (filter: string): RecordsRef => at(filter, moments.startText);
  const now = (filter: string): RecordsRef => at(filter, moments.endText);
  const amount = basis.field === null ? null : basis.mixed ? basis.field : `${basis.field}.amount`;
  const changed = (sign: string): string =>
    amount === null ? "false" : all(stayed, `COALESCE(${amount}, 0) ${sign} COALESCE(${before(amount)}, 0)`);
  return {
    start: then(open),
    new: now(all(joined, `created_at > ${quote(moments.start)}`)),
    increased: now(changed(">")),
    decreased: now(changed("<")),
    moved_in: now(all(joined, `created_at <= ${quote(moments.start)}`)),
    moved_out: then(all(open, not(after(either(open, CLOSED))))),
    won: now(closed("won")),
    lost: now(closed("lost")),
    end: now(open),
  };
}
