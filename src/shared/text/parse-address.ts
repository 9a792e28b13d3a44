import { FORMER_NAMES } from "./region-history.ts";
import { type Region, REGIONS } from "./regions.ts";

export interface Address {
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  /** What is left: street, number, building. */
  readonly detail: string | null;
  /** GB/T 2260 code of the lowest level found. */
  readonly code: string | null;
}

interface Node {
  readonly region: Region;
  readonly province: Region;
  readonly city: Region | null;
  readonly district: Region | null;
}
/** One way of reading the beginning of a text. */
interface Reading {
  readonly node: Node | null;
  readonly rest: string;
}

const PEOPLES =
  "蒙古族|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|塔吉克|怒族|俄罗斯族|鄂温克族|裕固族|独龙族|鄂伦春|蒙古|各族";
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*(?:自治[州县旗区]|联合旗)$`);
const SUFFIX = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|地区|盟|区|县|林区|旗)$/;
/** A short name before one of these is a road, a village or another place of that name. */
const NOT_A_PLACE =
  /^(?:[省市区县州盟旗]|[东西南北中]?[大一二三四五]?[路街道巷弄村镇乡园庄桥湾]|大道|大街|新村|花园|工业|开发)/;
const SEPARATORS = /^[\s,;·|/-]+/;
const ADMINISTRATIVE =
  /^(?:市辖区|(?:省|自治区)?直辖县级行政(?:区划|单位)|县(?=.{2,4}[县市])|(?:生产建设)?兵团(?:第?[一二三四五六七八九十]{1,3}师)?|第[一二三四五六七八九十]{1,3}师(?=.{2,5}市))/;
/**
 * A zone between a province or city and a district. It is no division itself, so it stays in the detail; 雄安新区
 * is wholly made of its counties.
 */
const ZONE = /^.{2,10}?(?:新区|开发区|高新区|经开区|工业园区|示范区|管理区|实验区|合作区|园区)/;
/** Zones known by their name alone, with the province or city they lie in. */
const KNOWN_ZONES: Readonly<Record<string, string>> = {
  雄安新区: "130000",
  两江新区: "500100",
  舟山群岛新区: "330900",
  兰州新区: "620100",
  西咸新区: "610000",
  贵安新区: "520000",
  西海岸新区: "370200",
  金普新区: "210200",
  天府新区: "510000",
  湘江新区: "430100",
  滇中新区: "530100",
  赣江新区: "360000",
};
/** Parts of Hong Kong that are above its districts. */
const HONG_KONG_PARTS = /^(?:九龙|九龍|新界|港岛|港島|香港岛|香港島)/;
const WHOLE_ZONES: Readonly<Record<string, string>> = { 雄安新区: "130000" };

const nodes: readonly Node[] = REGIONS.flatMap((province) => [
  { region: province, province, city: null, district: null },
  ...(province.children ?? []).flatMap((city): Node[] => [
    { region: city, province, city, district: null },
    ...(city.children ?? []).map((district): Node => ({ region: district, province, city, district })),
  ]),
]);

function shortNames(name: string): readonly string[] {
  const people = AUTONOMOUS.exec(name)?.[1];
  if (people)
    return [people, ...(name.endsWith("州") ? [`${people}州`] : name.endsWith("县") ? [`${people}县`] : [])];
  const bare = name.replace(SUFFIX, "");
  return bare.length >= 2 && bare !== name ? [bare] : [];
}

interface Spelling {
  readonly name: string;
  readonly isFull: boolean;
  readonly node: Node;
  /** What it was called before; counts only within its province, as others may have had the name too. */
  readonly isFormer?: true;
}
/** By the first two characters of each name. */
const index = new Map<string, Spelling[]>();
const add = (spelling: Spelling): void => {
  const key = spelling.name.slice(0, 2);
  const known = index.get(key);
  if (known) known.push(spelling);
  else index.set(key, [spelling]);
};
const names = new Set(nodes.map(({ region }) => region.name));
const byCode = new Map(nodes.map((node) => [node.region.code, node]));
for (const node of nodes) {
  const { name } = node.region;
  for (const spelling of new Set([name, ...shortNames(name)]))
    add({ name: spelling, isFull: spelling === name, node });
  const stem = /^(.{2,})[县市区]$/.exec(name)?.[1];
  // 光明新区 became 光明区.
  if (stem && node.district && !names.has(`${stem}新区`))
    add({ name: `${stem}新区`, isFull: true, node, isFormer: true });
  // A county that has become a district or a city keeps its mail.
  if (stem && node.district)
    for (const former of ["县", "市", "区"].map((suffix) => stem + suffix))
      if (!names.has(former)) add({ name: former, isFull: true, node, isFormer: true });
}
for (const [name, code] of FORMER_NAMES) {
  const node = byCode.get(code);
  if (node && !names.has(name)) add({ name, isFull: true, node, isFormer: true });
}

const level = (node: Node | null): number => (node === null ? 0 : node.district ? 3 : node.city ? 2 : 1);
const isWithin = (node: Node, outer: Node | null): boolean =>
  outer === null ||
  (node.province === outer.province &&
    (outer.city === null || node.city === outer.city) &&
    level(node) > level(outer));

/**
 * Places whose name the text begins with, below `outer`. Without an outer place a name that stands for
 * several is none.
 */
function next(text: string, outer: Node | null): Reading[] {
  const rest = text.replace(SEPARATORS, "").replace(ADMINISTRATIVE, "").replace(SEPARATORS, "");
  const found = namesAt(rest, outer);
  const isOnly = (one: (typeof found)[number]) =>
    !found.some((other) => other !== one && other.name === one.name && level(other.node) === level(one.node));
  if (found.length === 0) return behindZone(rest, outer);
  // 河南 alone is the province, not a county of that name far away.
  const isMeant = (one: (typeof found)[number]) =>
    outer !== null ||
    level(one.node) === 1 ||
    // 吉林 with nothing behind it is the province; 吉林市 is the city.
    ((one.isFull ||
      rest.length > one.name.length ||
      !found.some(({ name, node }) => name === one.name && level(node) === 1)) &&
      !found.some(
        ({ name, node }) => name === one.name && level(node) === 1 && node.province !== one.node.province,
      ));
  return found
    .filter((one) => isOnly(one) && isMeant(one))
    .map(({ name, node }) => ({ node, rest: rest.slice(name.length) }));
}
const namesAt = (text: string, outer: Node | null): Spelling[] =>
  (index.get(text.slice(0, 2)) ?? []).filter(
    ({ name, isFull, node, isFormer }) =>
      text.startsWith(name) &&
      isWithin(node, outer) &&
      (isFull || !NOT_A_PLACE.test(text.slice(name.length))) &&
      !(isFormer && outer === null),
  );

/** "雄安新区容城县": a zone, then the full name of a district of the place that is known. */
function behindZone(text: string, outer: Node | null): Reading[] {
  const part = outer?.province.code === "810000" ? HONG_KONG_PARTS.exec(text)?.[0] : undefined;
  const zone = part ?? ZONE.exec(text)?.[0];
  if (!zone) return [];
  const whole =
    WHOLE_ZONES[zone] === undefined
      ? undefined
      : nodes.find(({ region }) => region.code === WHOLE_ZONES[zone]);
  const within = outer ?? whole ?? null;
  if (within === null) {
    const known = byCode.get(KNOWN_ZONES[zone] ?? "");
    return known ? [{ node: known, rest: text }] : [];
  }
  const behind = text.slice(zone.length).replace(SEPARATORS, "");
  const [only, ...others] = namesAt(behind, within).filter(
    ({ isFull, node }) => isFull && (part ? node.city : node.district) !== null,
  );
  if (!only || others.some(({ node }) => node !== only.node))
    return whole && outer === null ? [{ node: whole, rest: text }] : [];
  const rest = behind.slice(only.name.length);
  return [{ node: only.node, rest: whole || part ? rest : `${zone}${rest}` }];
}

/** The reading that goes lowest, and of those the one that leaves the least. */
function best(reading: Reading): Reading {
  return next(reading.rest, reading.node)
    .map(best)
    .reduce(
      (chosen, one) =>
        level(one.node) > level(chosen.node) ||
        (level(one.node) === level(chosen.node) && one.rest.length < chosen.rest.length)
          ? one
          : chosen,
      reading,
    );
}

/**
 * A Chinese address in one piece taken apart; levels left out are completed, suffixes may be missing. What it
 * does not know stays in `detail`.
 * @example parseAddress("苏州工业园区星湖街328号") // {province: "江苏省", city: "苏州市", district: null, detail: "工业园区星湖街328号", code: "320500"}
 */
export function parseAddress(text: string): Address {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^(?:中国|中华人民共和国)[,\s]*/, "");
  // A postcode in front goes behind the street.
  const [, postcode, behind = plain] = /^(?:邮编:?\s*)?(\d{6})[,\s]+(.+)$/.exec(plain) ?? [];
  const begun = best({ node: null, rest: behind });
  const whole = begun.node ? behind : plain;
  const { node } = begun;
  const rest =
    postcode && node
      ? [begun.rest.replace(SEPARATORS, ""), postcode].filter((part) => part !== "").join(" ")
      : begun.rest;
  if (!node) return { province: null, city: null, district: null, detail: whole || null, code: null };
  const { province, city, district, region } = node;
  return {
    province: province.name,
    city: city?.name ?? null,
    district: district?.name ?? null,
    detail: rest.replace(SEPARATORS, "") || null,
    code: region.code,
  };
}
