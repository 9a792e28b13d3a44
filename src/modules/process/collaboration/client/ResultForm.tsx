import { Button, Input } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { answerHanded, type HandedTaskDetail } from "../shared/collaboration.contract.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HandedTaskView.module.css";

interface ResultFormProps {
  readonly detail: HandedTaskDetail;
  readonly onChanged: () => unknown;
}
/** What came of it: kept for now, or given back with the task. */
export function ResultForm({ detail, onChanged }: ResultFormProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const isViewing = useIsViewing();
  const [result, setResult] = useState(detail.result ?? "");
  const { errors, busy, submit } = useForm<"result">(["result"]);
  const { id, status } = detail.task;
  if (status !== "open" || isViewing)
    return detail.result ? (
      <section>
        <h2>{t(collaborationScreenMessages.result)}</h2>
        <p className={styles.words}>{detail.result}</p>
      </section>
    ) : null;
  const send = (done: boolean) =>
    submit({ result }, async () => {
      await call(answerHanded, { params: { id }, body: { result: result.trim(), done } });
      tell.done(t(collaborationScreenMessages[done ? "finished" : "saved"]));
      await onChanged();
    });
  return (
    <SimpleForm error={errors[""]} onSubmit={() => void send(false)}>
      <Labelled label={t(collaborationScreenMessages.result)} required error={errors.result}>
        {({ id: input }) => (
          <Input.TextArea
            id={input}
            rows={5}
            maxLength={5000}
            value={result}
            onChange={({ target }) => setResult(target.value)}
          />
        )}
      </Labelled>
      <div className={`${base.rowWrap} ${base.lineEnd}`}>
        <Button htmlType="submit" disabled={busy}>
          {t(collaborationScreenMessages.save)}
        </Button>
        <Button type="primary" loading={busy} onClick={() => void send(true)}>
          {t(collaborationScreenMessages.finish)}
        </Button>
      </div>
    </SimpleForm>
  );
}
