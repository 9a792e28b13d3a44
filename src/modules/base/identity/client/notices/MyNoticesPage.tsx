import { useQuery } from "@tanstack/react-query";
import { Switch } from "antd";
import { type CompanySettingsAnswer, readCompanySettings } from "../../shared/company.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { usePreference } from "../../../../../ui/data/session.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../../ui/kit/SettingsPage.tsx";
import { PageParts } from "../../../../../ui/record/PageParts.tsx";
import { noticeMessages } from "./notices.messages.ts";
import { identityScreenMessages } from "../identity.messages.ts";

/** Which notices a person gets that nobody sends: by the clock, and of what they follow. */
export function MyNoticesPage() {
  const { t } = useLanguage();
  const company = useQuery({
    queryKey: ["settings", "company"],
    queryFn: async () => (await call(readCompanySettings, {})).data,
  });
  return (
    <SettingsPage title={t(identityScreenMessages.notices)} lead={t(noticeMessages.lead)}>
      <QueryResult query={company}>{(data) => <StalledSwitch company={data} />}</QueryResult>
      <FollowedSwitch />
      <PageParts place="settings.notifications" />
    </SettingsPage>
  );
}

function FollowedSwitch() {
  const { t } = useLanguage();
  const [wanted, want] = usePreference<boolean>("notify.followed", true);
  return (
    <Labelled label={t(noticeMessages.followed)} hint={t(noticeMessages.followedHint)}>
      {({ id, describedBy }) => (
        <span>
          <Switch id={id} aria-describedby={describedBy} checked={wanted} onChange={want} />
        </span>
      )}
    </Labelled>
  );
}

function StalledSwitch({ company }: { readonly company: CompanySettingsAnswer }) {
  const { t } = useLanguage();
  const [wanted, want] = usePreference<boolean>("notify.stalled", true);
  const { stalled_digest: isOn, stalled_digest_at: at, zone } = company;
  return (
    <Labelled
      label={t(noticeMessages.stalled)}
      hint={isOn ? t(noticeMessages.stalledHint, { at, zone }) : t(noticeMessages.stalledOff)}
    >
      {({ id, describedBy }) => (
        <span>
          <Switch
            id={id}
            aria-describedby={describedBy}
            checked={wanted && isOn}
            disabled={!isOn}
            onChange={want}
          />
        </span>
      )}
    </Labelled>
  );
}
