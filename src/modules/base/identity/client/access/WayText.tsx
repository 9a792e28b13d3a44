import type { SessionWay } from "../../shared/sessions.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { accessTexts } from "./access.messages.ts";

/** How somebody came in. */
export function WayText({ way }: { readonly way: SessionWay | null }) {
  const { t } = useLanguage();
  return way ? t(accessTexts[way]) : null;
}
