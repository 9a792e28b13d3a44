import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  list,
  moment,
  nullable,
  number,
  object,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { STAGE_TYPES } from "./pipeline.ts";

const errors = { no_stages: 404, hidden_stage: 403, not_found: 404 } as const;

const Visit = object({
  pipeline: nullable(uuid()),
  pipeline_version: nullable(whole()),
  stage: text(),
  stage_type: choice(...STAGE_TYPES),
  entered_at: moment(),
  left_at: nullable(moment()),
  entered_by: nullable(uuid()),
  left_by: nullable(uuid()),
  road: text(),
  imported: flag(),
  previous_stage: nullable(text()),
  next_stage: nullable(text()),
  reason: nullable(text()),
  /** Why the gate was passed by, where it was. */
  override: nullable(text()),
  skipped: nullable(list(text())),
  /** Of one that goes on: until now. */
  calendar_seconds: number(),
  working_days: whole(),
});
export type Visit = Static<typeof Visit>;

export const listVisits = contract({
  method: "GET",
  path: "/records/:object/:id/visits",
  tag: "records",
  summary: label("阶段停留记录", "Stays of a record in its stages"),
  description: label(
    "返回记录进入和离开各阶段的时间、方式和经办人。",
    "When and how a record entered and left its stages, and by whom.",
  ),
  answer: data(list(Visit)),
  errors,
});
