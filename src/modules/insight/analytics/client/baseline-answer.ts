import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { type Clause, SEMICOLON } from "../../../../ui/kit/answer-text.ts";
import type { BaselineCheck, BaselineFigure } from "../shared/baseline.contract.ts";
import { isTold } from "./baseline-words.ts";

const answerMessages = defineMessages({
  identical: label("按当时的数据重算，[完全一致]", "Recalculated from the data known then: [identical]"),
  different: label(
    "按当时的数据重算，[{count} 处不同]",
    "Recalculated from the data known then: [{count} {count|figure differs|figures differ}]",
  ),
  changed: label(
    "到现在变了 [{count} 处]",
    "[{count} {count|figure|figures}] {count|has|have} changed since",
  ),
  unchanged: label("至今没有变化", "nothing has changed since"),
});

/** The places in which two sets of figures do not agree, each once. */
export function differingPlaces(
  before: readonly BaselineFigure[],
  after: readonly BaselineFigure[],
): readonly string[] {
  const then = new Map(before.filter(isTold).map(({ name, value }) => [name, value]));
  const since = new Map(after.filter(isTold).map(({ name, value }) => [name, value]));
  return [...new Set([...then.keys(), ...since.keys()])].filter((name) => then.get(name) !== since.get(name));
}

/** Whether the figures hold, and how much has changed since they were frozen. */
export function baselineAnswer({ identical, frozen, again, now }: BaselineCheck): readonly Clause[] {
  const differ = differingPlaces(frozen, again).length;
  const changed = differingPlaces(frozen, now).length;
  return [
    identical
      ? { message: answerMessages.identical }
      : { message: answerMessages.different, params: { count: differ } },
    changed === 0
      ? { message: answerMessages.unchanged, mark: SEMICOLON }
      : { message: answerMessages.changed, params: { count: changed }, mark: SEMICOLON },
  ];
}
