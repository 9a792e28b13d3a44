import { Button } from "antd";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { download } from "./audit-data.ts";
import { type ChangeFilter, exportChangeLog } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";

/** The changes that the filter lets through, as a file. */
export function ExportChanges({ filter }: { readonly filter: ChangeFilter }) {
  const { t } = useLanguage();
  const tell = useTell();
  const given = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  );
  const save = () =>
    void download(exportChangeLog.path, "changes.csv", {
      method: exportChangeLog.method,
      body: given,
    }).catch(tell.failed);
  return (
    <Button icon={<Icon name="download" />} onClick={save}>
      {t(auditScreenMessages.export)}
    </Button>
  );
}
