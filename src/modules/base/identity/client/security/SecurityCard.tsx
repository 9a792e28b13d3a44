import { Button } from "antd";
import type { ReactNode } from "react";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as securityStyles from "./security.module.css";

export interface SecurityCardProps {
  readonly title: string;
  readonly lead?: string;
  readonly error?: string | undefined;
  readonly busy: boolean;
  readonly changed: boolean;
  readonly onSave: () => void;
  readonly children: ReactNode;
}
/** One part of the security settings, saved by itself. */
export function SecurityCard({ title, lead, error, busy, changed, onSave, children }: SecurityCardProps) {
  const { t } = useLanguage();
  return (
    <section className={`${base.card} ${securityStyles.securityCard}`}>
      <h3>{title}</h3>
      {lead && <p className={base.muted}>{lead}</p>}
      <SimpleForm error={error} onSubmit={onSave}>
        {children}
        <div>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!changed}>
            {t(kitMessages.save)}
          </Button>
        </div>
      </SimpleForm>
    </section>
  );
}
