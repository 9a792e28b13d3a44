import { Input, Radio } from "antd";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { DayInput } from "../../../../ui/kit/DayInput.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { FormQuestion } from "../shared/form.ts";
import { OptionsAnswer } from "./OptionsAnswer.tsx";

export interface AnswerProps {
  readonly id: string;
  readonly question: FormQuestion;
  readonly value: WireValue | undefined;
  readonly onChange: (value: WireValue) => void;
}
/** The input for one question. */
export function Answer({ id, question, value, onChange }: AnswerProps) {
  const { t } = useLanguage();
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
          <Radio value={true}>{t(kitMessages.yes)}</Radio>
          <Radio value={false}>{t(kitMessages.no)}</Radio>
        </Radio.Group>
      );
    case "choice":
    case "choices":
      return <OptionsAnswer id={id} question={question} value={value} onChange={onChange} />;
    case "date":
      return <DayInput id={id} value={textValue(value)} onChange={onChange} />;
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
