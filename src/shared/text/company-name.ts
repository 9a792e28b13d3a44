import { fold } from "./fold.ts";

export interface CompanyName {
  /** Folded, brackets in one form, nothing else changed. */
  readonly full: string;
  /** Where it says it is, e.g. 苏州; empty when it does not. */
  readonly region: string;
  /** What tells it from others: without region and legal form. Never empty. */
  readonly core: string;
  /** Its legal form as written, e.g. 有限公司; empty when there is none. */
  readonly form: string;
}

/** Longest first, so that 股份有限公司 is not read as 有限公司. */
const FORMS =
  /(?:集团股份有限公司|集团有限责任公司|集团有限公司|股份有限公司|有限责任公司|股份公司|有限公司|总公司|分公司|集团公司|集团|公司|股份|厂)$/;
const FOREIGN_FORMS =
  /[\s,.]+(?:co\.?,?\s*ltd|company limited|limited|ltd|incorporated|inc|corporation|corp|company|co|gmbh|ag|llc|plc|s\.?a|b\.?v|k\.?k|pte\.?\s*ltd)\.?$/;
const PLACES =
  "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|" +
  "石家庄|唐山|太原|沈阳|大连|长春|哈尔滨|大庆|南京|无锡|徐州|常州|苏州|南通|扬州|镇江|泰州|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|台州|合肥|芜湖|福州|厦门|泉州|南昌|济南|青岛|淄博|烟台|潍坊|" +
  "郑州|洛阳|武汉|宜昌|长沙|株洲|广州|深圳|珠海|佛山|东莞|中山|惠州|南宁|柳州|海口|成都|绵阳|贵阳|昆明|西安|宝鸡|兰州|西宁|银川|乌鲁木齐|昆山|张家港|江阴|常熟|义乌|慈溪";
const REGION = new RegExp(
  `^(?:(?:${PLACES})(?:省|市|自治区|特别行政区)?)+(?:[\\u4e00-\\u9fff]{2,3}(?:市|区|县))?`,
);
const BRACKETED = new RegExp(`\\((?:${PLACES}|中国|china)(?:省|市)?\\)`, "g");

/**
 * A company's name taken apart, to find the same company written another way. Foreign names lose Ltd, Inc and
 * the like.
 * @example readCompanyName("苏州恒润精密机械有限公司") // {region: "苏州", core: "恒润精密机械", form: "有限公司", …}
 */
export function readCompanyName(name: string): CompanyName {
  const full = fold(name)
    .replace(/[〔【［[（]/g, "(")
    .replace(/[〕】］\]）]/g, ")")
    .replace(/(?<=[\u4e00-\u9fff)])\s+|\s+(?=[\u4e00-\u9fff(])/g, "");
  const bracketed = full.match(BRACKETED)?.join("").replace(/[()]/g, "") ?? "";
  const bare = full.replace(BRACKETED, "");
  const form = (FORMS.exec(bare) ?? FOREIGN_FORMS.exec(bare))?.[0] ?? "";
  const named = form ? bare.slice(0, bare.length - form.length) : bare;
  const start = REGION.exec(named)?.[0] ?? "";
  const cut = named.length - start.length >= 2 ? start : "";
  return {
    full,
    region: cut || bracketed,
    core: named.slice(cut.length) || named || full,
    form: form.replace(/^[\s,.]+/, ""),
  };
}

/** The key under which two spellings of one company meet: the core without blanks and signs. */
export const companyKey = (name: string): string =>
  readCompanyName(name).core.replace(/[^\p{L}\p{N}]+/gu, "");
