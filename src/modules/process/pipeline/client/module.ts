import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

const hasStages = (object: ObjectInfo): boolean => object.stageField !== undefined;

export const pipelineScreens: ClientModule = {
  name: "pipeline",
  recordPanels: [
    {
      name: "clocks",
      place: "side",
      order: 12,
      applies: hasStages,
      Component: lazily(() => import("./ClocksPanel.tsx").then((module) => module.ClocksPanel)),
    },
  ],
  settings: [
    {
      path: "pipelines",
      label: label("流程与关卡", "Pipelines and gates"),
      description: label(
        "阶段、进入和离开条件、自动任务、特批统计",
        "Stages, entry and exit criteria, automatic tasks, exceptions",
      ),
      icon: "pipeline",
      group: "build",
      order: 30,
      applies: (me) => isAble(me, "pipelines.manage"),
      Component: lazily(() =>
        import("./settings/PipelineSettings.tsx").then((module) => module.PipelineSettings),
      ),
    },
  ],
};
