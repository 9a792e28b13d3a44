import { expect } from "vitest";
import type { Simulation } from "../../modules/process/simulation/shared/simulation.contract.ts";
import { pipelineApp, type PipelineApp } from "../pipeline-app.ts";

export let app: PipelineApp;
/** The same words in both languages. */
export const both = (text: string) => ({ "zh-CN": text, en: text });
/** A stage of a pipeline. */
export const stage = (name: string, type: string, more: object = {}) => ({
  name,
  label: both(name),
  type,
  ...more,
});
/**
 * Begins an installation whose clock the tests set, with a table of how its clock and that of the database
 * ran.
 */
export async function openSimulationWorld(): Promise<void> {
  app = await pipelineApp();
  await app.db.query({ text: "create table marks (real timestamptz, told timestamptz)" });
}

/** Publishes a pipeline of deals. */
export async function publish(name: string, stages: object[]): Promise<string> {
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name,
    label: both(name),
    stages,
  });
  const id = String(made.at("data.id"));
  expect((await app.call("POST", `/pipelines/${id}/publish`, {})).status).toBe(200);
  return id;
}
/**
 * Sets the program's clock; the database's goes its own way until `settle` sets what it wrote to these times.
 */
export const set = async (moment: string) => {
  app.now = moment;
  await app.db.query({
    text: `insert into marks select clock_timestamp(), $1::timestamptz`,
    values: [moment],
  });
};
/** Sets the clock to ten in the morning of a day in Shanghai. */
export const at = (day: string) => set(`${day}T02:00:00.000Z`);
/** Sets the times of everything written to those of the clock of the program. */
export async function settle(): Promise<void> {
  const then = (column: string) =>
    `(select m.told + (t.${column} - m.real) from marks m where m.real <= t.${column} order by m.real desc limit 1)`;
  for (const object of ["opportunity", "activity", "task", "account", "contact", "file", "form_response"]) {
    await app.db.query({
      text: `update "w_main".h_${object} t set valid_from = ${then("valid_from")}, valid_to = ${then("valid_to")} where valid_from > '2026-08-01'`,
    });
    await app.db.query({
      text: `update "w_main".o_${object} t set valid_from = ${then("valid_from")} where valid_from > '2026-08-01'`,
    });
  }
  await app.db.query({
    text: `update "w_main".o_form t set created_at = ${then("created_at")} where created_at > (select min(real) from marks)`,
  });
  await app.db.query({
    text: `update "w_main".o_pipeline_version t set created_at = ${then("created_at")} where number = 1 and created_at > (select min(real) from marks)`,
  });
}
/** Changes a deal. */
export const patch = async (id: string, values: object) =>
  expect((await app.call("PATCH", `/records/opportunity/${id}`, values)).status).toBe(200);
/** Moves a deal. */
export async function move(id: string, to: string, more: object = {}) {
  const moved = await app.call("POST", `/records/opportunity/${id}/transitions`, { to, ...more });
  expect([moved.status, moved.at("errors")]).toEqual([200, undefined]);
}
/** An interview of a deal. */
export const interview = (id: string, status = "done") =>
  app.make("activity", {
    type: "needs_interview",
    status,
    content: "held",
    regarding: { object: "opportunity", id },
  });
/** Replays the draft of a pipeline on a time. */
export const ask = async (pipeline: string, from: string, to: string) =>
  (await app.call("POST", `/pipelines/${pipeline}/simulate`, { from, to })).at("data") as Simulation;
