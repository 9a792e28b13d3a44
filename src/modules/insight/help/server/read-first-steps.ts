import { type Context, hasAbility, list, objectRights } from "../../../../engine/public.ts";
import { hasMailServer } from "../../../base/messages/public.ts";
import { DEMO_SYSTEM, findDemo, openDemoJob } from "../../../data/demo/public.ts";
import { loadPipelines } from "../../../process/pipeline/public.ts";
import type { FirstSteps, StepName } from "../shared/first-steps.contract.ts";

/** Nothing is ticked by hand: each step is done when the records that the caller sees say so. */
export async function readFirstStepsOf(context: Context): Promise<FirstSteps> {
  if (hasAbility(context, "settings.manage") && hasAbility(context, "people.manage"))
    return administratorSteps(context);
  const asked = (["activity", "opportunity"] as const).filter((name) => mayCreate(context, name));
  const steps = await Promise.all(
    asked.map(async (name) => ({
      name: name === "activity" ? ("activity" as const) : ("deal" as const),
      done: await isThere(context, name, "created_by == me()"),
    })),
  );
  return { steps, demo: null };
}

async function administratorSteps(context: Context): Promise<FirstSteps> {
  const { mark, removed } = await findDemo(context);
  const own = `source_system != "${DEMO_SYSTEM}"`;
  const [customers, colleagues, stages, mail] = await Promise.all([
    isAnyThere(context, ["account", "lead", "contact"], own),
    isThere(context, "user", `${own} and id != me() and active`),
    areStagesSet(context, own),
    hasMailServer(context),
  ]);
  const hasDecided = mark?.isWhole === true || removed > 0 || customers;
  const done: readonly (readonly [StepName, boolean])[] = [
    ["customers", customers],
    ["stages", stages],
    ["colleagues", colleagues],
    ["demo", hasDecided],
    ["mail", mail],
  ];
  const job = await openDemoJob(context);
  return {
    steps: done.map(([name, isDone]) => ({ name, done: isDone })),
    demo: {
      state: mark ? (mark.isWhole ? "whole" : "part") : "none",
      job: job && { kind: job.kind, done: job.done, total: job.total },
    },
  };
}

/** Somebody has published stages of their own, or a deal of the company's own has gone on along those there are. */
async function areStagesSet(context: Context, own: string): Promise<boolean> {
  if (await isThere(context, "pipeline_version", "created_by != null")) return true;
  const pipelines = await loadPipelines(context.db, context);
  const first = pipelines
    .of("opportunity")
    .flatMap(({ definition }) => definition.stages.toSorted((a, b) => a.order - b.order).slice(0, 1))
    .map(({ name }) => `"${name}"`);
  return isThere(context, "opportunity", `${own} and not (stage in [${first.join(", ")}])`);
}

const mayCreate = (context: Context, name: string): boolean => {
  const object = context.catalog.object(name);
  return object !== undefined && objectRights(context, object).create;
};
const isAnyThere = async (context: Context, objects: readonly string[], filter: string): Promise<boolean> =>
  (await Promise.all(objects.map((object) => isThere(context, object, filter)))).includes(true);

/** Whether the caller sees a record of which this is true. */
async function isThere(context: Context, object: string, filter: string): Promise<boolean> {
  const found = await list(context, { object, filter, limit: 1, fields: ["id"], count: "none" });
  return found.ok && found.value.data.length > 0;
}
