import { Popover } from "antd";
import { useState } from "react";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { todayText } from "../../kit/time-text.ts";
import { recordTexts } from "../record.messages.ts";

/** Any list as it stood at the end of a past day. */
export function AsOfControl({ value, onChange }: { readonly value: string; readonly onChange: (day: string) => void }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const content = (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault();
        const day = new FormData(event.currentTarget).get("day");
        if (typeof day === "string") onChange(day);
        setOpen(false);
      }}
    >
      <label className="line">
        {t(recordTexts.asOf)}
        <input className="native-input" type="date" name="day" defaultValue={value} max={todayText()} required />
      </label>
      <button type="submit" className="ghost" data-on>
        {t(recordTexts.apply)}
      </button>
    </form>
  );
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} open={open} onOpenChange={setOpen} destroyOnHidden content={content}>
      <Ghost icon="history" on={value !== ""} aria-label={`${t(recordTexts.asOfShort)} ${value}`.trim()}>
        <span className={value ? "num" : "wide-only"}>{value || t(recordTexts.asOfShort)}</span>
      </Ghost>
    </Popover>
  );
}

export function AsOfBanner({ day, onLeave }: { readonly day: string; readonly onLeave: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="banner as-of-banner" role="status">
      <Icon name="history" />
      <span className="grow">{t(recordTexts.asOfBanner, { day })}</span>
      <Ghost onClick={onLeave}>{t(recordTexts.backToNow)}</Ghost>
    </div>
  );
}
