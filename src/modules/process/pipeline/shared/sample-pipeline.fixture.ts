import { type Criterion, DEFAULT_RULES, type PipelineDefinition, type Stage } from "./pipeline.ts";

/** The same words in both languages. */
export const both = (text: string) => ({ "zh-CN": text, en: text });
/** A stage that asks for nothing, but for what is said. */
export const stage = (name: string, order: number, more: Partial<Stage> = {}): Stage => ({
  name,
  label: both(name),
  type: "open",
  order,
  probability: 0,
  forecast_category: "pipeline",
  entry: [],
  exit: [],
  on_enter: [],
  on_exit: [],
  ...more,
});
/** A pipeline of deals. */
export const pipeline = (stages: readonly Stage[], rules = DEFAULT_RULES): PipelineDefinition => ({
  object: "opportunity",
  name: "p",
  label: both("p"),
  stages,
  rules,
});
export const ENTRY: Criterion = { id: "in", kind: "fields", fields: ["amount", "close_date"] };
