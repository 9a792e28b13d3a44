import { Checkbox, DatePicker, Input, Radio, Skeleton } from "antd";
import dayjs from "dayjs";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf, isList, isMap, textValue } from "../../../../ui/data/values.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type FormQuestion, parseQuestions } from "../../shared/form.ts";
import { pipelineTexts } from "../pipeline.messages.ts";
import { withMeet } from "../supply.ts";
import type { UnmetProps } from "./UnmetCard.tsx";

/** The questionnaire itself, with what was answered before. */
export function AnswerForm({
  record,
  group,
  supply,
  onSupply,
  form,
}: UnmetProps & { readonly form: string }) {
  const { t, of } = useLanguage();
  const forms = useRecords("form", { filter: `name == ${JSON.stringify(form)}`, limit: 1 });
  const earlier = useRecords("form_response", {
    filter: `form.name == ${JSON.stringify(form)} && regarding == ${JSON.stringify(idOf(record))}`,
    sort: "-created_at",
    limit: 1,
  });
  if (forms.isPending || earlier.isPending) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  const questions = parseQuestions(forms.data?.data[0]?.["questions"]);
  if (!questions) return <div className="gate-body note">{t(pipelineTexts.noForm)}</div>;
  const given = supply.meet[group.criterion];
  const before = earlier.data?.data[0]?.["answers"];
  const answers: Values = { ...(isMap(before) ? before : {}), ...(isMap(given) ? given : {}) };
  return (
    <div className="gate-body">
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

interface AnswerProps {
  readonly id: string;
  readonly question: FormQuestion;
  readonly value: WireValue | undefined;
  readonly onChange: (value: WireValue) => void;
}
function Answer({ id, question, value, onChange }: AnswerProps) {
  const { t, of } = useLanguage();
  const options = (question.options ?? []).map((option) => ({
    value: option.name,
    label: of(option.label, option.name),
  }));
  switch (question.kind) {
    case "long_text":
      return (
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={5000}
          value={textValue(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "boolean":
      return (
        <Radio.Group id={id} value={value} onChange={(event) => onChange(event.target.value === true)}>
          <Radio value={true}>{t(kitTexts.yes)}</Radio>
          <Radio value={false}>{t(kitTexts.no)}</Radio>
        </Radio.Group>
      );
    case "choice":
      return (
        <Radio.Group
          id={id}
          options={options}
          value={value}
          onChange={(event) => onChange(String(event.target.value))}
        />
      );
    case "choices":
      return (
        <Checkbox.Group
          options={options}
          value={isList(value) ? value.map(String) : []}
          onChange={(chosen) => onChange(chosen)}
        />
      );
    case "date":
      return (
        <DatePicker
          id={id}
          value={textValue(value) ? dayjs(textValue(value)) : null}
          onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : null)}
        />
      );
    default:
      return (
        <Input
          id={id}
          inputMode={question.kind === "number" ? "decimal" : "text"}
          maxLength={500}
          value={textValue(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
