import { Link } from "react-router";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** The record by its name, unless the reader may not know it. */
export function ChangedRecord({ change }: { readonly change: AuditChange }) {
  const { t } = useLanguage();
  const { hidden, about, object, record, title } = change;
  return hidden ? (
    <span className={base.muted}>{t(auditScreenMessages.hiddenRecord)}</span>
  ) : (
    <Link to={recordPath(about?.object ?? object, about?.id ?? record)}>{title || record.slice(-8)}</Link>
  );
}
