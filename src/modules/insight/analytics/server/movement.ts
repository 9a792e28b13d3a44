import {
  type Context,
  type FoundRow,
  type Result,
  accept,
  surelyReached,
  readAsOf,
  refuse,
} from "../../../../engine/public.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { type Movement, MOVEMENTS, type MovementAnswer } from "../shared/movement.contract.ts";
import { frameOf } from "./frame.ts";
import type { MovementBody } from "../shared/insight-body.contract.ts";
import { byGroup, type Prepared, run } from "./insight-statement.ts";
import { insightMessages } from "./messages.ts";
import { moneyField } from "./money-sum.ts";
import { movementRecords } from "./movement-records.ts";
import { type Moments, movementStatement } from "./movement-statement.ts";
import { type Basis, figuresOf, reconciled, sumOf } from "./movement-sums.ts";
import { textOrNull } from "./numbers.ts";
import { type Question, readQuestion } from "./read-question.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * POST /insight/movement: what became of the open records between two moments. One statement, one more with
 * groups. A day as `from` begins with its first moment, a day as `to` ends with its last one.
 */
export async function movement(
  context: Context,
  { from, to, ...body }: MovementBody,
): Promise<Result<MovementAnswer>> {
  const read = await readQuestion(context, { ...body, mode: "flow" }, "flow");
  if (!read.ok) return read;
  const moments = readMoments(context, from, to);
  if (!moments.ok) return moments;
  const question: Question = { ...read.value, from, to };
  const total = await ask({ ...question, groupBy: [] }, moments.value, undefined);
  if (!total.ok) return total;
  const answer = {
    ...frameOf(question),
    start_at: moments.value.start,
    end_at: moments.value.end ?? null,
    sight: surelyReached(context, question.object, "read") === "all" ? ("all" as const) : ("own" as const),
    ...total.value.movement,
  };
  if (question.groupBy.length === 0) return accept(answer);
  const groups = await ask(question, moments.value, total.value.basis);
  return groups.ok ? accept({ ...answer, groups: groups.value.groups }) : groups;
}

interface Asked {
  readonly movement: Movement;
  readonly groups: NonNullable<MovementAnswer["groups"]>;
  readonly basis: Basis;
}
async function ask(question: Question, moments: Moments, known: Basis | undefined): Promise<Result<Asked>> {
  const made = movementStatement(question, moments, moneyField(question));
  if (!made.ok) return made;
  const { prepared, text } = made.value;
  const rows = await run(prepared, text);
  if (!rows.ok) return rows;
  const basis = known ?? basisOf(question, moments, rows.value);
  const whole = sumOf(rows.value, basis);
  const records = movementRecords(question, moments, basis, {});
  // The longest of them: whoever opens the records must be able to ask for them.
  if (
    !checkExpression(records.moved_in.filter, {
      schema: question.context.catalog,
      object: question.object.name,
      past: true,
    }).ok
  )
    return refuse({ status: 400, code: "filter_too_long", text: insightMessages.filter_too_long });
  return accept({
    movement: reconciled(figuresOf(whole, records)),
    groups: groupsOf(prepared, question, moments, basis, rows.value),
    basis,
  });
}

const groupsOf = (
  prepared: Prepared,
  question: Question,
  moments: Moments,
  basis: Basis,
  rows: readonly FoundRow[],
): Asked["groups"] =>
  byGroup(prepared, rows)
    .map(({ head, rows: own }) => ({
      ...head,
      ...reconciled(figuresOf(sumOf(own, basis), movementRecords(question, moments, basis, head.key))),
    }))
    .filter((group) => MOVEMENTS.some((name) => group[name].count > 0));

/** One currency: exact in it. Several: all in company amounts, so that the figures still add up. */
function basisOf(question: Question, { end }: Moments, [row]: readonly FoundRow[]): Basis {
  const { company, now } = question.context;
  const field = moneyField(question);
  const [from, to] = [textOrNull(row?.["_from"]), textOrNull(row?.["_to"])];
  if (field === null) return { field: null, currency: company.currency, mixed: false };
  if (from === to) return { field, currency: from ?? company.currency, mixed: false };
  return { field, currency: company.currency, mixed: true, rate_date: dayIn(company.zone, end ?? now) };
}

function readMoments(context: Context, from: string, to: string): Result<Moments> {
  const wrong = (value: string) =>
    refuse({
      status: 400,
      code: "bad_day",
      text: insightMessages.bad_day,
      params: { value: value.slice(0, 40) },
    });
  const first = readAsOf(context, from);
  if (!first.ok || first.value === undefined) return wrong(from);
  const last = readAsOf(context, to);
  if (!last.ok || last.value === undefined) return wrong(to);
  const startText = DAY.test(from) ? addDays(from, -1) : first.value;
  const start = readAsOf(context, startText);
  if (!start.ok || start.value === undefined) return wrong(from);
  if (Date.parse(first.value) > Date.parse(last.value))
    return refuse({ status: 400, code: "bad_window", text: insightMessages.bad_window });
  const isPast = Date.parse(last.value) <= Date.parse(context.now);
  return accept({
    start: start.value,
    startText,
    now: context.now,
    ...(isPast ? { end: last.value, endText: DAY.test(to) ? to : last.value } : {}),
  });
}
