import { useQuery } from "@tanstack/react-query";
import { readExportAllowance } from "../../../../shared/wire/export-allowance.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** What limits leave, where there are any. */
export function ExportAllowance() {
  const { t } = useLanguage();
  const { data } = useQuery({
    queryKey: ["exports", "allowance"],
    queryFn: async () => (await call(readExportAllowance, {})).data,
  });
  const parts = [
    ...(typeof data?.rows === "number"
      ? [t(importScreenMessages.rowsOfOne, { limit: data.rows.toLocaleString() })]
      : []),
    ...(typeof data?.left === "number"
      ? [t(importScreenMessages.leftToday, { left: data.left.toLocaleString() })]
      : []),
  ];
  return parts.length === 0 ? null : <p className={base.note}>{parts.join(" · ")}</p>;
}
