import { compose, joinLabels } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import { checkLabel, type CriterionOf, fault } from "../../../pipeline/shared/public.ts";
import { asValues, memberOf, reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** Items that a person ticks; optional ones do not shut the gate. */
export const checklistKind: GateKind<CriterionOf<"checklist">> = {
  label: label("检查清单", "Checklist"),
  check: ({ id, items }, place) => {
    if (items.length === 0) return [fault(place, "empty", { place: id })];
    return [
      ...items.flatMap((item) => checkLabel(place.path, item.label, item.id)),
      ...repeated(items.map((item) => item.id)).map((one) => fault(place, "duplicate_id", { id: one })),
    ];
  },
  unmet: ({ criterion }, { evidence }) => {
    const items = criterion.items.map((item) => ({
      ...item,
      done: memberOf(evidence[criterion.id], item.id) === true,
    }));
    const open = items.filter((item) => !item.done && !item.optional);
    if (open.length === 0) return [];
    const text = compose(gateMessages.checklist_open, { items: joinLabels(open.map((item) => item.label)) });
    const params = { open: open.length, of: items.length };
    return [reasonOf(criterion, "checklist_open", text, { action: "tick", items }, { params })];
  },
  title: () => gateMessages.title_checklist,
  inFull: ({ items }) =>
    compose(gateMessages.checklist_open, { items: joinLabels(items.map((item) => item.label)) }),
  suppliedEvidence: (_criterion, { given, evidence }) => {
    const ticks = Array.isArray(given)
      ? Object.fromEntries(given.map((id) => [String(id), true]))
      : asValues(given);
    return { ...asValues(evidence), ...ticks };
  },
};

const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);
