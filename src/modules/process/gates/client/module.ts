import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { stageMover } from "./stage-mover.ts";

const hasStages = (object: ObjectInfo): boolean => object.stageField !== undefined;

export const gatesScreens: ClientModule = {
  name: "gates",
  recordPanels: [
    {
      name: "waiting-move",
      place: "bar",
      order: 9,
      applies: hasStages,
      Component: lazily(() => import("./WaitingMove.tsx").then((module) => module.WaitingMove)),
    },
    {
      name: "advance",
      place: "head",
      order: 10,
      applies: hasStages,
      Component: lazily(() => import("./Advance.tsx").then((module) => module.Advance)),
    },
    {
      name: "stage-bar",
      place: "bar",
      order: 10,
      applies: hasStages,
      Component: lazily(() => import("./StageBar.tsx").then((module) => module.StageBar)),
      pixels: { wide: 54, narrow: 84 },
    },
    {
      name: "next-gate",
      place: "side",
      order: 10,
      applies: hasStages,
      Component: lazily(() => import("./NextGatePanel.tsx").then((module) => module.NextGatePanel)),
    },
  ],
  fieldMovers: [stageMover],
  cardMarks: [
    {
      name: "stage",
      applies: hasStages,
      fields: ["dwell_level", "idle_days", "idle_level", "slip_level", "next_meeting_at", "waiting_consents"],
      Component: lazily(() => import("./StageMarks.tsx").then((module) => module.StageMarks)),
    },
  ],
  pageParts: [
    {
      place: "pipeline.tab",
      name: "overrides",
      order: 60,
      label: label("特批与跳过", "Exceptions and skipped stages"),
      Component: lazily(() => import("./reports/GateReports.tsx").then((module) => module.GateReports)),
    },
    {
      place: "pipeline.publication",
      name: "impact",
      order: 10,
      Component: lazily(() => import("./reports/Impact.tsx").then((module) => module.Impact)),
    },
  ],
};
