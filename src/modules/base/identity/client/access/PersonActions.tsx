import { Dropdown } from "../../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { recordScreenMessages } from "../../../../../ui/record/record.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./PersonActions.module.css";

interface PersonActionsProps {
  readonly name: string;
  /** On this one; absent: it is not to be ended here. */
  readonly one?: { readonly label: string; readonly run: () => void } | undefined;
  readonly all: { readonly label: string; readonly run: () => void };
}
/** Ends one thing, or all that its person has of the kind. */
export function PersonActions({ name, one, all }: PersonActionsProps) {
  const { t } = useLanguage();
  return (
    <span className={`${base.line} ${base.lineEnd}`}>
      {one && <QuietButton onClick={one.run}>{one.label}</QuietButton>}
      <Dropdown
        placement="bottomRight"
        menu={{ items: [{ key: "all", label: all.label, danger: true }], onClick: all.run }}
      >
        <QuietButton icon="more" aria-label={`${t(recordScreenMessages.more)} ${name}`} />
      </Dropdown>
    </span>
  );
}
export function PersonLine({ name, login }: { readonly name: string | null; readonly login: string | null }) {
  return (
    <span className={styles.accessPerson}>
      <strong>{name}</strong>
      <small className={base.muted}>{login}</small>
    </span>
  );
}
