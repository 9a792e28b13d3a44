import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import type { Column } from "./columns.ts";

/** What a card on a phone says besides its title. */
export interface CardSlots {
  readonly under: FieldInfo | undefined;
  readonly beside: FieldInfo | undefined;
  readonly below: FieldInfo | undefined;
}

/**
 * The fields of a list’s cards, the same in each place on every card, so that one reads down: an amount never
 * has a date in its place because a record has none. Where something has stages, one of them is the stage.
 */
export function cardSlots(object: ObjectInfo, columns: readonly Column[]): CardSlots {
  const facts = columns.map(({ field }) => field).filter(({ name }) => name !== object.title);
  const stage = object.stageField === undefined ? undefined : object.byName[object.stageField];
  const first = facts.slice(0, 3);
  const isMissing = stage !== undefined && isShown(stage) && !first.includes(stage);
  const [under, second, third] = isMissing ? [...first.slice(0, 2), stage] : first;
  // Money stands where the eye goes first: at the end of the first line.
  return third?.kind === "money"
    ? { under, beside: third, below: second }
    : { under, beside: second, below: third };
}
