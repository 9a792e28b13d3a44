import type { Operation, PastState } from "../engine/kernel/save-request.ts";
import { save } from "../engine/record/save.ts";
import type { Values } from "../shared/metadata/object.ts";
import type { TestApp } from "./app.ts";

/** A Monday; the days of a history count from here, at ten in the morning in Shanghai. */
export const DAY_ZERO = "2026-01-05";
export const momentOfDay = (day: number): string =>
  new Date(Date.parse(`${DAY_ZERO}T02:00:00Z`) + day * 86_400_000).toISOString();
export const dateOfDay = (day: number): string => momentOfDay(day).slice(0, 10);

/** A record and the stages it went through: [day, stage], in order. */
export interface History {
  readonly values: Values;
  readonly stays: readonly (readonly [number, string])[];
}

const STAGES = [
  ["discovery", "open"],
  ["needs", "open"],
  ["proposal", "open"],
  ["won", "won"],
  ["lost", "lost"],
] as const;

/** A pipeline of opportunities without gates: discovery, needs, proposal, won, lost. */
export async function publishPlainPipeline({ admin }: TestApp, name: string): Promise<string> {
  const stages = STAGES.map(([stage, type], at) => ({
    name: stage,
    label: { en: stage, "zh-CN": stage },
    type,
    order: at + 1,
    probability: 0,
    entry: [],
    exit: [],
  }));
  const made = await admin.post("/pipelines", {
    object: "opportunity",
    name,
    label: { en: name, "zh-CN": name },
    stages,
  });
  const published = await admin.post(`/pipelines/${made.json.data.id}/publish`, {});
  if (published.status !== 200) throw new Error(`publish: ${published.text}`);
  return made.json.data.id;
}

/** Writes records with their past, as an import does. Answers their ids. */
export async function writeHistories(
  app: TestApp,
  pipeline: string,
  histories: readonly History[],
): Promise<readonly string[]> {
  const operations = histories.map(({ values, stays }): Operation => {
    const last = stays.at(-1)?.[1] ?? "discovery";
    const past = stays.map(([day, stage], at): PastState => ({
      at: momentOfDay(day),
      values: at === stays.length - 1 ? {} : { stage },
    }));
    return { op: "create", object: "opportunity", values: { pipeline, stage: last, ...values }, past };
  });
  const saved = await save(await app.context(), { road: "import", mode: "all", operations });
  return saved.results.map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.id;
  });
}
