import { Radio } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { importScreenMessages } from "./importing.messages.ts";

const SCOPES = ["all", "shown", "moving"] as const;
/** All fields, those that the list shows, or all that a move to another installation needs. */
export type Scope = (typeof SCOPES)[number];

export interface ScopeChoiceProps {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}
/** How much of the records goes into the file. */
export function ScopeChoice({ value, onChange }: ScopeChoiceProps) {
  const { t } = useLanguage();
  return (
    <Radio.Group
      aria-label={t(importScreenMessages.exportFields)}
      value={value}
      onChange={(event) => onChange(SCOPES.find((one) => one === event.target.value) ?? "all")}
      options={[
        { value: "all", label: t(importScreenMessages.exportAll) },
        { value: "shown", label: t(importScreenMessages.exportShown) },
        { value: "moving", label: t(importScreenMessages.exportMoving) },
      ]}
    />
  );
}
