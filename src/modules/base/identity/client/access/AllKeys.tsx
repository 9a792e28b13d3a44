import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiKeyAnswer, listKeys, revokeKey } from "../../shared/api-keys.contract.ts";
import { revokeKeysOf } from "../../shared/sessions.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import { useRemove } from "../../../../../ui/kit/use-remove.ts";
import { useKeyTimes } from "../key-columns.tsx";
import { settingsMessages } from "../settings.messages.ts";
import { accessMessages } from "./access.messages.ts";
import { PersonActions, PersonLine } from "./PersonActions.tsx";
import * as base from "../../../../../ui/kit/base.module.css";

const KEY = ["api-keys", "*"] as const;

/** The keys of everybody. */
export function AllKeys({ named }: { readonly named: string }) {
  const { t } = useLanguage();
  const remove = useRemove();
  const client = useQueryClient();
  const keys = useQuery({
    queryKey: [...KEY, named],
    queryFn: async () => (await call(listKeys, { query: { user: "*", q: named } })).data,
  });
  const revoke = (title: string, send: () => Promise<unknown>) =>
    remove({
      title,
      detail: t(settingsMessages.revokeDetail),
      action: t(settingsMessages.revoke),
      send,
      onDone: () => client.invalidateQueries({ queryKey: ["api-keys"] }),
    });
  return (
    <QueryResult query={keys}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon="key" title={t(accessMessages.noKeys)} />
        ) : (
          <KeyTable
            rows={rows}
            onRevoke={({ id, name }) =>
              revoke(t(settingsMessages.revokeTitle, { name }), () => call(revokeKey, { params: { id } }))
            }
            onRevokeAll={({ user, person }) =>
              revoke(t(accessMessages.revokeAllTitle, { name: person ?? "" }), () =>
                call(revokeKeysOf, { params: { id: user } }),
              )
            }
          />
        )
      }
    </QueryResult>
  );
}

interface KeyTableProps {
  readonly rows: readonly ApiKeyAnswer[];
  readonly onRevoke: (row: ApiKeyAnswer) => void;
  readonly onRevokeAll: (row: ApiKeyAnswer) => void;
}
function KeyTable({ rows, onRevoke, onRevokeAll }: KeyTableProps) {
  const { t, of } = useLanguage();
  const times = useKeyTimes();
  return (
    <DataTable
      label={t(accessMessages.keys)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "person",
          title: t(accessMessages.person),
          render: (row) => <PersonLine name={row.person} login={row.login} />,
        },
        {
          key: "name",
          title: t(settingsMessages.keyName),
          render: (row) => (
            <>
              {row.name} <code className={base.muted}>…{row.hint}</code>
            </>
          ),
        },
        {
          key: "role",
          title: t(settingsMessages.role),
          render: (row) =>
            row.role ? of(row.role_label ?? undefined, row.role) : t(accessMessages.sameAsPerson),
        },
        times.used,
        times.expires,
        {
          key: "revoke",
          title: "",
          align: "right",
          render: (row) => (
            <PersonActions
              name={row.person ?? ""}
              one={{ label: t(settingsMessages.revoke), run: () => onRevoke(row) }}
              all={{ label: t(accessMessages.revokeAll), run: () => onRevokeAll(row) }}
            />
          ),
        },
      ]}
    />
  );
}
