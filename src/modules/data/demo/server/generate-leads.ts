import { addDays } from "../../../../shared/time/dates.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { DemoClock } from "./demo-clock.ts";
import { companyName, type DemoAccount, type DemoContact } from "./generate-accounts.ts";
import { nameOf, type People, type Seller } from "./generate-people.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, type Telling } from "./record.ts";
import { INDUSTRIES, JOBS } from "./vocabulary/industries.ts";
import { PLACES, REGIONS } from "./vocabulary/places.ts";
import { type DemoProduct, PRODUCTS, subjectOf } from "./vocabulary/products.ts";
import { REQUIREMENTS } from "./vocabulary/sentences.ts";

type LeadStatus = "new" | "contacted" | "qualified" | "accepted" | "converted" | "disqualified";
export interface DemoLead {
  readonly key: string;
  readonly source: string;
  readonly product: DemoProduct;
  readonly visits: readonly { readonly status: LeadStatus; readonly from: string }[];
  readonly marketer: string;
  readonly seller: Seller;
  /** Who the customer became, of a converted one. */
  readonly account?: DemoAccount;
  readonly contact?: DemoContact;
  readonly deal?: string;
}

const SOURCES = [
  ["website", 14],
  ["organic_search", 9],
  ["paid_search", 12],
  ["social_media", 8],
  ["online_chat", 6],
  ["webinar", 6],
  ["exhibition", 16],
  ["conference", 5],
  ["cold_call", 8],
  ["partner", 6],
  ["referral", 7],
  ["tender", 3],
] as const;
/** Recommended ones come further. */
const QUALITY: Readonly<Record<string, number>> = {
  referral: 1.35,
  partner: 1.2,
  exhibition: 1.05,
  paid_search: 0.8,
  cold_call: 0.75,
};
const STEPS: readonly { readonly status: LeadStatus; readonly days: number; readonly pass: number }[] = [
  { status: "new", days: 1, pass: 0.94 },
  { status: "contacted", days: 4, pass: 0.56 },
  { status: "qualified", days: 3, pass: 0.8 },
  { status: "accepted", days: 6, pass: 0.74 },
];
const NEGLECTED = 0.035;

/** How each lead came and went; the converted ones name the deal they began. */
export function generateLeads(
  clock: DemoClock,
  people: People,
  accounts: readonly DemoAccount[],
  count: number,
  random: Random,
): readonly DemoLead[] {
  const buyers = accounts.map((account) => [account, account.weight] as const);
  let deals = 0;
  return Array.from({ length: count }, (_, index): DemoLead => {
    const source = random.weighted(SOURCES);
    const visits = simulateLead(clock.seasonal(random), QUALITY[source] ?? 1, clock, random);
    const account = random.weighted(buyers);
    const isConverted = visits.at(-1)?.status === "converted";
    if (isConverted) deals += 1;
    const region = random.pick(REGIONS);
    return {
      key: `lead/${index + 1}`,
      source,
      product: random.weighted(PRODUCTS.map((product) => [product, product.weight] as const)),
      visits,
      marketer: random.pick(people.marketers),
      seller: isConverted
        ? account.owner
        : random.pick(people.sellers.filter((seller) => seller.region === region)),
      ...(isConverted
        ? { account, contact: random.pick(account.contacts), deal: `opportunity/${deals}` }
        : {}),
    };
  });
}

function simulateLead(start: string, quality: number, clock: DemoClock, random: Random): DemoLead["visits"] {
  const visits: { status: LeadStatus; from: string }[] = [];
  let day = start;
  for (const step of STEPS) {
    if (day >= clock.today) return visits;
    visits.push({ status: step.status, from: day });
    if (random.chance(NEGLECTED)) return visits;
    const left = clock.workday(addDays(day, Math.max(1, Math.round(random.skewed(step.days, 0.6)))));
    if (!random.chance(Math.min(0.97, step.pass * quality)))
      return left < clock.today ? [...visits, { status: "disqualified", from: left }] : visits;
    day = left;
  }
  return day < clock.today ? [...visits, { status: "converted", from: day }] : visits;
}

