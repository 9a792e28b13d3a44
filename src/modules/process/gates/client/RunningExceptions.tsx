import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { listRecordExceptions } from "../shared/moves.contract.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import * as styles from "./RunningExceptions.module.css";

/** What the record was let past for a time and still lacks: what must be supplied, and by when. */
export function RunningExceptions({ object, id }: { readonly object: string; readonly id: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery({
    queryKey: ["record", object, id, "exceptions"],
    queryFn: async ({ signal }) =>
      (await call(listRecordExceptions, { params: { object, id }, signal })).data,
  });
  if (!data || data.length === 0) return null;
  return (
    <ul className={styles.stageExceptions} aria-label={t(gateScreenMessages.exceptions)}>
      {data.map(({ criterion, missing, until, reason, by, is_over }) => (
        <li
          key={criterion}
          data-over={is_over || undefined}
          title={by ? t(gateScreenMessages.letPastBy, { by, reason }) : reason}
        >
          <Icon name={is_over ? "warning" : "clock"} size={14} />
          <strong>
            {t(is_over ? gateScreenMessages.supplyOver : gateScreenMessages.supplyBy, { until })}
          </strong>
          <span>{missing.join(language === "zh-CN" ? "；" : "; ")}</span>
        </li>
      ))}
    </ul>
  );
}
