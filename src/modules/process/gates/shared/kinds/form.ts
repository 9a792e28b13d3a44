import { compose } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import { openQuestions } from "../../../questionnaires/shared/public.ts";
import { type CriterionOf, fault, unchosen } from "../../../pipeline/shared/public.ts";
import { asValues, reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** A questionnaire has a complete answer for the record. */
export const formKind: GateKind<CriterionOf<"form">> = {
  label: label("调研表", "Questionnaire"),
  check: ({ form }, place) => {
    if (form === "") return [unchosen(place, "unknown_form")];
    return place.world.forms.includes(form) ? [] : [fault(place, "unknown_form", { form })];
  },
  source: ({ form }) =>
    `related("form_response", form.name == ${JSON.stringify(form)} && complete == true).count() > 0`,
  unmet: ({ criterion }, { facts, labels }) => {
    if (facts[criterion.id] === true) return [];
    const text = compose(gateMessages.form_incomplete, { form: labels.form(criterion.form) });
    return [reasonOf(criterion, "form_incomplete", text, { action: "answer", form: criterion.form })];
  },
  title: ({ form }, labels) => compose(gateMessages.title_form, { form: labels.form(form) }),
  inFull: ({ form }, labels) => compose(gateMessages.form_incomplete, { form: labels.form(form) }),
  suppliedFact: ({ form }, { given, known, questionsOf }) => {
    const questions = given === undefined ? null : questionsOf(form);
    return questions ? openQuestions(questions, asValues(given) ?? {}).length === 0 : known;
  },
};
