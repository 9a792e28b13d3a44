import type { Random } from "../src/modules/demo/server/random.ts";

const FIRST = [..."恒华宏润瑞安泰盛金鑫博科海江东南北中天地人和永兴隆昌德信诚达通远方正大同光明新元亨利贞"];
const SECOND = [..."润达泰源盛瑞丰茂林森海洋川峰岳宇辰星月阳光辉煌业创智慧联合众诚信义仁礼和平安康健美华"];
const TRADES = ["精密机械", "食品", "水务", "制药", "化工", "纸业", "特钢", "环保科技"];
const CITIES = ["苏州", "上海", "无锡", "常州", "南京", "杭州", "宁波", "深圳", "广州", "天津", "北京", "青岛"];

/** A company's name as it is registered. */
export const accountName = (random: Random, at: number): string =>
  `${random.pick(FIRST)}${random.pick(SECOND)}${random.pick(TRADES)}${random.pick(CITIES)}${at > 0 ? at : ""}有限公司`;
/** Two characters that a few in a thousand names begin with. */
export const question = (random: Random): string => `${random.pick(FIRST)}${random.pick(SECOND)}`;

export const CATALOG = [
  ["EM-100", "电磁流量计", "12000"],
  ["UF-200", "超声波流量计", "18000"],
  ["PT-300", "压力变送器", "3500"],
  ["LT-400", "雷达液位计", "9800"],
] as const;
