import { Button } from "antd";
import { useTitle } from "../../../../ui/data/lookups.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { RecordSelect } from "../../../base/permissions/client/public.ts";
import type { HandoverPreview } from "../shared/handover.contract.ts";
import { handoverMessages } from "./handover.messages.ts";
import * as styles from "./TakerField.module.css";

export interface TakerFieldProps extends Pick<HandoverPreview, "user"> {
  readonly value: string;
  readonly onChange: (id: string) => void;
}
/** Who takes over; the manager is one click away. */
export function TakerField({ user, value, onChange }: TakerFieldProps) {
  const { t } = useLanguage();
  const manager = useTitle(user.manager ? "user" : null, user.manager, "");
  return (
    <div className={styles.handoverForm}>
      <Labelled label={t(handoverMessages.to)} required>
        {({ id }) => <RecordSelect id={id} object="user" value={value} onChange={onChange} />}
      </Labelled>
      {user.manager && manager && value !== user.manager && (
        <Button type="link" onClick={() => onChange(user.manager ?? "")}>
          {t(handoverMessages.manager, { name: manager })}
        </Button>
      )}
    </div>
  );
}
