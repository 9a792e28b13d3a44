import { label } from "../../../../shared/i18n/label.ts";
import { LEAD_PIPELINE } from "./lead-pipeline.ts";
import { NEEDS_SURVEY } from "./needs-survey.ts";
import { DEFAULT_RULES, type PipelineDefinition } from "./pipeline.ts";

const NO_ACTIONS = { on_enter: [], on_exit: [] } as const;

/**
 * Seven stages from the first talk to the end. Each asks for what the next one builds on, and all of it can
 * be supplied in the gate's dialog: fields, a talk that was held, a questionnaire, documents, tasks, a
 * checklist. Only a day between quote and negotiation has to pass by itself. A record may always be created
 * in the first stage.
 */
export const OPPORTUNITY_PIPELINE: PipelineDefinition = {
  object: "opportunity",
  name: "b2b_sales",
  label: label("标准 B2B 销售", "Standard B2B sales"),
  rules: DEFAULT_RULES,
  stages: [
    {
      name: "discovery",
      label: label("初步接洽", "Discovery"),
      type: "open",
      order: 1,
      probability: 10,
      forecast_category: "pipeline",
      max_dwell: 10,
      ...NO_ACTIONS,
      guidance: {
        tips: [
          label(
            "弄清客户为什么现在要改变：事件、压力、目标。",
            "Find out why the customer wants a change now: an event, a pressure, a goal.",
          ),
          label(
            "记下第一位联系人在决策中的角色。",
            "Note which part your first contact plays in the decision.",
          ),
        ],
        scripts: [
          label("“如果这件事今年不做，会发生什么？”", "“What happens if you do nothing about it this year?”"),
        ],
      },
      entry: [],
      exit: [
        { id: "discovery_who", kind: "fields", fields: ["account", "contact"] },
        {
          id: "discovery_talk",
          kind: "related",
          object: "activity",
          expression: 'status == "done"',
          min: 1,
          message: label("至少和客户谈过一次，并记为跟进", "Talk to the customer at least once and log it"),
        },
      ],
    },
    {
      name: "needs",
      label: label("需求分析", "Needs analysis"),
      type: "open",
      order: 2,
      probability: 20,
      forecast_category: "pipeline",
      max_dwell: 15,
      ...NO_ACTIONS,
      guidance: {
        tips: [
          label(
            "和业务、技术、财务各谈一次，写下各自的衡量标准。",
            "Talk to business, engineering and finance once each and write down how each of them measures success.",
          ),
        ],
      },
      entry: [],
      exit: [
        { id: "needs_requirement", kind: "fields", fields: ["requirement"] },
        { id: "needs_survey_done", kind: "form", form: NEEDS_SURVEY.name },
        {
          id: "needs_checked",
          kind: "checklist",
          message: label("需求分析的要点尚未全部确认", "Not every point of the needs analysis is confirmed"),
          items: [
            {
              id: "pain",
              label: label(
                "客户的问题和影响已书面确认",
                "The customer has confirmed problem and impact in writing",
              ),
            },
            { id: "decider", label: label("知道谁做最终决定", "We know who takes the final decision") },
          ],
        },
      ],
    },
    {
      name: "solution",
      label: label("方案演示", "Solution"),
      type: "open",
      order: 3,
      probability: 40,
      forecast_category: "pipeline",
      max_dwell: 15,
      on_exit: [],
      guidance: {
        tips: [label("演示只讲客户说过的问题。", "Show only what answers a problem the customer has named.")],
      },
      entry: [],
      exit: [
        {
          id: "solution_tasks",
          kind: "tasks",
          items: [{ id: "prepare_demo", label: label("准备方案演示", "Prepare the demonstration") }],
        },
        { id: "solution_document", kind: "document", document_type: "proposal", min: 1 },
      ],
      on_enter: [
        {
          id: "prepare_demo",
          kind: "task",
          title: label("准备方案演示", "Prepare the demonstration"),
          assignee: "owner",
          due_days: 3,
        },
      ],
    },
    {
      name: "proposal",
      label: label("报价", "Proposal"),
      type: "open",
      order: 4,
      probability: 60,
      forecast_category: "best_case",
      max_dwell: 10,
      on_exit: [],
      guidance: {
        tips: [
          label(
            "报价前确认预算、审批流程和时间表。",
            "Before you quote, confirm budget, approval path and schedule.",
          ),
        ],
      },
      entry: [
        { id: "proposal_facts", kind: "fields", fields: ["amount", "close_date"] },
        {
          id: "proposal_amount",
          kind: "condition",
          expression: "amount > 0",
          message: label("报价阶段的金额必须大于零", "The amount must be above zero to make a proposal"),
        },
      ],
      exit: [
        { id: "proposal_document", kind: "document", document_type: "quotation", min: 1 },
        {
          id: "proposal_time",
          kind: "dwell",
          min_days: 1,
          message: label(
            "报价发出后，至少给客户一个工作日再进入谈判",
            "Give the customer a working day with the quote before you negotiate",
          ),
        },
      ],
      on_enter: [
        {
          id: "follow_up_quote",
          kind: "task",
          title: label("报价后回访客户", "Follow up on the proposal"),
          assignee: "owner",
          due_days: 2,
        },
      ],
    },
    {
      name: "negotiation",
      label: label("商务谈判", "Negotiation"),
      type: "open",
      order: 5,
      probability: 80,
      forecast_category: "commit",
      max_dwell: 15,
      ...NO_ACTIONS,
      guidance: {
        tips: [
          label(
            "每一次让步都换回一样东西：量、期限、付款条件。",
            "Trade every concession for something: volume, term, payment.",
          ),
        ],
      },
      entry: [{ id: "negotiation_facts", kind: "fields", fields: ["amount", "close_date"] }],
      exit: [
        {
          id: "negotiation_terms",
          kind: "checklist",
          message: label("签约条款尚未全部谈定", "Not every term of the contract is settled"),
          items: [
            { id: "payment", label: label("付款条件已谈定", "Payment terms are settled") },
            { id: "delivery", label: label("交期和交付范围已谈定", "Delivery date and scope are settled") },
            {
              id: "reference",
              label: label("客户同意作为参考案例", "The customer agrees to be a reference"),
              optional: true,
            },
          ],
        },
      ],
    },
    {
      name: "won",
      label: label("赢单", "Won"),
      type: "won",
      order: 6,
      probability: 100,
      forecast_category: "closed",
      ...NO_ACTIONS,
      entry: [
        { id: "won_facts", kind: "fields", fields: ["account", "amount", "close_date"] },
        {
          id: "won_contract",
          kind: "document",
          document_type: "contract",
          min: 1,
          message: label("上传双方签字的合同", "Upload the signed contract"),
        },
      ],
      exit: [],
    },
    {
      name: "lost",
      label: label("输单", "Lost"),
      type: "lost",
      order: 7,
      probability: 0,
      forecast_category: "omitted",
      ...NO_ACTIONS,
      entry: [
        {
          id: "lost_why",
          kind: "fields",
          fields: ["lost_reason"],
          message: label("请填写输单原因", "Say why it was lost"),
        },
        {
          id: "lost_to",
          kind: "condition",
          expression:
            'competitor != null || !(lost_reason in ["price_too_high", "competitor_relation", "competitor_incumbent"])',
          message: label("输给了竞争对手：请填写是哪一家", "Lost to a competitor: say which one"),
        },
      ],
      exit: [],
    },
  ],
};

/** What a new workspace begins with. One that has pipelines keeps them as they are. */
export const DEFAULT_PIPELINES: readonly PipelineDefinition[] = [OPPORTUNITY_PIPELINE, LEAD_PIPELINE];
