import { Segmented } from "antd";
import type { ConditionModel } from "../../../shared/expression/simple-conditions.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";

export interface MatchSwitchProps {
  readonly match: ConditionModel["match"];
  readonly onChange: (match: ConditionModel["match"]) => void;
}
/** Whether all of several conditions must hold, or one of them. */
export function MatchSwitch({ match, onChange }: MatchSwitchProps) {
  const { t } = useLanguage();
  const options = [
    { value: "all" as const, label: t(recordScreenMessages.matchAll) },
    { value: "any" as const, label: t(recordScreenMessages.matchAny) },
  ];
  return <Segmented<"all" | "any"> size="small" value={match} options={options} onChange={onChange} />;
}
