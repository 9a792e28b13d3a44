import { type Context, type Result, accept, refuse } from "../../../../engine/public.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { LossAnswer, LossCell, LossGroup } from "../shared/insight.contract.ts";
import { frameOf } from "./frame.ts";
import type { LossBody } from "../shared/insight-body.contract.ts";
import { all, asked, inGroup, isStanding, oneOf, recordsOf, visited, within } from "./insight-filters.ts";
import { headOf, type Prepared, prepare, run, selected, visitsOf } from "./insight-statement.ts";
import { insightMessages } from "./messages.ts";
import { moneySum } from "./money-sum.ts";
import { textOrNull, whole } from "./numbers.ts";
import { readPipelineQuestion, type Question } from "./read-question.ts";

const LOST = oneOf("stage_type", ["lost"]);

/** POST /insight/loss: what stands lost, by the stage it was lost from and the reason given. */
export async function loss(context: Context, body: LossBody): Promise<Result<LossAnswer>> {
  const read = await readPipelineQuestion(context, body, "flow");
  if (!read.ok) return read;
  const reason = body.reason ?? "lost_reason";
  if (!Object.hasOwn(read.value.object.byName, reason))
    return refuse({
      status: 400,
      code: "no_reason_field",
      text: insightMessages.no_reason_field,
      params: { object: read.value.object.name },
    });
  const question: Question = {
    ...read.value,
    groupBy: [{ field: reason }, ...read.value.groupBy.filter(({ field }) => field !== reason)],
  };
  const lost = all(
    asked(question),
    within(question, question.mode === "cohort" ? "created_at" : "stage_entered_at"),
    LOST,
  );
  const prepared = prepare(question, lost);
  if (!prepared.ok) return prepared;
  const money = moneySum(prepared.value);
  const rows = await run(prepared.value, statement(prepared.value, money.columns));
  if (!rows.ok) return rows;

  const standing = (from: string | null) =>
    visited(
      question,
      LOST,
      isStanding(question),
      from === null ? "previous_stage == null" : oneOf("previous_stage", [from]),
    );
  const cells = rows.value.map((row): LossCell => {
    const { key, titles } = headOf(prepared.value, row);
    const { [reason]: given, ...rest } = key;
    const stage = textOrNull(row["_from"]);
    return {
      key: rest,
      ...(titles ? { titles } : {}),
      stage,
      reason: typeof given === "string" ? given : null,
      count: whole(row["_n"]),
      amount: money.of([row]),
      records: recordsOf(question, lost, standing(stage), inGroup(question, key)),
    };
  });
  const stages = read.value.pipeline.definition.stages
    .filter(({ type }) => type !== "lost")
    .toSorted((a, b) => a.order - b.order);
  return accept({
    ...frameOf(question),
    stages: stages.map(({ name, label }) => ({ stage: name, label })),
    total: {
      count: cells.reduce((sum, { count }) => sum + count, 0),
      records: recordsOf(question, lost, visited(question, LOST, isStanding(question))),
    },
    cells,
    groups: groupsOf(question, reason, cells, (stage) => [lost, standing(stage)]),
  });
}

/**
 * The cells of each stage by the group of their reason. Their records are those of all reasons of the group,
 * so that a figure opens what it counts.
 */
function groupsOf(
  question: Question,
  reason: string,
  cells: readonly LossCell[],
  lostFrom: (stage: string | null) => readonly (string | null)[],
): readonly LossGroup[] {
  const field = question.object.byName[reason];
  const options = field?.kind === "select" ? field.options : [];
  const groups = new Map<string, { readonly group: LabelMap; readonly reasons: string[] }>();
  for (const { name, group } of options) {
    if (!group) continue;
    const key = JSON.stringify(group);
    groups.set(key, { group, reasons: [...(groups.get(key)?.reasons ?? []), name] });
  }
  const stages = [...new Set(cells.map(({ stage }) => stage))];
  return [...groups.values()].flatMap(({ group, reasons }) =>
    stages.flatMap((stage): readonly LossGroup[] => {
      const count = cells
        .filter((cell) => cell.stage === stage && cell.reason !== null && reasons.includes(cell.reason))
        .reduce((sum, cell) => sum + cell.count, 0);
      return count === 0
        ? []
        : [
            {
              stage,
              group,
              reasons,
              count,
              records: recordsOf(question, ...lostFrom(stage), oneOf(reason, reasons)),
            },
          ];
    }),
  );
}

/** The stay a record stands in is the one that began last. */
function statement(
  prepared: Prepared,
  money: readonly { readonly sql: string; readonly as: string }[],
): string {
  const { keyColumns, from, where, question, reading } = prepared;
  const visits = visitsOf(prepared);
  const moment =
    question.asOf === undefined
      ? ""
      : ` or v."left_at" > ${reading.params.add(question.asOf, "timestamptz")}`;
  const standing = `v."stage_type" = 'lost' and (v."left_at" is null${moment})`;
  const columns = [...keyColumns, { sql: `v."previous_stage"`, as: "_from" }];
  const places = columns.map((_, at) => at + 1).join(", ");
  return `select ${selected(columns)}${selected(money)}count(*) as "_n" from ${from} join ${visits.from} on v."record" = t."id" and ${visits.where} and ${standing} where ${where} group by ${places}`;
}
