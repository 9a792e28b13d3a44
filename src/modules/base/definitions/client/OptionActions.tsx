import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";
import type { OptionRowProps } from "./OptionRow.tsx";
import * as styles from "./OptionRow.module.css";

type OptionActionsProps = Pick<OptionRowProps, "option" | "onChange" | "onRemove"> & {
  readonly name: string;
};
/** Whether an option is offered, and that it goes. */
export function OptionActions({ option, name, onChange, onRemove }: OptionActionsProps) {
  const { t } = useLanguage();
  return (
    <span className={styles.actions}>
      <QuietButton
        icon={option.hidden ? "lock" : "eye"}
        aria-label={`${t(option.hidden ? objectMessages.notOffered : objectMessages.offered)} ${name}`}
        on={option.hidden}
        onClick={() => onChange({ hidden: !option.hidden })}
      />
      <QuietButton
        icon="trash"
        aria-label={`${t(kitMessages.delete)} ${name}`}
        disabled={!onRemove}
        onClick={onRemove}
      />
    </span>
  );
}
