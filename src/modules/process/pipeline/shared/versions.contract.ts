import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  data,
  list,
  mapOf,
  moment,
  nullable,
  object,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { PipelineDefinition } from "../../../../shared/wire/pipeline-definition.contract.ts";

const tag = "pipelines";
const errors = { not_found: 404 } as const;

const VersionRow = object({
  number: whole(),
  created_at: moment(),
  created_by: nullable(uuid()),
  created_by_name: nullable(text()),
  /** Where the records of removed stages went. */
  map: nullable(mapOf(text())),
  definition: PipelineDefinition,
});
export type VersionRow = Static<typeof VersionRow>;
export const listVersions = contract({
  method: "GET",
  path: "/pipelines/:id/versions",
  tag,
  summary: label("流程版本", "Versions of a pipeline"),
  description: label(
    "返回各个版本：何时、由谁、为什么发布。",
    "Its versions: when, by whom and why each was published.",
  ),
  answer: data(list(VersionRow)),
  errors,
});
