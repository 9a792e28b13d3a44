import { label } from "../../shared/i18n/label.ts";
import { options } from "../../shared/metadata/field.ts";

/** Where business comes from, in three families: online, offline, from within. */
export const SOURCES = options([
  { name: "website", label: label("官网", "Website"), color: "cyan" },
  { name: "organic_search", label: label("自然搜索", "Organic search"), color: "cyan" },
  { name: "paid_search", label: label("搜索广告", "Paid search"), color: "cyan" },
  { name: "content", label: label("内容营销", "Content"), color: "cyan" },
  { name: "social_media", label: label("社交媒体", "Social media"), color: "cyan" },
  { name: "online_chat", label: label("在线咨询", "Online chat"), color: "cyan" },
  { name: "webinar", label: label("线上研讨会", "Webinar"), color: "cyan" },
  { name: "direct_traffic", label: label("直接访问", "Direct traffic"), color: "cyan" },
  { name: "exhibition", label: label("展会", "Exhibition"), color: "blue" },
  { name: "conference", label: label("行业会议", "Conference"), color: "blue" },
  { name: "visit", label: label("陌生拜访", "Cold visit"), color: "blue" },
  { name: "cold_call", label: label("电话开发", "Cold call"), color: "blue" },
  { name: "partner", label: label("渠道伙伴", "Partner"), color: "blue" },
  { name: "tender", label: label("招投标信息", "Public tender"), color: "blue" },
  { name: "referral", label: label("客户转介绍", "Customer referral"), color: "purple" },
  { name: "cross_sell", label: label("老客户增购", "Cross-sell"), color: "purple" },
  { name: "repurchase", label: label("老客户复购", "Repurchase"), color: "purple" },
  { name: "service", label: label("售后反馈", "Service feedback"), color: "purple" },
  { name: "other", label: label("其他", "Other") },
]);
