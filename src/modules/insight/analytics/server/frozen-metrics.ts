import type { Static, TSchema } from "@sinclair/typebox";
import {
  type Context,
  type Contribution,
  type Result,
  extensionPoint,
  refuse,
} from "../../../../engine/public.ts";
import { type Label, label } from "../../../../shared/i18n/label.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { CycleBody, InsightBody, MovementBody } from "../shared/insight-body.contract.ts";
import { cycle } from "./cycle.ts";
import { funnel } from "./funnel.ts";
import { insightMessages } from "./messages.ts";
import { movement } from "./movement.ts";
import { winRate } from "./win-rate.ts";

/** A question that a metric is asked, as it came or as a baseline keeps it. */
export type Body = Readonly<Record<string, unknown>>;

/** A metric that can be frozen as a baseline: its figures are worked out again from its question. */
export interface FrozenMetric {
  readonly label: Label;
  /**
   * Its figures and, under names that end in `records`, the lists behind them. The context may say what was
   * known (`knownAt`).
   */
  answer(context: Context, body: Body): Promise<Result<object>>;
  /** The same question, asked of a fixed moment; what is over by then may stay as it is. */
  fixed(body: Body, moment: string): Body;
}
/** What can be frozen, by the metric's name. Those of later modules are called "module.metric". */
export const frozenMetrics = extensionPoint<FrozenMetric>("metrics that can be frozen");

interface Frozen<T> {
  readonly label: Label;
  readonly answer: (context: Context, body: T) => Promise<Result<object>>;
  readonly fixed: (body: T, moment: string) => Body;
}
/**
 * Defines one whose question has a shape; another is refused.
 * @example defineFrozen("quota.attainment", object({ team: text() }), { label, answer, fixed })
 */
export function defineFrozen<S extends TSchema>(
  name: string,
  shape: S,
  { label: words, answer, fixed }: Frozen<Static<S>>,
): Contribution {
  const read = (body: Body): Static<S> | null => (fits(shape, body) ? body : null);
  return frozenMetrics.define(name, {
    label: words,
    answer: async (context, given) => {
      const body = read(given);
      return body === null
        ? refuse({ status: 422, code: "bad_question", text: insightMessages.bad_question })
        : answer(context, body);
    },
    fixed: (given, moment) => {
      const body = read(given);
      return body === null ? given : fixed(body, moment);
    },
  });
}

const atMoment = <B extends { readonly as_of?: string | undefined }>(body: B, moment: string): Body => ({
  ...body,
  as_of: body.as_of ?? moment,
});
/** The metrics of this module. */
export const ownFrozen: readonly Contribution[] = [
  defineFrozen("funnel", InsightBody, { label: label("漏斗", "Funnel"), answer: funnel, fixed: atMoment }),
  defineFrozen("win_rate", InsightBody, {
    label: label("赢单率", "Win rate"),
    answer: winRate,
    fixed: atMoment,
  }),
  defineFrozen("cycle", CycleBody, {
    label: label("成交周期", "Sales cycle"),
    answer: cycle,
    fixed: atMoment,
  }),
  defineFrozen("movement", MovementBody, {
    label: label("商机变动", "Pipeline movement"),
    answer: movement,
    // A period that is over by the cut-off stays as it was asked.
    fixed: (body, moment) => (body.to < moment.slice(0, 10) ? { ...body } : { ...body, to: moment }),
  }),
];
