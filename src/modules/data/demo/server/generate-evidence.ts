import { label, type Label } from "../../../../shared/i18n/label.ts";
import type { DemoDeal } from "./generate-deals.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, refTo, type Telling } from "./record.ts";
import { DEMO_FILES, type DemoFile } from "./demo-files.ts";
import type { DealStage } from "./simulate-deal.ts";
import { subjectOf } from "./vocabulary/products.ts";
import { REQUIREMENTS } from "./vocabulary/sentences.ts";

/** What the default pipeline asks for with each document: which stage it is written in. */
const DOCUMENTS: readonly { readonly stage: DealStage; readonly file: DemoFile; readonly title: Label }[] = [
  {
    stage: "solution",
    file: "proposal",
    title: label("{account}-{category}技术方案.pdf", "{account} {category} technical proposal.pdf"),
  },
  {
    stage: "proposal",
    file: "quotation",
    title: label("{account}-{category}报价单.pdf", "{account} {category} quotation.pdf"),
  },
  {
    stage: "negotiation",
    file: "contract",
    title: label("{account}-{category}销售合同（已签）.pdf", "{account} {category} signed contract.pdf"),
  },
];
const IMPACTS: readonly Label[] = [
  label(
    "每次停机损失约 20 万元，去年停了三次",
    "Each stoppage costs about CNY 200,000; there were three last year",
  ),
  label("计量误差大，与供应商结算长期有争议", "Inaccurate metering and ongoing disputes with suppliers"),
  label("环保在线监测不达标，有罚款风险", "Emission monitoring fails the standard, fines are likely"),
];
const DECIDERS: readonly Label[] = [
  label("设备部经理提出，主管副总批准", "The equipment manager proposes, the vice president approves"),
  label("采购委员会投票，技术部一票否决", "The purchasing committee votes; engineering has a veto"),
  label("厂长", "The plant manager"),
];

const ORDER: readonly DealStage[] = ["discovery", "needs", "solution", "proposal", "negotiation", "won"];
/**
 * The visits of a stage that the deal left going forward, or that its next move left out: until then the
 * evidence must be there.
 */
function leftForward(deal: DemoDeal, stage: DealStage): readonly number[] {
  const at = ORDER.indexOf(stage);
  return deal.visits.flatMap((visit, index) => {
    const next = deal.visits[index + 1];
    const goesOn =
      next && next.stage !== "lost" && ORDER.indexOf(next.stage) > at && ORDER.indexOf(visit.stage) <= at;
    return goesOn ? [index] : [];
  });
}
/** A moment in the course of a visit. */
function during(deal: DemoDeal, index: number, share: number, until: string): string {
  const from = Date.parse(deal.moments[index] ?? "");
  const to = Date.parse(deal.moments[index + 1] ?? until);
  return new Date(Math.floor(from + (to - from) * share)).toISOString();
}

/**
 * The documents and questionnaires that deals gather on their way: all that the gates they passed ask for,
 * and some of what the next one asks.
 */
export function generateEvidence(
  telling: Telling,
  now: string,
  deals: readonly DemoDeal[],
  random: Random,
): readonly DemoRecord[] {
  return deals.flatMap((deal) => [
    ...documents(telling, now, deal, random),
    ...survey(telling, now, deal, random),
  ]);
}

function documents(telling: Telling, now: string, deal: DemoDeal, random: Random): readonly DemoRecord[] {
  const category = telling.say(subjectOf(deal.product));
  return DOCUMENTS.flatMap(({ stage, file, title }): DemoRecord[] => {
    const [first] = leftForward(deal, stage);
    const here = deal.visits.length - 1;
    const index =
      first ??
      (deal.visits[here]?.stage === stage && stage !== "negotiation" && random.chance(0.5)
        ? here
        : undefined);
    if (index === undefined) return [];
    const at = during(deal, index, 0.6 + random.next() * 0.3, now);
    const name = telling.say(title, { account: deal.account.shortName, category });
    return [
      {
        key: `file/${deal.key}/${file}`,
        object: "file",
        at,
        by: deal.account.owner.key,
        past: [{ at, values: {} }],
        values: {
          ...DEMO_FILES[file],
          name,
          document_type: file,
          regarding: refTo("opportunity", deal.key),
          owner: ref(deal.account.owner.key),
        },
      },
    ];
  });
}

function survey(telling: Telling, now: string, deal: DemoDeal, random: Random): readonly DemoRecord[] {
  const [first] = leftForward(deal, "needs");
  const here = deal.visits.length - 1;
  const isBegun = first === undefined && deal.visits[here]?.stage === "needs" && random.chance(0.5);
  const index = first ?? (isBegun ? here : undefined);
  if (index === undefined) return [];
  const at = during(deal, index, 0.5 + random.next() * 0.3, now);
  const problem = telling.say(random.pick(REQUIREMENTS), { category: telling.say(subjectOf(deal.product)) });
  const answers = {
    problem,
    impact: telling.say(random.pick(IMPACTS)),
    // One that is only begun waits for who decides.
    ...(isBegun ? {} : { decider: telling.say(random.pick(DECIDERS)) }),
    budget: random.pick(["approved", "planned", "planned", "open"]),
  };
  return [
    {
      key: `form_response/${deal.key}`,
      object: "form_response",
      at,
      by: deal.account.owner.key,
      past: [{ at, values: {} }],
      values: {
        form: ref(SURVEY),
        regarding: refTo("opportunity", deal.key),
        answers,
        owner: ref(deal.account.owner.key),
      },
    },
  ];
}
/** The key under which the shipped questionnaire is known. */
export const SURVEY = "form/sales_needs_survey";
