import Big from "big.js";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoAccount, DemoContact } from "./generate-accounts.ts";
import type { DemoLead } from "./generate-leads.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, type Telling } from "./record.ts";
import { simulateDeal, type Visit } from "./simulate-deal.ts";
import { type DemoProduct, PRODUCTS, subjectOf } from "./vocabulary/products.ts";
import { LOST_DETAILS, NEXT_STEPS, PROJECTS, REQUIREMENTS } from "./vocabulary/sentences.ts";

export interface DemoDeal {
  readonly key: string;
  readonly account: DemoAccount;
  readonly contact: DemoContact;
  readonly product: DemoProduct;
  readonly source: string;
  readonly visits: readonly Visit[];
  /** When each visit began, ISO. */
  readonly moments: readonly string[];
  readonly isRepeat: boolean;
}

/** The deals: those that leads became first, then those with customers already known. */
export function generateDeals(
  clock: DemoClock,
  accounts: readonly DemoAccount[],
  leads: readonly DemoLead[],
  count: number,
  random: Random,
): readonly DemoDeal[] {
  const converted = leads.filter((lead) => lead.deal);
  const buyers = accounts.map((account) => [account, account.weight] as const);
  return Array.from({ length: count }, (_, index): DemoDeal => {
    const lead = converted[index];
    const account = lead?.account ?? random.weighted(buyers);
    const product = lead?.product ?? random.weighted(PRODUCTS.map((one) => [one, one.weight] as const));
    const start = lead?.visits.at(-1)?.from ?? clock.seasonal(random);
    const source =
      lead?.source ??
      random.weighted([
        ["repurchase", 8],
        ["cross_sell", 5],
        ["service", 3],
        ["tender", 4],
        ["visit", 4],
        ["referral", 3],
      ] as const);
    const skill = account.owner.skill * (source === "repurchase" ? 1.3 : source === "tender" ? 0.8 : 1);
    const visits = simulateDeal({ start, skill, size: account.level === "ka" ? 1.25 : 1 }, clock, random);
    return {
      key: `opportunity/${index + 1}`,
      account,
      contact: lead?.contact ?? random.pick(account.contacts),
      product,
      source,
      visits,
      moments: visits.map((visit) => clock.moment(visit.from, random)),
      isRepeat: source === "repurchase",
    };
  });
}

const LOST_REASONS = [
  ["price_too_high", 8],
  ["price_over_budget", 3],
  ["price_terms", 2],
  ["product_function", 3],
  ["product_delivery", 3],
  ["competitor_relation", 5],
  ["competitor_incumbent", 4],
  ["customer_cancelled", 4],
  ["customer_postponed", 6],
  ["customer_budget", 3],
  ["customer_silent", 4],
  ["ours_slow", 1],
] as const;
const EARLY_REASONS = [
  ["customer_postponed", 5],
  ["customer_cancelled", 4],
  ["customer_budget", 4],
  ["customer_silent", 6],
  ["competitor_incumbent", 2],
] as const;
const isEnd = (visit: Visit | undefined): boolean => visit?.stage === "won" || visit?.stage === "lost";
const TYPICAL_CYCLE = 85;

export function dealRecords(
  telling: Telling,
  clock: DemoClock,
  deals: readonly DemoDeal[],
  competitors: readonly string[],
  random: Random,
): readonly DemoRecord[] {
  const slips = random.fork("slips");
  return deals.map((deal): DemoRecord => {
    const last = deal.visits.at(-1);
    const owner = deal.account.owner.key;
    const figures = figuresOf(deal, clock, random, slips);
    const told = endOf(telling, clock, deal, random);
    const states = deal.visits.map((visit, index) => ({
      at: deal.moments[index] ?? "",
      values: index === deal.visits.length - 1 ? {} : stateOf(visit, figures[index], told),
    }));
    return {
      key: deal.key,
      object: "opportunity",
      at: deal.moments[0] ?? "",
      by: owner,
      past: states,
      values: {
        name: `${deal.account.shortName}${telling.language === "en" ? " " : "·"}${telling.say(random.pick(PROJECTS), { category: telling.say(subjectOf(deal.product)) })}`,
        account: ref(deal.account.key),
        contact: ref(deal.contact.key),
        product: ref(`product/${deal.product.code}`),
        source: deal.source,
        type: deal.isRepeat
          ? random.pick(["expansion", "renewal"])
          : random.weighted([
              ["new_business", 5],
              ["replacement", 3],
              ["expansion", 2],
            ] as const),
        requirement: telling.say(random.pick(REQUIREMENTS), {
          category: telling.say(subjectOf(deal.product)),
        }),
        owner: ref(owner),
        ...(isLostToCompetitor(told) || (reached(deal, "solution") && random.chance(0.6))
          ? { competitor: ref(random.pick(competitors)) }
          : {}),
        stage: last?.stage ?? "discovery",
        ...figures.at(-1),
        ...told,
      },
    };
  });
}

