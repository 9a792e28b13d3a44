import { label } from "../../../../shared/i18n/label.ts";
import { DEFAULT_RULES, type PipelineDefinition } from "./pipeline.ts";

const NO_ACTIONS = { on_enter: [], on_exit: [] } as const;

/** From a new lead to one that sales has accepted and converted. */
export const LEAD_PIPELINE: PipelineDefinition = {
  object: "lead",
  name: "lead_qualification",
  label: label("线索培育", "Lead qualification"),
  rules: DEFAULT_RULES,
  stages: [
    {
      name: "new",
      label: label("新线索", "New"),
      type: "open",
      order: 1,
      probability: 0,
      forecast_category: "omitted",
      max_dwell: 1,
      entry: [],
      exit: [],
      ...NO_ACTIONS,
    },
    {
      name: "contacted",
      label: label("已联系", "Contacted"),
      type: "open",
      order: 2,
      probability: 0,
      forecast_category: "omitted",
      max_dwell: 5,
      entry: [],
      exit: [],
      ...NO_ACTIONS,
    },
    {
      name: "qualified",
      label: label("市场合格 MQL", "Marketing qualified"),
      type: "open",
      order: 3,
      probability: 0,
      forecast_category: "omitted",
      max_dwell: 3,
      ...NO_ACTIONS,
      entry: [
        { id: "mql_who", kind: "fields", fields: ["company", "contact_name"] },
        {
          id: "mql_reach",
          kind: "condition",
          expression: "mobile != null || phone != null || email != null",
          message: label("至少要有手机、电话或邮箱中的一种", "There must be a mobile, a phone or an email"),
        },
      ],
      exit: [],
    },
    {
      name: "accepted",
      label: label("销售接受 SQL", "Sales accepted"),
      type: "open",
      order: 4,
      probability: 0,
      forecast_category: "omitted",
      max_dwell: 5,
      ...NO_ACTIONS,
      entry: [
        {
          id: "sql_need",
          kind: "fields",
          fields: ["requirement"],
          message: label("请写明客户的初步需求", "Write down what the customer needs"),
        },
      ],
      exit: [],
    },
    {
      name: "converted",
      label: label("已转商机", "Converted"),
      type: "won",
      order: 5,
      probability: 100,
      forecast_category: "omitted",
      entry: [],
      exit: [],
      ...NO_ACTIONS,
    },
    {
      name: "disqualified",
      label: label("无效", "Disqualified"),
      type: "lost",
      order: 6,
      probability: 0,
      forecast_category: "omitted",
      entry: [],
      exit: [],
      ...NO_ACTIONS,
    },
  ],
};
