import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * A promise of time about records of an object: it begins where `start` holds, rests while `pause` does, is kept
 * where `stop` holds before the target has passed.
 */
export const serviceLevel = defineObject({
  name: "service_level",
  label: label("时限", "Service level"),
  plural: label("时限", "Service levels"),
  icon: "clock",
  title: "name",
  spoken_title: "label",
  sharing: "everyone",
  internal: true,
  fields: {
    name: { kind: "text", label: label("名称", "Name"), required: true, indexed: true, max_length: 100 },
    label: { kind: "json", label: label("显示名称", "Shown as"), required: true },
    object: { kind: "text", label: label("对象", "Object"), required: true, indexed: true, max_length: 60 },
    start: {
      kind: "long_text",
      label: label("开始条件", "Begins when"),
      example: 'status == "open"',
      required: true,
      max_length: 4000,
    },
    pause: { kind: "long_text", label: label("暂停条件", "Rests while"), max_length: 4000 },
    stop: {
      kind: "long_text",
      label: label("完成条件", "Is kept when"),
      example: 'status == "done"',
      required: true,
      max_length: 4000,
    },
    target: {
      kind: "json",
      label: label("时限", "Target"),
      description: label("数量和单位，如 4 个工作小时", "An amount and its unit, such as 4 hours of work"),
      example: '{"amount": 4, "unit": "working_hours"}',
      required: true,
    },
    warn: {
      kind: "json",
      label: label("提前提醒", "Warning"),
      description: label("到期前多久提醒负责人", "So long before the target the owner is told"),
    },
    escalate: {
      kind: "json",
      label: label("超时升级", "Escalation"),
      description: label("超时多久之后通知谁", "Who is told so long after the target"),
    },
    active: { kind: "boolean", label: label("启用", "Active"), default: false },
  },
  unique: [{ fields: ["name"], fold: true }],
  list: { columns: ["name", "object", "active"], sort: "name" },
});
