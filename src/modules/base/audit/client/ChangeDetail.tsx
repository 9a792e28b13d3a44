import type { WireValue } from "../../../../shared/metadata/object.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { onlyWhatDiffers } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { ShownRecordContext } from "../../../../ui/field/value-words.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { useChangeWords } from "./change-words.ts";
import * as auditStyles from "./audit.module.css";
import * as styles from "./ChangeDetail.module.css";

const NOTHING: AuditChange["after"] = {};

/** One change: who, when, by which road, why, and each field before and after. */
export function ChangeDetail({
  change,
  isSealed,
}: {
  readonly change: AuditChange;
  readonly isSealed: boolean;
}) {
  const { t } = useLanguage();
  const words = useChangeWords();
  const { reason, override, cause } = change.note ?? NOTHING;
  const facts: readonly (readonly [string, string])[] = [
    [t(auditScreenMessages.person), words.actor(change)],
    [t(auditScreenMessages.time), timeText(change.at)],
    [
      t(auditScreenMessages.kind),
      `${words.object(change)} · ${words.kind(change.kind)} · ${words.road(change.road)}`,
    ],
    [
      t(auditScreenMessages.record),
      change.hidden ? t(auditScreenMessages.hiddenRecord) : change.title || change.record,
    ],
    [t(auditScreenMessages.reason), noteText(reason)],
    [t(auditScreenMessages.override), noteText(override)],
    [t(auditScreenMessages.cause), words.cause(cause, change.cause)],
    [
      t(auditScreenMessages.number),
      `${change.seq} · ${t(isSealed ? auditScreenMessages.sealed : auditScreenMessages.unsealed)}`,
    ],
    [t(auditScreenMessages.request), change.request ?? ""],
  ];
  return (
    <>
      <dl className={styles.auditFacts}>
        {facts.flatMap(([name, text]) =>
          text ? [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{text}</dd>] : [],
        )}
      </dl>
      {Object.keys(change.after).length > 0 && <Values change={change} />}
    </>
  );
}

function Values({ change }: { readonly change: AuditChange }) {
  const { t } = useLanguage();
  const words = useChangeWords();
  const object = useObjects().get(change.object);
  const show = (name: string, side: "before" | "after") => {
    const value: WireValue | undefined = change[side][name];
    const field = object?.byName[name];
    if ((value === null || value === undefined) && change.erased.includes(name))
      return <span className={auditStyles.auditMore}>{t(auditScreenMessages.erased)}</span>;
    return field ? (
      <FieldCell
        field={field}
        value={field.kind === "json" ? onlyWhatDiffers(value ?? null, change[other(side)][name]) : value}
        record={change[side]}
        object={change.object}
      />
    ) : (
      noteText(value)
    );
  };
  return (
    <ShownRecordContext value={{ id: change.record }}>
      <table className={styles.auditValues}>
        <thead>
          <tr>
            <th scope="col">{t(auditScreenMessages.field)}</th>
            <th scope="col">{t(auditScreenMessages.before)}</th>
            <th scope="col">{t(auditScreenMessages.after)}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(change.after).map((name) => (
            <tr key={name}>
              <th scope="row">{words.field(change, name)}</th>
              <td>{show(name, "before")}</td>
              <td>{show(name, "after")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ShownRecordContext>
  );
}

const other = (side: "before" | "after"): "before" | "after" => (side === "before" ? "after" : "before");
const noteText = (value: WireValue | undefined): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
