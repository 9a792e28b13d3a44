import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import {
  changeRetention,
  previewRetention,
  type RetentionCounts,
  type RetentionDays,
  type RetentionKind,
} from "../shared/retention.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { useDebounced } from "../../../../ui/kit/use-debounced.ts";
import { useEdited } from "../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { RETENTION } from "./retention-key.ts";
import { retentionScreenMessages } from "./retention.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RetentionForm.module.css";

const daysIn = (kinds: readonly RetentionKind[]): RetentionDays =>
  Object.fromEntries(kinds.map(({ name, days }) => [name, days]));

/** How many would go today by periods that are not saved yet; nothing for those that are too short. */
function useWaiting(kinds: readonly RetentionKind[], wanted: RetentionDays): RetentionCounts {
  const asked = Object.fromEntries(
    kinds.flatMap(({ name, least }) => ((wanted[name] ?? 0) >= least ? [[name, wanted[name] ?? null]] : [])),
  );
  const settled = useDebounced(JSON.stringify(asked), 400);
  const { data } = useQuery({
    queryKey: [...RETENTION, "preview", settled],
    queryFn: async () => (await call(previewRetention, { body: { days: JSON.parse(settled) } })).data,
  });
  return data ?? {};
}

export function RetentionForm({ kinds }: { readonly kinds: readonly RetentionKind[] }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const confirm = useConfirm();
  const { values: wanted, change, changed } = useEdited(daysIn(kinds));
  const waiting = useWaiting(kinds, wanted);
  const { errors, busy, submit } = useForm([]);
  const total = Object.values(waiting).reduce((sum, count) => sum + count, 0);
  const send = () =>
    submit({}, async () => {
      const { data } = await call(changeRetention, { body: { days: wanted } });
      client.setQueryData(RETENTION, data);
      tell.saved();
    });
  const save = () =>
    total === 0
      ? void send()
      : confirm({
          title: t(retentionScreenMessages.sureTitle),
          detail: t(retentionScreenMessages.sure, { count: total.toLocaleString() }),
          action: t(kitMessages.save),
          run: send,
        });
  return (
    <SimpleForm error={errors[""]} onSubmit={save}>
      <RetentionTable
        kinds={kinds}
        wanted={wanted}
        waiting={waiting}
        onSet={(name, days) => change({ [name]: days })}
      />
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!changed}>
          {t(kitMessages.save)}
        </Button>
      </div>
    </SimpleForm>
  );
}

interface RetentionTableProps {
  readonly kinds: readonly RetentionKind[];
  readonly wanted: RetentionDays;
  readonly waiting: RetentionCounts;
  readonly onSet: (name: string, days: number | null) => void;
}
function RetentionTable({ kinds, wanted, waiting, onSet }: RetentionTableProps) {
  const { t } = useLanguage();
  return (
    <DataTable
      label={t(retentionScreenMessages.what)}
      rows={kinds}
      rowKey={(kind) => kind.name}
      columns={[
        {
          key: "what",
          title: t(retentionScreenMessages.what),
          render: (kind) => (
            <span className={styles.retentionKind}>
              <strong>{t(kind.label)}</strong>
              <small className={base.muted}>{t(kind.description)}</small>
            </span>
          ),
        },
        {
          key: "days",
          title: t(retentionScreenMessages.days),
          width: 150,
          render: (kind) => (
            <NumberField
              className={styles.retentionDays}
              label={`${t(kind.label)} ${t(retentionScreenMessages.days)}`}
              min={kind.least}
              max={36_500}
              placeholder={t(retentionScreenMessages.forever)}
              value={wanted[kind.name] ?? null}
              onChange={(days) => onSet(kind.name, days)}
            />
          ),
        },
        {
          key: "waiting",
          title: t(retentionScreenMessages.waiting),
          align: "right",
          width: 110,
          render: (kind) =>
            typeof wanted[kind.name] === "number" && (
              <span className={base.num}>{waiting[kind.name]?.toLocaleString() ?? ""}</span>
            ),
        },
      ]}
    />
  );
}
