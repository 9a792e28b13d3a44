import { useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import * as base from "../../../../ui/kit/base.module.css";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { type BalanceEntry, readBalanceEntries } from "../shared/balances.contract.ts";
import { balanceMessages } from "./balances.messages.ts";

export interface BalanceLedgerProps {
  readonly kind: string;
  /** The key, or what its keys begin with. */
  readonly of: string;
  readonly label: string;
}
const isCause = (cause: string): cause is keyof typeof balanceMessages => cause in balanceMessages;

/** Every move of a balance, the latest first. */
export function BalanceLedger({ kind, of, label }: BalanceLedgerProps) {
  const { t } = useLanguage();
  const ledger = useInfiniteQuery({
    queryKey: ["balances", kind, of],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      call(readBalanceEntries, { params: { kind }, query: cursor === undefined ? { of } : { of, cursor } }),
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });
  return (
    <QueryResult query={ledger}>
      {({ pages }) => {
        const rows = pages.flatMap(({ data }) => data);
        if (rows.length === 0) return <p className={base.muted}>{t(balanceMessages.none)}</p>;
        return (
          <>
            <DataTable<BalanceEntry>
              label={label}
              rows={rows}
              rowKey={({ id }) => String(id)}
              columns={[
                { key: "at", title: t(balanceMessages.when), render: ({ at }) => timeText(at) },
                {
                  key: "who",
                  title: t(balanceMessages.who),
                  render: ({ name }) => name ?? t(balanceMessages.program),
                },
                {
                  key: "why",
                  title: t(balanceMessages.why),
                  render: ({ cause }) => (isCause(cause) ? t(balanceMessages[cause]) : cause),
                },
                {
                  key: "amount",
                  title: t(balanceMessages.amount),
                  align: "right",
                  render: ({ amount }) => (
                    <span className={base.num}>
                      {Number(amount).toLocaleString(undefined, { signDisplay: "exceptZero" })}
                    </span>
                  ),
                },
              ]}
            />
            {ledger.hasNextPage && (
              <QuietButton onClick={() => void ledger.fetchNextPage()}>{t(balanceMessages.more)}</QuietButton>
            )}
          </>
        );
      }}
    </QueryResult>
  );
}
