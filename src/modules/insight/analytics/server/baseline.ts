import { statement } from "../../../../engine/schema/statement.ts";
import { bigint, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { elevate } from "../../../../engine/elevate.ts";
import { roadIn } from "../../../../engine/api/road.ts";
import { createHash } from "node:crypto";
import type { Context } from "../../../../engine/context.ts";
import { list } from "../../../../engine/query/list.ts";
import { notFound } from "../../../../engine/query/messages.ts";
import { save } from "../../../../engine/record/save.ts";
import { accept, refuse, type Result } from "../../../../engine/refusal.ts";
import { load } from "../../../../engine/query/load.ts";
import { creating } from "../../../../engine/record/operations.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import {
  type BaselineCheck,
  type BaselineFigure,
  type BaselineHead,
  type BaselineMetric,
  type BaselineQuestion,
} from "../shared/baseline.contract.ts";
import { figuresOf, recordsOf } from "./baseline-figures.ts";
import { cycle } from "./cycle.ts";
import { funnel } from "./funnel.ts";
import { insightMessages } from "./messages.ts";
import { movement } from "./movement.ts";
import { winRate } from "./win-rate.ts";
import { baselineObject } from "../shared/baseline.object.ts";

const MOST_RECORDS = 10_000;

function answer(context: Context, question: BaselineQuestion): Promise<Result<object>> {
  switch (question.metric) {
    case "funnel":
      return funnel(context, question.body);
    case "win_rate":
      return winRate(context, question.body);
    case "cycle":
      return cycle(context, question.body);
    case "movement":
      return movement(context, question.body);
  }
}

/** The same question, asked of a fixed moment. */
function fixed(question: BaselineQuestion, moment: string): BaselineQuestion {
  if (question.metric === "movement") return { metric: "movement", body: { ...question.body, to: moment } };
  const as_of = question.body.as_of ?? moment;
  return question.metric === "cycle"
    ? { metric: "cycle", body: { ...question.body, as_of } }
    : { metric: question.metric, body: { ...question.body, as_of } };
}

export const lastChange = statement(
  { seq: orNull(bigint) },
  ({ system }) => sql`select max(seq) as seq from ${system("changes")}`,
);

/** POST /insight/baselines: the figures of this moment, with all that is needed to work them out again. */
export async function freeze(
  context: Context,
  name: string,
  question: BaselineQuestion,
): Promise<Result<{ readonly data: BaselineHead }>> {
  const cutOff = context.now;
  const [log] = await context.db.query(lastChange(context.workspace));
  const isEnded = question.metric === "movement" && question.body.to < cutOff.slice(0, 10);
  const kept = isEnded ? question : fixed(question, cutOff);
  const found = await answer(context, kept);
  if (!found.ok) return found;
  const ids = await idsBehind(context, found.value);
  if (!ids.ok) return ids;
  const owner = context.principal.id;
  const created = creating(baselineObject, {
    name,
    metric: question.metric,
    question: { asked: { ...question.body }, kept: { ...kept.body } },
    cut_off: cutOff,
    log_position: log?.seq ?? 0,
    figures: figuresOf(found.value).map(({ name: figure, value }) => [figure, value]),
    record_ids: ids.value.slice(0, MOST_RECORDS),
    record_count: ids.value.length,
    ...(owner === null ? {} : { owner, created_by: owner }),
  });
  const saved = await save(elevate(context, "baselines are written by their endpoint only"), {
    road: roadIn(context),
    mode: "all",
    operations: [created],
  });
  const [made] = saved.results;
  if (!made?.ok) return made ? { ok: false, refusal: made.refusal } : notFound();
  const read = await readBaseline(context, made.id);
  return read.ok ? accept({ data: read.value.head }) : read;
}

/**
 * GET /insight/baselines/{id}: frozen, worked out again on what was known then, on what is known of that
 * moment now, and as it is now.
 */
