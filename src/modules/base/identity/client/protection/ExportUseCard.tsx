import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BalanceLedger } from "../../../balances/client/public.ts";
import { type ExportUse, readExportUse } from "../../shared/export-use.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { protectionMessages } from "./protection.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as securityStyles from "../security/security.module.css";

const COUNTS = ["today", "week", "month", "files"] as const;

/** Who took out how much of late. */
export function ExportUseCard() {
  const { t } = useLanguage();
  const [opened, setOpened] = useState<ExportUse | null>(null);
  const use = useQuery({
    queryKey: ["exports", "use"],
    queryFn: async () => (await call(readExportUse, {})).data,
  });
  return (
    <section className={`${base.card} ${securityStyles.securityCard}`}>
      <h3>{t(protectionMessages.use)}</h3>
      <p className={base.muted}>{t(protectionMessages.useLead)}</p>
      <QueryResult query={use}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t(protectionMessages.noUse)}</p>
          ) : (
            <DataTable
              label={t(protectionMessages.use)}
              rows={rows}
              rowKey={(row) => row.user}
              columns={[
                {
                  key: "person",
                  title: t(protectionMessages.person),
                  render: (row) => (
                    <QuietButton
                      aria-expanded={opened?.user === row.user}
                      onClick={() => setOpened(opened?.user === row.user ? null : row)}
                    >
                      {row.name ?? ""}
                    </QuietButton>
                  ),
                },
                ...COUNTS.map((name) => ({
                  key: name,
                  title: t(protectionMessages[name]),
                  align: "right" as const,
                  render: (row: ExportUse) => <span className={base.num}>{row[name].toLocaleString()}</span>,
                })),
                {
                  key: "last",
                  title: t(protectionMessages.last),
                  align: "right",
                  render: (row) => <span className={base.num}>{row.last}</span>,
                },
              ]}
            />
          )
        }
      </QueryResult>
      {opened && <EachExport of={opened} />}
    </section>
  );
}

function EachExport({ of: { user, name } }: { readonly of: ExportUse }) {
  const { t } = useLanguage();
  const title = t(protectionMessages.eachExport, { person: name ?? "" });
  return (
    <>
      <h4>{title}</h4>
      <BalanceLedger kind="export_rows" of={user} label={title} />
    </>
  );
}
