import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { stageMover } from "../../gates/client/stage-mover.ts";

const hasStages = (object: ObjectInfo): boolean => object.stageField !== undefined;

export const pipelineScreens: ClientModule = {
  name: "pipeline",
  recordPanels: [
    {
      name: "waiting-move",
      place: "bar",
      order: 9,
      applies: hasStages,
      Component: lazily(() => import("../../gates/client/WaitingMove.tsx").then((module) => module.WaitingMove)),
    },
    {
      name: "stage-bar",
      place: "bar",
      order: 10,
      applies: hasStages,
      Component: lazily(() => import("../../gates/client/StageBar.tsx").then((module) => module.StageBar)),
    },
    {
      name: "next-gate",
      place: "side",
      order: 10,
      applies: hasStages,
      Component: lazily(() => import("../../gates/client/NextGatePanel.tsx").then((module) => module.NextGatePanel)),
    },
    {
      name: "clocks",
      place: "side",
      order: 12,
      applies: hasStages,
      Component: lazily(() => import("./ClocksPanel.tsx").then((module) => module.ClocksPanel)),
    },
  ],
  stageMovers: [stageMover],
  stageMarks: [
    {
      applies: hasStages,
      fields: ["dwell_level", "idle_days", "idle_level", "slip_level", "next_meeting_at", "waiting_consents"],
      Component: lazily(() => import("../../gates/client/StageMarks.tsx").then((module) => module.StageMarks)),
    },
  ],
  valueWords: [
    {
      object: "form_response",
      field: "answers",
      Component: lazily(() => import("../../questionnaires/client/AnswersInWords.tsx").then((module) => module.AnswersInWords)),
    },
  ],
  pageParts: [
    {
      place: "pipeline.tab",
      name: "whatif",
      order: 30,
      label: label("推演", "What if"),
      Component: lazily(() => import("../../simulation/client/WhatIfPanel.tsx").then((module) => module.WhatIfPanel)),
    },
    {
      place: "pipeline.tab",
      name: "overrides",
      order: 60,
      label: label("放行与跳过", "Overrides and skips"),
      Component: lazily(() => import("../../gates/client/reports/GateReports.tsx").then((module) => module.GateReports)),
    },
    {
      place: "pipeline.publication",
      name: "impact",
      order: 10,
      Component: lazily(() => import("../../gates/client/reports/Impact.tsx").then((module) => module.Impact)),
    },
  ],
  settings: [
    {
      path: "pipelines",
      label: label("流程与门禁", "Pipelines and gates"),
      description: label(
        "阶段、准入准出条件、自动任务、放行统计",
        "Stages, entry and exit criteria, automatic tasks, overrides",
      ),
      icon: "pipeline",
      group: "build",
      order: 30,
      applies: (me) => isAble(me, "pipelines.manage"),
      Component: lazily(() =>
        import("./settings/PipelineSettings.tsx").then((module) => module.PipelineSettings),
      ),
    },
    {
      path: "questionnaires",
      label: label("调研表", "Questionnaires"),
      description: label("门禁可以要求填写的表单", "Forms that a gate can ask for"),
      icon: "form",
      group: "build",
      order: 31,
      applies: (me) => isAble(me, "pipelines.manage"),
      Component: lazily(() =>
        import("../../questionnaires/client/QuestionnaireSettings.tsx").then((module) => module.QuestionnaireSettings),
      ),
    },
  ],
};
