import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { MailForm } from "./MailForm.tsx";
import { MailTest } from "./MailTest.tsx";
import { mailMessages } from "./messages.messages.ts";
import { useMailSettings } from "./mail-data.ts";
import { RefusedAddresses } from "./RefusedAddresses.tsx";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";

/** The server that mails are sent by. */
export function MailPage() {
  const { t } = useLanguage();
  const settings = useMailSettings();
  return (
    <SettingsPage title={t(mailMessages.title)} lead={t(mailMessages.lead)}>
      <QueryResult query={settings}>
        {(data) => (
          <>
            {data.host === null && (
              <div className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`}>{t(mailMessages.off)}</div>
            )}
            <MailForm key={JSON.stringify(data)} settings={data} />
            {data.host !== null && <MailTest />}
            <RefusedAddresses />
          </>
        )}
      </QueryResult>
    </SettingsPage>
  );
}
