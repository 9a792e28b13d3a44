import type { SessionWay } from "../../shared/sessions.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { accessMessages } from "./access.messages.ts";

/** How somebody came in. */
export function WayText({ way }: { readonly way: SessionWay | null }) {
  const { t } = useLanguage();
  return way ? t(accessMessages[way]) : null;
}
