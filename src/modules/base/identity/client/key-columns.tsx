import type { ApiKeyAnswer } from "../shared/api-keys.contract.ts";
import type { DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** What every list of keys tells of their times. */
export function useKeyTimes(): {
  readonly used: DataColumn<ApiKeyAnswer>;
  readonly expires: DataColumn<ApiKeyAnswer>;
} {
  const { t } = useLanguage();
  const time = (at: string | null, none: string) => (
    <span className={base.num}>{at ? timeText(at) : none}</span>
  );
  return {
    used: {
      key: "used",
      title: t(settingsMessages.keyLastUsed),
      render: (key) => time(key.last_used_at, t(settingsMessages.keyUnused)),
    },
    expires: {
      key: "expires",
      title: t(settingsMessages.keyExpires),
      render: (key) => time(key.expires_at, t(settingsMessages.keyNever)),
    },
  };
}
