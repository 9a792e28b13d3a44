import { type AnchorHTMLAttributes, use } from "react";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { plainText } from "../../shared/rich-text/plain-text.ts";
import type { SelectOption } from "../../shared/metadata/field.ts";
import { isList, placeOf, textValue } from "../data/values.ts";
import { Icon } from "../kit/Icon.tsx";
import { kitMessages } from "../kit/kit.messages.ts";
import { useLanguage } from "../kit/language.tsx";
import { groupDigits } from "../../shared/money/group-digits.ts";
import { timeText } from "../kit/time-text.ts";
import { fieldMessages } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import { OptionChip } from "./OptionChip.tsx";
import { phoneText } from "./phone-text.ts";
import { PlainLinks } from "./plain-links.ts";
import * as base from "../kit/base.module.css";

const optionsOf = ({ field }: CellProps) =>
  field.kind === "select" || field.kind === "multiselect" || field.kind === "formula"
    ? (field.options ?? [])
    : [];

export function NumberCell({ field, value }: CellProps) {
  const text = textValue(value);
  return (
    <span className={`${base.clip} ${base.num}`}>
      {field.kind === "integer" && field.ungrouped ? text : groupDigits(text)}
    </span>
  );
}
export function PercentCell({ value }: CellProps) {
  const text = textValue(value);
  return text ? (
    <span className={`${base.clip} ${base.num}`}>
      {text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")}%
    </span>
  ) : null;
}
export function BooleanCell({ value }: CellProps) {
  const { t } = useLanguage();
  if (value !== true) return value === false ? <span className={base.muted}>{t(kitMessages.no)}</span> : null;
  return <Icon name="check" label={t(kitMessages.yes)} />;
}
export const DateCell = ({ value }: CellProps) => (
  <span className={`${base.clip} ${base.num}`}>{textValue(value)}</span>
);
export function DateTimeCell({ value }: CellProps) {
  const text = textValue(value);
  return <span className={`${base.clip} ${base.num}`}>{text && timeText(text)}</span>;
}
/** Records of before may have one that was taken away since. */
const optionNamed = (props: CellProps, name: string): SelectOption | undefined => {
  const { field } = props;
  const former = field.kind === "select" || field.kind === "multiselect" ? field.former : undefined;
  return [...optionsOf(props), ...(former ?? [])].find((option) => option.name === name);
};
export function SelectCell(props: CellProps) {
  const name = textValue(props.value);
  return name ? <OptionChip name={name} option={optionNamed(props, name)} /> : null;
}
export function MultiselectCell(props: CellProps) {
  const names = isList(props.value) ? props.value.map(textValue) : [];
  return (
    <span className={`${base.line} ${base.clip}`}>
      {names.map((name) => (
        <OptionChip key={name} name={name} option={optionNamed(props, name)} />
      ))}
    </span>
  );
}
/** A link out of the cell; text inside of a button. */
function Way({ children, className, ...link }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  if (use(PlainLinks)) return <span className={`${base.clip} ${base.num}`}>{children}</span>;
  return (
    <a {...link} className={className} onClick={(event) => event.stopPropagation()} tabIndex={-1}>
      {children}
    </a>
  );
}
export function PhoneCell({ value }: CellProps) {
  const phone = textValue(value);
  const shown = phoneText(phone);
  if (phone.includes("*")) return <span className={`${base.clip} ${base.num}`}>{phone}</span>;
  return (
    <Way
      className={`${base.clip} ${base.num}`}
      data-part="cell-link"
      href={`tel:${phone.replace(/\s/g, "")}`}
    >
      {shown}
    </Way>
  );
}
export function EmailCell({ value }: CellProps) {
  const email = textValue(value);
  return (
    <Way className={base.clip} data-part="cell-link" href={`mailto:${email}`}>
      {email}
    </Way>
  );
}
export function UrlCell({ value }: CellProps) {
  const url = textValue(value);
  if (!/^https?:\/\//i.test(url)) return <span className={base.clip}>{url}</span>;
  return (
    <Way className={base.clip} data-part="cell-link" href={url} target="_blank" rel="noopener noreferrer">
      {url.replace(/^https?:\/\//i, "").replace(/\/$/, "")}
    </Way>
  );
}
export function AddressCell({ value }: CellProps) {
  if (!isMap(value)) return <span className={base.clip}>{textValue(value)}</span>;
  const parts = ["province", "city", "district", "detail"].map((part) => textValue(value[part]));
  return (
    <span className={base.clip}>
      {parts.filter((part, place) => part && part !== parts[place - 1]).join(" ")}
    </span>
  );
}
export const RichTextCell = ({ value }: CellProps) => (
  <span className={base.clip}>{plainText(textValue(value))}</span>
);
export function CountCell({ value }: CellProps) {
  const { t } = useLanguage();
  return isList(value) && value.length > 0 ? (
    <span className={`${base.clip} ${base.muted}`}>{t(fieldMessages.records, { count: value.length })}</span>
  ) : null;
}
export function FileCell({ value }: CellProps) {
  const { t } = useLanguage();
  const count = isList(value) ? value.length : value ? 1 : 0;
  if (count === 0) return null;
  return (
    <span className={`${base.line} ${base.muted}`}>
      <Icon name="paper-clip" size={14} />
      {t(fieldMessages.fileCount, { count })}
    </span>
  );
}
export function SignatureCell({ value }: CellProps) {
  const { t } = useLanguage();
  return value ? <span className={base.muted}>{t(fieldMessages.signed)}</span> : null;
}
export function LocationCell({ value }: CellProps) {
  const place = placeOf(value);
  if (!place) return null;
  return (
    <span className={base.clip}>
      {textValue(place.address) || `${textValue(place.lat)}, ${textValue(place.lng)}`}
    </span>
  );
}
