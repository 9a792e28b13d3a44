import { useState } from "react";
import type { SealState } from "../shared/log.contract.ts";
import type { AccessAnswer } from "../../../../shared/wire/access-log.contract.ts";
import { DataTable, type DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { AccessDetail } from "./AccessDetail.tsx";
import { auditScreenMessages } from "./audit.messages.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { type AccessFilter, useAccessLog } from "./audit-data.ts";
import { SealAnswer } from "./SealAnswer.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as audit from "./audit.module.css";

const KINDS = {
  sign_in: auditScreenMessages.sign_in,
  sign_in_failed: auditScreenMessages.sign_in_failed,
  sign_out: auditScreenMessages.sign_out,
  session_ended: auditScreenMessages.session_ended,
  password_changed: auditScreenMessages.password_changed,
  credentials_set: auditScreenMessages.credentials_set,
  invited: auditScreenMessages.invited,
  invitation_used: auditScreenMessages.invitation_used,
  key_made: auditScreenMessages.key_made,
  key_revoked: auditScreenMessages.key_revoked,
  setup: auditScreenMessages.access_setup,
  export: auditScreenMessages.access_export,
  unmask: auditScreenMessages.unmask,
  masked_search: auditScreenMessages.masked_search,
  view_as: auditScreenMessages.view_as,
  second_factor_on: auditScreenMessages.second_factor_on,
  second_factor_off: auditScreenMessages.second_factor_off,
  second_factor_reset: auditScreenMessages.second_factor_reset,
  recovery_code_used: auditScreenMessages.recovery_code_used,
  recovery_codes_made: auditScreenMessages.recovery_codes_made,
  security_changed: auditScreenMessages.security_changed,
  oidc_bound: auditScreenMessages.oidc_bound,
  oidc_released: auditScreenMessages.oidc_released,
  retention: auditScreenMessages.retention,
  retention_done: auditScreenMessages.retention_done,
  subscriber_skipped: auditScreenMessages.subscriber_skipped,
  link_made: auditScreenMessages.link_made,
  link_revoked: auditScreenMessages.link_revoked,
  link_used: auditScreenMessages.link_used,
  link_refused: auditScreenMessages.link_refused,
} as const;
const isKind = (name: string): name is keyof typeof KINDS => name in KINDS;

/** Sign-ins, exports, looks as somebody else: what must be recorded although nothing changed. */
export function AccessList({ seals }: { readonly seals: SealState }) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<AccessFilter>({});
  const log = useAccessLog(filter);
  const kindText = (name: string): string => (isKind(name) ? t(KINDS[name]) : name);
  const choices = [
    {
      key: "kind",
      label: t(auditScreenMessages.kind),
      any: t(auditScreenMessages.anyKind),
      options: Object.keys(KINDS).map((value) => ({ value, label: kindText(value) })),
    },
  ];
  const columns = useColumns(seals.access.sealed, kindText);
  return (
    <>
      <SealAnswer seals={seals} />
      <AuditFilter person="user" filter={filter} choices={choices} onChange={setFilter} />
      <QueryResult query={log}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="history" title={t(auditScreenMessages.none)} />
          ) : (
            <div className={base.stack}>
              <DataTable
                label={t(auditScreenMessages.access)}
                columns={columns}
                rows={rows}
                rowKey={(row) => String(row.id)}
              />
              {log.hasNextPage && (
                <QuietButton onClick={() => void log.fetchNextPage()}>
                  {t(auditScreenMessages.more)}
                </QuietButton>
              )}
            </div>
          );
        }}
      </QueryResult>
    </>
  );
}

function useColumns(sealed: number, kindText: (name: string) => string): readonly DataColumn<AccessAnswer>[] {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const detail = (row: AccessAnswer) => <AccessDetail kind={row.kind} detail={withoutActor(row)} />;
  return [
    {
      key: "at",
      title: t(auditScreenMessages.time),
      width: narrow ? 96 : 150,
      render: (row) => <span className={base.num}>{timeText(row.at)}</span>,
    },
    { key: "who", title: t(auditScreenMessages.person), render: (row) => row.name ?? row.login ?? "" },
    ...(narrow
      ? []
      : [
          {
            key: "whom",
            title: t(auditScreenMessages.concerns),
            render: (row: AccessAnswer) => <span className={audit.auditNowrap}>{row.subject_name}</span>,
          },
        ]),
    {
      key: "kind",
      title: t(auditScreenMessages.kind),
      render: (row) => (
        <>
          <span className={audit.auditNowrap}>{kindText(row.kind)}</span>
          {narrow && row.subject_name && ` · ${row.subject_name}`}
          {narrow && (
            <div className={audit.auditMore}>
              {row.ip} {detail(row)}
            </div>
          )}
        </>
      ),
    },
    ...(narrow
      ? []
      : [
          {
            key: "ip",
            title: t(auditScreenMessages.ip),
            render: (row: AccessAnswer) => <span className={base.num}>{row.ip}</span>,
          },
          {
            key: "login",
            title: t(auditScreenMessages.login),
            render: (row: AccessAnswer) => row.login ?? "",
          },
          { key: "what", title: t(auditScreenMessages.what), render: detail },
          {
            key: "sealed",
            title: "",
            width: 32,
            render: (row: AccessAnswer) => <SealMark isSealed={row.id <= sealed} />,
          },
        ]),
  ];
}

function SealMark({ isSealed }: { readonly isSealed: boolean }) {
  const { t } = useLanguage();
  return (
    <Icon
      name={isSealed ? "lock" : "clock"}
      label={t(isSealed ? auditScreenMessages.sealed : auditScreenMessages.unsealed)}
    />
  );
}

/** Who did it stands in a column of its own. */
function withoutActor({ detail }: AccessAnswer): AccessAnswer["detail"] {
  const { by: _by, ...rest } = detail ?? {};
  return rest;
}
