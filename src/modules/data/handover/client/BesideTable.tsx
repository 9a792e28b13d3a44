import { Checkbox } from "antd";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { BESIDE, type BesideCounts, type BesideKind } from "../shared/handover.contract.ts";
import { handoverMessages } from "./handover.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const THEN = {
  approvals: handoverMessages.approvalsThen,
  requests: handoverMessages.requestsThen,
  roles: handoverMessages.rolesThen,
  rules: handoverMessages.rulesThen,
  views: handoverMessages.viewsThen,
  jobs: handoverMessages.jobsThen,
} as const;

export interface BesideTableProps {
  readonly counts: BesideCounts;
  readonly isLeaving: boolean;
  readonly endShares: boolean;
  readonly onEndShares: (end: boolean) => void;
}
/** What hangs on the person beside records, and what becomes of it. */
export function BesideTable({ counts, isLeaving, endShares, onEndShares }: BesideTableProps) {
  const { t } = useLanguage();
  const rows = BESIDE.filter((kind) => counts[kind] > 0);
  if (rows.length === 0) return null;
  const outcome = (kind: BesideKind) => {
    if (kind === "shares")
      return (
        <Checkbox checked={endShares} onChange={(event) => onEndShares(event.target.checked)}>
          {t(handoverMessages.sharesThen)}
        </Checkbox>
      );
    return t((kind === "requests" || kind === "jobs") && !isLeaving ? handoverMessages.kept : THEN[kind]);
  };
  return (
    <DataTable
      label={t(handoverMessages.beside)}
      rows={rows}
      rowKey={(kind) => kind}
      columns={[
        { key: "what", title: t(handoverMessages.beside), render: (kind) => t(handoverMessages[kind]) },
        {
          key: "count",
          title: t(handoverMessages.count),
          align: "right",
          render: (kind) => <strong className={base.num}>{counts[kind]}</strong>,
        },
        { key: "then", title: t(handoverMessages.outcome), render: outcome },
      ]}
    />
  );
}
