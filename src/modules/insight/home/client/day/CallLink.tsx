import { phoneText } from "../../../../../ui/field/phone-text.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CallNumber } from "../../shared/home.contract.ts";
import { dayMessages } from "./day.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./DayRow.module.css";

/** A number that is called by a touch; the place stays where there is none. */
export function CallLink({ number }: { readonly number: CallNumber | undefined }) {
  const { t } = useLanguage();
  if (!number) return <span className={styles.call} />;
  const { name, phone } = number;
  const words = t(dayMessages.call, { name, phone: phoneText(phone) });
  return (
    <a className={styles.call} href={`tel:${phone.replace(/\s/g, "")}`} aria-label={words} title={words}>
      <Icon name="phone" size={14} />
      <span className={`${base.num} ${styles.callNumber}`}>{phoneText(phone)}</span>
    </a>
  );
}
