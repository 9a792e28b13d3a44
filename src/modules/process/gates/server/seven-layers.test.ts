import { afterAll, beforeAll, expect, test } from "vitest";
import { pipelineApp, type PipelineApp } from "../../../../testing/pipeline-app.ts";
import { type Layer, LAYERS } from "../../pipeline/shared/pipeline.ts";

let app: PipelineApp;
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
/**
 * What each layer asks by itself, in a stage of its own; `exit` is asked on leaving, all others on entering.
 */
const PARTS: Readonly<Record<Layer, object>> = {
  entry: { entry: [{ id: "k_entry", kind: "condition", expression: "budget_confirmed == true" }] },
  information: { entry: [{ id: "k_information", kind: "fields", fields: ["close_date"] }] },
  tasks: { entry: [{ id: "k_tasks", kind: "checklist", items: [{ id: "done", label: both("done") }] }] },
  documents: { entry: [{ id: "k_documents", kind: "document", document_type: "contract" }] },
  review: { entry: [{ id: "k_review", kind: "approval", approval: "sales_director" }] },
  exit: { exit: [{ id: "k_exit", kind: "condition", expression: "amount > 100" }] },
  actions: { on_enter: [{ id: "k_actions", kind: "task", title: both("follow up") }] },
};
type Switched = "all on" | "its own off" | "only its own on";
const layersFor = (own: Layer, switched: Switched): Partial<Record<Layer, boolean>> =>
  switched === "all on"
    ? {}
    : Object.fromEntries(
        LAYERS.map((layer) => [layer, (layer === own) === (switched === "only its own on")]),
      );
/** All stages, those of the layer that is looked at first: a move between them leaves none out. */
function stages(switched: Switched, first: Layer) {
  const own = (layer: Layer) => ({
    name: `s_${layer}`,
    label: both(layer),
    type: "open",
    layers: layersFor(layer, switched),
    ...PARTS[layer],
  });
  const [start, end] = ["start", "end"].map((name) => ({ name, label: both(name), type: "open" }));
  const others = LAYERS.filter((layer) => layer !== first).map(own);
  const won = { name: "won", label: both("won"), type: "won" };
  return first === "exit"
    ? [own(first), end, start, ...others, won]
    : [start, own(first), ...others, end, won];
}

beforeAll(async () => {
  app = await pipelineApp();
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name: "layers",
    label: both("layers"),
    stages: stages("all on", "entry"),
  });
  pipeline = String(made.at("data.id"));
});
afterAll(() => app.close());

async function publish(switched: Switched, layer: Layer): Promise<void> {
  await app.call("PATCH", `/pipelines/${pipeline}`, { stages: stages(switched, layer) });
  const done = await app.call("POST", `/pipelines/${pipeline}/publish`, {});
  expect([done.status, done.at("errors")]).toEqual([200, undefined]);
}
/**
 * Which criterion refused the move into the stage (out of it, for the exit layer), or that its action ran.
 */
async function outcome(layer: Layer): Promise<string> {
  const id = await app.make("opportunity", {
    name: layer,
    pipeline,
    stage: layer === "exit" ? "s_exit" : "start",
  });
  // A road that asks for no consents: what is missing is a reason.
  const moved = await app.call("PATCH", `/records/opportunity/${id}`, {
    stage: layer === "exit" ? "end" : `s_${layer}`,
  });
  if (moved.status !== 200)
    return (moved.at("errors") as { criterion: string }[]).map(({ criterion }) => criterion).join();
  const tasks = (
    await app.call("GET", `/records/task?filter=${encodeURIComponent(`regarding == "${id}"`)}`)
  ).at("data.length");
  return tasks === 1 ? "acted" : "passed";
}
const outcomes = async (switched: Switched) => {
  const found: Partial<Record<Layer, string>> = {};
  for (const layer of LAYERS) {
    await publish(switched, layer);
    found[layer] = await outcome(layer);
  }
  return found;
};

const STRICT = {
  entry: "k_entry",
  information: "k_information",
  tasks: "k_tasks",
  documents: "k_documents",
  review: "k_review",
  exit: "k_exit",
  actions: "acted",
};

test("each of the seven layers alone refuses (or acts), lets pass when switched off, and refuses again when switched on", async () => {
  expect(await outcomes("all on")).toEqual(STRICT);
  expect(await outcomes("its own off")).toEqual(Object.fromEntries(LAYERS.map((layer) => [layer, "passed"])));
  expect(await outcomes("only its own on")).toEqual(STRICT);
});
