import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";
import type { OptionRowProps } from "./OptionRow.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OptionRow.module.css";

type OptionActionsProps = Pick<
  OptionRowProps,
  "option" | "first" | "last" | "onChange" | "onMove" | "onRemove"
> & { readonly name: string };
/** Whether an option is offered, its place, and that it goes. */
export function OptionActions({ option, name, first, last, onChange, onMove, onRemove }: OptionActionsProps) {
  const { t } = useLanguage();
  return (
    <span className={`${base.line} ${styles.optionRowLine}`}>
      <QuietButton
        icon={option.hidden ? "lock" : "eye"}
        aria-label={`${t(option.hidden ? objectMessages.notOffered : objectMessages.offered)} ${name}`}
        on={option.hidden}
        onClick={() => onChange({ hidden: !option.hidden })}
      />
      <QuietButton
        icon="up"
        aria-label={`${t(objectMessages.up)} ${name}`}
        disabled={first}
        onClick={() => onMove(-1)}
      />
      <QuietButton
        icon="down"
        aria-label={`${t(objectMessages.down)} ${name}`}
        disabled={last}
        onClick={() => onMove(1)}
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
