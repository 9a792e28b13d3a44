import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Dropdown } from "../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { type ChangeFilter, exportChangeLog } from "../shared/log.contract.ts";
import { download } from "./audit-data.ts";
import { auditScreenMessages } from "./audit.messages.ts";

interface ChangeMenuProps {
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
}
/** What is rarely asked of the log: the lines of the bell, and all of it as a file. */
export function ChangeMenu({ filter, onChange }: ChangeMenuProps) {
  const { t } = useLanguage();
  const me = useMe();
  const tell = useTell();
  const isShown = filter.notifications === "1";
  const save = () => {
    const given = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
    );
    void download(exportChangeLog.path, "changes.csv", {
      method: exportChangeLog.method,
      body: given,
    }).catch(tell.failed);
  };
  const items = [
    {
      key: "notifications",
      label: t(isShown ? auditScreenMessages.withoutNotifications : auditScreenMessages.withNotifications),
      onClick: () => onChange({ ...filter, notifications: isShown ? undefined : "1" }),
    },
    ...(mayDo(me, "record.export")
      ? [{ key: "export", label: t(auditScreenMessages.export), onClick: save }]
      : []),
  ];
  return (
    <Dropdown menu={{ items }}>
      <QuietButton icon="more" aria-label={t(auditScreenMessages.further)} />
    </Dropdown>
  );
}
