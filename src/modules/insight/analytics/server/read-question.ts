import {
  type Context,
  type Result,
  accept,
  badExpression,
  fieldRight,
  isReadable,
  objectRights,
  readAsOf,
  refuse,
  unknownObject,
} from "../../../../engine/public.ts";
import type { Bucket } from "../../../../shared/wire/records.contract.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { isDate } from "../../../../shared/time/dates.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { startOfDay } from "../../../../shared/time/zone.ts";
import { loadPipelines, type PublishedPipeline } from "../../../process/pipeline/public.ts";
import type { InsightMode } from "../shared/insight-parts.contract.ts";
import type { InsightBody } from "../shared/insight-body.contract.ts";
import { insightMessages } from "./messages.ts";

/** A question about the stages of an object, read and checked: everything a statement needs. */
export interface Question {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly stageField: string;
  readonly visits: CatalogObject;
  readonly pipeline: PublishedPipeline | null;
  readonly mode: InsightMode;
  readonly from: string | null;
  readonly to: string | null;
  /** First moment within, and the first one after. */
  readonly since: string | null;
  readonly until: string | null;
  /** In canonical spelling and in brackets. */
  readonly filter: string | null;
  readonly asOf: string | undefined;
  /** As asked: what the list of the records gets. */
  readonly asOfText: string | undefined;
  readonly groupBy: readonly { readonly field: string; readonly bucket?: Exclude<Bucket, "due"> }[];
}
export type PipelineQuestion = Question & { readonly pipeline: PublishedPipeline };

const COMPANIONS = ["pipeline", "stage_type", "stage_entered_at", "created_at"];

/** 404 for what is not there, 403 where stages may not be seen, 400 for a wrong filter, day or moment. */
export async function readQuestion(
  context: Context,
  body: InsightBody,
  mode: InsightMode,
): Promise<Result<Question>> {
  const object = context.catalog.object(body.object);
  if (!object) return unknownObject(body.object);
  const visits = context.catalog.object("stage_visit");
  if (!object.stageField || !visits)
    return refuse({
      status: 404,
      code: "no_stages",
      text: insightMessages.no_stages,
      params: { object: object.name },
    });
  const needed = [object.stageField, ...COMPANIONS];
  const seen =
    needed.every((name) => isReadable(fieldRight(context, object, name))) &&
    objectRights(context, visits).read !== "none";
  if (!seen)
    return refuse({
      status: 403,
      code: "hidden_stage",
      text: insightMessages.hidden_stage,
      params: { object: object.name },
    });
  const pipeline = await readPipeline(context, object, body.pipeline);
  if (!pipeline.ok) return pipeline;
  const window = readWindow(context, body);
  if (!window.ok) return window;
  const filter = readFilter(context, object, body.filter);
  if (!filter.ok) return filter;
  const asOf = readAsOf(context, body.as_of);
  if (!asOf.ok) return asOf;
  return accept({
    context,
    object,
    stageField: object.stageField,
    visits,
    pipeline: pipeline.value,
    mode: body.mode ?? mode,
    ...window.value,
    filter: filter.value,
    asOf: asOf.value,
    asOfText: asOf.value === undefined ? undefined : body.as_of,
    groupBy: readGroups(body.group_by),
  });
}

/** The same, of one pipeline: the object's default where none is named. */
export async function readPipelineQuestion(
  context: Context,
  body: InsightBody,
  mode: InsightMode,
): Promise<Result<PipelineQuestion>> {
  const question = await readQuestion(context, body, mode);
  if (!question.ok) return question;
  const { object, pipeline } = question.value;
  const chosen = pipeline ?? (await loadPipelines(context.db, context)).defaultOf(object.name, null);
  return chosen ? accept({ ...question.value, pipeline: chosen }) : noPipeline(object.name);
}

const noPipeline = (object: string) =>
  refuse({ status: 404, code: "no_pipeline", text: insightMessages.no_pipeline, params: { object } });

async function readPipeline(
  context: Context,
  object: CatalogObject,
  asked: string | undefined,
): Promise<Result<PublishedPipeline | null>> {
  if (!asked) return accept(null);
  const all = (await loadPipelines(context.db, context)).of(object.name);
  const found = all.find(({ id }) => id === asked) ?? all.find(({ definition }) => definition.name === asked);
  return found ? accept(found) : noPipeline(object.name);
}

type Window = Pick<Question, "from" | "to" | "since" | "until">;
function readWindow({ company }: Context, { from, to }: InsightBody): Result<Window> {
  for (const value of [from, to]) {
    if (value && !isDate(value))
      return refuse({ status: 400, code: "bad_day", text: insightMessages.bad_day, params: { value } });
  }
  if (from && to && from > to)
    return refuse({ status: 400, code: "bad_window", text: insightMessages.bad_window });
  return accept({
    from: from || null,
    to: to || null,
    since: from ? startOfDay(company.zone, from) : null,
    until: to ? startOfDay(company.zone, addDays(to, 1)) : null,
  });
}

/** Checked by itself, so that no bracket of the caller's closes one of ours. */
function readFilter(
  context: Context,
  object: CatalogObject,
  source: string | undefined,
): Result<string | null> {
  if (!source || source.trim() === "") return accept(null);
  const checked = checkExpression(source, {
    schema: context.catalog,
    object: object.name,
    expects: "boolean",
    past: true,
  });
  return checked.ok ? accept(`(${checked.expression.text})`) : badExpression(checked.problem);
}

function readGroups(asked: InsightBody["group_by"]): Question["groupBy"] {
  const list = asked === undefined || asked === "" ? [] : [asked].flat();
  return list.map((key) =>
    typeof key === "string"
      ? { field: key }
      : { field: key.field, ...(key.bucket ? { bucket: key.bucket } : {}) },
  );
}
