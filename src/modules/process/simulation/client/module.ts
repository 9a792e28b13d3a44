import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

export const simulationScreens: ClientModule = {
  name: "simulation",
  pageParts: [
    {
      place: "pipeline.tab",
      name: "whatif",
      order: 30,
      label: label("规则试算", "What-if"),
      Component: lazily(() => import("./WhatIfPanel.tsx").then((module) => module.WhatIfPanel)),
    },
  ],
};
