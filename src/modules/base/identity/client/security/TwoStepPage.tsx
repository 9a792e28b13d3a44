import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { SecondFactorAnswer } from "../../shared/second-factor.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../../ui/kit/SettingsPage.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { authMessages } from "../auth/auth.messages.ts";
import { RecoveryCodes } from "../auth/RecoveryCodes.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { TurnOnForm } from "./TurnOnForm.tsx";
import { useSecondFactor } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";
import { identityScreenMessages } from "../identity.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./TwoStepPage.module.css";

type Doing = "on" | "off" | "codes";

/** One's own second factor. */
export function TwoStepPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const state = useSecondFactor("me");
  const [doing, setDoing] = useState<Doing | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const end = (made: readonly string[] | null) => {
    setDoing(null);
    setCodes(made);
    void client.invalidateQueries({ queryKey: ["second-factor", "me"] });
  };
  return (
    <SettingsPage title={t(identityScreenMessages.twoStep)} lead={t(securityMessages.mineLead)}>
      <QueryResult query={state}>
        {(data) => (
          <div className={styles.securityOwn}>
            {codes ? (
              <>
                <h3>{t(authMessages.keepCodes)}</h3>
                <p className={base.muted}>{t(authMessages.keepCodesLead)}</p>
                <RecoveryCodes codes={codes} />
                <div>
                  <Button type="primary" onClick={() => setCodes(null)}>
                    {t(authMessages.codesKept)}
                  </Button>
                </div>
              </>
            ) : doing === "on" ? (
              <TurnOnForm onDone={end} onCancel={() => setDoing(null)} />
            ) : doing ? (
              <CodeForm off={doing === "off"} onDone={end} onCancel={() => setDoing(null)} />
            ) : (
              <State state={data} onDo={setDoing} />
            )}
          </div>
        )}
      </QueryResult>
    </SettingsPage>
  );
}

function State({
  state,
  onDo,
}: {
  readonly state: SecondFactorAnswer;
  readonly onDo: (doing: Doing) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <div className={styles.securityState}>
        <strong>{t(state.on ? securityMessages.isOn : securityMessages.isOff)}</strong>
        {state.since && (
          <span className={base.muted}>{t(securityMessages.since, { day: timeText(state.since) })}</span>
        )}
        {state.on && (
          <span className={base.muted}>{t(securityMessages.codesLeft, { count: state.codes_left })}</span>
        )}
        {state.required && <span className={base.muted}>{t(securityMessages.asked)}</span>}
      </div>
      <div className={base.line}>
        {!state.on && (
          <Button type="primary" onClick={() => onDo("on")}>
            {t(securityMessages.turnOn)}
          </Button>
        )}
        {state.on && <Button onClick={() => onDo("codes")}>{t(securityMessages.newCodes)}</Button>}
        {state.on && !state.required && (
          <Button onClick={() => onDo("off")}>{t(securityMessages.turnOff)}</Button>
        )}
      </div>
    </>
  );
}
