import { expect } from "vitest";
import { pipelineApp, type PipelineApp, type PipelineReply } from "../pipeline-app.ts";

export let app: PipelineApp;
/** A label in both languages. */
export const both = (zh: string, en = zh) => ({ "zh-CN": zh, en });
/** A stage of a pipeline. */
export const stage = (name: string, type: string, more: object = {}) => ({
  name,
  label: both(name),
  type,
  ...more,
});
/** Begins an installation whose clock the tests set. */
export async function openStagesWorld(): Promise<void> {
  app = await pipelineApp();
}

/** Makes a pipeline of deals and publishes it. */
export async function publish(name: string, stages: object[], more: object = {}): Promise<string> {
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name,
    label: both(name),
    stages,
    ...more,
  });
  const id = String(made.at("data.id"));
  const published = await app.call("POST", `/pipelines/${id}/publish`, {});
  expect([made.status, published.status, published.at("errors")]).toEqual([201, 200, undefined]);
  return id;
}
/** Asks for a move of a deal. */
export const move = (id: string, to: string, more: object = {}) =>
  app.call("POST", `/records/opportunity/${id}/transitions`, { to, ...more });
/** Why an answer refuses: the code, the words and what would help. */
export const errors = (reply: PipelineReply) =>
  ((reply.at("errors") ?? []) as { code: string; message: string; fix?: { action: string } }[]).map(
    (error) => [error.code, error.message, error.fix?.action],
  );
