import { Button, Input } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { commentHanded, type HandedTaskDetail } from "../shared/collaboration.contract.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HandedTaskView.module.css";

interface HandedCommentsProps {
  readonly detail: HandedTaskDetail;
  readonly onChanged: () => unknown;
}
/** What was said since the task was handed over, and a line to say something. */
export function HandedComments({ detail, onChanged }: HandedCommentsProps) {
  const { t } = useLanguage();
  const isViewing = useIsViewing();
  const [text, setText] = useState("");
  const { busy, save } = useSave();
  const { id } = detail.task;
  const send = () =>
    save(() => call(commentHanded, { params: { id }, body: { text: text.trim() } }), {
      onDone: () => {
        setText("");
        return onChanged();
      },
    });
  return (
    <section className={base.stack}>
      <h2>{t(collaborationScreenMessages.comments)}</h2>
      {detail.comments.map(({ id: comment, by, at, text: said }) => (
        <div key={comment}>
          <div className={base.line}>
            <strong>{by}</strong>
            <span className={base.muted}>{timeText(at)}</span>
          </div>
          <p className={styles.words}>{said}</p>
        </div>
      ))}
      {!isViewing && (
        <div className={base.line}>
          <Input
            className={base.grow}
            value={text}
            maxLength={5000}
            aria-label={t(collaborationScreenMessages.comment)}
            placeholder={t(collaborationScreenMessages.comment)}
            onChange={({ target }) => setText(target.value)}
            onPressEnter={() => text.trim() && void send()}
          />
          <Button disabled={text.trim() === ""} loading={busy} onClick={() => void send()}>
            {t(collaborationScreenMessages.send)}
          </Button>
        </div>
      )}
    </section>
  );
}
