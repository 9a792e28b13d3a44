import { Button } from "antd";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import * as base from "../../../../../ui/kit/base.module.css";

export interface StepButtonsProps {
  /** What the step does. */
  readonly text: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
}
/** The end of a step: go on, or leave everything as it was. */
export function StepButtons({ text, busy, onCancel }: StepButtonsProps) {
  const { t } = useLanguage();
  return (
    <div className={base.line}>
      <Button type="primary" htmlType="submit" loading={busy}>
        {text}
      </Button>
      <Button onClick={onCancel}>{t(kitMessages.cancel)}</Button>
    </div>
  );
}
