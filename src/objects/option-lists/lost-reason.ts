import { label } from "../../shared/i18n/label.ts";
import type { SelectOption } from "../../shared/metadata/field.ts";

/** Why deals are lost: family and cause in one option. */
export const LOST_REASONS: readonly SelectOption[] = [
  { name: "price_too_high", label: label("价格：高于竞争对手", "Price: above a competitor") },
  { name: "price_over_budget", label: label("价格：超出客户预算", "Price: above the budget") },
  { name: "price_terms", label: label("价格：付款条件谈不拢", "Price: payment terms") },
  { name: "product_function", label: label("产品：功能或参数不满足", "Product: function or specification") },
  { name: "product_quality", label: label("产品：质量顾虑", "Product: quality concerns") },
  { name: "product_delivery", label: label("产品：交期太长", "Product: delivery too late") },
  { name: "competitor_relation", label: label("竞争：对手关系更深", "Competition: stronger relationship") },
  { name: "competitor_incumbent", label: label("竞争：客户沿用原供应商", "Competition: stayed with the incumbent") },
  { name: "customer_cancelled", label: label("客户：项目取消", "Customer: project cancelled") },
  { name: "customer_postponed", label: label("客户：项目推迟", "Customer: project postponed") },
  { name: "customer_budget", label: label("客户：没有预算", "Customer: no budget") },
  { name: "customer_silent", label: label("客户：失去联系", "Customer: went silent") },
  { name: "ours_slow", label: label("自身：响应不及时", "Ours: slow response") },
  { name: "ours_no_capacity", label: label("自身：产能或资源不足", "Ours: no capacity") },
  { name: "other", label: label("其他", "Other") },
];
