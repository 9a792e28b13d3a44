import { addDays } from "../../../shared/time/dates.ts";
import type { AggregateGroup } from "../../data/aggregates.ts";
import { findStage, type PipelineInfo } from "../../data/pipelines.ts";
import { isBlank, linkId, textValue } from "../../data/values.ts";
import { fieldMessages } from "../../field/field.messages.ts";
import { dotColor, stageColor } from "../../kit/colors.ts";
import { type LanguageTools } from "../../kit/language.tsx";
import { monthText, shortDay } from "../../kit/time-text.ts";
import { groupMessages } from "./group.messages.ts";
import type { Grouping } from "./grouping.ts";

const DUE = {
  overdue: groupMessages.overdue,
  today: groupMessages.today,
  this_week: groupMessages.thisWeek,
  later: groupMessages.later,
} as const;
const isDue = (text: string): text is keyof typeof DUE => text in DUE;

export interface GroupLook {
  readonly words: string;
  /** Of an option or a stage that has one. */
  readonly color?: string | undefined;
}

/** What a group is called, and its colour where its value has one. */
export function groupLook(
  { key, titles }: AggregateGroup,
  { field, bucket }: Grouping,
  pipelines: readonly PipelineInfo[],
  { t, of, language }: LanguageTools,
): GroupLook {
  const value = key[field.name] ?? null;
  const text = textValue(value);
  if (isBlank(value)) return { words: t(bucket === "due" ? groupMessages.noDay : groupMessages.unset) };
  if (bucket === "due")
    return {
      words: isDue(text) ? t(DUE[text]) : text,
      color: text === "overdue" ? "var(--danger)" : undefined,
    };
  if (bucket === "month") return { words: monthText(text.slice(0, 7), language) };
  if (bucket === "week")
    return { words: t(groupMessages.weekOf, { from: shortDay(text), to: shortDay(addDays(text, 6)) }) };
  if (field.kind === "boolean") return { words: t(value === true ? groupMessages.yes : groupMessages.no) };
  if (field.kind === "stage") return stageLook(pipelines, text, of);
  if (field.kind === "select") {
    const option = field.options.find(({ name }) => name === text);
    return { words: of(option?.label, text), color: dotColor(option?.color, option?.status) };
  }
  const title = textValue(titles?.[field.name]);
  return { words: title || (linkId(value) ? t(fieldMessages.unknown) : text) };
}

function stageLook(pipelines: readonly PipelineInfo[], name: string, of: LanguageTools["of"]): GroupLook {
  const stage = findStage(pipelines, name);
  const open =
    pipelines
      .find(({ stages }) => stage && stages.includes(stage))
      ?.stages.filter(({ type }) => type === "open") ?? [];
  return {
    words: of(stage?.label, name),
    color: stage && stageColor(stage.type, open.indexOf(stage), open.length),
  };
}
