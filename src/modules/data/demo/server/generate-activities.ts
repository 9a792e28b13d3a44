import { activity } from "../../../../objects/work/activity/activity.object.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoDeal } from "./generate-deals.ts";
import type { DemoLead } from "./generate-leads.ts";
import type { People } from "./generate-people.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, refTo, type Telling } from "./record.ts";
import { type ActivityType, LEAD_NOTES, NOTES } from "./vocabulary/sentences.ts";

const MINUTES: Readonly<Record<ActivityType, readonly [number, number]>> = {
  call: [5, 25],
  visit: [45, 180],
  wechat: [5, 15],
  email: [5, 20],
  meeting: [45, 120],
  needs_interview: [60, 150],
  demo: [60, 120],
  other: [10, 30],
};
/** Nobody calls for ever: after this many talks in a stage a deal just waits. */
const MOST_IN_A_STAGE = 3;

/** What was talked about with customers, and the talks planned for the days to come. */
export function dealActivities(
  telling: Telling,
  clock: DemoClock,
  deals: readonly DemoDeal[],
  people: People,
  random: Random,
): readonly DemoRecord[] {
  const company = random.fork("company");
  return deals.flatMap((deal) => {
    const talks = talksOf(telling, clock, deal, random).map((talk) => inCompany(talk, deal, people, company));
    return company.chance(NEGLECTED) ? whileLookedAfter(talks, deal) : talks;
  });
}

/**
 * The share of deals that nobody looks after any more in the stage they stand in: no talk since it began, and
 * none planned.
 */
const NEGLECTED = 0.35;
function whileLookedAfter(talks: readonly DemoRecord[], deal: DemoDeal): readonly DemoRecord[] {
  const { stage } = deal.visits.at(-1) ?? {};
  const since = deal.moments.at(-1) ?? "";
  if (stage === "won" || stage === "lost" || deal.visits.length === 1) return talks;
  return talks.filter(({ values }) => String(partOf(activity, values).occurred_at) < since);
}

/** Types that one does not do alone, and how often not. */
const TOGETHER: Partial<Readonly<Record<ActivityType, number>>> = {
  visit: 0.4,
  meeting: 0.7,
  needs_interview: 0.6,
  demo: 0.7,
};
/**
 * Some talks are about the account and its people as well, with a colleague of the region and a further
 * contact at the table.
 */
function inCompany(
  talk: DemoRecord,
  deal: DemoDeal,
  { sellers, managers }: People,
  random: Random,
): DemoRecord {
  const { type } = partOf(activity, talk.values);
  const share = (type && TOGETHER[type]) ?? 0;
  if (!random.chance(share)) return talk;
  const { account, contact } = deal;
  const others = account.contacts.filter(({ key }) => key !== contact.key);
  const colleagues = sellers
    .filter(({ key, region }) => key !== account.owner.key && region === account.owner.region)
    .map(({ key }) => key);
  const guest = others.length > 0 && random.chance(0.6) ? [random.pick(others)] : [];
  const colleague = random.pick([managers[account.owner.region], ...colleagues]);
  return {
    ...talk,
    values: {
      ...talk.values,
      also_regarding: [
        refTo("account", account.key),
        ...[contact, ...guest].map(({ key }) => refTo("contact", key)),
      ],
      participants: [
        refTo("user", account.owner.key),
        refTo("user", colleague),
        ...[contact, ...guest].map(({ key }) => refTo("contact", key)),
      ],
    },
  };
}

