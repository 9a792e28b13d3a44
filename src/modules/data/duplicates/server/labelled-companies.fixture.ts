/**
 * A thousand companies of which it is known who is whom: `same` numbers the real company behind a row.
 * Deterministic.
 */
export interface Labelled {
  readonly name: string;
  readonly phone: string | null;
  readonly same: number;
}

const CITIES = [
  "苏州",
  "无锡",
  "宁波",
  "杭州",
  "上海",
  "深圳",
  "东莞",
  "佛山",
  "青岛",
  "武汉",
  "成都",
  "西安",
  "常州",
  "南京",
  "厦门",
  "合肥",
  "长沙",
  "天津",
  "大连",
  "嘉兴",
];
const FIRST = [..."恒鼎瑞博汇凯腾翔锐诺盛泰华新中联金宏远达安顺嘉德明信科力源创智海天东方正祥丰茂"];
const SECOND = [..."润泰博鑫诚达力威科强峰捷创联通宇邦裕康龙晟翔昌利德安宏阳洋宝昊伟铭浩"];
const TRADES = [
  "精密机械",
  "自动化设备",
  "仪器仪表",
  "新材料科技",
  "环保工程",
  "电子科技",
  "流体控制",
  "塑料模具",
  "机电设备",
  "食品机械",
  "化工",
  "半导体",
];
const HOMOPHONES: Readonly<Record<string, string>> = {
  润: "闰",
  博: "柏",
  诚: "成",
  达: "答",
  威: "薇",
  科: "柯",
  强: "墙",
  峰: "锋",
  捷: "杰",
  联: "莲",
  通: "童",
  宇: "羽",
  康: "糠",
  龙: "隆",
  昌: "猖",
  利: "丽",
  安: "氨",
  宏: "弘",
  阳: "扬",
  宝: "保",
  伟: "玮",
  铭: "茗",
  浩: "皓",
  泰: "太",
};

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Company {
  readonly city: string;
  readonly brand: string;
  readonly trade: string;
  readonly phone: string;
}
const full = ({ city, brand, trade }: Company, form = "有限公司") => `${city}${brand}${trade}${form}`;

/** How people write a company that is there already. */
const REWRITTEN: readonly ((company: Company) => { name: string; phone?: string })[] = [
  (one) => ({ name: full(one, "有限责任公司") }),
  (one) => ({ name: `${one.city}市${one.brand}${one.trade}有限公司` }),
  (one) => ({ name: `${one.brand}${one.trade}(${one.city})有限公司` }),
  (one) => ({ name: `${one.brand}${one.trade}（${one.city}）有限公司` }),
  (one) => ({ name: full(one, "公司") }),
  (one) => ({ name: ` ${one.city} ${one.brand}${one.trade} 有限公司 ` }),
  (one) => ({ name: `${one.city}${one.brand}${one.trade}` }),
  (one) => ({ name: `${one.city}${one.brand}` }),
  (one) => ({ name: `${one.brand}${one.trade}有限公司` }),
  (one) => ({
    name: full({
      ...one,
      brand: [...one.brand].map((character) => HOMOPHONES[character] ?? character).join(""),
    }),
  }),
  (one) => ({ name: full(one).replace("机械", "机器").replace("设备", "装备").replace("科技", "科技术") }),
  (one) => ({
    name: `${one.brand}（${one.city}）`,
    phone: `+86 ${one.phone.slice(0, 3)}-${one.phone.slice(3, 7)}-${one.phone.slice(7)}`,
  }),
];
/** Companies that look like another one and are not. */
const UNLIKE: readonly ((company: Company, other: string) => string)[] = [
  (one, city) => full({ ...one, city }),
  (one) => full(one, "集团有限公司"),
  (one) => full({ ...one, trade: one.trade === "化工" ? "半导体" : "化工" }),
  (one) => full({ ...one, brand: `${one.brand}鹏` }),
  (one) => full(one, "有限公司分公司"),
];

export function labelledCompanies(): readonly Labelled[] {
  const next = dice(20261);
  const pick = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(next() * all.length)];
    if (found === undefined) throw new Error("nothing to pick");
    return found;
  };
  const rows: Labelled[] = [];
  const taken = new Set<string>();
  let number = 0;
  while (rows.length < 1000) {
    const brand = pick(FIRST) + pick(SECOND);
    if (taken.has(brand)) continue;
    taken.add(brand);
    const one: Company = {
      city: pick(CITIES),
      brand,
      trade: pick(TRADES),
      phone: `139${String(10_000_000 + number * 37)}`,
    };
    rows.push({ name: full(one), phone: one.phone, same: number });
    const chance = next();
    if (chance < 0.35) {
      const again = pick(REWRITTEN)(one);
      rows.push({ name: again.name, phone: again.phone ?? null, same: number });
    } else if (chance < 0.6) {
      const otherCity = pick(CITIES.filter((city) => city !== one.city));
      rows.push({ name: pick(UNLIKE)(one, otherCity), phone: null, same: 100_000 + number });
    }
    number += 1;
  }
  return rows.slice(0, 1000);
}
