import type { Values } from "../../../../../shared/metadata/object.ts";
import { form } from "../../../../../objects/work/form/form.object.ts";
import { formResponse } from "../../../../../objects/work/form-response/form-response.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { isMap } from "../../../../../shared/metadata/wire-value.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Skeleton } from "../../../../../ui/kit/States.tsx";
import { parseQuestions } from "../../../questionnaires/shared/public.ts";
import { gateScreenMessages } from "../gate.messages.ts";
import { withMeet } from "../gate-answers.ts";
import { Answer } from "../../../questionnaires/client/public.ts";
import type { UnmetProps } from "./UnmetCard.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as gateStyles from "../gate.module.css";

/** The questionnaire itself, with what was answered before. */
export function AnswerForm({
  record,
  group,
  supply,
  onSupply,
  form: name,
}: UnmetProps & { readonly form: string }) {
  const { t, of } = useLanguage();
  const forms = useRecords("form", { filter: `name == ${JSON.stringify(name)}`, limit: 1 });
  const earlier = useRecords("form_response", {
    filter: `form.name == ${JSON.stringify(name)} && regarding == ${JSON.stringify(idOf(record))}`,
    sort: "-created_at",
    limit: 1,
  });
  if (forms.isPending || earlier.isPending) return <Skeleton rows={3} />;
  const questions = parseQuestions(partOf(form, forms.data?.data[0]).questions);
  if (!questions)
    return <div className={`${gateStyles.gateBody} ${base.note}`}>{t(gateScreenMessages.noForm)}</div>;
  const given = supply.meet[group.criterion];
  const before = partOf(formResponse, earlier.data?.data[0]).answers;
  const answers: Values = { ...(isMap(before) ? before : {}), ...(isMap(given) ? given : {}) };
  return (
    <div className={gateStyles.gateBody}>
      {questions.map((question) => (
        <Labelled
          key={question.id}
          label={of(question.label, question.id)}
          required={question.required === true}
        >
          {({ id }) => (
            <Answer
              id={id}
              question={question}
              value={answers[question.id]}
              onChange={(value) =>
                onSupply(withMeet(supply, group.criterion, { ...answers, [question.id]: value }))
              }
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}
