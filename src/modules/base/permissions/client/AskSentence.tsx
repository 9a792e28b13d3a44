import { Select } from "antd";
import { useObject, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Asked } from "./permission-data.ts";
import { actionMessages, permissionMessages } from "./permissions.messages.ts";
import { RecordSelect } from "./RecordSelect.tsx";
import * as styles from "./AskSentence.module.css";

export type WhoKind = "person" | "role";
export interface AskedFieldsProps {
  readonly asked: Asked;
  readonly onChange: (part: Partial<Asked>) => void;
  /** Whether somebody is asked about, or what a role may do. */
  readonly kind: WhoKind;
}
const ACTIONS = [
  "read",
  "update",
  "delete",
  "create",
  "transition",
  "export",
  "transfer",
  "restore",
] as const;

/** The question as a sentence to fill in: may somebody do something to a record. */
export function AskSentence({ asked, onChange, kind }: AskedFieldsProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const object = useObject(asked.object);
  const actions = ACTIONS.filter((action) => action !== "transition" || object?.stageField !== undefined);
  return (
    <div className={styles.ask}>
      <span className={styles.askWho}>
        <RecordSelect
          object={kind === "role" ? "role" : "user"}
          label={t(kind === "role" ? permissionMessages.role : permissionMessages.person)}
          placeholder={t(permissionMessages.someone)}
          value={kind === "role" ? asked.role : asked.user}
          onChange={(id) => onChange(kind === "role" ? { role: id } : { user: id })}
        />
      </span>
      <span>{t(permissionMessages.may)}</span>
      <Select
        className={styles.askAction}
        aria-label={t(permissionMessages.action)}
        value={asked.action}
        options={actions.map((action) => ({ value: action, label: t(actionMessages[action]) }))}
        onChange={(action: string) => onChange(action === "create" ? { action, record: "" } : { action })}
      />
      <Select
        className={styles.askObject}
        aria-label={t(permissionMessages.object)}
        showSearch={{ optionFilterProp: "label" }}
        value={asked.object}
        options={[...objects.values()].map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
        onChange={(name: string) => onChange({ object: name, record: "", field: "" })}
      />
      {asked.action !== "create" && (
        <span className={styles.askRecord}>
          <RecordSelect
            object={asked.object}
            label={t(permissionMessages.record)}
            placeholder={t(permissionMessages.whichRecord)}
            value={asked.record}
            onChange={(record) => onChange({ record })}
          />
        </span>
      )}
      <span>{t(permissionMessages.questionMark)}</span>
    </div>
  );
}
