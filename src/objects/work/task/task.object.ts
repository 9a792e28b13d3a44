import { label } from "../../../shared/i18n/label.ts";
import { STAGED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const task = defineObject({
  name: "task",
  label: label("任务", "Task"),
  plural: label("任务", "Tasks"),
  icon: "check-square",
  area: "today",
  title: "subject",
  sharing: { parent: "regarding", or_owner: true },
  timeline: { by: "regarding", at: "created_at" },
  handed_over: {
    to: "collaborator",
    shows: ["subject", "status", "due_date", "priority", "description", "result", "handed_at", "done_at"],
  },
  fields: {
    subject: {
      kind: "text",
      label: label("任务", "Subject"),
      example: "给王经理发送报价单",
      required: true,
      searchable: true,
      max_length: 200,
    },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      required: true,
      indexed: true,
      default: "open",
      options: [
        { name: "open", label: label("待办", "Open"), status: "open", color: "blue" },
        { name: "done", label: label("已完成", "Done"), status: "done", color: "green" },
        { name: "cancelled", label: label("已取消", "Cancelled"), status: "cancelled" },
      ],
    },
    due_date: { kind: "date", label: label("截止日期", "Due date"), indexed: true },
    priority: {
      kind: "select",
      label: label("优先级", "Priority"),
      default: "normal",
      options: [
        { name: "high", label: label("高", "High"), color: "red" },
        { name: "normal", label: label("普通", "Normal") },
        { name: "low", label: label("低", "Low") },
      ],
    },
    regarding: {
      kind: "link",
      targets: ["account", "contact", "lead", "opportunity", STAGED],
      on_delete: "cascade",
      label: label("关联", "Regarding"),
      indexed: true,
      inverse: { label: label("任务", "Tasks") },
    },
    also_regarding: {
      kind: "links",
      lengthens: "regarding",
      targets: ["account", "contact", "lead", "opportunity", STAGED],
      label: label("同时关联", "Also regarding"),
      description: label(
        "还涉及的其他记录，会同样显示在它们的页面上",
        "Other records it is about; it is shown on their pages too",
      ),
      indexed: true,
    },
    done_at: { kind: "datetime", label: label("完成时间", "Done at"), computed: true, indexed: true },
    description: { kind: "long_text", label: label("说明", "Description") },
    /** Whom it is handed to who has no roles, by whom, and what of the record they may see meanwhile. */
    collaborator: { kind: "person", label: label("协作者", "Collaborator"), computed: true, indexed: true },
    handed_by: { kind: "person", label: label("由谁转交", "Handed over by"), computed: true },
    handed_at: { kind: "datetime", label: label("转交时间", "Handed over"), computed: true },
    opened: { kind: "json", label: label("开放的字段", "Opened fields"), computed: true, internal: true },
    result: { kind: "long_text", label: label("协作结果", "Result"), computed: true },
    /**
     * Set on tasks that a stage made: which template, for which entry into the stage, and whether a gate
     * waits for it.
     */
    template: {
      kind: "text",
      label: label("任务模板", "Template"),
      internal: true,
      indexed: true,
      max_length: 100,
    },
    stage_entry: {
      kind: "text",
      label: label("阶段进入记录", "Stage entry"),
      internal: true,
      indexed: true,
      max_length: 100,
    },
    mandatory: {
      kind: "boolean",
      label: label("必做", "Mandatory"),
      description: label("未完成时不能推进阶段", "The stage cannot be left before it is done"),
      default: false,
    },
  },
  list: { columns: ["subject", "regarding", "due_date", "priority", "status", "owner"], sort: "due_date" },
  sections: [
    {
      label: label("任务", "Task"),
      fields: ["subject", "regarding", "also_regarding", "owner", "due_date", "priority", "status"],
    },
    { label: label("其他", "Other"), fields: ["description", "mandatory", "done_at", "department"] },
    { label: label("协作", "Collaboration"), fields: ["collaborator", "handed_by", "handed_at", "result"] },
  ],
});
