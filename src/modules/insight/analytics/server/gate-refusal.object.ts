import { label } from "../../../../shared/i18n/label.ts";
import { STAGED } from "../../../../shared/metadata/field.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * A move that a gate refused. Rows of the pipeline's own table, seen through a view, so that a pass rate has
 * records behind it.
 */
export const gateRefusalObject = defineObject({
  name: "gate_refusal",
  label: label("被拦下的推进", "Blocked move"),
  plural: label("被拦下的推进", "Blocked moves"),
  icon: "lock",
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
    previous_stage: { kind: "text", label: label("所在阶段", "Current stage"), computed: true },
    stage: { kind: "text", label: label("目标阶段", "Target stage"), computed: true },
    tried_at: { kind: "datetime", label: label("时间", "When"), computed: true },
    tried_by: { kind: "person", label: label("由谁推进", "Tried by"), computed: true },
  },
  list: { columns: ["record", "stage", "tried_at", "tried_by"], sort: "-tried_at" },
});
