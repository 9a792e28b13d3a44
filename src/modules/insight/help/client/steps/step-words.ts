import type { Label } from "../../../../../shared/i18n/label.ts";
import type { FirstSteps, StepName } from "../../shared/first-steps.contract.ts";
import { stepTexts } from "./steps.messages.ts";

export interface StepWords {
  readonly title: Label;
  readonly hint: Label;
  /** Where the step is done, and the word on the way there. */
  readonly go: { readonly to: string; readonly text: Label };
}
const texts = stepTexts;
const WORDS: Readonly<Record<StepName, StepWords>> = {
  customers: {
    title: texts.customers,
    hint: texts.customersHint,
    go: { to: "/imports/new?object=account", text: texts.customersGo },
  },
  stages: {
    title: texts.stages,
    hint: texts.stagesHint,
    go: { to: "/settings/pipelines", text: texts.stagesGo },
  },
  colleagues: {
    title: texts.colleagues,
    hint: texts.colleaguesHint,
    go: { to: "/settings/people", text: texts.colleaguesGo },
  },
  demo: { title: texts.demo, hint: texts.demoHint, go: { to: "/settings/demo", text: texts.demoGo } },
  mail: { title: texts.mail, hint: texts.mailHint, go: { to: "/settings/mail", text: texts.mailGo } },
  activity: {
    title: texts.activity,
    hint: texts.activityHint,
    go: { to: "/records/account", text: texts.activityGo },
  },
  deal: {
    title: texts.deal,
    hint: texts.dealHint,
    go: { to: "/records/opportunity?new=1", text: texts.dealGo },
  },
};

/** A step in words, as the demo data stands now. */
export function wordsOf(name: StepName, demo: FirstSteps["demo"]): StepWords {
  if (name !== "demo" || demo === null) return WORDS[name];
  if (demo.job)
    return {
      title: demo.job.kind === "demo_load" ? texts.demoLoading : texts.demoLeaving,
      hint: texts.demoHint,
      go: { to: "/settings/demo", text: texts.demoFollow },
    };
  if (demo.state !== "whole") return WORDS.demo;
  return { title: texts.demoIn, hint: texts.demoInHint, go: { to: "/settings/demo", text: texts.demoInGo } };
}
