import { Button } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Inspected } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";

export interface CheckButtonProps {
  readonly inspected: Inspected;
  readonly isStarting: boolean;
  readonly isDisabled: boolean;
  readonly onCheck: () => void;
}
/** Checks the file, or goes on with the rows that failed. */
export function CheckButton({ inspected, isStarting, isDisabled, onCheck }: CheckButtonProps) {
  const { t } = useLanguage();
  const goesOn = inspected.from !== undefined && !inspected.dry_run;
  return (
    <div className={importingStyles.importFoot}>
      {!goesOn && <span className={base.note}>{t(importScreenMessages.checkDetail)}</span>}
      <Button type="primary" loading={isStarting} disabled={isDisabled} onClick={onCheck}>
        {goesOn
          ? t(importScreenMessages.goOnRows, { count: (inspected.failed ?? 0).toLocaleString() })
          : t(importScreenMessages.check)}
      </Button>
    </div>
  );
}
