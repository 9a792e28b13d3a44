import { Button } from "antd";
import { useLanguage } from "../../../kit/language.tsx";
import { QuietButton } from "../../../kit/QuietButton.tsx";
import { useBusy } from "../../../kit/use-busy.ts";
import { commentMessages } from "../../comment.messages.ts";
import type { CommentPlace } from "./comment-place.ts";
import { MentionBox } from "./MentionBox.tsx";
import { useBlind } from "./use-blind.ts";
import * as base from "../../../kit/base.module.css";
import * as styles from "./CommentComposer.module.css";

export interface CommentComposerProps {
  readonly place: CommentPlace;
  readonly html: string;
  readonly onChange: (html: string) => void;
  /** Sends it; whatever comes of it is said there. */
  readonly onSend: () => Promise<unknown>;
  /** Of the button that sends, where that is not “comment”. */
  readonly sendLabel?: string;
  readonly autoFocus?: boolean;
  readonly onCancel: () => void;
}
/** A comment as it is written; who is named and could not read it is said before it is sent. */
export function CommentComposer(props: CommentComposerProps) {
  const { place, html, onChange, onSend, sendLabel, autoFocus = true, onCancel } = props;
  const { t, language } = useLanguage();
  const { busy, run } = useBusy();
  const blind = useBlind(place, html);
  const send = () =>
    run(async () => {
      if (html === "") return;
      // Somebody was named this moment: who could not read it is said first, and sent with the next press.
      if (!blind.isKnown && (await blind.ask()).length > 0) return;
      await onSend();
    });
  const names = blind.names.join(language === "en" ? ", " : "、");
  return (
    <div
      className={styles.composer}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        void send();
      }}
    >
      <MentionBox label={t(commentMessages.write)} html={html} onChange={onChange} autoFocus={autoFocus} />
      <div className={base.line}>
        <span role="status" className={`${styles.blind} ${base.grow}`}>
          {names && t(commentMessages.cannotSee, { names })}
        </span>
        <QuietButton onClick={onCancel}>{t(commentMessages.cancel)}</QuietButton>
        <Button
          type="primary"
          size="small"
          disabled={html === ""}
          loading={busy}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void send()}
        >
          {names ? t(commentMessages.sendAnyway) : (sendLabel ?? t(commentMessages.send))}
        </Button>
      </div>
    </div>
  );
}
