import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** The funnel page: how records move through their stages, each figure a way to the records behind it. */
export const analyticsScreens: ClientModule = {
  name: "analytics",
  routes: [
    {
      path: "insight/funnel",
      Component: lazily(() => import("./FunnelPage.tsx").then((module) => module.FunnelPage)),
    },
    {
      path: "insight/movement",
      Component: lazily(() => import("./MovementPage.tsx").then((module) => module.MovementPage)),
    },
    {
      path: "insight/baselines",
      Component: lazily(() => import("./BaselinesPage.tsx").then((module) => module.BaselinesPage)),
    },
  ],
  navigation: [
    {
      path: "insight/funnel",
      label: label("销售漏斗", "Sales funnel"),
      icon: "funnel",
      group: "insight",
      order: 10,
    },
    {
      path: "insight/movement",
      label: label("变动分析", "Pipeline movement"),
      icon: "chart",
      group: "insight",
      order: 20,
    },
    {
      path: "insight/baselines",
      label: label("数据快照", "Baselines"),
      icon: "pin",
      group: "insight",
      order: 30,
    },
  ],
};