function talksOf(telling: Telling, clock: DemoClock, deal: DemoDeal, random: Random): readonly DemoRecord[] {
  const done = deal.visits.flatMap((visit, index) => {
    const until = deal.visits[index + 1]?.from ?? clock.today;
    const found = talkDays(
      visit.from,
      visit.stage === "won" || visit.stage === "lost" ? addDays(visit.from, 1) : until,
      clock,
      random,
    );
    // Nobody goes on from the first stage without having talked to the customer.
    const mustTalk =
      index === 0 && found.length === 0 && deal.visits[1] !== undefined && deal.visits[1].stage !== "lost";
    const days = mustTalk ? [visit.from] : found;
    return days.map((day, turn): DemoRecord => {
      const notes = NOTES[visit.stage] ?? [];
      const [type, text] = (turn === 0 ? notes[0] : random.pick(notes)) ?? ["call", { "zh-CN": "", en: "" }];
      return dealActivity(deal, `activity/${deal.key}/${index}-${turn}`, type, day, clock, random, {
        status: "done",
        content: telling.say(text, paramsOf(telling, deal)),
      });
    });
  });
  const last = deal.visits.at(-1)?.stage;
  if (last === "won" || last === "lost" || !random.chance(0.45)) return done;
  const [type, text] = random.pick(PLANS);
  return [
    ...done,
    dealActivity(
      deal,
      `activity/${deal.key}/plan`,
      type,
      clock.working(clock.today, random.int(1, 8)),
      clock,
      random,
      {
        status: "planned",
        subject: telling.say(text, paramsOf(telling, deal)),
      },
    ),
  ];
}

const PLANS: readonly (readonly [ActivityType, Label])[] = [
  ["visit", { "zh-CN": "拜访{contact}", en: "Visit {contact}" }],
  ["call", { "zh-CN": "电话跟进{contact}", en: "Call {contact}" }],
  ["meeting", { "zh-CN": "与{contact}的技术交流会", en: "Technical meeting with {contact}" }],
];
const paramsOf = (telling: Telling, deal: DemoDeal) => ({
  contact: deal.contact.name,
  product: telling.say(deal.product.name),
});

function talkDays(from: string, until: string, clock: DemoClock, random: Random): readonly string[] {
  const days: string[] = [];
  let day = clock.workday(addDays(from, random.int(0, 4)));
  while (day < until && day < clock.today && days.length < MOST_IN_A_STAGE) {
    days.push(day);
    day = clock.workday(addDays(day, random.int(7, 15)));
  }
  return days;
}

function dealActivity(
  deal: DemoDeal,
  key: string,
  type: ActivityType,
  day: string,
  clock: DemoClock,
  random: Random,
  more: { status: "done" | "planned"; content?: string; subject?: string },
): DemoRecord {
  const at = clock.moment(day, random);
  const owner = deal.account.owner.key;
  const written = more.status === "done" ? at : (deal.moments.at(-1) ?? at);
  return {
    key,
    object: "activity",
    at: written,
    by: owner,
    past: [{ at: written, values: {} }],
    values: {
      type,
      regarding: refTo("opportunity", deal.key),
      contact: ref(deal.contact.key),
      occurred_at: at,
      ...(more.status === "done" ? { duration: random.int(...MINUTES[type]) } : {}),
      owner: ref(owner),
      ...more,
    },
  };
}

export function leadActivities(
  telling: Telling,
  clock: DemoClock,
  leads: readonly DemoLead[],
  names: ReadonlyMap<string, string>,
  random: Random,
): readonly DemoRecord[] {
  return leads.flatMap((lead) =>
    lead.visits.slice(1).flatMap((visit, index): readonly DemoRecord[] => {
      if (visit.status === "converted" || !random.chance(0.75)) return [];
      const [type, text] =
        index === 0
          ? (LEAD_NOTES[lead.visits.length % 2] ?? random.pick(LEAD_NOTES))
          : random.pick(LEAD_NOTES);
      const at = clock.moment(visit.from, random);
      const owner = visit.status === "accepted" ? lead.seller.key : lead.marketer;
      const content = telling.say(text, { contact: names.get(lead.key) ?? "" });
      return [
        {
          key: `activity/${lead.key}/${index}`,
          object: "activity",
          at,
          by: owner,
          past: [{ at, values: {} }],
          values: {
            type,
            status: "done",
            regarding: refTo("lead", lead.key),
            occurred_at: at,
            duration: random.int(...MINUTES[type]),
            content,
            owner: ref(owner),
          },
        },
      ];
    }),
  );
}
