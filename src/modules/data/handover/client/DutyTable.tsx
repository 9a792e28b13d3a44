import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { RecordSelect } from "../../../base/permissions/client/public.ts";
import type { DutyCount } from "../shared/handover.contract.ts";
import { useDutyName } from "./duty-name.ts";
import { handoverMessages } from "./handover.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface DutyTableProps {
  readonly duties: readonly DutyCount[];
  readonly objects: Readonly<Record<string, string>>;
  readonly onChange: (objects: Readonly<Record<string, string>>) => void;
}

/**
 * By object and field: how much changes hands, how much stays, and to whom else than the successor it may go.
 */
export function DutyTable({ duties, objects, onChange }: DutyTableProps) {
  const { t } = useLanguage();
  const nameOf = useDutyName();
  const set = (object: string, to: string) => {
    const { [object]: _old, ...rest } = objects;
    onChange(to === "" ? rest : { ...rest, [object]: to });
  };
  return (
    <DataTable
      label={t(handoverMessages.what)}
      rows={duties}
      rowKey={(duty) => `${duty.object}.${duty.field}`}
      columns={[
        { key: "what", title: t(handoverMessages.what), render: nameOf },
        {
          key: "open",
          title: t(handoverMessages.open),
          align: "right",
          render: (duty) => <strong className={base.num}>{duty.open}</strong>,
        },
        {
          key: "closed",
          title: t(handoverMessages.closed),
          align: "right",
          render: (duty) => <span className={`${base.num} ${base.muted}`}>{duty.closed}</span>,
        },
        {
          key: "to",
          title: t(handoverMessages.successor),
          render: (duty) =>
            duty.field === "owner" && duty.open > 0 ? (
              <RecordSelect
                label={`${nameOf(duty)} ${t(handoverMessages.successor)}`}
                object="user"
                value={objects[duty.object] ?? ""}
                onChange={(to) => set(duty.object, to)}
              />
            ) : null,
        },
      ]}
    />
  );
}
