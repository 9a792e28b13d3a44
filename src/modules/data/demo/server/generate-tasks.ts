import { type Label, label } from "../../../../shared/i18n/label.ts";
import { daysBetween } from "../../../../shared/time/dates.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoDeal } from "./generate-deals.ts";
import type { DemoLead } from "./generate-leads.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, refTo, type Telling } from "./record.ts";

/** The tasks that the default pipeline makes on entering a stage. */
const TEMPLATES: Readonly<
  Record<string, { readonly template: string; readonly days: number; readonly subject: Label }>
> = {
  solution: {
    template: "prepare_demo",
    days: 3,
    subject: label("准备方案演示", "Prepare the demo"),
  },
  proposal: {
    template: "follow_up_quote",
    days: 2,
    subject: label("报价后回访客户", "Follow up on the proposal"),
  },
};
const OWN_TASKS: readonly Label[] = [
  label("整理会议纪要发给{contact}", "Send the minutes to {contact}"),
  label("确认{product}交期", "Confirm the delivery time of {product}"),
  label("更新选型计算书", "Update the sizing"),
  label("申请特价审批", "Ask for a special price"),
  label("补充客户组织架构和决策人", "Complete the buying committee"),
];

interface Work {
  readonly key: string;
  readonly subject: string;
  readonly regarding: { readonly object: string; readonly key: string };
  readonly owner: string;
  readonly made: string;
  readonly due: string;
  /** When it was done; absent: open, or never needed any more. */
  readonly done?: string;
  readonly cancelled?: boolean;
  readonly template?: { readonly template: string; readonly stage: string };
}

/** Work on deals and leads: mostly done, some open for today and the days to come, some late. */
export function generateTasks(
  telling: Telling,
  clock: DemoClock,
  deals: readonly DemoDeal[],
  leads: readonly DemoLead[],
  random: Random,
): readonly DemoRecord[] {
  const works = [
    ...deals.flatMap((deal) => dealWork(telling, clock, deal, random)),
    ...leads.flatMap((lead) => leadWork(telling, clock, lead, random)),
  ];
  return works.map((work) => taskOf(work, clock, random));
}

const onDeal = (deal: DemoDeal): Pick<Work, "regarding" | "owner"> => ({
  regarding: { object: "opportunity", key: deal.key },
  owner: deal.account.owner.key,
});
/** The task that a stay in a stage made, where the pipeline makes one. */
function stageWork(
  telling: Telling,
  clock: DemoClock,
  deal: DemoDeal,
  index: number,
  random: Random,
): readonly Work[] {
  const visit = deal.visits[index];
  const template = visit && TEMPLATES[visit.stage];
  if (!template) return [];
  const until = deal.visits[index + 1]?.from;
  const due = clock.working(visit.from, template.days);
  const done = clock.working(due, random.int(-1, 2));
  // A stage is left going forward with its task done, a day before at the latest.
  const next = deal.visits[index + 1]?.stage;
  const wasNeeded =
    visit.stage === "solution" &&
    until !== undefined &&
    (next === "proposal" || next === "negotiation" || next === "won");
  const before = wasNeeded ? clock.working(until, -1) : until;
  const end = before && before < done ? before : done;
  const fate = wasNeeded
    ? { done: end < visit.from ? visit.from : end }
    : end < clock.today
      ? random.chance(0.94)
        ? { done: end }
        : until || isOld(clock, due)
          ? { cancelled: true }
          : {}
      : {};
  return [
    {
      key: `task/${deal.key}/${index}`,
      subject: telling.say(template.subject),
      ...onDeal(deal),
      made: deal.moments[index] ?? "",
      due,
      template: { template: template.template, stage: visit.stage },
      ...fate,
    },
  ];
}

function dealWork(telling: Telling, clock: DemoClock, deal: DemoDeal, random: Random): readonly Work[] {
  const fromStages = deal.visits.flatMap((_, index) => stageWork(telling, clock, deal, index, random));
  const last = deal.visits.at(-1);
  if (!last || last.stage === "won" || last.stage === "lost" || !random.chance(0.7)) return fromStages;
  const subject = telling.say(random.pick(OWN_TASKS), {
    contact: deal.contact.name,
    product: telling.say(deal.product.name),
  });
  return [
    ...fromStages,
    {
      key: `task/${deal.key}/own`,
      subject,
      ...onDeal(deal),
      made: deal.moments.at(-1) ?? "",
      due: clock.working(
        clock.today,
        random.weighted([
          [-3, 1],
          [-1, 2],
          [0, 3],
          [1, 3],
          [2, 3],
          [5, 3],
        ] as const),
      ),
    },
  ];
}

/** Nobody keeps a task open for longer. */
const LONGEST_LATE_DAYS = 45;
const isOld = (clock: DemoClock, day: string): boolean => daysBetween(day, clock.today) > LONGEST_LATE_DAYS;

function leadWork(telling: Telling, clock: DemoClock, lead: DemoLead, random: Random): readonly Work[] {
  const start = lead.visits[0]?.from ?? clock.today;
  const next = lead.visits[1]?.from;
  if (next && !random.chance(0.4)) return [];
  const subject = telling.say(label("首次联系客户，确认需求", "First call: confirm the need"));
  return [
    {
      key: `task/${lead.key}`,
      subject,
      regarding: { object: "lead", key: lead.key },
      owner: lead.marketer,
      made: clock.moment(start, random),
      due: clock.working(start, 1),
      ...(next ? { done: next } : isOld(clock, start) ? { done: clock.working(start, 2) } : {}),
    },
  ];
}

function taskOf(work: Work, clock: DemoClock, random: Random): DemoRecord {
  const doneAt = work.done ? clock.moment(work.done, random) : null;
  const end = doneAt && doneAt > work.made ? doneAt : work.made;
  const status = work.done ? "done" : work.cancelled ? "cancelled" : "open";
  const past: DemoRecord["past"] =
    status === "done" && end > work.made
      ? [
          { at: work.made, values: { status: "open", done_at: null } },
          { at: end, values: {} },
        ]
      : [{ at: work.made, values: {} }];
  return {
    key: work.key,
    object: "task",
    at: work.made,
    by: work.owner,
    past,
    values: {
      subject: work.subject,
      status,
      due_date: work.due,
      priority: random.weighted([
        ["normal", 7],
        ["high", 2],
        ["low", 1],
      ] as const),
      regarding: refTo(work.regarding.object, work.regarding.key),
      owner: ref(work.owner),
      ...(status === "done" ? { done_at: end } : {}),
      ...(work.template
        ? { template: work.template.template, stage_entry: `${work.template.stage}@${Date.parse(work.made)}` }
        : {}),
    },
  };
}
