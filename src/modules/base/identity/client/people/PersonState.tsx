import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { relativeText, shortDay, timeText } from "../../../../../ui/kit/time-text.ts";
import type { PersonLine } from "../../shared/people.contract.ts";
import { peopleMessages } from "./people.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";

type Line = Pick<PersonLine, "state" | "invited_until" | "seen_at">;

/** Whether somebody can sign in, in words; since when they were away beside it. */
export function PersonState({ line: { state, invited_until, seen_at } }: { readonly line: Line }) {
  const { t, language } = useLanguage();
  if (state === "invited" && invited_until)
    return (
      <span>{t(peopleMessages.invitedUntil, { day: shortDay(timeText(invited_until).slice(0, 10)) })}</span>
    );
  if (state === "none")
    return (
      <span className={base.muted}>{t(invited_until ? peopleMessages.expired : peopleMessages.none)}</span>
    );
  if (state === "inactive") return <span className={base.muted}>{t(peopleMessages.inactive)}</span>;
  return (
    <span className={base.rowWrap}>
      {t(peopleMessages.enabled)}
      {seen_at && (
        <span className={base.muted} title={timeText(seen_at)}>
          {t(peopleMessages.lastSeen, { when: relativeText(seen_at, language) })}
        </span>
      )}
    </span>
  );
}
