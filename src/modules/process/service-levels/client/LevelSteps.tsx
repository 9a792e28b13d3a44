import { Button, Select } from "antd";
import { useRecords } from "../../../../ui/data/records.ts";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import type { EscalationStep } from "../shared/service-level.ts";
import { AmountField } from "./AmountField.tsx";
import { levelMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./LevelDialog.module.css";

const FIRST: EscalationStep = { after: { amount: 1, unit: "working_hours" }, to: "manager" };
const MOST = 8;
const keyOf = (to: EscalationStep["to"]): string => (typeof to === "string" ? to : `role:${to.role}`);
const toOf = (key: string): EscalationStep["to"] =>
  key === "owner" || key === "manager" ? key : { role: key.slice("role:".length) };

export interface LevelStepsProps {
  readonly steps: readonly EscalationStep[];
  readonly onChange: (steps: readonly EscalationStep[]) => void;
}
/** Who is told so long after the target has passed, step by step. */
export function LevelSteps({ steps, onChange }: LevelStepsProps) {
  const { t, of } = useLanguage();
  const roles = useRecords("role", { sort: "name", limit: 100 }).data?.data ?? [];
  const people = [
    { value: "owner", label: t(levelMessages.owner) },
    { value: "manager", label: t(levelMessages.manager) },
    ...roles.map((role) => ({ value: `role:${roleCode(role)}`, label: of(roleLabel(role), roleCode(role)) })),
  ];
  const put = (at: number, step: EscalationStep) =>
    onChange(steps.map((one, place) => (place === at ? step : one)));
  return (
    <div className={base.stack}>
      {steps.map((step, at) => (
        <div key={at} className={base.rowWrap}>
          <span>{t(levelMessages.after)}</span>
          <AmountField
            label={`${t(levelMessages.after)} ${at + 1}`}
            value={step.after}
            onChange={(after) => put(at, { ...step, after: after ?? { ...step.after, amount: 0 } })}
          />
          <Select
            className={styles.to}
            aria-label={`${t(levelMessages.to)} ${at + 1}`}
            value={keyOf(step.to)}
            options={people}
            onChange={(key) => put(at, { ...step, to: toOf(key) })}
          />
          <QuietButton
            icon="trash"
            aria-label={`${t(levelMessages.removeStep)} ${at + 1}`}
            onClick={() => onChange(steps.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <span>
        <Button size="small" disabled={steps.length >= MOST} onClick={() => onChange([...steps, FIRST])}>
          {t(levelMessages.addStep)}
        </Button>
      </span>
    </div>
  );
}
