import { statement } from "../../../../engine/schema/statement.ts";
import { boolean, orNull, sure, text as textColumn, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { list, text } from "../../../../shared/wire/schema.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Context } from "../../../../engine/context.ts";
import type { Operation } from "../../../../engine/record/contract.ts";
import { isUuid } from "../../../../engine/record/is-uuid.ts";
import { creating, updating } from "../../../../engine/record/operations.ts";
import { accept, refuse, type Result } from "../../../../engine/refusal.ts";
import { file } from "../../../../objects/system/file/file.object.ts";
import { formResponse } from "../../../../objects/work/form-response/form-response.object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { asValues } from "../shared/criterion.ts";
import type { Meet } from "../shared/moves.contract.ts";
import type { Criterion, CriterionOf, PipelineDefinition } from "../../pipeline/shared/public.ts";
import { criteriaIn } from "./evidence.hooks.ts";
import { type Pipelines, pipelineMessages } from "../../pipeline/public.ts";

/**
 * What meeting criteria comes to: writes to other records, further values of the record, and its new
 * `gate_state`.
 */
export interface Met {
  readonly operations: readonly Operation[];
  readonly values: Values;
  readonly state: Values | null;
}
interface Meeting {
  readonly tx: Transaction;
  readonly context: Context;
  readonly object: CatalogObject;
  readonly record: Readonly<Values>;
  readonly definition: PipelineDefinition;
}

/**
 * Whose criteria a move can meet: of the record's pipeline, and of the one that it changes to, whose entry is
 * asked by the same move.
 */
export function meetable(
  pipelines: Pipelines,
  record: Readonly<Values>,
  values: Values | undefined,
): PipelineDefinition | undefined {
  const { pipeline, department } = partOf(staged, record);
  const here = pipelines.find(pipeline, department)?.definition;
  const to = partOf(staged, values).pipeline;
  const next = to && to !== pipeline ? pipelines.find(to, department)?.definition : undefined;
  return here && next ? { ...next, stages: [...here.stages, ...next.stages] } : (next ?? here);
}

/** Turns what a person supplied in the gate dialog into writes. Nothing is written here. */
export async function meetCriteria(meeting: Meeting, meet: Meet): Promise<Result<Met>> {
  const criteria = new Map(criteriaIn(meeting.definition).map((criterion) => [criterion.id, criterion]));
  let met: Met = { operations: [], values: {}, state: null };
  for (const { criterion: id, value } of meet) {
    const criterion = criteria.get(id);
    if (!criterion)
      return refuse({
        status: 422,
        code: "unknown_criterion",
        text: pipelineMessages.unknown_criterion,
        params: { criterion: id },
      });
    const next = await meetOne(meeting, criterion, value, met);
    if (!next)
      return refuse({
        status: 422,
        code: "bad_evidence",
        text: pipelineMessages.bad_evidence,
        params: { criterion: id },
      });
    met = next;
  }
  return accept(met);
}

const Texts = list(text({ maxLength: 100 }), { maxItems: 50 });
const listOf = (value: WireValue): readonly string[] | null =>
  fits(Texts, value) ? value : typeof value === "string" ? [value] : null;
const stateBefore = ({ record }: Meeting, met: Met): Values =>
  met.state ?? { ...asValues(partOf(staged, record).gate_state) };

async function meetOne(
  meeting: Meeting,
  criterion: Criterion,
  value: WireValue,
  met: Met,
): Promise<Met | null> {
  switch (criterion.kind) {
    case "fields":
    case "condition": {
      const values = asValues(value);
      return values ? { ...met, values: { ...met.values, ...values } } : null;
    }
    case "checklist":
    case "approval": {
      const ticked = criterion.kind === "approval" ? value : ticksOf(criterion, value);
      if (ticked === null) return null;
      const state = stateBefore(meeting, met);
      return {
        ...met,
        state: {
          ...state,
          [criterion.id]:
            criterion.kind === "checklist"
              ? { ...asValues(state[criterion.id]), ...asValues(ticked) }
              : ticked,
        },
      };
    }
    case "tasks":
      return also(met, await finishTasks(meeting, criterion, value));
    case "form":
      return also(met, await answerForm(meeting, criterion, value));
    case "document":
      return also(met, await tieFiles(meeting, criterion, value));
    case "related":
      return also(met, createRelated(meeting, criterion, value));
    case "dwell":
      return null;
  }
}
const also = (met: Met, operations: readonly Operation[] | null): Met | null =>
  operations ? { ...met, operations: [...met.operations, ...operations] } : null;
const idOf = ({ record }: Meeting): string => String(partOf(staged, record).id);
const regarding = (meeting: Meeting) => ({ object: meeting.object.name, id: idOf(meeting) });

/**
 * Files become documents of the record. One that another record holds is evidence of that one and not taken
 * from it.
 */
async function tieFiles(
  meeting: Meeting,
  { document_type }: CriterionOf<"document">,
  value: WireValue,
): Promise<readonly Operation[] | null> {
  const { tx, context } = meeting;
  const ids = listOf(value);
  if (!ids?.every(isUuid)) return null;
  const held = await tx.query(heldFiles(context.workspace, ids, idOf(meeting)));
  if (held.some(({ here }) => !here)) return null;
  const isHere = new Set(held.map(({ id }) => id));
  // Which types of documents there are the company says, too: none of them is known here.
  return ids.map((id): Operation => ({
    op: "update",
    object: file.name,
    id,
    values: { document_type, ...(isHere.has(id) ? {} : { regarding: regarding(meeting) }) },
  }));
}

/** `{item: true}` or a list of items. */
function ticksOf(criterion: CriterionOf<"checklist">, value: WireValue): Values | null {
  const listed = listOf(value);
  const ticks = listed ? Object.fromEntries(listed.map((id) => [id, true])) : asValues(value);
  if (!ticks || !Object.keys(ticks).every((id) => criterion.items.some((item) => item.id === id)))
    return null;
  return ticks;
}

/** Marks the newest task of each template done; one that was never made is kept as done. */
async function finishTasks(
  meeting: Meeting,
  criterion: CriterionOf<"tasks">,
  value: WireValue,
): Promise<readonly Operation[] | null> {
  const { tx, context, definition } = meeting;
  const templates = definition.stages
    .flatMap((stage) => [...stage.on_enter, ...stage.on_exit])
    .flatMap((action) => (action.kind === "task" ? [action] : []));
  const wanted = value === true ? (criterion.items ?? templates).map((item) => item.id) : listOf(value);
  if (!wanted?.every((id) => templates.some((template) => template.id === id))) return null;
  const rows = await tx.query(newestTasks(context.workspace, idOf(meeting), wanted));
  return wanted.flatMap((template): Operation[] => {
    const made = rows.find((row) => row.template === template);
    if (made) return made.status === "done" ? [] : [updating(task, made.id, { status: "done" })];
    const title = templates.find((one) => one.id === template)?.title;
    return [
      creating(task, {
        subject: textOf(title, context.company.language, template),
        status: "done",
        template,
        regarding: regarding(meeting),
      }),
    ];
  });
}

/** Answers go into the record's questionnaire, or start one. */
async function answerForm(
  meeting: Meeting,
  criterion: CriterionOf<"form">,
  value: WireValue,
): Promise<readonly Operation[] | null> {
  const { tx, context } = meeting;
  const answers = asValues(value);
  if (!answers) return null;
  const [form] = await tx.query(newestResponse(context.workspace, criterion.form, idOf(meeting)));
  if (!form) return null;
  if (form.response) return [updating(formResponse, form.response, { answers })];
  return [creating(formResponse, { form: form.id, regarding: regarding(meeting), answers })];
}

export const heldFiles = statement(
  { id: uuid, here: boolean },
  ({ record }, ids: readonly string[], about: string) =>
    sql`select id, (regarding = ${about}::uuid or coalesce(also_regarding @> array[${about}::uuid], false)) as here from ${record("file")} where id = any(${ids}::uuid[]) and regarding is not null`,
);
export const newestTasks = statement(
  { id: uuid, template: sure(textColumn), status: orNull(textColumn) },
  ({ record }, about: string, templates: readonly string[]) =>
    sql`select distinct on (template) id, template, status from ${record("task")} where (regarding = ${about}::uuid or also_regarding @> array[${about}::uuid]) and template = any(${templates}::text[]) and deleted_at is null order by template, created_at desc, id desc`,
);
export const newestResponse = statement(
  { id: uuid, response: orNull(uuid) },
  ({ record }, form: string, about: string) =>
    sql`select f.id, (select r.id from ${record("form_response")} r where r.form = f.id and r.regarding = ${about}::uuid and r.deleted_at is null order by r.created_at desc, r.id desc limit 1) as response
from ${record("form")} f where f.name = ${form}::text and f.deleted_at is null`,
);

function createRelated(
  meeting: Meeting,
  criterion: CriterionOf<"related">,
  value: WireValue,
): readonly Operation[] | null {
  const { context, object } = meeting;
  const values = asValues(value);
  const links =
    context.catalog
      .object(criterion.object)
      ?.fields.filter((field) => field.kind === "link" && field.targets.includes(object.name)) ?? [];
  const link = links.find((field) => field.name === "regarding") ?? links[0];
  if (!values || link?.kind !== "link") return null;
  return [
    {
      op: "create",
      object: criterion.object,
      values: { ...values, [link.name]: link.targets.length > 1 ? regarding(meeting) : idOf(meeting) },
    },
  ];
}
