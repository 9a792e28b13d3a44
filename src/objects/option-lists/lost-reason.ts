import { label } from "../../shared/i18n/label.ts";
import { options } from "../../shared/metadata/field.ts";

/** The upper level of why deals are lost. */
const PRICE = label("价格", "Price");
const PRODUCT = label("产品", "Product");
const COMPETITION = label("竞争", "Competition");
const CUSTOMER = label("客户", "Customer");
const OURS = label("自身", "Ours");

/**
 * Why deals are lost, in two levels: the cause, and the group that it belongs to. The label says both, as it
 * stands alone in lists and files.
 */
export const LOST_REASONS = options([
  {
    name: "price_too_high",
    label: label("价格：高于竞争对手", "Price: higher than a competitor"),
    group: PRICE,
  },
  { name: "price_over_budget", label: label("价格：超出客户预算", "Price: over budget"), group: PRICE },
  { name: "price_terms", label: label("价格：付款条件谈不拢", "Price: payment terms"), group: PRICE },
  {
    name: "product_function",
    label: label("产品：功能或参数不满足", "Product: features or specification"),
    group: PRODUCT,
  },
  { name: "product_quality", label: label("产品：质量顾虑", "Product: quality concerns"), group: PRODUCT },
  { name: "product_delivery", label: label("产品：交期太长", "Product: delivery too late"), group: PRODUCT },
  {
    name: "competitor_relation",
    label: label("竞争：对手关系更深", "Competition: stronger relationship"),
    group: COMPETITION,
  },
  {
    name: "competitor_incumbent",
    label: label("竞争：客户沿用原供应商", "Competition: stayed with existing supplier"),
    group: COMPETITION,
  },
  {
    name: "customer_cancelled",
    label: label("客户：项目取消", "Customer: project cancelled"),
    group: CUSTOMER,
  },
  {
    name: "customer_postponed",
    label: label("客户：项目推迟", "Customer: project postponed"),
    group: CUSTOMER,
  },
  { name: "customer_budget", label: label("客户：没有预算", "Customer: no budget"), group: CUSTOMER },
  { name: "customer_silent", label: label("客户：失去联系", "Customer: went silent"), group: CUSTOMER },
  { name: "ours_slow", label: label("自身：响应不及时", "Ours: slow response"), group: OURS },
  { name: "ours_no_capacity", label: label("自身：产能或资源不足", "Ours: no capacity"), group: OURS },
  { name: "other", label: label("其他", "Other") },
]);
