import { useEffect } from "react";
import { useMe, usePreference } from "../../../ui/data/session.ts";
import { isElsewhere } from "../../../ui/kit/company-clock.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useTell } from "../../../ui/kit/use-tell.tsx";
import { shellMessages } from "./shell.messages.ts";
import { useQuietOnce } from "./use-quiet-once.ts";

const SECONDS = 6;

/** Where the browser's clock goes otherwise than the company's: says once by which one times are shown. */
export function ClockHint() {
  const { t } = useLanguage();
  const { company, viewing } = useMe();
  const { zone } = company;
  const [told, keep] = usePreference<string>("clock_told", "");
  const tell = useTell();
  const isQuiet = useQuietOnce();
  useEffect(() => {
    if (!isQuiet || viewing !== undefined || told === zone) return;
    if (!isElsewhere(new Date().toISOString())) return;
    tell.note(t(shellMessages.clock, { zone }), SECONDS);
    keep(zone);
  }, [isQuiet, viewing, told, zone, tell, keep, t]);
  return null;
}
