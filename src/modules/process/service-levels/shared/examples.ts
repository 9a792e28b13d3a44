import { label } from "../../../../shared/i18n/label.ts";

export const SHIPPED = "sluice";
/** What a company begins with, not in force. */
export const EXAMPLES = [
  {
    name: "urgent_task",
    label: label("紧急任务 4 小时内完成", "Urgent tasks within 4 hours"),
    object: "task",
    start: 'status == "open" && priority == "high"',
    stop: 'status != "open"',
    target: { amount: 4, unit: "working_hours" },
    warn: { amount: 1, unit: "working_hours" },
    escalate: [{ after: { amount: 1, unit: "working_hours" }, to: "manager" }],
  },
  {
    name: "consent_in_a_day",
    label: label("审批一个工作日内答复", "Consents within a working day"),
    object: "approval_request",
    start: 'status == "waiting"',
    stop: 'status != "waiting"',
    target: { amount: 1, unit: "working_days" },
    warn: { amount: 2, unit: "working_hours" },
    escalate: [{ after: { amount: 2, unit: "working_hours" }, to: "manager" }],
  },
] as const;
