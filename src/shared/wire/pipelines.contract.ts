import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { ProblemItem } from "./problem.ts";
import {
  data,
  flag,
  list,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "./schema.ts";
import { PipelineDefinition, PipelineRules, Stage } from "./pipeline-definition.contract.ts";

/**
 * A pipeline: what is published, of one never published its draft; and to those who edit it the draft, or
 * what a pilot tries out, from which the next one goes on.
 */
export const PipelineView = object({
  id: uuid(),
  object: text(),
  name: text(),
  label: mapOf(text()),
  default: flag(),
  /** The department that it is the default for; null: the whole company. */
  default_for: nullable(uuid()),
  retired: flag(),
  /** Null before the first publication. */
  version: nullable(whole()),
  published_at: nullable(moment()),
  stages: list(Stage),
  rules: PipelineRules,
  pilot: nullable(object({ departments: list(text()), since: moment(), version: whole() })),
  has_draft: flag(),
  draft: optional(nullable(PipelineDefinition)),
  /** What is wrong with the draft; `field` is the place for programs, the message says it in words. */
  problems: optional(list(ProblemItem)),
});
export type PipelineView = Static<typeof PipelineView>;

const tag = "pipelines";
const short = optional(text({ maxLength: 100 }));

export const listPipelines = contract({
  method: "GET",
  path: "/pipelines",
  tag,
  summary: label("列出流程", "List pipelines"),
  description: label(
    "返回已发布的流程及其阶段；drafts 一并返回草稿。",
    "Published pipelines with their stages; with drafts those, too.",
  ),
  /** `drafts`: "true" shows those that never were published to who may edit them. */
  query: object({ object: short, drafts: short }),
  answer: data(list(PipelineView)),
});

export const readPipeline = contract({
  method: "GET",
  path: "/pipelines/:id",
  tag,
  summary: label("读取流程", "Read a pipeline"),
  description: label("返回已发布的版本和草稿。", "The published version and the draft."),
  answer: data(PipelineView),
  errors: { not_found: 404 },
});
