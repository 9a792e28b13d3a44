import { mayDefine } from "./load-pipelines.ts";
import { type Add, type Guard, raiseDefinitions } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { pipelineMessages } from "./messages.ts";

/** Definitions are checked by the routes that write them; nothing else may. */
export const guardPipelines: Guard = {
  word: "guard",
  name: "pipeline.definition",
  label: label("流程只能在流程设置中修改", "Pipelines can only be changed in their settings"),
  applies: (object) => object.name === "pipeline" || object.name === "pipeline_version",
  run: async ({ tx, context, changes }) =>
    new Map(
      (mayDefine(tx, context) || context.principal.kind === "system" ? [] : changes)
        .filter(
          (change) =>
            change.road !== "setup" &&
            change.road !== "seed" &&
            !(change.deleting && change.object === "pipeline"),
        )
        .map((change) => [change.id, [{ code: "use_pipelines", text: pipelineMessages.use_pipelines }]]),
    ),
};

/** A pipeline is part of the definitions: every process reads it anew with its next request. */
export const announcePipelines: Add = {
  word: "add",
  name: "pipeline.announce",
  label: label("让新的流程定义立即生效", "Makes new definitions take effect immediately"),
  applies: (object) => object.name === "pipeline",
  writes: [],
  run: async ({ context }) => ({ ledger: [raiseDefinitions(context)] }),
};
