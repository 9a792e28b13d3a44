import Big from "big.js";
import type { ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo, StageInfo } from "../../data/pipelines.ts";
import { stageColor } from "../../kit/colors.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { moneyOf } from "../../data/values.ts";
import { both } from "../list/scenes.ts";
import { turned, type useBoardLayout } from "./use-board-layout.ts";
import { type ColumnTotals, type TotalsScope, useBoardTotals } from "./use-board-totals.ts";

/** A stage as the board draws it. */
export interface BoardStage {
  readonly stage: StageInfo;
  readonly name: string;
  readonly color: string;
  /** The condition of its cards. */
  readonly filter: string;
  readonly totals: ColumnTotals | null;
  /** Of stages where it ends: what this quarter brought. */
  readonly ended: ColumnTotals | null;
  /** What all open stages hold together, for the share of one. */
  readonly whole: ColumnTotals | undefined;
  /** Whether the figures still answer the question before. */
  readonly isEarlier: boolean;
  /** Drawn as a narrow strip that only takes cards. */
  readonly isNarrow: boolean;
  /** Makes it narrow, or a column again; absent where there is no room for either. */
  readonly onFold: (() => void) | undefined;
}

/**
 * The stages of a board in their order: columns of what is open, narrow ones where a person has folded them,
 * and at the end strips for what is won and lost.
 */
export function useBoardStages(
  object: ObjectInfo,
  pipeline: PipelineInfo | undefined,
  scope: TotalsScope,
  { layout, change }: ReturnType<typeof useBoardLayout>,
): { readonly columns: readonly BoardStage[]; readonly ends: readonly BoardStage[] } {
  const { of } = useLanguage();
  const isPhone = useIsNarrow();
  const stages = pipeline?.stages ?? [];
  const open = stages.filter(({ type }) => type === "open");
  const { totalsOf, endedOf, isEarlier } = useBoardTotals(object, scope, stages);
  const whole = together(open.map(({ name }) => totalsOf(name)));
  const drawn = stages.map((stage): BoardStage => {
    const isOpen = stage.type === "open";
    const isFolded = isOpen
      ? layout.folded.includes(stage.name) && !isPhone
      : !layout.open.includes(stage.name);
    const fold = () =>
      change(
        isOpen ? { folded: turned(layout.folded, stage.name) } : { open: turned(layout.open, stage.name) },
      );
    return {
      stage,
      name: of(stage.label, stage.name),
      color: stageColor(stage.type, open.indexOf(stage), open.length),
      filter: both(`${object.stageField ?? ""} == ${JSON.stringify(stage.name)}`, scope.filter),
      totals: totalsOf(stage.name),
      ended: isOpen ? null : endedOf(stage.name),
      whole: isOpen ? whole : undefined,
      isEarlier,
      isNarrow: isFolded,
      onFold: isPhone && isOpen ? undefined : fold,
    };
  });
  const isEnd = ({ stage, isNarrow }: BoardStage) => stage.type !== "open" && isNarrow;
  return { columns: drawn.filter((one) => !isEnd(one)), ends: drawn.filter(isEnd) };
}

/** All of them as one; of several currencies only their number. */
function together(totals: readonly (ColumnTotals | null)[]): ColumnTotals | undefined {
  if (totals.some((one) => one === null)) return undefined;
  const known = totals.flatMap((one) => one ?? []);
  const sums = known.flatMap(({ count, sum }) => (count > 0 ? (moneyOf(sum) ?? []) : []));
  const [first] = sums;
  const isOne = first !== undefined && sums.every(({ currency }) => currency === first.currency);
  const amount = sums.reduce((sum, money) => sum.plus(money.amount), new Big(0)).toFixed();
  return {
    count: known.reduce((sum, { count }) => sum + count, 0),
    sum: isOne ? { amount, currency: first.currency } : null,
  };
}
