import { label } from "../../../shared/i18n/label.ts";
import { DEFAULT_RULES, type PipelineDefinition } from "./pipeline.ts";

const NO_ACTIONS = { on_enter: [], on_exit: [] } as const;

/** Seven stages from the first talk to the end. Only fields that every opportunity has; a record may always be created in the first stage. */
export const OPPORTUNITY_PIPELINE: PipelineDefinition = {
  object: "opportunity",
  name: "b2b_sales",
  label: label("标准 B2B 销售", "Standard B2B sales"),
  rules: { ...DEFAULT_RULES, backward_needs_reason: true },
  stages: [
    {
      name: "discovery", label: label("初步接洽", "Discovery"), type: "open", order: 1, probability: 10, forecast_category: "pipeline", max_dwell: 10, ...NO_ACTIONS,
      guidance: {
        tips: [label("弄清客户为什么现在要改变：事件、压力、目标。", "Find out why the customer wants a change now: an event, a pressure, a goal."), label("记下第一位联系人在决策中的角色。", "Note which part your first contact plays in the decision.")],
        scripts: [label("“如果这件事今年不做，会发生什么？”", "“What happens if you do nothing about it this year?”")],
      },
      entry: [],
      exit: [],
    },
    {
      name: "needs", label: label("需求分析", "Needs analysis"), type: "open", order: 2, probability: 20, forecast_category: "pipeline", max_dwell: 15, ...NO_ACTIONS,
      guidance: { tips: [label("和业务、技术、财务各谈一次，写下各自的衡量标准。", "Talk to business, engineering and finance once each and write down how each of them measures success.")] },
      entry: [{ id: "needs_account", kind: "fields", fields: ["account"], message: label("先确认是哪家客户", "Say which customer this is for") }],
      exit: [
        {
          id: "needs_checked", kind: "checklist", message: label("需求分析的要点尚未全部确认", "Not every point of the needs analysis is confirmed"),
          items: [{ id: "pain", label: label("客户的问题和影响已书面确认", "The customer has confirmed problem and impact in writing") }, { id: "decider", label: label("知道谁做最终决定", "We know who takes the final decision") }],
        },
      ],
    },
    {
      name: "solution", label: label("方案演示", "Solution"), type: "open", order: 3, probability: 40, forecast_category: "pipeline", max_dwell: 15, on_exit: [],
      guidance: { tips: [label("演示只讲客户说过的问题。", "Show only what answers a problem the customer has named.")] },
      entry: [],
      exit: [],
      on_enter: [{ id: "prepare_demo", kind: "task", title: label("准备方案演示", "Prepare the demonstration"), assignee: "owner", due_days: 3 }],
    },
    {
      name: "proposal", label: label("报价", "Proposal"), type: "open", order: 4, probability: 60, forecast_category: "best_case", max_dwell: 10, on_exit: [],
      guidance: { tips: [label("报价前确认预算、审批流程和时间表。", "Before you quote, confirm budget, approval path and schedule.")] },
      entry: [
        { id: "proposal_facts", kind: "fields", fields: ["amount", "close_date"] },
        { id: "proposal_amount", kind: "condition", expression: "amount > 0", message: label("报价阶段的金额必须大于零", "The amount must be above zero to make a proposal") },
      ],
      exit: [],
      on_enter: [{ id: "follow_up_quote", kind: "task", title: label("报价后回访客户", "Follow up on the proposal"), assignee: "owner", due_days: 2 }],
    },
    {
      name: "negotiation", label: label("商务谈判", "Negotiation"), type: "open", order: 5, probability: 80, forecast_category: "commit", max_dwell: 15, ...NO_ACTIONS,
      guidance: { tips: [label("每一次让步都换回一样东西：量、期限、付款条件。", "Trade every concession for something: volume, term, payment.")] },
      entry: [{ id: "negotiation_facts", kind: "fields", fields: ["amount", "close_date"] }],
      exit: [],
    },
    {
      name: "won", label: label("赢单", "Won"), type: "won", order: 6, probability: 100, forecast_category: "closed", ...NO_ACTIONS,
      entry: [{ id: "won_facts", kind: "fields", fields: ["account", "amount", "close_date"] }],
      exit: [],
    },
    {
      name: "lost", label: label("输单", "Lost"), type: "lost", order: 7, probability: 0, forecast_category: "omitted", ...NO_ACTIONS,
      entry: [{ id: "lost_why", kind: "fields", fields: ["lost_reason"], message: label("请填写输单原因", "Say why it was lost") }],
      exit: [],
    },
  ],
};

/** From a new lead to one that sales has accepted and converted. */
export const LEAD_PIPELINE: PipelineDefinition = {
  object: "lead",
  name: "lead_qualification",
  label: label("线索培育", "Lead qualification"),
  rules: DEFAULT_RULES,
  stages: [
    { name: "new", label: label("新线索", "New"), type: "open", order: 1, probability: 0, forecast_category: "omitted", max_dwell: 1, entry: [], exit: [], ...NO_ACTIONS },
    { name: "contacted", label: label("已联系", "Contacted"), type: "open", order: 2, probability: 0, forecast_category: "omitted", max_dwell: 5, entry: [], exit: [], ...NO_ACTIONS },
    {
      name: "qualified", label: label("市场合格 MQL", "Marketing qualified"), type: "open", order: 3, probability: 0, forecast_category: "omitted", max_dwell: 3, ...NO_ACTIONS,
      entry: [
        { id: "mql_who", kind: "fields", fields: ["company", "contact_name"] },
        { id: "mql_reach", kind: "condition", expression: "mobile != null || phone != null || email != null", message: label("至少要有手机、电话或邮箱中的一种", "There must be a mobile, a phone or an email") },
      ],
      exit: [],
    },
    {
      name: "accepted", label: label("销售接受 SQL", "Sales accepted"), type: "open", order: 4, probability: 0, forecast_category: "omitted", max_dwell: 5, ...NO_ACTIONS,
      entry: [{ id: "sql_need", kind: "fields", fields: ["requirement"], message: label("请写明客户的初步需求", "Write down what the customer needs") }],
      exit: [],
    },
    { name: "converted", label: label("已转商机", "Converted"), type: "won", order: 5, probability: 100, forecast_category: "omitted", entry: [], exit: [], ...NO_ACTIONS },
    { name: "disqualified", label: label("无效", "Disqualified"), type: "lost", order: 6, probability: 0, forecast_category: "omitted", entry: [], exit: [], ...NO_ACTIONS },
  ],
};

export const DEFAULT_PIPELINES: readonly PipelineDefinition[] = [OPPORTUNITY_PIPELINE, LEAD_PIPELINE];
