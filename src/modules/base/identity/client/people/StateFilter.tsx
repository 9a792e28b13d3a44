import { Segmented } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { WayIn } from "../../shared/people.contract.ts";
import { peopleMessages } from "./people.messages.ts";
import * as styles from "./StateFilter.module.css";

const STATES = ["none", "invited", "enabled", "inactive"] as const satisfies readonly WayIn[];

export interface StateFilterProps {
  readonly value: WayIn | null;
  readonly onChange: (state: WayIn | null) => void;
}
/** Narrows the list of people to those who can, cannot or may no longer sign in. */
export function StateFilter({ value, onChange }: StateFilterProps) {
  const { t } = useLanguage();
  const options = [
    { value: "", label: t(peopleMessages.everyone) },
    ...STATES.map((state) => ({ value: state, label: t(peopleMessages[state]) })),
  ];
  return (
    <Segmented
      className={styles.states}
      aria-label={t(peopleMessages.state)}
      options={options}
      value={value ?? ""}
      onChange={(next) => onChange(STATES.find((state) => state === next) ?? null)}
    />
  );
}
