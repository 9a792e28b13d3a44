import { useMemo } from "react";
import type { Money } from "../../../shared/metadata/object.ts";
import { useAggregate, type AggregateGroup } from "../../data/aggregates.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import type { StageInfo } from "../../data/pipelines.ts";
import { useMe } from "../../data/session.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { dotColor } from "../../kit/colors.ts";
import { useLanguage } from "../../kit/language.tsx";
import { both } from "../list/scenes.ts";
import { summedFields } from "./amount-field.ts";
import { isAnyStage } from "./board-filters.ts";
import { boardMessages } from "./board.messages.ts";
import { laneOf } from "./lane-field.ts";
import { type TotalsScope, totalsQuery } from "./use-board-totals.ts";

/** What all records of one owner, or of one choice, stand in. */
export interface Lane {
  /** The value; "" where the field is empty. */
  readonly key: string;
  readonly name: string;
  readonly dot?: string | undefined;
  readonly count: number;
  /** Null where there is none to be read. */
  readonly sum: Money | null;
}
/** Options that are offered as lanes though nothing stands there; of longer lists only what is in use. */
const MOST_EMPTY = 12;

/** The lanes of a board with their counts and sums; undefined without lanes, null while unknown. */
export function useLanes(
  object: ObjectInfo,
  field: FieldInfo | undefined,
  scope: TotalsScope,
  stages: readonly StageInfo[],
): readonly Lane[] | null | undefined {
  const { t, of } = useLanguage();
  const { user } = useMe();
  const { amount } = summedFields(object);
  const filter = both(isAnyStage(object.stageField ?? "", stages), scope.filter);
  const query = totalsQuery({ ...scope, filter }, field ? [field.name] : [], amount);
  const { data } = useAggregate(object.name, query, field !== undefined);
  return useMemo(() => {
    if (!field) return undefined;
    if (!data) return null;
    const none = t(boardMessages.laneNone, { field: of(field.label, field.name) });
    const lanes = data.map((group) => laneIn(field, group, none));
    return field.kind === "select" ? inOrder(field.options, lanes, of) : byPerson(lanes, user.id);
  }, [field, data, t, of, user.id]);
}

function laneIn(field: FieldInfo, { key, values, titles }: AggregateGroup, none: string): Lane {
  const lane = laneOf(field, key);
  return {
    key: lane,
    name: lane === "" ? none : textValue(titles?.[field.name]) || lane,
    count: Number(textValue(values[0] ?? 0)) || 0,
    sum: moneyOf(values[1] ?? null),
  };
}

/** One's own first, then who has the most; last what nobody has. */
function byPerson(lanes: readonly Lane[], me: string): readonly Lane[] {
  const rank = ({ key }: Lane) => (key === me ? 0 : key === "" ? 2 : 1);
  return lanes.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count);
}

type Options = Extract<FieldInfo, { kind: "select" }>["options"];
function inOrder(
  options: Options,
  lanes: readonly Lane[],
  of: ReturnType<typeof useLanguage>["of"],
): readonly Lane[] {
  const shown = options.filter(
    ({ name, hidden }) => lanes.some(({ key }) => key === name) || (!hidden && options.length <= MOST_EMPTY),
  );
  const ordered = shown.map(({ name, label, color, status }): Lane => {
    const found = lanes.find(({ key }) => key === name);
    return {
      key: name,
      name: of(label, name),
      dot: dotColor(color, status),
      count: found?.count ?? 0,
      sum: found?.sum ?? null,
    };
  });
  return [...ordered, ...lanes.filter(({ key }) => !shown.some(({ name }) => name === key))];
}
