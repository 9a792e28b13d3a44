import type { Transaction } from "../../../../platform/db/database.ts";
import {
  type Context,
  type Refusal,
  type Result,
  type SaveRequest,
  type WriteContext,
  accept,
  askFactsAhead,
  beginWrite,
  checkSeen,
  isUuid,
  newId,
  openAhead,
  refuse,
} from "../../../../engine/public.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { addDays, isDate } from "../../../../shared/time/dates.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { asValues } from "../shared/criterion.ts";
import type { Meet } from "../shared/moves.contract.ts";
import { EXCEPTIONS, type Exception, LONGEST_EXCEPTION_DAYS } from "../shared/exception.ts";
import { besides } from "./closing.ts";
import { likelyFacts } from "./gate-facts.ts";
import { type StoredConsent, grantTo } from "./granted.ts";
import {
  loadPipelines,
  lockWhole,
  pipelineMessages,
  saveAll,
  noRecord,
  mostTasks,
} from "../../pipeline/public.ts";
import type { Met } from "./gate-kinds.ts";
import { takesEvidence, storeEvidence } from "./store-evidence.ts";
import { numbered, ticksIn } from "./save-evidence.ts";

/** What the log names as the cause of all that a person's move writes, so that it can be taken back as one. */
export const STAGE_MOVE = "stage_move";

/** A move as a person asked for it. */
export interface MoveIntent {
  readonly to: string;
  readonly from?: string;
  readonly values?: Readonly<Record<string, WireValue>>;
  readonly meet?: Meet;
  readonly reason?: string;
  /** Kept as a note on the record. */
  readonly note?: string;
  /** What becomes of the record's open tasks; kept unless said otherwise. */
  readonly open_tasks?: "finish" | "keep";
  /** `until`: the last day on which what is passed counts as met; absent: for this move only. */
  readonly override?: { readonly reason: string; readonly until?: string };
}
export interface MoveOf {
  readonly object: CatalogObject & { readonly stageField: string };
  readonly id: string;
  readonly intent: MoveIntent;
  /**
   * The version of the record that the caller saw; without it a money document is not moved. "checked"
   * before, in the same transaction.
   */
  readonly seen?: number | "checked";
  readonly consents?: ReadonlyMap<string, StoredConsent>;
  readonly cause?: SaveRequest["cause"];
  /** Evidence that was kept before, when consents were asked for. */
  readonly supplied?: Values;
}

/**
 * What was supplied and the move itself, in the caller's transaction, who rolls it back when it is refused.
 */
export async function attemptMove(tx: Transaction, given: Context, move: MoveOf): Promise<Result<null>> {
  const context = beginWrite(tx, given);
  const { object, id, intent, consents = new Map<string, StoredConsent>() } = move;
  const read = await readLocked(tx, context, move);
  if (!read) return noRecord();
  const { record } = read;
  const definition = takesEvidence(await loadPipelines(tx, context), record, intent.values);
  const met = definition
    ? await storeEvidence({ tx, context, object, record, definition }, intent.meet ?? [])
    : accept(NOTHING);
  if (!met.ok) return met;
  const sound = await asSeen(tx, context, move, record);
  if (!sound.ok) return sound;
  if (consents.size > 0) grantTo(context, id, { consents });
  const signed = Object.fromEntries(
    [...consents.keys()].filter((need) => !need.startsWith("rule.")).map((need) => [need, true]),
  );
  const kept = met.value.state ?? asValues(partOf(staged, record).gate_state) ?? {};
  const state = met.value.state || consents.size > 0 ? { ...kept, ...signed } : null;
  const said = {
    road: "transition",
    match: "not_asked",
    ...(intent.reason ? { reason: intent.reason } : {}),
  } as const;
  // Evidence is the record's own from now on: it is no part of the move and stays where that is taken back.
  const because = move.cause ? { ...said, cause: move.cause } : said;
  const supplied = await saveAll(tx, context, because, met.value.operations);
  if (!supplied.ok) return supplied;
  const how = { ...said, cause: move.cause ?? { object: STAGE_MOVE, id: newId() } };
  const closed = await saveAll(tx, context, how, await besides(tx, context, move));
  if (!closed.ok) return closed;
  const write = (override: MoveIntent["override"], gateState: Values | null) => {
    const values = {
      ...intent.values,
      ...met.value.values,
      [object.stageField]: intent.to,
      ...(gateState ? { gate_state: gateState } : {}),
    };
    const evidence = evidenceOf(move, met.value);
    const request = {
      ...how,
      ...(evidence ? { evidence } : {}),
      ...(override ? { override: { reason: override.reason } } : {}),
    };
    return saveAll(tx, context, request, [{ op: "update", object: object.name, id, values }]);
  };
  const { override } = intent;
  if (!override?.until) return done(await write(override, state));
  const plain = await write(undefined, state);
  if (plain.ok || plain.refusal.code !== "gate_shut") return done(plain);
  const exceptions = exceptionsFor(context, override.reason, override.until, plain.refusal);
  grantTo(context, id, { exceptions });
  return done(
    await write(override, {
      ...kept,
      ...signed,
      [EXCEPTIONS]: { ...asValues(kept[EXCEPTIONS]), ...asWire(exceptions) },
    }),
  );
}

