import { Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useModules } from "../../../../ui/record/panels.tsx";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RoleSaveBar.module.css";

export interface RoleSaveBarProps {
  readonly role: Values;
  readonly rights: Rights;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Saving first shows what it would change for whom, where a module tells that. */
export function RoleSaveBar({ role, rights, busy, onSave, onDiscard }: RoleSaveBarProps) {
  const { t, of } = useLanguage();
  const [reviewing, setReviewing] = useState(false);
  const Review = useModules().find((module) => module.roleReview)?.roleReview;
  return (
    <div className={styles.saveBar} role="status">
      <span className={base.grow}>{t(settingsMessages.unsaved)}</span>
      <Button onClick={onDiscard}>{t(settingsMessages.discard)}</Button>
      <Button type="primary" loading={busy} onClick={() => (Review ? setReviewing(true) : onSave())}>
        {t(kitMessages.save)}
      </Button>
      <Suspense>
        {Review && reviewing && (
          <Review
            role={idOf(role)}
            name={of(roleLabel(role), roleCode(role))}
            rights={rights}
            busy={busy}
            onSave={onSave}
            onClose={() => setReviewing(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
