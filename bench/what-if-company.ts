import type { Context } from "../src/engine/kernel/context.ts";
import type { Operation } from "../src/engine/kernel/save-request.ts";
import { newId } from "../src/engine/record/ids.ts";
import { save } from "../src/engine/record/save.ts";
import type { Values } from "../src/shared/metadata/object.ts";

const BATCH = 250;
const SCHEMA = `"w_main"`;
export const SURVEY = "bench_survey";
export const MOVES = 10_000;
const both = (text: string) => ({ "zh-CN": text, en: text });

/** A stage as the API takes it. */
export type StageBody = Readonly<Record<string, unknown>> & { readonly name: string; readonly type: string };

/** Every kind of criterion at every gate on the way to winning. */
export const guarded = (stages: readonly StageBody[]): readonly StageBody[] =>
  stages.map(({ name, type, ...stage }) => ({
    ...stage,
    name,
    type,
    ...(type === "lost" || name === "discovery" ? {} : { entry: allKinds(name) }),
    ...(type === "open"
      ? { exit: leaving(name), on_enter: [{ id: callOf(name), kind: "task", title: both("call") }] }
      : {}),
  }));
const callOf = (stage: string): string => `${stage}_call`;
const leaving = (stage: string): readonly object[] => [
  { id: `${stage}_stay`, kind: "dwell", min_days: 2 },
  { id: `${stage}_tasks`, kind: "tasks" },
];
const allKinds = (stage: string): readonly object[] => [
  { id: `${stage}_fields`, kind: "fields", fields: ["amount", "close_date", "next_step"] },
  { id: `${stage}_linked`, kind: "condition", expression: `account.industry != null && amount > 1000` },
  {
    id: `${stage}_talked`,
    kind: "condition",
    expression: `related("activity", status == "done" && type == "call").count() >= 1 || amount < 50000`,
  },
  { id: `${stage}_check`, kind: "checklist", items: [{ id: "asked", label: both("asked") }] },
  { id: `${stage}_form`, kind: "form", form: SURVEY },
  { id: `${stage}_paper`, kind: "document", document_type: "requirement" },
  {
    id: `${stage}_related`,
    kind: "related",
    object: "activity",
    expression: `type == "needs_interview" && status == "done"`,
  },
  { id: `${stage}_signed`, kind: "approval", approval: "sales_manager" },
];

/** The last days of which the moves are as many as are replayed at once. */
export async function periodOf(
  { db, workspace }: Context,
  pipeline: string,
): Promise<{ from: string; to: string; records: readonly string[] }> {
  const days = await db.query<{ day: string; n: number }>({
    text: `select to_char(entered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::integer as n from "${workspace.schema}".stage_visit
where pipeline = $1::uuid and entered_at < now() - interval '300 days' group by 1 order by 1 desc`,
    values: [pipeline],
  });
  let sum = 0;
  const taken = days.filter(({ n }) => (sum += n) <= MOVES).map(({ day }) => day);
  const [from, to] = [taken.at(-1) ?? "", taken[0] ?? ""];
  const records = await db.query<{ record: string }>({
    text: `select distinct record from "${workspace.schema}".stage_visit where pipeline = $1::uuid
and entered_at >= $2::date::timestamp at time zone 'Asia/Shanghai' and entered_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai' order by 1`,
    values: [pipeline, from, to],
  });
  return { from, to, records: records.map(({ record }) => record) };
}

/**
 * What the seed leaves out and gates ask for: talks, tasks, papers, answers and ticks, spread over the life
 * of each record.
 */
export async function giveEvidence(context: Context, records: readonly string[]): Promise<void> {
  const [known] = await context.db.query<{ known: boolean }>({
    text: `select exists (select from ${SCHEMA}.o_form where name = $1) as known`,
    values: [SURVEY],
  });
  if (known?.known) return;
  const form = newId();
  const questions = [{ id: "why", kind: "text", label: both("why"), required: true }];
  await write(context, [
    { op: "create", object: "form", id: form, values: { name: SURVEY, label: both("Survey"), questions } },
  ]);
  const made = records
    .flatMap((id, at): Values[][] => [evidenceOf({ object: "opportunity", id }, at, form)])
    .flat();
  await write(
    context,
    made.map(({ object, ...values }) => ({ op: "create", object: String(object), id: newId(), values })),
  );
  for (const object of ["activity", "task", "file", "form_response", "form"])
    await moveToThePast(context, object);
  await tick(context, records);
}

function evidenceOf(
  regarding: { readonly object: string; readonly id: string },
  at: number,
  form: string,
): Values[] {
  const talks = Array.from({ length: at % 6 }, (_, index): Values => ({
    object: "activity",
    type: index % 3 ? "call" : "needs_interview",
    status: index % 4 ? "done" : "planned",
    content: "bench",
    regarding,
  }));
  return [
    ...talks,
    ...(at % 3
      ? [
          {
            object: "task",
            subject: "bench",
            template: callOf(at % 2 ? "discovery" : "solution"),
            status: at % 5 ? "done" : "open",
            regarding,
          },
        ]
      : []),
    ...(at % 4 ? [{ object: "file", name: `bench ${at}.txt`, document_type: "requirement", regarding }] : []),
    ...(at % 5 ? [{ object: "form_response", form, answers: { why: "so" }, regarding }] : []),
  ];
}

async function write(context: Context, operations: readonly Operation[]): Promise<void> {
  for (let at = 0; at < operations.length; at += BATCH) {
    const { results } = await save(context, {
      operations: operations.slice(at, at + BATCH),
      road: "seed",
      mode: "all",
    });
    const refused = results.find((result) => !result.ok);
    if (refused) throw new Error(`the bench was refused: ${JSON.stringify(refused).slice(0, 1000)}`);
  }
}

/**
 * Bench only: what was written now counts as written between 1 and 450 days after what it is about was made.
 */
async function moveToThePast({ db }: Context, object: string): Promise<void> {
  const since =
    object === "form"
      ? `timestamptz '2000-01-01'`
      : `p.created_at + interval '1 day' * (abs(hashtext(t.id::text)) % 90)`;
  const joined =
    object === "form"
      ? ""
      : ` from ${SCHEMA}.o_opportunity p where p.id = t.regarding and t.created_at > now() - interval '1 day'`;
  await db.query({
    text: `update ${SCHEMA}.o_${object} t set valid_from = ${since}, created_at = ${since}${joined}`,
  });
}

/** Ticks and sign-offs of every second record, as its versions would hold them. */
async function tick({ db }: Context, records: readonly string[]): Promise<void> {
  const stages = ["needs", "solution", "proposal", "negotiation", "won"];
  const state = Object.fromEntries(
    stages.flatMap((stage) => [
      [`${stage}_check`, { asked: true }],
      [`${stage}_signed`, { by: records[0] ?? "", at: "2099-01-01T00:00:00.000Z", role: "sales_manager" }],
    ]),
  );
  const ticked = records.filter((_, at) => at % 2 === 0);
  for (const table of ["o_opportunity", "h_opportunity"])
    await db.query({
      text: `update ${SCHEMA}.${table} set gate_state = $1::jsonb where id = any($2::uuid[])`,
      values: [JSON.stringify(state), ticked],
    });
}
