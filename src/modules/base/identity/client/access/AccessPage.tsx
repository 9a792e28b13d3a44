import { Input } from "antd";
import { useState } from "react";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SettingsPage } from "../../../../../ui/kit/SettingsPage.tsx";
import { Tabs } from "../../../../../ui/kit/Tabs.tsx";
import { useDebounced } from "../../../../../ui/kit/use-debounced.ts";
import { accessMessages } from "./access.messages.ts";
import { AllKeys } from "./AllKeys.tsx";
import { AllSessions } from "./AllSessions.tsx";
import { identityScreenMessages } from "../identity.messages.ts";
import * as settingsPageStyles from "../../../../../ui/kit/SettingsPage.module.css";

/** Everybody who is signed in and every key, for those who manage people. */
export function AccessPage() {
  const { t } = useLanguage();
  const [tab, setTab] = useState("sessions");
  const [text, setText] = useState("");
  const named = useDebounced(text.trim(), 250);
  return (
    <SettingsPage title={t(identityScreenMessages.access)} lead={t(accessMessages.lead)}>
      <Tabs
        label={t(identityScreenMessages.access)}
        value={tab}
        onChange={setTab}
        items={[
          { key: "sessions", label: t(accessMessages.sessions) },
          { key: "keys", label: t(accessMessages.keys) },
        ]}
      />
      <Input
        className={settingsPageStyles.settingsForm}
        prefix={<Icon name="search" size={14} />}
        allowClear
        value={text}
        placeholder={t(accessMessages.find)}
        aria-label={t(accessMessages.find)}
        onChange={(event) => setText(event.target.value)}
      />
      {tab === "sessions" ? <AllSessions named={named} /> : <AllKeys named={named} />}
    </SettingsPage>
  );
}
