import type { StageFacts } from "./deal-rows.ts";

/**
 * Stages of the shipped sales pipeline as deals keep them. The test against `save` tells when they change.
 */
export const STAGES: readonly StageFacts[] = [
  { name: "discovery", type: "open", probability: "10", forecast_category: "pipeline" },
  { name: "needs", type: "open", probability: "20", forecast_category: "pipeline" },
  { name: "solution", type: "open", probability: "40", forecast_category: "pipeline" },
  { name: "proposal", type: "open", probability: "60", forecast_category: "best_case" },
  { name: "negotiation", type: "open", probability: "80", forecast_category: "commit" },
  { name: "won", type: "won", probability: "100", forecast_category: "closed" },
  { name: "lost", type: "lost", probability: "0", forecast_category: "omitted" },
];
export const stageAt = (at: number): StageFacts => {
  const stage = STAGES[at];
  if (!stage) throw new Error(`no stage ${at}`);
  return stage;
};
export const [LAST_OPEN, WON, LOST] = [4, 5, 6] as const;
export const SOURCES = ["website", "referral", "exhibition", "cold_call"] as const;
export const LOST_REASONS = [
  "price_too_high",
  "competitor_relation",
  "customer_budget",
  "customer_silent",
] as const;
export const NEXT_STEPS: readonly string[] = [
  "周四带技术部到现场勘测",
  "等客户确认技术参数",
  "下周提交正式报价",
  "约采购经理谈付款条件",
  "请售前准备方案演示",
  "跟进客户立项进度",
  "寄送样机并安排试用",
];
