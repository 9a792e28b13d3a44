import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../../ui/kit/SettingsPage.tsx";
import { useSecurity } from "../security/security-data.ts";
import { ExportLimitsCard } from "./ExportLimitsCard.tsx";
import { ExportUseCard } from "./ExportUseCard.tsx";
import { MaskedSearchCard } from "./MaskedSearchCard.tsx";
import { WatermarkCard } from "./WatermarkCard.tsx";
import { protectionMessages } from "./protection.messages.ts";
import { identityScreenMessages } from "../identity.messages.ts";

/** What may leave the program in files, and who took what out. */
export function ProtectionPage() {
  const { t } = useLanguage();
  const security = useSecurity();
  return (
    <SettingsPage title={t(identityScreenMessages.protection)} lead={t(protectionMessages.lead)}>
      <QueryResult query={security}>
        {(data) => (
          <>
            <ExportLimitsCard key={JSON.stringify(data.exports)} settings={data.exports} />
            <MaskedSearchCard key={`masked ${data.masked_searches}`} limit={data.masked_searches} />
            <WatermarkCard key={String(data.watermark)} isOn={data.watermark} />
            <ExportUseCard />
          </>
        )}
      </QueryResult>
    </SettingsPage>
  );
}
