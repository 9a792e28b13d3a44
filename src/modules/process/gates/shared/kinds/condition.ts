import { compose, joinLabels } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import { checkSource, type CriterionOf, unchosen } from "../../../pipeline/shared/public.ts";
import { reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** A condition on the record holds. */
export const conditionKind: GateKind<CriterionOf<"condition">> = {
  label: label("条件", "Condition"),
  check: ({ expression }, place) =>
    expression.trim() === ""
      ? [unchosen(place, "bad_expression")]
      : checkSource(expression, place.object.name, place),
  source: ({ expression }) => expression,
  readsMore: true,
  shownTo: (criterion, may) => (may.source() ? criterion : { ...criterion, expression: "true" }),
  unmet: ({ criterion }, { facts, labels }) => {
    if (facts[criterion.id] === true) return [];
    const { expression } = criterion;
    const fields = labels.fieldsOf(expression);
    const text = compose(gateMessages.condition_unmet, {
      expression: labels.inWords?.(expression) ?? expression,
    });
    return [
      reasonOf(
        criterion,
        "condition_unmet",
        text,
        fields.length > 0 ? { action: "change", fields } : { action: "none" },
      ),
    ];
  },
  title: ({ expression }, labels) =>
    compose(gateMessages.title_condition, {
      fields: joinLabels(labels.fieldsOf(expression).map((field) => labels.field(field))),
    }),
  inFull: ({ expression }) => compose(gateMessages.condition_unmet, { expression }),
  suppliedFact: ({ expression }, { known, hasValues, holds }) =>
    hasValues ? (holds(expression) ?? known) : known,
};
