import {
  type Context,
  type Result,
  accept,
  creating,
  elevate,
  list,
  load,
  notFound,
  refuse,
  roadIn,
  save,
  statement,
} from "../../../../engine/public.ts";
import { createHash } from "node:crypto";
import { bigint, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import {
  type AddedMetric,
  BASELINE_METRICS,
  type BaselineCheck,
  type BaselineFigure,
  type BaselineHead,
  type BaselineMetric,
  type BaselineQuestion,
} from "../shared/baseline.contract.ts";
import { figuresOf, recordsOf } from "./baseline-figures.ts";
import { seesMoney, withoutMoney } from "./frozen-money.ts";
import { type Body, type FrozenMetric, frozenMetrics } from "./frozen-metrics.ts";
import { insightMessages } from "./messages.ts";
import { baselineObject } from "../shared/baseline.object.ts";

const MOST_RECORDS = 10_000;

/** The metric of a question; one that no module brings any more cannot be worked out again. */
function metricOf({ hooks }: Context, metric: string): Result<FrozenMetric> {
  const found = frozenMetrics.read(hooks).get(metric);
  return found
    ? accept(found)
    : refuse({
        status: 422,
        code: "unknown_metric",
        text: insightMessages.unknown_metric,
        params: { metric },
      });
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
  const metric = metricOf(context, question.metric);
  if (!metric.ok) return metric;
  const asked: Body = { ...question.body };
  const kept = metric.value.fixed(asked, cutOff);
  const found = await metric.value.answer(context, kept);
  if (!found.ok) return found;
  const ids = await idsBehind(context, found.value);
  if (!ids.ok) return ids;
  const owner = context.principal.id;
  const created = creating(baselineObject, {
    name,
    metric: isOwn(question.metric) ? question.metric : "added",
    question: { metric: question.metric, asked: wire(asked), kept: wire(kept) },
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
  const metric = metricOf(context, head.metric);
  if (!metric.ok) return metric;
  const known = await metric.value.answer(knowing, kept);
  if (!known.ok) return known;
  const then = await metric.value.answer(context, kept);
  if (!then.ok) return then;
  const now = await metric.value.answer(context, asked);
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

export interface Frozen {
  readonly head: BaselineHead;
  /** Whose it is. */
  readonly maker: string | null;
  readonly frozen: readonly BaselineFigure[];
  readonly digest: string;
  readonly kept: Values;
  readonly asked: Values;
}
/** Whoever may see it is told what it was made of, as far as they may see that. */
export async function readBaseline(context: Context, id: string): Promise<Result<Frozen>> {
  const seen = await load(context, baselineObject, id);
  if (!seen.ok) return seen;
  const found = await load(
    elevate(context, "what a baseline keeps is told by its endpoints"),
    baselineObject,
    id,
  );
  if (!found.ok) return found;
  const { name, metric, cut_off, log_position, record_ids, record_count, created_at, ...record } =
    found.value;
  const question = part(record.question);
  const { metric: added } = question;
  const called = metric === "added" && typeof added === "string" && isAdded(added) ? added : metric;
  if (!called || called === "added") return notFound();
  const ids = Array.isArray(record_ids) ? record_ids.map(String) : [];
  const maker = seen.value.owner ?? null;
  const frozen = pairs(record.figures);
  const asked = part(question["asked"]);
  const isTold = (maker !== null && maker === context.principal.id) || seesMoney(context, asked);
  return accept({
    maker,
    head: {
      id,
      name: String(name),
      metric: called,
      question: asked,
      cut_off: String(cut_off),
      log_position: Number(log_position),
      record_count: Number(record_count),
      created_at: String(created_at),
    },
    frozen: isTold ? frozen : withoutMoney(frozen),
    digest: digestOf(ids),
    kept: part(question["kept"]),
    asked,
  });
}
const part = (value: WireValue | undefined): Values => (isMap(value) ? { ...value } : {});
const pairs = (value: WireValue | undefined): readonly BaselineFigure[] =>
  (Array.isArray(value) ? value : []).flatMap((pair) =>
    Array.isArray(pair) ? [{ name: String(pair[0]), value: String(pair[1]) }] : [],
  );
const digestOf = (ids: readonly string[]): string =>
  createHash("sha256").update(ids.slice(0, MOST_RECORDS).join()).digest("base64url");

const isOwn = (metric: string): metric is BaselineMetric => BASELINE_METRICS.some((one) => one === metric);
const isAdded = (metric: string): metric is AddedMetric => metric.includes(".");
/** A question came as JSON, and is kept as such. */
const wire = (body: Body): Values => JSON.parse(JSON.stringify(body));

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
