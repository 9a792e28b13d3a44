import { Button } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { Rights } from "../../../modules/base/identity/shared/rights.ts";
import { RoleDiffDialog } from "../../../modules/base/permissions/client/public.ts";
import { idOf } from "../../../ui/data/values.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { roleCode, roleLabel } from "./role-label.ts";
import { settingsTexts } from "./settings.messages.ts";

export interface RoleSaveBarProps {
  readonly role: Values;
  readonly rights: Rights;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Saving first shows what it would change for whom. */
export function RoleSaveBar({ role, rights, busy, onSave, onDiscard }: RoleSaveBarProps) {
  const { t, of } = useLanguage();
  const [reviewing, setReviewing] = useState(false);
  return (
    <div className="save-bar" role="status">
      <span className="grow">{t(settingsTexts.unsaved)}</span>
      <Button onClick={onDiscard}>{t(settingsTexts.discard)}</Button>
      <Button type="primary" loading={busy} onClick={() => setReviewing(true)}>
        {t(settingsTexts.save)}
      </Button>
      {reviewing && (
        <RoleDiffDialog
          role={idOf(role)}
          name={of(roleLabel(role), roleCode(role))}
          rights={rights}
          busy={busy}
          onSave={onSave}
          onClose={() => setReviewing(false)}
        />
      )}
    </div>
  );
}
