import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * A way through stages. `definition` is what holds now, `draft` what is being edited; both as in
 * `PipelineDefinition`.
 */
export const pipelineObject = defineObject({
  name: "pipeline",
  label: label("流程", "Pipeline"),
  plural: label("流程", "Pipelines"),
  icon: "branches",
  title: "title",
  sharing: "everyone",
  internal: true,
  fields: {
    name: {
      kind: "text",
      label: label("代码", "Code"),
      required: true,
      fixed: true,
      indexed: true,
      max_length: 60,
    },
    /** The label in the company's language, for lists and links. */
    title: { kind: "text", label: label("标题", "Title"), internal: true, max_length: 500 },
    object: {
      kind: "text",
      label: label("对象", "Object"),
      required: true,
      fixed: true,
      indexed: true,
      max_length: 80,
    },
    label: { kind: "json", label: label("名称", "Name"), required: true },
    default: {
      kind: "boolean",
      label: label("默认", "Default"),
      description: label("没有指定流程的新记录使用它", "Used for new records without a pipeline"),
      default: false,
    },
    default_for: {
      kind: "department",
      label: label("默认用于部门", "Default for department"),
      description: label("为空时适用于全公司", "If empty: for the whole company"),
    },
    /** GET /pipelines tells it, without what the gates read and the caller may not. */
    definition: {
      kind: "json",
      label: label("已发布的定义", "Published definition"),
      ability: "pipelines.manage",
    },
    published_version: { kind: "integer", label: label("已发布版本", "Published version") },
    published_at: { kind: "datetime", label: label("发布时间", "Published at") },
    draft: { kind: "json", label: label("草稿", "Draft"), ability: "pipelines.manage" },
    /** A version that holds for some departments only: `PilotState`. */
    pilot: { kind: "json", label: label("试点", "Pilot"), internal: true },
    retired: {
      kind: "boolean",
      label: label("停用", "Retired"),
      description: label("不再用于新记录", "No longer used for new records"),
      default: false,
    },
  },
  unique: [{ fields: ["object", "name"] }],
  list: { columns: ["name", "object", "default", "published_version", "published_at"], sort: "object,name" },
});

/** What a pipeline said from one publication to the next. Never changed. */
export const pipelineVersionObject = defineObject({
  name: "pipeline_version",
  label: label("流程版本", "Pipeline version"),
  plural: label("流程版本", "Pipeline versions"),
  title: "id",
  sharing: "everyone",
  internal: true,
  fields: {
    pipeline: {
      kind: "link",
      targets: ["pipeline"],
      on_delete: "cascade",
      label: label("流程", "Pipeline"),
      required: true,
      fixed: true,
      indexed: true,
    },
    number: { kind: "integer", label: label("版本号", "Number"), required: true, fixed: true, min: 1 },
    definition: {
      kind: "json",
      label: label("定义", "Definition"),
      required: true,
      fixed: true,
      ability: "pipelines.manage",
    },
    /** {removed stage: stage that its records moved to} */
    map: { kind: "json", label: label("阶段对应", "Stage mapping"), fixed: true },
  },
  unique: [{ fields: ["pipeline", "number"] }],
  list: { columns: ["pipeline", "number", "created_at", "created_by"], sort: "-number" },
});
