import { App, Button } from "antd";
import type { Query } from "../../../ui/data/request.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { download } from "./audit-data.ts";
import { auditTexts } from "./audit.messages.ts";

/** The changes that the filter lets through, as a file. */
export function ExportChanges({ filter }: { readonly filter: Query }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const given = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
  const save = () =>
    void download("/audit/export", "changes.csv", { method: "POST", body: given }).catch((error: unknown) =>
      message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
    );
  return (
    <Button icon={<Icon name="download" />} onClick={save}>
      {t(auditTexts.export)}
    </Button>
  );
}
