import { useObjects } from "../../../../ui/data/objects.ts";
import { usePipelines } from "../../../../ui/data/pipelines.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { BaselineComparison } from "../shared/baseline.contract.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { compareAnswer, type Days } from "./compare-answer.ts";
import { frozenStep, isSame } from "./compare-figures.ts";
import { ComparedSteps } from "./ComparedSteps.tsx";
import { exactText } from "./figures.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import { MovementChart } from "./MovementChart.tsx";
import type { MovementGroup } from "./movement-state.ts";
import { MovementGroups, MovementSteps } from "./MovementTables.tsx";
import { useMovementWords } from "./use-movement-words.ts";

export interface ComparedProps {
  readonly compared: BaselineComparison;
}
/** The sentence, both side by side, and what moved between them, as a whole and by group. */
export function ComparedPanels({ compared }: ComparedProps) {
  const { t } = useLanguage();
  const { before, after, between } = compared;
  const words = useMovementWords();
  const days = daysOf(compared);
  return (
    <>
      <Answer clauses={compareAnswer(compared, days, words)} notes={useNotes(compared)} />
      <InsightPanel
        title={t(baselineMessages.sideBySide)}
        metric="movement"
        table={<ComparedSteps before={before} after={after} days={days} />}
      />
      <InsightPanel
        title={t(baselineMessages.between, { from: days.before, to: days.after })}
        metric="movement"
        chart={<MovementChart movement={between} measure={between.end.amount ? "amount" : "count"} />}
        table={<MovementSteps movement={between} />}
      />
      <ComparedGroups compared={compared} />
    </>
  );
}

/** Their days; of two on one day the hours, too. */
function daysOf({ before, after }: BaselineComparison): Days {
  const [from, to] = [timeText(before.at), timeText(after.at)];
  const isOneDay = from.slice(0, 10) === to.slice(0, 10);
  return isOneDay ? { before: from, after: to } : { before: from.slice(0, 10), after: to.slice(0, 10) };
}

/** Whose sight the figures are of, and where they do not meet. */
function useNotes({ before, after, between }: BaselineComparison): readonly string[] {
  const { t, language } = useLanguage();
  const { user } = useMe();
  const others = [before, after].filter(({ maker }) => maker !== user.id);
  const was = frozenStep(before, "end");
  const differs = was.count !== between.start.count || !isSame(was.amount, between.start.amount);
  const said = (count: number, amount: typeof was.amount): string =>
    amount ? exactText(amount, language) : String(count);
  return [
    ...others.map(({ name }) => t(baselineMessages.othersSight, { name })),
    ...(differs
      ? [
          t(baselineMessages.startDiffers, {
            again: said(between.start.count, between.start.amount),
            saved: said(was.count, was.amount),
          }),
        ]
      : []),
    ...(between.groups === undefined &&
    [before, after].some(({ question: { group_by: groups } }) => Boolean(groups))
      ? [t(baselineMessages.otherGroups)]
      : []),
  ];
}

/** What moved in each group that both have. */
function ComparedGroups({ compared: { between } }: ComparedProps) {
  const { t } = useLanguage();
  const object = useObjects().get(between.object);
  const pipelines = usePipelines(between.object, object !== undefined);
  const pipeline = pipelines.find(({ id }) => id === between.pipeline?.id) ?? pipelines[0];
  const field = Object.keys(between.groups?.[0]?.key ?? {})[0] ?? "";
  const by: MovementGroup = field === object?.stageField ? "stage" : field === "department" ? field : "owner";
  if (!between.groups || !object || !pipeline) return null;
  return (
    <InsightPanel
      title={t(baselineMessages.betweenGroups)}
      metric="movement"
      table={
        <MovementGroups
          answer={between}
          by={by}
          measure={between.end.amount ? "amount" : "count"}
          object={object}
          pipeline={pipeline}
        />
      }
    />
  );
}
