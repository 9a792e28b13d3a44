import type { Label, LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { serviceLevel } from "../shared/service-level.object.ts";
import { Amount, type EscalationStep, type LevelAmount, Named, Steps } from "../shared/service-level.ts";
import { levelMessages } from "./level.messages.ts";

/** A level as its dialog has it. */
export interface LevelForm {
  readonly name: string;
  readonly label: LabelMap;
  readonly object: string;
  readonly start: string;
  readonly pause: string;
  readonly stop: string;
  readonly target: LevelAmount | null;
  readonly warn: LevelAmount | null;
  readonly escalate: readonly EscalationStep[];
}
/** Requests for consents are no object of lists, and have limits all the same. */
export const CONSENTS = "approval_request";
export const CONDITIONS = ["start", "pause", "stop"] as const;

export function readLevel(level: Values | null): LevelForm {
  const { name, label, object, start, pause, stop, target, warn, escalate } = partOf(serviceLevel, level);
  return {
    name: name ?? "",
    label: fits(Named, label) ? label : {},
    object: object ?? "task",
    start: start ?? "",
    pause: pause ?? "",
    stop: stop ?? "",
    target: fits(Amount, target) ? target : level ? null : { amount: 4, unit: "working_hours" },
    warn: fits(Amount, warn) ? warn : null,
    escalate: fits(Steps, escalate) ? escalate : [],
  };
}

/** What it still lacks, in words; null where it can be sent. */
export function missingOf(form: LevelForm, building: string | null): Label | null {
  if (form.name.trim() === "" || !form.label["zh-CN"]?.trim() || !form.label["en"]?.trim())
    return levelMessages.needName;
  if (building) return levelMessages.applyFirst;
  if (!form.start.trim() || !form.stop.trim()) return levelMessages.needCondition;
  return form.target && form.target.amount > 0 ? null : levelMessages.needTarget;
}

export const amountWords = (amount: LevelAmount | null, t: (message: Label) => string): string =>
  amount ? `${amount.amount} ${t(levelMessages[amount.unit])}` : "";

/** Values as they are sent; an empty pause is none. */
export const valuesOf = (form: LevelForm): Values => ({
  ...form,
  label: { ...form.label },
  pause: form.pause.trim() || null,
  target: form.target && { ...form.target },
  warn: form.warn && { ...form.warn },
  escalate: form.escalate.map(({ after, to }) => ({
    after: { ...after },
    to: typeof to === "string" ? to : { ...to },
  })),
});
