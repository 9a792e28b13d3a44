import { label } from "../../../../shared/i18n/label.ts";
import { STAGED } from "../../../../shared/metadata/field.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/** A request for a consent. Its owner is who asked; whoever is asked reads it through GET /approvals. */
export const approvalRequestObject = defineObject({
  name: "approval_request",
  label: label("审批申请", "Approval request"),
  plural: label("审批申请", "Approval requests"),
  icon: "check",
  title: "subject",
  sharing: { personal: "read" },
  internal: true,
  fields: {
    subject: { kind: "text", label: label("事项", "Subject"), computed: true, max_length: 500 },
    regarding: {
      kind: "link",
      targets: ["lead", "opportunity", STAGED],
      on_delete: "cascade",
      label: label("记录", "Record"),
      computed: true,
      indexed: true,
    },
    what: { kind: "json", label: label("申请内容", "Request"), computed: true },
    reason: { kind: "long_text", label: label("申请理由", "Reason"), computed: true },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      computed: true,
      silent: false,
      indexed: true,
      options: [
        { name: "waiting", label: label("待审批", "Waiting"), status: "open" },
        { name: "approved", label: label("已同意", "Approved"), status: "done" },
        { name: "refused", label: label("已退回", "Rejected"), status: "lost" },
        { name: "withdrawn", label: label("已撤回", "Withdrawn"), status: "cancelled" },
        { name: "returned", label: label("同意后未能执行", "Approved, not completed"), status: "lost" },
        { name: "void", label: label("已失效", "No longer valid"), status: "cancelled" },
      ],
    },
    approver: { kind: "person", label: label("审批人", "Approver"), computed: true, silent: false },
    approver_role: {
      kind: "text",
      label: label("审批角色", "Approving role"),
      computed: true,
      silent: false,
      indexed: true,
      max_length: 60,
    },
    decided_by: { kind: "person", label: label("由谁审批", "Decided by"), computed: true },
    decided_at: { kind: "datetime", label: label("审批时间", "Decided"), computed: true },
    comment: { kind: "long_text", label: label("审批意见", "Comment"), computed: true },
    reasons: { kind: "json", label: label("未能执行的原因", "Why it was not completed"), computed: true },
    /** Who carries the consent out, and what they were told to do. */
    handler: {
      kind: "text",
      label: label("处理程序", "Handler"),
      computed: true,
      internal: true,
      max_length: 60,
    },
    intent: { kind: "json", label: label("执行内容", "Intent"), computed: true, internal: true },
    /**
     * What was supplied with it, counted and named: ticks, answers, files, tasks. The evidence itself stands
     * on the record.
     */
    supplied: {
      kind: "json",
      label: label("已提供的材料", "Evidence provided"),
      computed: true,
      internal: true,
    },
    need: {
      kind: "text",
      label: label("所需审批", "Approval needed"),
      computed: true,
      internal: true,
      max_length: 120,
    },
    /** Requests of one intent: it is carried out with the last consent. */
    batch: {
      kind: "text",
      label: label("批次", "Batch"),
      computed: true,
      internal: true,
      indexed: true,
      max_length: 60,
    },
    /** Set while it waits: one open request per record, move and need. */
    open_key: {
      kind: "text",
      label: label("进行中标识", "Key while open"),
      computed: true,
      internal: true,
      max_length: 300,
    },
    language: {
      kind: "text",
      label: label("语言", "Language"),
      computed: true,
      internal: true,
      max_length: 12,
    },
    narrowed_to: {
      kind: "text",
      label: label("限定角色", "Limited to roles"),
      computed: true,
      internal: true,
      max_length: 60,
    },
  },
  unique: [{ fields: ["open_key"] }],
  list: {
    columns: ["subject", "status", "approver", "approver_role", "created_at", "decided_at"],
    sort: "-created_at",
  },
});
