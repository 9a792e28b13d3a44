import { label, type LabelMap } from "../../../../shared/i18n/label.ts";
import type { FormQuestion } from "../../questionnaires/shared/public.ts";

/** The questionnaire that the shipped sales pipeline asks for before a solution is drawn up. */
export const NEEDS_SURVEY: {
  readonly name: string;
  readonly label: LabelMap;
  readonly questions: readonly FormQuestion[];
} = {
  name: "sales_needs_survey",
  label: label("客户需求调研表", "Needs survey"),
  questions: [
    {
      id: "problem",
      kind: "long_text",
      required: true,
      label: label("客户要解决什么问题？", "Which problem does the customer want to solve?"),
    },
    {
      id: "impact",
      kind: "text",
      required: true,
      label: label("不解决会怎样（损失、风险）？", "What happens if nothing is done (loss, risk)?"),
    },
    {
      id: "decider",
      kind: "text",
      required: true,
      label: label("谁做最终决定？", "Who takes the final decision?"),
    },
    {
      id: "budget",
      kind: "choice",
      required: true,
      label: label("预算到哪一步了？", "How far is the budget?"),
      options: [
        { name: "approved", label: label("已批准", "Approved"), score: 3 },
        { name: "planned", label: label("已列入计划", "Planned"), score: 2 },
        { name: "open", label: label("还没有", "None yet"), score: 0 },
      ],
    },
    { id: "wanted_by", kind: "date", label: label("希望什么时候投用？", "When should it be in use?") },
  ],
};
