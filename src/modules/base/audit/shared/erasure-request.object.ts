import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * A person's wish, or a duty, that what is kept of them be erased. Says of whom by link only, so that it may
 * stay.
 */
export const erasureRequest = defineObject({
  name: "erasure_request",
  label: label("个人信息删除申请", "Erasure request"),
  plural: label("个人信息删除申请", "Erasure requests"),
  icon: "shield",
  title: "number",
  sharing: "everyone",
  internal: true,
  fields: {
    number: {
      kind: "auto_number",
      format: "PI-{YYYY}-{0000}",
      period: "year",
      label: label("申请编号", "Number"),
    },
    subject: {
      kind: "link",
      targets: ["contact", "lead", "user"],
      on_delete: "clear",
      label: label("信息主体", "Data subject"),
      computed: true,
      silent: false,
      indexed: true,
    },
    legal_basis: {
      kind: "select",
      label: label("删除依据", "Legal basis"),
      computed: true,
      silent: false,
      options: [
        { name: "asked", label: label("本人要求删除", "The person requested it") },
        { name: "consent_withdrawn", label: label("本人撤回同意", "Consent was withdrawn") },
        {
          name: "purpose_done",
          label: label("处理目的已实现或不再必要", "The purpose has been fulfilled or no longer applies"),
        },
        { name: "period_over", label: label("保存期限已届满", "The retention period has ended") },
        { name: "unlawful", label: label("违法或违约处理", "Processed unlawfully") },
      ],
    },
    reason: {
      kind: "long_text",
      label: label("说明", "Explanation"),
      personal: true,
      computed: true,
      silent: false,
      max_length: 1000,
    },
    attachments: {
      kind: "boolean",
      label: label("连同备注与附件", "Notes and files too"),
      computed: true,
      silent: false,
    },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      computed: true,
      silent: false,
      indexed: true,
      options: [
        { name: "open", label: label("待批准", "Waiting for approval"), status: "open" },
        { name: "rejected", label: label("已驳回", "Rejected"), status: "cancelled" },
        { name: "executing", label: label("执行中", "In progress"), status: "active" },
        { name: "done", label: label("已删除", "Erased"), status: "done" },
      ],
    },
    decided_by: { kind: "person", label: label("审批人", "Decided by"), computed: true, silent: false },
    decided_at: { kind: "datetime", label: label("审批时间", "Decided at"), computed: true, silent: false },
    executed_at: {
      kind: "datetime",
      label: label("执行时间", "Completed at"),
      computed: true,
      silent: false,
    },
    /** {erased: {place: count}, kept: {object: count}, found: {table: count}} */
    outcome: { kind: "json", label: label("结果", "Outcome"), computed: true, silent: false },
  },
  list: {
    columns: ["number", "subject", "legal_basis", "status", "created_by", "decided_by", "executed_at"],
    sort: "-created_at",
  },
});
