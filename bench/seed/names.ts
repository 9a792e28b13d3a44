import { INDUSTRIES } from "../../src/modules/data/demo/server/vocabulary/industries.ts";
import type { Chance } from "./chance.ts";

const FIRST = [..."恒华宏润瑞安泰盛金鑫博科海江东南北中天地人和永兴隆昌德信诚达通远方正大同光明新元亨利贞"];
const SECOND = [..."润达泰源盛瑞丰茂林森海洋川峰岳宇辰星月阳光辉煌业创智慧联合众诚信义仁礼和平安康健美华"];
export const CITIES = [
  "苏州",
  "上海",
  "无锡",
  "常州",
  "南京",
  "杭州",
  "宁波",
  "深圳",
  "广州",
  "天津",
  "北京",
  "青岛",
  "武汉",
  "成都",
  "重庆",
  "西安",
  "长沙",
  "合肥",
  "郑州",
  "沈阳",
];
export const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"];
export const GIVEN = [
  "伟",
  "敏",
  "静",
  "强",
  "磊",
  "洋",
  "艳",
  "勇",
  "军",
  "杰",
  "娟",
  "涛",
  "明",
  "超",
  "秀兰",
  "霞",
  "平",
  "刚",
  "桂英",
  "建国",
  "志强",
  "海燕",
  "晓东",
  "文博",
];
export const TITLES = [
  { title: "总经理", role: "decider" },
  { title: "设备部经理", role: "influencer" },
  { title: "仪表工程师", role: "user" },
  { title: "采购经理", role: "buyer" },
] as const;
export const PRODUCTS = [
  ["EM-100", "电磁流量计", "12000"],
  ["UF-200", "超声波流量计", "18000"],
  ["PT-300", "压力变送器", "3500"],
  ["LT-400", "雷达液位计", "9800"],
  ["TT-500", "温度变送器", "1800"],
  ["CV-600", "气动调节阀", "15000"],
  ["PH-700", "在线 PH 分析仪", "22000"],
  ["VX-800", "涡街流量计", "8600"],
] as const;

/** A company as it is registered: place, brand, trade, form. */
export function companyName(chance: Chance): {
  readonly name: string;
  readonly brand: string;
  readonly city: string;
  readonly industry: string;
} {
  const brand = `${chance.pick(FIRST)}${chance.pick(SECOND)}`;
  const { name, trade } = chance.pick(INDUSTRIES);
  return {
    name: `${brand}${trade["zh-CN"]}有限公司`,
    brand: `${brand}${trade["zh-CN"]}`,
    city: chance.pick(CITIES),
    industry: name["zh-CN"],
  };
}
