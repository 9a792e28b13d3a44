import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { clearRefusedAddress } from "../shared/mail.contract.ts";
import { REFUSED, useRefusedAddresses } from "./mail-data.ts";
import { mailMessages } from "./messages.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./mail.module.css";

/** Addresses that nothing is sent to any more; nothing where there are none. */
export function RefusedAddresses() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const attempt = useAttempt();
  const { data: rows = [] } = useRefusedAddresses();
  if (rows.length === 0) return null;
  const clear = (address: string) =>
    attempt(() => call(clearRefusedAddress, { params: { address } }), {
      told: t(mailMessages.cleared),
      onDone: () => client.invalidateQueries({ queryKey: REFUSED }),
    });
  return (
    <section className={`${base.card} ${styles.card}`}>
      <h3>{t(mailMessages.refused)}</h3>
      <p className={base.muted}>{t(mailMessages.refusedLead)}</p>
      <DataTable
        label={t(mailMessages.refused)}
        rows={rows}
        rowKey={({ address }) => address}
        columns={[
          { key: "address", title: t(mailMessages.address), render: ({ address }) => address },
          { key: "words", title: t(mailMessages.words), render: ({ words }) => words },
          {
            key: "at",
            title: t(mailMessages.since),
            render: ({ at }) => <span className={base.num}>{timeText(at)}</span>,
          },
          {
            key: "clear",
            title: "",
            align: "right",
            render: ({ address }) => (
              <Button type="text" onClick={() => void clear(address)}>
                {t(mailMessages.clear)}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
