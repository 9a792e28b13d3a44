import { readCompanyName, type CompanyName } from "../../../../shared/text/company-name.ts";
import { plainLetters, simplifiedOf } from "../../../../shared/text/simplified.ts";
import { pinyinOf } from "../../../../shared/text/pinyin.ts";

export type CompanyLikeness =
  | "same_name"
  | "same_core"
  | "sounds_same"
  | "short_form"
  | "one_character"
  | "same_group";

/** What companies of one trade share; what is left in front of it is the name proper. */
const TRADES =
  /(?:科技|技术|精密|机械|机电|设备|电子|电气|电器|仪器|仪表|自动化|智能|装备|制造|实业|贸易|商贸|工程|工业|新材料|材料|化工|环保|新能源|能源|信息|软件|网络|系统|控制|半导体|光电|五金|塑胶|塑料|注塑|模具|汽车|零部件|食品|医药|医疗|器械|生物|纺织|服饰|服装|建筑|建设|建材|物流|供应链|服务|咨询|管理|投资|发展|国际|进出口|流体|阀门|泵业|重工|钢铁|橡胶|包装|印刷|家居|家具|照明|通信|数控|激光|传动|轴承|电缆|线缆|制药|水务|冶金|铸造|锻造|机床|测控)+$/;

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** The name proper: 恒润 of 恒润精密机械. The whole core where nothing would be left. */
export function brandOf(core: string): string {
  const brand = core.replace(TRADES, "");
  return brand.length >= 2 ? brand : core;
}

export interface CompanyKeys {
  readonly name: CompanyName;
  readonly core: string;
  readonly brand: string;
  readonly pinyin: string;
  readonly region: string;
}

const NATION = /^(?:中国|china)$/;
const MOST_KNOWN = 10_000;
const known = new Map<string, CompanyKeys>();

/** One name is compared with many, and a file names the same ones again and again. */
export function companyKeysOf(text: string): CompanyKeys {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const keys = readKeys(text);
  known.set(text, keys);
  return keys;
}
function readKeys(text: string): CompanyKeys {
  // The same name in the other script, or without its accents, is the same name.
  const name = readCompanyName(plainLetters(simplifiedOf(text).toLowerCase()));
  const core = plain(name.core);
  const region = name.region.replace(/(?:特别行政区|自治区|[省市区县])/g, "");
  return {
    name,
    core,
    brand: plain(brandOf(core)),
    pinyin: pinyinOf(core),
    region: NATION.test(region) ? "" : region,
  };
}

/** Two places that cannot be one: neither lies in the other's name. */
const differ = (a: string, b: string): boolean => a !== "" && b !== "" && !a.includes(b) && !b.includes(a);

/** At most one character put in, left out or replaced. @example isOneApart("恒润机械", "恒润机器") // true */
export function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/**
 * How likely two names mean one company, 0 to 1, and why; null when nothing speaks for it. The same names in
 * two cities are two companies, a group and its member as well.
 */
export function compareCompanies(
  a: CompanyKeys,
  b: CompanyKeys,
): { readonly score: number; readonly why: CompanyLikeness } | null {
  if (plain(a.name.full) === plain(b.name.full)) return { score: 1, why: "same_name" };
  if (a.core.length < 2 || b.core.length < 2 || differ(a.region, b.region)) return null;
  const isGroup = (one: CompanyKeys) => one.name.form.includes("集团");
  const isBranch = (one: CompanyKeys) => one.name.form.includes("分公司") || one.name.form === "厂";
  const isOther =
    isGroup(a) !== isGroup(b) || (isBranch(a) !== isBranch(b) && a.name.form !== "" && b.name.form !== "");
  if (a.brand === b.brand && isOther) return { score: 0.7, why: "same_group" };
  if (a.core === b.core) return { score: 0.95, why: "same_core" };
  if (a.pinyin === b.pinyin && a.core.length === b.core.length && a.core.length >= 3)
    return { score: 0.9, why: "sounds_same" };
  return a.brand === b.brand ? shortForm(a, b) : oneCharacter(a, b);
}

/** 苏州恒润 for 苏州恒润精密机械有限公司: a bare name without legal form. */
function shortForm(a: CompanyKeys, b: CompanyKeys): { score: number; why: CompanyLikeness } | null {
  const [short, long] = a.core.length <= b.core.length ? [a, b] : [b, a];
  if (isOneApart(a.core, b.core) && short.core.length >= 4) return { score: 0.88, why: "one_character" };
  if (!long.core.startsWith(short.core) || short.name.form !== "") return null;
  return {
    score: short.region !== "" && short.region === long.region ? 0.88 : short.brand.length >= 3 ? 0.8 : 0.7,
    why: "short_form",
  };
}
/** Another character in the name proper is mostly another company: worth a look, not a verdict. */
function oneCharacter(a: CompanyKeys, b: CompanyKeys): { score: number; why: CompanyLikeness } | null {
  return Math.min(a.core.length, b.core.length) >= 5 && isOneApart(a.core, b.core)
    ? { score: 0.7, why: "one_character" }
    : null;
}