const SCORES: Readonly<Record<LeadStatus, readonly [number, number]>> = {
  new: [10, 45],
  contacted: [25, 60],
  qualified: [50, 80],
  accepted: [60, 90],
  converted: [70, 98],
  disqualified: [2, 40],
};
const REASONS = [
  ["no_demand", 5],
  ["no_budget", 4],
  ["unreachable", 5],
  ["wrong_contact", 2],
  ["duplicate", 1],
  ["competitor", 1],
  ["out_of_scope", 3],
] as const;

export function leadRecords(
  telling: Telling,
  clock: DemoClock,
  leads: readonly DemoLead[],
  random: Random,
): readonly DemoRecord[] {
  const names = new Set<string>();
  return leads.map((lead, index): DemoRecord => {
    const moments = lead.visits.map(({ from }) => clock.moment(from, random));
    const status = lead.visits.at(-1)?.status ?? "new";
    const isSold = lead.visits.some((visit) => visit.status === "accepted");
    const owner = isSold ? lead.seller.key : lead.marketer;
    const past = lead.visits.map((visit, position) => ({
      at: moments[position] ?? "",
      values: position === lead.visits.length - 1 ? {} : earlier(visit.status, lead),
    }));
    return {
      key: lead.key,
      object: "lead",
      at: moments[0] ?? "",
      by: lead.marketer,
      past,
      values: {
        ...whoOf(telling, lead, index, names, random),
        source: lead.source,
        requirement: telling.say(random.pick(REQUIREMENTS), {
          category: telling.say(subjectOf(lead.product)),
        }),
        status,
        score: random.int(...SCORES[status]),
        product: ref(`product/${lead.product.code}`),
        owner: ref(owner),
        ...(status === "disqualified" ? { rejected_reason: random.weighted(REASONS) } : {}),
        ...(lead.deal && lead.account && lead.contact
          ? { account: ref(lead.account.key), contact: ref(lead.contact.key), opportunity: ref(lead.deal) }
          : {}),
        ...(["new", "contacted", "qualified", "accepted"].includes(status) && random.chance(0.6)
          ? { next_at: clock.moment(clock.working(clock.today, random.int(-2, 5)), random) }
          : {}),
      },
    };
  });
}

/** Before sales accepted it, a lead belonged to marketing and led to nothing yet. */
function earlier(status: LeadStatus, lead: DemoLead): Values {
  return {
    status,
    rejected_reason: null,
    account: null,
    contact: null,
    opportunity: null,
    next_at: null,
    owner: ref(status === "accepted" ? lead.seller.key : lead.marketer),
  };
}

function whoOf(telling: Telling, lead: DemoLead, index: number, names: Set<string>, random: Random): Values {
  if (lead.account && lead.contact) {
    const { account, contact } = lead;
    const region = {
      province: telling.say(account.place.province),
      city: telling.say(account.place.city),
      code: account.place.code,
    };
    return {
      company: account.name,
      contact_name: contact.name,
      title: contact.title,
      mobile: contact.mobile,
      email: contact.email,
      industry: telling.say(account.industry.name),
      region,
    };
  }
  const place = random.pick(PLACES[lead.seller.region]);
  const industry = random.pick(INDUSTRIES);
  const person = nameOf(telling, random, new Set());
  return {
    company: companyName({ telling, random, names }, place, industry).name,
    contact_name: person.name,
    title: telling.say(random.pick(JOBS).title),
    mobile: `1990003${String(index).padStart(4, "0")}`,
    email: random.chance(0.6) ? `${person.login}@lead${index + 1}.example.com` : null,
    industry: telling.say(industry.name),
    region: { province: telling.say(place.province), city: telling.say(place.city), code: place.code },
  };
}
