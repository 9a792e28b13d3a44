import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  data,
  flag,
  list,
  mapOf,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { NewPipelineBody, PipelineChangeBody } from "./pipeline-body.contract.ts";
import { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";

const tag = "pipelines";

export const createPipeline = contract({
  method: "POST",
  path: "/pipelines",
  tag,
  summary: label("新建流程（草稿）", "Create a pipeline as a draft"),
  description: label(
    "新建一个流程草稿，发布之前不影响任何记录。",
    "Makes a draft; until it is published no record is concerned.",
  ),
  status: 201,
  body: NewPipelineBody,
  answer: data(PipelineView),
  errors: { no_stages: 422, name_taken: 409 },
});

export const changePipeline = contract({
  method: "PATCH",
  path: "/pipelines/:id",
  tag,
  summary: label("修改流程草稿", "Change the draft of a pipeline"),
  description: label(
    "修改草稿并检查，指出每处需要改正的地方。",
    "Changes the draft, checks it and names every place to be corrected.",
  ),
  body: PipelineChangeBody,
  answer: data(PipelineView),
  errors: { not_found: 404 },
});

const Publication = object({
  /** Where the records of removed stages go, by stage. */
  map: optional(mapOf(text({ maxLength: 80 }))),
  /** An earlier version instead of the draft, which stays as it is. */
  version: optional(whole({ minimum: 1 })),
});
export type Publication = Static<typeof Publication>;

export const publishPipeline = contract({
  method: "POST",
  path: "/pipelines/:id/publish",
  tag,
  summary: label("发布流程", "Publish a pipeline"),
  description: label(
    "发布草稿为新版本，对所有记录立即生效；有错误时拒绝并指出。",
    "Publishes the draft as a version that holds for all records at once; refused where something is wrong, and where.",
  ),
  body: Publication,
  /** `moved`: records of removed stages that have been moved; `moving`: those that are being moved by a job. */
  answer: object({ data: PipelineView, moved: whole(), moving: whole() }),
  errors: {
    not_found: 404,
    no_version: 404,
    pilot_runs: 409,
    nothing_to_publish: 422,
    bad_definition: 422,
    map_required: 422,
  },
});

export const startPilot = contract({
  method: "POST",
  path: "/pipelines/:id/pilot",
  tag,
  summary: label("在部分部门试点草稿", "Try the draft out in some departments"),
  description: label("只在所选部门试行草稿。", "Lets the draft hold in the chosen departments only."),
  body: object({
    departments: list(text({ pattern: "^[0-9a-fA-F-]{36}$" }), { minItems: 1, maxItems: 200 }),
  }),
  answer: data(PipelineView),
  errors: {
    malformed: 400,
    not_found: 404,
    pilot_runs: 409,
    nothing_to_publish: 422,
    bad_definition: 422,
    pilot_stages: 422,
  },
});

export const endPilot = contract({
  method: "POST",
  path: "/pipelines/:id/pilot/end",
  tag,
  summary: label("结束试点", "End the pilot"),
  description: label("结束试点：推广到全公司，或撤回。", "Ends the pilot: for everybody, or taken back."),
  /** `adopt`: it holds for all; else for nobody, and is the draft again. */
  body: object({ adopt: flag() }),
  answer: data(PipelineView),
  errors: { not_found: 404, no_pilot: 409 },
});