/** The record, locked; what the move is likely to need is asked for along with it. */
async function readLocked(
  tx: Transaction,
  context: WriteContext,
  { object, id, intent }: MoveOf,
): ReturnType<typeof lockWhole> {
  const expected = 1 + (await mostTasks(tx, context, object, intent.to));
  const likely = await likelyFacts(tx, context, object, intent);
  const reading = lockWhole(tx, context, object, id);
  openAhead(tx, context, expected);
  if (isUuid(id)) askFactsAhead(tx, context, object, id.toLowerCase(), likely);
  return reading;
}

/** The record is as the caller saw it: in its stage, of its version. */
async function asSeen(
  tx: Transaction,
  context: Context,
  { object, id, intent, seen, consents }: MoveOf,
  record: Values,
): ReturnType<typeof checkSeen> {
  if (intent.from !== undefined && record[object.stageField] !== intent.from)
    return refuse({
      status: 409,
      code: "moved_since",
      text: pipelineMessages.moved_since,
      params: { from: intent.from },
    });
  // With consents, whoever gave them has said what was seen.
  if ((consents?.size ?? 0) > 0 || seen === "checked") return accept(null);
  return checkSeen(tx, context, { object, id, record, seen, values: intent.values ?? {} });
}

/** What the log says of the move besides fields: what was supplied for it and who consented. */
function evidenceOf({ intent, supplied, consents }: MoveOf, { operations, state }: Met): Values | null {
  const ticked = (intent.meet ?? []).flatMap(({ criterion }) =>
    state?.[criterion] === undefined ? [] : [criterion],
  );
  const files = operations.flatMap((one) => (one.object === "file" && one.op === "update" ? [one.id] : []));
  const of = (object: string): number => operations.filter((one) => one.object === object).length;
  const given = [...(consents?.values() ?? [])].map(({ by, at }) => ({ by, at }));
  const now = numbered({
    ticks: state ? ticksIn({ gate_state: state }, ticked) : 0,
    answers: of("form_response"),
    tasks: of("task"),
    files,
  });
  const evidence: Values = { ...supplied, ...now, ...(given.length > 0 ? { consents: given } : {}) };
  return Object.keys(evidence).length > 0 ? evidence : null;
}
const NOTHING: Met = { operations: [], values: {}, state: null };
const done = (saved: Result<unknown>): Result<null> => (saved.ok ? accept(null) : saved);
const asWire = (exceptions: ReadonlyMap<string, Exception>): Values =>
  Object.fromEntries([...exceptions].map(([id, one]) => [id, { ...one }]));

/** One for each criterion that is passed; rules of the pipeline are passed for this move only. */
function exceptionsFor(
  context: Context,
  reason: string,
  until: string,
  { reasons }: Refusal,
): ReadonlyMap<string, Exception> {
  const criteria = reasons.flatMap(({ criterion, kind }) =>
    criterion && kind !== "rule" ? [criterion] : [],
  );
  return new Map(criteria.map((id) => [id, { until, at: context.now, by: context.principal.id, reason }]));
}

/** The last day of an exception, from a date or a number of days; null for one that does not last. */
export function lastDayOf(
  context: Context,
  { valid_until, valid_days }: { readonly valid_until?: string; readonly valid_days?: number },
): Result<string | null> {
  const today = dayIn(context.company.zone, context.now);
  const until = valid_until ?? (valid_days === undefined ? null : addDays(today, valid_days));
  const isDay = until === null || isDate(until);
  if (isDay && (until === null || (until >= today && until <= addDays(today, LONGEST_EXCEPTION_DAYS))))
    return accept(until);
  return refuse({ status: 422, code: "bad_valid_until", text: pipelineMessages.bad_valid_until });
}
