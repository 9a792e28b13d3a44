import { Button } from "antd";
import { useRef } from "react";
import { fieldMessages } from "../../field/field.messages.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import * as base from "../../kit/base.module.css";
import * as pageStyles from "./page.module.css";

export interface UploadBarProps {
  /** The name of the file that is being sent; null: none. */
  readonly under: string | null;
  readonly onPick: (files: readonly File[]) => void;
}
/** Where files are picked, and which of them is under way. */
export function UploadBar({ under, onPick }: UploadBarProps) {
  const { t } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={`${base.line} ${pageStyles.relatedBar}`}>
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
    </div>
  );
}
