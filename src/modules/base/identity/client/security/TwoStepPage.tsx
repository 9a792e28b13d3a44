import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { SecondFactorAnswer } from "../../shared/second-factor.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Loaded } from "../../../../../ui/kit/Loaded.tsx";
import { SettingsPage } from "../../../../../ui/kit/SettingsPage.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { doorTexts } from "../door/door.messages.ts";
import { RecoveryCodes } from "../door/RecoveryCodes.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { TurnOnForm } from "./TurnOnForm.tsx";
import { useSecondFactor } from "./security-data.ts";
import { securityTexts } from "./security.messages.ts";
import { identityTexts } from "../identity.messages.ts";
import "./security.css";

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
    <SettingsPage title={t(identityTexts.twoStep)} lead={t(securityTexts.mineLead)}>
      <Loaded query={state}>
        {(data) => (
          <div className="security-own">
            {codes ? (
              <>
                <h3>{t(doorTexts.keepCodes)}</h3>
                <p className="muted">{t(doorTexts.keepCodesLead)}</p>
                <RecoveryCodes codes={codes} />
                <div>
                  <Button type="primary" onClick={() => setCodes(null)}>
                    {t(doorTexts.codesKept)}
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
      </Loaded>
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
      <div className="security-state">
        <strong>{t(state.on ? securityTexts.isOn : securityTexts.isOff)}</strong>
        {state.since && (
          <span className="muted">{t(securityTexts.since, { day: timeText(state.since) })}</span>
        )}
        {state.on && <span className="muted">{t(securityTexts.codesLeft, { count: state.codes_left })}</span>}
        {state.required && <span className="muted">{t(securityTexts.asked)}</span>}
      </div>
      <div className="line">
        {!state.on && (
          <Button type="primary" onClick={() => onDo("on")}>
            {t(securityTexts.turnOn)}
          </Button>
        )}
        {state.on && <Button onClick={() => onDo("codes")}>{t(securityTexts.newCodes)}</Button>}
        {state.on && !state.required && (
          <Button onClick={() => onDo("off")}>{t(securityTexts.turnOff)}</Button>
        )}
      </div>
    </>
  );
}
