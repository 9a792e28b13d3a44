import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  list,
  nullable,
  object,
  type Static,
  whole,
} from "../../../../shared/wire/schema.ts";

export const STEPS = ["customers", "stages", "colleagues", "demo", "mail", "activity", "deal"] as const;
const FirstSteps = object({
  /** What the caller is asked to do, in order; done as the records say. None: nothing is left to ask of them. */
  steps: list(object({ name: choice(...STEPS), done: flag() })),
  /** The demo data is being added or removed; for whoever may do that. */
  demo: nullable(
    object({
      state: choice("none", "part", "whole"),
      job: nullable(
        object({ kind: choice("demo_load", "demo_removal"), done: whole(), total: nullable(whole()) }),
      ),
    }),
  ),
});
export type FirstSteps = Static<typeof FirstSteps>;
export type StepName = (typeof STEPS)[number];

export const readFirstSteps = contract({
  method: "GET",
  path: "/first-steps",
  tag: "session",
  summary: label("刚开始时该做的几件事，做完没有", "What there is to do at the beginning, and what is done"),
  description: label(
    "返回刚开始使用时的几步及是否完成，由数据本身得出。",
    "The steps of whoever begins and which are done, told by the records themselves.",
  ),
  answer: data(FirstSteps),
});
