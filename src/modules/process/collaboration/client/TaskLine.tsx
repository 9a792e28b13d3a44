import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { HandedTask } from "../shared/collaboration.contract.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** From whom, until when, or that it is over. */
export function TaskLine({ task: { from, due_date: day, status } }: { readonly task: HandedTask }) {
  const { t } = useLanguage();
  const parts = [
    ...(from ? [t(collaborationScreenMessages.from, { name: from })] : []),
    ...(status === "open" && day ? [t(collaborationScreenMessages.dueOn, { day })] : []),
    ...(status === "done" || status === "cancelled" ? [t(collaborationScreenMessages[status])] : []),
  ];
  return <span className={base.muted}>{parts.join(" · ")}</span>;
}
