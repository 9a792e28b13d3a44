import { label } from "../../../../shared/i18n/label.ts";
import { usccCheckCharacter } from "../../../../shared/text/uscc.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoAccount } from "./generate-accounts.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, type Telling } from "./record.ts";
import { JOBS } from "./vocabulary/industries.ts";
import type { Place } from "./vocabulary/places.ts";

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
    const record = accountRecord(telling, account, at, index, random);
    return [
      record,
      ...contactRecords(telling, account, at, index, random),
      ...tagRecords(account, tags, at, random),
    ];
  });
}

function accountRecord(
  telling: Telling,
  account: DemoAccount,
  at: string,
  index: number,
  random: Random,
): DemoRecord {
  const address = {
    province: telling.say(account.place.province),
    city: telling.say(account.place.city),
    detail: telling.say(label(`工业园区 ${10 + index} 号`, `No. ${10 + index}, Industrial Park`)),
    code: account.place.code,
  };
  return {
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
      owner: ref(account.owner.key),
    },
  };
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
