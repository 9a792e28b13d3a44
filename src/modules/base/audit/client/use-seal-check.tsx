import { Button } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure } from "../../../../ui/kit/States.tsx";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { type CheckAnswer, checkLogs } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";

/** A check of the whole chain of seals: its button, its answer, and why it did not come to an end. */
export function useSealCheck() {
  const { t } = useLanguage();
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { busy, run } = useBusy();
  const check = () => {
    setError(null);
    void run(() => call(checkLogs, {}).then(({ data }) => setAnswer(data), setError));
  };
  return {
    answer,
    button: (
      <Button loading={busy} icon={<Icon name="safety" />} onClick={check}>
        {t(busy ? auditScreenMessages.checking : auditScreenMessages.check)}
      </Button>
    ),
    failure: error === null ? null : <Failure error={error} onRetry={check} small />,
  };
}
