import { useState } from "react";
import type { AccessAnswer } from "../../../../shared/wire/access-log.contract.ts";
import { DataTable, type DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { Loaded } from "../../../../ui/kit/Loaded.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { AccessDetail } from "./AccessDetail.tsx";
import { auditTexts } from "./audit.messages.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { type AccessFilter, useAccessLog } from "./audit-data.ts";

const KINDS = {
  sign_in: auditTexts.sign_in,
  sign_in_failed: auditTexts.sign_in_failed,
  sign_out: auditTexts.sign_out,
  session_ended: auditTexts.session_ended,
  password_changed: auditTexts.password_changed,
  credentials_set: auditTexts.credentials_set,
  invited: auditTexts.invited,
  invitation_used: auditTexts.invitation_used,
  key_made: auditTexts.key_made,
  key_revoked: auditTexts.key_revoked,
  setup: auditTexts.access_setup,
  export: auditTexts.access_export,
  unmask: auditTexts.unmask,
  masked_search: auditTexts.masked_search,
  view_as: auditTexts.view_as,
  second_factor_on: auditTexts.second_factor_on,
  second_factor_off: auditTexts.second_factor_off,
  second_factor_reset: auditTexts.second_factor_reset,
  recovery_code_used: auditTexts.recovery_code_used,
  recovery_codes_made: auditTexts.recovery_codes_made,
  security_changed: auditTexts.security_changed,
  oidc_bound: auditTexts.oidc_bound,
  oidc_released: auditTexts.oidc_released,
  retention: auditTexts.retention,
  retention_done: auditTexts.retention_done,
  subscriber_skipped: auditTexts.subscriber_skipped,
} as const;
const isKind = (name: string): name is keyof typeof KINDS => name in KINDS;

/** Sign-ins, exports, looks as somebody else: what must be recorded although nothing changed. */
export function AccessList({ sealed }: { readonly sealed: number }) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<AccessFilter>({});
  const log = useAccessLog(filter);
  const kindText = (name: string): string => (isKind(name) ? t(KINDS[name]) : name);
  const choices = [
    {
      key: "kind",
      label: t(auditTexts.kind),
      any: t(auditTexts.anyKind),
      options: Object.keys(KINDS).map((value) => ({ value, label: kindText(value) })),
    },
  ];
  const columns = useColumns(sealed, kindText);
  return (
    <>
      <AuditFilter person="user" filter={filter} choices={choices} onChange={setFilter} />
      <Loaded query={log}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="history" title={t(auditTexts.none)} />
          ) : (
            <div className="stack">
              <DataTable
                label={t(auditTexts.access)}
                columns={columns}
                rows={rows}
                rowKey={(row) => String(row.id)}
              />
              {log.hasNextPage && (
                <Ghost onClick={() => void log.fetchNextPage()}>{t(auditTexts.more)}</Ghost>
              )}
            </div>
          );
        }}
      </Loaded>
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
      title: t(auditTexts.time),
      width: narrow ? 96 : 150,
      render: (row) => <span className="num">{timeText(row.at)}</span>,
    },
    { key: "who", title: t(auditTexts.person), render: (row) => row.name ?? row.login ?? "" },
    ...(narrow
      ? []
      : [
          {
            key: "whom",
            title: t(auditTexts.concerns),
            render: (row: AccessAnswer) => <span className="audit-nowrap">{row.subject_name}</span>,
          },
        ]),
    {
      key: "kind",
      title: t(auditTexts.kind),
      render: (row) => (
        <>
          <span className="audit-nowrap">{kindText(row.kind)}</span>
          {narrow && row.subject_name && ` · ${row.subject_name}`}
          {narrow && (
            <div className="audit-more">
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
            title: t(auditTexts.ip),
            render: (row: AccessAnswer) => <span className="num">{row.ip}</span>,
          },
          { key: "login", title: t(auditTexts.login), render: (row: AccessAnswer) => row.login ?? "" },
          { key: "what", title: t(auditTexts.what), render: detail },
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
    <Icon name={isSealed ? "lock" : "clock"} label={t(isSealed ? auditTexts.sealed : auditTexts.unsealed)} />
  );
}

/** Who did it stands in a column of its own. */
function withoutActor({ detail }: AccessAnswer): AccessAnswer["detail"] {
  const { by: _by, ...rest } = detail ?? {};
  return rest;
}