/** Whoever lost to somebody says to whom. */
function isLostToCompetitor(told: Values): boolean {
  const { lost_reason: reason } = partOf(opportunity, told);
  return reason === "price_too_high" || reason?.startsWith("competitor_") === true;
}
const reached = (deal: DemoDeal, stage: Visit["stage"]): boolean =>
  deal.visits.some((visit) => visit.stage === stage);

/**
 * What was thought of amount and date in each state: first nothing, then an estimate, a quote, and what was
 * signed.
 */
function figuresOf(deal: DemoDeal, clock: DemoClock, random: Random, slips: Random): readonly Values[] {
  const quantity = Math.max(
    1,
    Math.round(random.skewed(deal.product.usual * Math.min(2, 0.6 + deal.account.weight / 4), 0.7)),
  );
  const full = new Big(deal.product.price).times(quantity);
  const discount = 1 - random.next() * 0.18;
  const rounded = (factor: number): Values => ({
    amount: {
      amount: full
        .times(factor.toFixed(4))
        .div(100)
        .round(0, Big.roundHalfUp)
        .times(100)
        .plus(100)
        .toFixed(2),
      currency: "CNY",
    },
  });
  const first = random.chance(0.45) ? {} : rounded(0.7 + random.next() * 0.6);
  const estimate = rounded(0.85 + random.next() * 0.3);
  const start = deal.visits[0]?.from ?? clock.today;
  let expected = addDays(start, Math.round(random.skewed(TYPICAL_CYCLE, 0.25)));
  return deal.visits.map((visit, index): Values => {
    const slipped = addDays(visit.from, random.int(18, 55));
    if (slipped > expected && random.chance(0.8)) expected = slipped;
    // Dates are put off more often than the course of a deal forces it.
    if (index >= 2 && slips.chance(0.3)) expected = addDays(expected, slips.int(10, 40));
    const amount =
      index === 0
        ? first
        : visit.stage === "needs" || visit.stage === "solution"
          ? estimate
          : rounded(discount);
    return { ...amount, close_date: isEnd(visit) ? visit.from : clock.workday(expected) };
  });
}

/** A state of the past: what is true only since later is taken back. */
function stateOf(visit: Visit, figures: Values | undefined, told: Values): Values {
  const { lost_reason, gate_state } = partOf(opportunity, told);
  const isEarly = visit.stage === "discovery" || visit.stage === "needs";
  return {
    stage: visit.stage,
    amount: null,
    ...figures,
    next_step: null,
    next_at: null,
    lost_reason: visit.stage === "lost" ? (lost_reason ?? "customer_postponed") : null,
    lost_detail: null,
    ...(isEarly
      ? { budget_confirmed: false, gate_state: null }
      : gate_state
        ? { gate_state: NEEDS_CHECKED }
        : {}),
    ...(visit.stage === "discovery" ? { competitor: null } : {}),
  };
}

const NEEDS_CHECKED = { needs_checked: { pain: true, decider: true } };
/** The terms are settled when a deal is won; before, some of them. */
function termsOf(last: Visit["stage"], random: Random): Values {
  if (last === "won")
    return {
      negotiation_terms: {
        payment: true,
        delivery: true,
        ...(random.chance(0.3) ? { reference: true } : {}),
      },
    };
  return last === "negotiation" && random.chance(0.5) ? { negotiation_terms: { payment: true } } : {};
}

function endOf(telling: Telling, clock: DemoClock, deal: DemoDeal, random: Random): Values {
  const last = deal.visits.at(-1)?.stage ?? "discovery";
  const isPast = reached(deal, "solution");
  const checked: Values = isPast
    ? { gate_state: { ...NEEDS_CHECKED, ...termsOf(last, random) }, budget_confirmed: random.chance(0.8) }
    : last === "needs" && random.chance(0.4)
      ? { gate_state: { needs_checked: { pain: true } }, budget_confirmed: false }
      : { budget_confirmed: false };
  if (last === "won") return checked;
  if (last === "lost")
    return {
      ...checked,
      lost_reason: random.weighted<string>(isPast ? LOST_REASONS : EARLY_REASONS),
      ...(random.chance(0.5) ? { lost_detail: telling.say(random.pick(LOST_DETAILS)) } : {}),
    };
  const next = random.pick(NEXT_STEPS[last] ?? []);
  return {
    ...checked,
    ...(random.chance(0.85)
      ? {
          next_step: telling.say(next),
          next_at: clock.moment(clock.working(clock.today, random.int(-3, 10)), random),
        }
      : {}),
  };
}
