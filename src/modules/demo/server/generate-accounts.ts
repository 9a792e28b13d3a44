import { label } from "../../../shared/i18n/label.ts";
import { usccCheckCharacter } from "../../../shared/text/uscc.ts";
import type { DemoClock } from "./demo-clock.ts";
import { nameOf, type People, type Seller } from "./generate-people.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, type Telling } from "./record.ts";
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

/** The records of the accounts and their contacts, each created shortly before the first business with it. */
export function accountRecords(
  telling: Telling,
  clock: DemoClock,
  accounts: readonly DemoAccount[],
  firstBusiness: ReadonlyMap<string, string>,
  tags: readonly string[],
  random: Random,
): readonly DemoRecord[] {
  const bornOf = (account: DemoAccount): string =>
    clock.workday(clock.working(firstBusiness.get(account.key) ?? clock.seasonal(random), -random.int(1, 6)));
  return accounts.flatMap((account, index) => {
    const at = clock.moment(bornOf(account), random);
    const own = { owner: ref(account.owner.key) };
    const address = {
      province: telling.say(account.place.province),
      city: telling.say(account.place.city),
      detail: telling.say(label(`工业园区 ${10 + index} 号`, `No. ${10 + index}, Industrial Park`)),
      code: account.place.code,
    };
    const record: DemoRecord = {
      key: account.key,
      object: "account",
      at,
      by: account.owner.key,
      past: [{ at, values: {} }],
      values: {
        name: account.name,
        short_name: account.shortName,
        uscc: usccOf(account.place, index),
        industry: telling.say(account.industry.name),
        level: account.level,
        type: random.weighted([
          ["end_user", 7],
          ["integrator", 2],
          ["oem", 2],
          ["distributor", 1],
        ] as const),
        size: { ka: "large", a: "large", b: "medium", c: "small" }[account.level],
        source: random.weighted([
          ["exhibition", 3],
          ["referral", 3],
          ["website", 2],
          ["cold_call", 2],
          ["tender", 1],
          ["partner", 1],
        ] as const),
        phone: `${account.place.area}-5550${String(1000 + index)}`,
        website: `https://customer${index + 1}.example.com`,
        address,
        employees: Math.round(random.skewed({ ka: 3200, a: 900, b: 320, c: 90 }[account.level], 0.4)),
        revenue: {
          amount: `${Math.round(random.skewed({ ka: 2600, a: 620, b: 150, c: 35 }[account.level], 0.5)) * 1_000_000}.00`,
          currency: "CNY",
        },
        year_founded: random.int(1986, 2018),
        ...(account.parent ? { parent: ref(account.parent) } : {}),
        ...own,
      },
    };
    return [
      record,
      ...contactRecords(telling, account, at, index, random),
      ...tagRecords(account, tags, at, random),
    ];
  });
}

function contactRecords(
  telling: Telling,
  account: DemoAccount,
  at: string,
  index: number,
  random: Random,
): readonly DemoRecord[] {
  return account.contacts.map((contact, position): DemoRecord => {
    const job = JOBS[(position * 3 + index) % JOBS.length];
    return {
      key: contact.key,
      object: "contact",
      at,
      by: account.owner.key,
      past: [{ at, values: {} }],
      values: {
        name: contact.name,
        account: ref(account.key),
        title: contact.title,
        unit: job ? telling.say(job.unit) : null,
        mobile: contact.mobile,
        email: contact.email,
        role: job?.role ?? null,
        attitude: random.weighted([
          ["supportive", 4],
          ["neutral", 5],
          ["resistant", 1],
        ] as const),
        owner: ref(account.owner.key),
      },
    };
  });
}

function tagRecords(
  account: DemoAccount,
  tags: readonly string[],
  at: string,
  random: Random,
): readonly DemoRecord[] {
  const chosen = tags.filter(() => random.chance(account.level === "ka" ? 0.35 : 0.1));
  return chosen.map((tag): DemoRecord => ({
    key: `account_tag/${account.key}/${tag}`,
    object: "account_tag",
    at,
    values: { account: ref(account.key), tag: ref(tag) },
  }));
}

/** A code with a right check character whose organisation part no real register gives out. */
function usccOf(place: Place, index: number): string {
  const first = `91${place.code}DEM${String(100_000 + index)}`;
  return `${first}${usccCheckCharacter(first) ?? ""}`;
}
