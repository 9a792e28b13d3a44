import { label } from "../../../../shared/i18n/label.ts";
import { STAGED } from "../../../../shared/metadata/field.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * One stay of a record in a stage. Rows of the pipeline's ledger, seen through a view, so that every figure
 * about stages has records behind it.
 */
export const stageVisitObject = defineObject({
  name: "stage_visit",
  label: label("阶段停留", "Stage visit"),
  plural: label("阶段停留", "Stage visits"),
  icon: "history",
  title: "stage",
  sharing: { parent: "record", tells_stage: true },
  internal: true,
  ledger: true,
  fields: {
    record: {
      kind: "link",
      targets: [STAGED],
      on_delete: "cascade",
      label: label("记录", "Record"),
      computed: true,
    },
    pipeline: {
      kind: "link",
      targets: ["pipeline"],
      on_delete: "refuse",
      label: label("流程", "Pipeline"),
      computed: true,
    },
    stage: { kind: "text", label: label("阶段", "Stage"), computed: true },
    stage_type: {
      kind: "select",
      label: label("状态类型", "Stage type"),
      computed: true,
      options: [
        { name: "open", label: label("进行中", "Open"), status: "open" },
        { name: "won", label: label("赢单", "Won"), status: "won" },
        { name: "lost", label: label("输单", "Lost"), status: "lost" },
      ],
    },
    entered_at: { kind: "datetime", label: label("进入时间", "Entered"), computed: true },
    left_at: { kind: "datetime", label: label("离开时间", "Left"), computed: true },
    entered_by: { kind: "person", label: label("由谁推进到此", "Entered by"), computed: true },
    left_by: { kind: "person", label: label("由谁推进离开", "Left by"), computed: true },
    road: { kind: "text", label: label("来源", "Source"), computed: true },
    imported: { kind: "boolean", label: label("来自导入的历史", "From imported history"), computed: true },
    previous_stage: { kind: "text", label: label("上一阶段", "Previous stage"), computed: true },
    next_stage: { kind: "text", label: label("下一阶段", "Next stage"), computed: true },
    reason: { kind: "long_text", label: label("原因", "Reason"), computed: true },
    override: { kind: "long_text", label: label("特批原因", "Reason for the exception"), computed: true },
    calendar_days: {
      kind: "decimal",
      scale: 12,
      label: label("停留天数（自然日）", "Calendar days"),
      description: label("离开该阶段后计算", "Calculated once the record has left the stage"),
      computed: true,
    },
    working_days: {
      kind: "integer",
      label: label("停留天数（工作日）", "Working days"),
      description: label("离开该阶段后计算", "Calculated once the record has left the stage"),
      computed: true,
    },
  },
  list: {
    columns: ["record", "stage", "entered_at", "left_at", "calendar_days", "working_days", "entered_by"],
    sort: "-entered_at",
  },
});
