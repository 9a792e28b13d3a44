import { compose } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import {
  checkSource,
  type CriterionOf,
  fault,
  isBounds,
  type Place,
  unchosen,
} from "../../../pipeline/shared/public.ts";
import { countOf, reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** So many records of another object point at the record. */
export const relatedKind: GateKind<CriterionOf<"related">> = {
  label: label("关联记录", "Related records"),
  check: (criterion, place) =>
    criterion.object === "" ? [unchosen(place, "unknown_related")] : checkRelated(criterion, place),
  source: ({ object, expression }) =>
    `related(${JSON.stringify(object)}${expression ? `, ${expression}` : ""}).count()`,
  readsMore: true,
  shownTo: (criterion, may) => (may.source() ? criterion : { ...criterion, expression: "true" }),
  unmet: ({ criterion }, { facts, labels }) => {
    const { object, max } = criterion;
    const min = criterion.min ?? (max === undefined ? 1 : 0);
    const have = countOf(facts[criterion.id]);
    const name = labels.object(object);
    if (have < min) {
      const text = compose(gateMessages.related_missing, { object: name, have, min });
      const params = { have, min };
      return [reasonOf(criterion, "related_missing", text, { action: "create_related", object }, { params })];
    }
    if (max === undefined || have <= max) return [];
    const text = compose(gateMessages.related_too_many, { object: name, have, max });
    const params = { have, max };
    return [reasonOf(criterion, "related_too_many", text, { action: "none", object }, { params })];
  },
  title: ({ object }, labels) => labels.object(object),
  inFull: ({ object }, labels) => compose(gateMessages.asks_related, { object: labels.object(object) }),
};

function checkRelated(criterion: CriterionOf<"related">, place: Place) {
  const other = place.world.schema.object(criterion.object);
  const points = other?.fields.some(
    (field) => field.kind === "link" && field.targets.includes(place.object.name),
  );
  if (!other || !points) return [fault(place, "unknown_related", { object: criterion.object })];
  return [
    ...(isBounds(criterion.min, criterion.max) ? [] : [fault(place, "bad_bounds", { place: criterion.id })]),
    ...(criterion.expression ? checkSource(criterion.expression, other.name, place) : []),
  ];
}
