import Big from "big.js";
import type { WireValue } from "../../../shared/metadata/object.ts";
import type { BarRow } from "../../charts/bars.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { quickFields } from "../quick/quick-fields.ts";
import { amountField } from "../board/amount-field.ts";
import { type Grouping, groupingOf, isGroupable } from "../group/grouping.ts";
import type { Group } from "../group/use-groups.ts";
import { isSummed } from "../list/summed.ts";

/** What the bars stand for: how many records, or the sum of a field. */
export const COUNT = "count";

/** What a chart can add up. */
export const summedOf = (object: ObjectInfo): readonly FieldInfo[] =>
  object.fields.filter(
    (field) => field.kind === "money" && isSummed(field) && !field.internal && !field.hidden,
  );

/** What was asked for, or the amount of the object, or how many there are. */
export function measureOf(object: ObjectInfo, asked: string): FieldInfo | null {
  if (asked === COUNT) return null;
  const fields = summedOf(object);
  const amount = amountField(object);
  return fields.find(({ name }) => name === asked) ?? fields.find(({ name }) => name === amount) ?? null;
}

/** Where nothing is chosen, a chart is by stage, or by the first field that tells kinds of records apart. */
export function chartGrouping(object: ObjectInfo): Grouping | null {
  const stage = groupingOf(object, object.stageField ?? "");
  if (stage) return stage;
  const field =
    quickFields(object).find(({ kind }) => kind === "select") ??
    object.fields.find((one) => one.kind === "select" && isGroupable(one)) ??
    object.fields.find(isGroupable);
  return field ? groupingOf(object, field.name) : null;
}

/** How long a group's bar is. */
export function lengthOf({ count, sums }: Group, measure: FieldInfo | null): number {
  return measure ? Math.max(0, Number(amountOf(sums.get(measure.name)))) : count;
}
export const amountOf = (value: WireValue | undefined): string =>
  moneyOf(value)?.amount ?? (textValue(value) || "0");

/** The sum over all groups, where they are of one currency; null: they are not, or it is not known. */
export function sumOf(
  groups: readonly Group[],
  { name }: FieldInfo,
): { amount: string; currency: string } | null {
  const sums = groups
    .flatMap(({ sums: own }) => moneyOf(own.get(name)) ?? [])
    .filter(({ amount }) => Number(amount));
  const [first] = sums;
  if (!first || sums.some(({ currency }) => currency !== first.currency)) return null;
  return {
    amount: sums.reduce((sum, { amount }) => sum.plus(amount), new Big(0)).toFixed(2),
    currency: first.currency,
  };
}

/** Sums of several currencies stand beside each other. */
export const isOfSeveral = (groups: readonly Group[], { name }: FieldInfo): boolean =>
  new Set(
    groups.flatMap(({ sums }) => {
      const money = moneyOf(sums.get(name));
      return money && Number(money.amount) !== 0 ? [money.currency] : [];
    }),
  ).size > 1;

interface RowWords {
  readonly figureOf: (group: Group) => string;
  readonly factsOf: (group: Group) => BarRow["facts"];
  /** Where a bar leads to. */
  readonly toOf: (group: Group) => string;
}
/** The groups as bars. */
export const chartRows = (
  groups: readonly Group[],
  measure: FieldInfo | null,
  { figureOf, factsOf, toOf }: RowWords,
): readonly BarRow[] =>
  groups.map((group) => ({
    id: group.key,
    name: group.words,
    to: toOf(group),
    facts: factsOf(group),
    bars: [
      {
        id: group.key,
        figure: figureOf(group),
        pieces: [
          { id: group.key, from: 0, length: lengthOf(group, measure), tone: "accent", said: group.words },
        ],
      },
    ],
  }));
