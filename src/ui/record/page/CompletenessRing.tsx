import { joinNames } from "../../../shared/i18n/join-texts.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { isEditable, type ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { Tooltip } from "../../kit/Overlay.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./CompletenessRing.module.css";

const ROUND = 2 * Math.PI * 9;
/**
 * Asking whether a box is ticked says nothing about completeness; notes and numbers of other systems are
 * optional by nature.
 */
const OUTSIDE: readonly string[] = ["external_id", "description", "tags", "department"];

export interface CompletenessRingProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Opens a field to be filled in. */
  readonly onGap: (field: string) => void;
}
/** How many of the fields of the sections are filled in; leads to the first empty one. */
export function CompletenessRing({ object, record, onGap }: CompletenessRingProps) {
  const { t, of, language } = useLanguage();
  const asked = (object.sections ?? [])
    .slice(0, 3)
    .flatMap((section) => section.fields)
    .flatMap((name) => object.byName[name] ?? [])
    .filter(
      (field) =>
        isEditable(object, field) &&
        field.kind !== "boolean" &&
        field.kind !== "stage" &&
        !OUTSIDE.includes(field.name) &&
        !field.name.startsWith("lost_"),
    );
  if (asked.length === 0) return null;
  const gaps = asked.filter((field) => isBlank(record[field.name]));
  const share = 1 - gaps.length / asked.length;
  const percent = Math.round(share * 100);
  const words =
    gaps.length === 0
      ? t(recordScreenMessages.completeFull)
      : t(recordScreenMessages.complete, {
          percent,
          fields: joinNames(
            gaps.slice(0, 4).map((field) => of(field.label)),
            language,
          ),
        });
  const lead = () => {
    if (gaps[0]) onGap(gaps[0].name);
  };
  return (
    <Tooltip title={words}>
      <button type="button" className={styles.ring} aria-label={`${percent}% ${words}`} onClick={lead}>
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden>
          <circle cx="13" cy="13" r="9" fill="none" stroke="var(--line-strong)" strokeWidth="3" />
          <circle
            cx="13"
            cy="13"
            r="9"
            fill="none"
            stroke="var(--accent)"
            strokeWidth="3"
            strokeDasharray={`${ROUND * share} ${ROUND}`}
            transform="rotate(-90 13 13)"
            strokeLinecap="round"
          />
        </svg>
        <span className={base.num}>{percent}%</span>
      </button>
    </Tooltip>
  );
}