export async function checkFrozen(
  context: Context,
  id: string,
): Promise<Result<{ readonly data: BaselineCheck }>> {
  const read = await readBaseline(context, id);
  if (!read.ok) return read;
  const { head, frozen, digest, kept, asked } = read.value;
  const knowing: Context = { ...context, knownAt: head.log_position };
  const known = await answer(knowing, kept);
  if (!known.ok) return known;
  const then = await answer(context, kept);
  if (!then.ok) return then;
  const now = await answer(context, asked);
  if (!now.ok) return now;
  const ids = await idsBehind(knowing, known.value);
  if (!ids.ok) return ids;
  const again = figuresOf(known.value);
  const believed = figuresOf(then.value);
  return accept({
    data: {
      ...head,
      frozen,
      again,
      believed,
      now: figuresOf(now.value),
      identical: JSON.stringify(again) === JSON.stringify(frozen),
      corrected: JSON.stringify(believed) !== JSON.stringify(again),
      same_records: digestOf(ids.value) === digest,
    },
  });
}

interface Read {
  readonly head: BaselineHead;
  readonly frozen: readonly BaselineFigure[];
  readonly digest: string;
  readonly kept: BaselineQuestion;
  readonly asked: BaselineQuestion;
}
async function readBaseline(context: Context, id: string): Promise<Result<Read>> {
  const found = await load(context, baselineObject, id);
  if (!found.ok) return found;
  const { name, metric, cut_off, log_position, record_ids, record_count, created_at, ...record } =
    found.value;
  const question = part(record.question);
  if (!metric) return notFound();
  const ids = Array.isArray(record_ids) ? record_ids.map(String) : [];
  return accept({
    head: {
      id,
      name: String(name),
      metric,
      question: part(question["asked"]),
      cut_off: String(cut_off),
      log_position: Number(log_position),
      record_count: Number(record_count),
      created_at: String(created_at),
    },
    frozen: pairs(record.figures),
    digest: digestOf(ids),
    kept: questionOf(metric, part(question["kept"])),
    asked: questionOf(metric, part(question["asked"])),
  });
}
const part = (value: WireValue | undefined): Values => (isMap(value) ? { ...value } : {});
const pairs = (value: WireValue | undefined): readonly BaselineFigure[] =>
  (Array.isArray(value) ? value : []).flatMap((pair) =>
    Array.isArray(pair) ? [{ name: String(pair[0]), value: String(pair[1]) }] : [],
  );
const digestOf = (ids: readonly string[]): string =>
  createHash("sha256").update(ids.slice(0, MOST_RECORDS).join()).digest("base64url");

/** A body that was checked when it was frozen. */
function questionOf(metric: BaselineMetric, body: Values): BaselineQuestion {
  const text = (name: string): string => String(body[name] ?? "");
  const common = { ...body, object: text("object") };
  if (metric === "movement") return { metric, body: { ...common, from: text("from"), to: text("to") } };
  return metric === "cycle" ? { metric, body: common } : { metric, body: common };
}

/** Every record behind any of the figures, in the order of ids. */
async function idsBehind(context: Context, found: object): Promise<Result<readonly string[]>> {
  const ids = new Set<string>();
  for (const { object, filter, as_of } of recordsOf(found)) {
    let cursor: string | undefined;
    do {
      const page = await list(context, {
        object,
        filter,
        fields: ["id"],
        sort: "",
        limit: 500,
        ...(as_of ? { as_of } : {}),
        ...(cursor ? { cursor } : {}),
      });
      if (!page.ok) return page;
      for (const record of page.value.data) ids.add(String(partOf(anyRecord, record).id));
      if (ids.size > MOST_RECORDS)
        return refuse({
          status: 400,
          code: "too_many_records",
          text: insightMessages.too_many_records,
          params: { max: MOST_RECORDS },
        });
      cursor = page.value.page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return accept([...ids].toSorted());
}
