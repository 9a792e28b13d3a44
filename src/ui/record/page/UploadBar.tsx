import { Button } from "antd";
import { useRef } from "react";
import { fieldMessages } from "../../field/field.messages.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import type { LargeUnderWay } from "./use-upload.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./UploadBar.module.css";
import * as pageStyles from "./page.module.css";

export interface UploadBarProps {
  /** The name of the file that is being sent; null: none. */
  readonly under: string | null;
  /** How far it is, where it is a large one. */
  readonly large: LargeUnderWay | null;
  readonly onPick: (files: readonly File[]) => void;
}
/** Where files are picked, and which of them is under way. */
export function UploadBar({ under, large, onPick }: UploadBarProps) {
  const { t } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={`${base.line} ${pageStyles.relatedBar} ${styles.uploadBar}`}>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        onChange={(event) => onPick([...(event.target.files ?? [])])}
      />
      <Button icon={<Icon name="upload" />} loading={under !== null} onClick={() => picker.current?.click()}>
        {under ? t(fieldMessages.uploading, { name: under }) : t(fieldMessages.upload)}
      </Button>
      {large && <HowFar large={large} />}
    </div>
  );
}

function HowFar({ large: { progress, pause, goOn } }: { readonly large: LargeUnderWay }) {
  const { t } = useLanguage();
  const { sent, size, state } = progress;
  const percent = Math.floor((sent * 100) / size);
  return (
    <div className={styles.howFar}>
      <progress value={sent} max={size} aria-label={t(fieldMessages.howFar)} />
      <span className={base.num}>{percent}%</span>
      {state === "waiting" && (
        <span className={base.note} role="status">
          {t(fieldMessages.uploadWaits)}
        </span>
      )}
      <Button type="text" onClick={state === "paused" ? goOn : pause}>
        {t(state === "paused" ? fieldMessages.uploadGoOn : fieldMessages.uploadPause)}
      </Button>
    </div>
  );
}
