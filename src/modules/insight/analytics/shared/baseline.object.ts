import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * A figure as it was on a day, with the question, the cut-off and the records, so that it can be worked out
 * again. Its maker's, who may show it to others: the figures are over what he saw. What it was made of is
 * told by its endpoints, which heed what the reader may see of the records themselves.
 */
export const baselineObject = defineObject({
  name: "baseline",
  label: label("数据快照", "Baseline"),
  plural: label("数据快照", "Baselines"),
  icon: "pin",
  title: "name",
  sharing: { personal: "keep", shared: true },
  internal: true,
  fields: {
    name: { kind: "text", label: label("名称", "Name"), required: true, max_length: 100 },
    metric: {
      kind: "select",
      label: label("指标", "Metric"),
      required: true,
      computed: true,
      options: [
        { name: "funnel", label: label("漏斗", "Funnel") },
        { name: "win_rate", label: label("赢单率", "Win rate") },
        { name: "cycle", label: label("成交周期", "Sales cycle") },
        { name: "movement", label: label("商机变动", "Pipeline movement") },
        // Which one, its question says: the options of a record cannot name what later modules bring.
        { name: "added", label: label("其他指标", "Other metric") },
      ],
    },
    question: { kind: "json", label: label("参数", "Parameters"), computed: true, program_only: true },
    cut_off: { kind: "datetime", label: label("数据截止时间", "Data cut-off"), computed: true },
    log_position: { kind: "integer", label: label("日志位置", "Log position"), computed: true },
    figures: { kind: "json", label: label("数值", "Figures"), computed: true, program_only: true },
    record_ids: { kind: "json", label: label("记录", "Records"), computed: true, program_only: true },
    record_count: { kind: "integer", label: label("记录数", "Number of records"), computed: true },
  },
  list: { columns: ["name", "metric", "cut_off", "record_count", "created_at"], sort: "-created_at" },
});
