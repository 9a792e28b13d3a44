import { label } from "../../../../shared/i18n/label.ts";
import { nameOf, type People, type Seller } from "./generate-people.ts";
import type { Random } from "./random.ts";
import type { Telling } from "./record.ts";
import { type Industry, INDUSTRIES, JOBS } from "./vocabulary/industries.ts";
import { BRANDS, type Place, PLACES, type Region, REGIONS } from "./vocabulary/places.ts";

export interface DemoContact {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly mobile: string;
  readonly email: string;
}
export interface DemoAccount {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly region: Region;
  readonly place: Place;
  readonly industry: Industry;
  readonly owner: Seller;
  readonly contacts: readonly DemoContact[];
  /** Big ones buy more and more often. */
  readonly weight: number;
  readonly level: "ka" | "a" | "b" | "c";
  readonly parent?: string;
}
const GROUPS = 8;

/** The customers with their contacts; the first few are heads of groups that others belong to. */
export function generateAccounts(
  telling: Telling,
  people: People,
  count: number,
  random: Random,
): readonly DemoAccount[] {
  const taken = new Set<string>();
  const names = new Set<string>();
  const accounts: DemoAccount[] = [];
  for (let index = 0; index < count; index += 1) {
    const group = index >= GROUPS && index < GROUPS * 4 ? accounts[index % GROUPS] : undefined;
    accounts.push(accountOf(index, group, { telling, people, random, taken, names }));
  }
  return accounts;
}

interface Making {
  readonly telling: Telling;
  readonly people: People;
  readonly random: Random;
  readonly taken: Set<string>;
  readonly names: Set<string>;
}
function accountOf(index: number, group: DemoAccount | undefined, making: Making): DemoAccount {
  const { people, random } = making;
  const region = random.weighted([
    ["east", 5],
    ["south", 3],
    ["north", 3],
  ] as const);
  const place = random.pick(PLACES[region]);
  const industry = group?.industry ?? random.pick(INDUSTRIES);
  const { name, shortName } = companyName(making, place, industry, {
    brand: group?.shortName,
    isGroup: index < GROUPS,
  });
  const level =
    index < GROUPS
      ? "ka"
      : random.weighted([
          ["a", 2],
          ["b", 5],
          ["c", 4],
        ] as const);
  const owner = random.pick(people.sellers.filter((seller) => seller.region === region));
  const count =
    level === "ka"
      ? 4
      : random.weighted([
          [1, 3],
          [2, 5],
          [3, 2],
        ] as const);
  return {
    key: `account/${index + 1}`,
    name,
    shortName,
    region,
    place,
    industry,
    owner,
    level,
    weight: { ka: 6, a: 3, b: 1.5, c: 0.7 }[level],
    contacts: Array.from({ length: count }, (_, position) =>
      contactOf(`contact/${index + 1}-${position + 1}`, position, index, making),
    ),
    ...(group ? { parent: group.key } : {}),
  };
}

/** A name no other company of the story has. */
export function companyName(
  { telling, random, names }: Pick<Making, "telling" | "random" | "names">,
  place: Place,
  industry: Industry,
  of: { brand?: string | undefined; isGroup?: boolean } = {},
): { name: string; shortName: string } {
  const forms = of.isGroup
    ? [label("集团股份有限公司", "Group Co., Ltd.")]
    : [label("有限公司", "Co., Ltd."), label("有限公司", "Co., Ltd."), label("股份有限公司", "Corporation")];
  for (let round = 0; ; round += 1) {
    const brand =
      round < 60 && of.brand
        ? of.brand.replace(telling.say(industry.trade), "").trim()
        : telling.say(random.pick(BRANDS));
    const trade = telling.say(industry.trade);
    const form = telling.say(random.pick(forms));
    const city = round % 2 === 1 && round > 4 ? random.pick(PLACES[random.pick(REGIONS)]).city : place.city;
    const shortName = telling.language === "en" ? `${brand} ${trade}` : `${brand}${trade}`;
    const name =
      telling.language === "en"
        ? `${telling.say(city)} ${shortName} ${form}`
        : `${telling.say(city)}${shortName}${form}`;
    if (names.has(name)) continue;
    names.add(name);
    return { name, shortName };
  }
}

function contactOf(
  key: string,
  position: number,
  account: number,
  { telling, random, taken }: Making,
): DemoContact {
  if (taken.size > 1400) taken.clear();
  const { name, login } = nameOf(telling, random, taken);
  const job = JOBS[(position * 3 + account) % JOBS.length];
  return {
    key,
    name,
    title: job ? telling.say(job.title) : "",
    mobile: `1990001${String(account * 10 + position).padStart(4, "0")}`,
    email: `${login}@customer${account + 1}.example.com`,
  };
}
