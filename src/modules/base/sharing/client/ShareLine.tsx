import { newId } from "../../../../ui/data/new-id.ts";
import { useState } from "react";
import { share as shareObject } from "../../../../objects/system/share/share.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { idOf, titleAt } from "../../../../ui/data/values.ts";
import { Avatar } from "../../../../ui/kit/Avatar.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon, type IconName } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { removeRecord } from "../../../../ui/data/records.ts";
import { sharingScreenMessages } from "./sharing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./ShareLine.module.css";

const ICONS: Readonly<Record<string, IconName>> = { department: "apartment", team: "team", role: "safety" };

export interface ShareLineProps {
  readonly row: Values;
  readonly editable: boolean;
  /** No role of theirs opens what is shared. */
  readonly powerless: boolean;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}
/** With whom a record is shared, as what and until when. */
export function ShareLine({ row, editable, powerless, onEdit, onRemoved }: ShareLineProps) {
  const { t, of } = useLanguage();
  const object = useObject("share");
  const { to: whom, duty: itsDuty, expires_at: until, reason, level } = partOf(shareObject, row);
  const to = whom?.object ?? "user";
  const name = titleAt(row, "to");
  const duty = object?.byName["duty"];
  const option = duty?.kind === "select" ? duty.options.find((one) => one.name === itsDuty) : undefined;
  const [opened] = useState(() => new Date().toISOString());
  const ending =
    until &&
    (until <= opened
      ? t(sharingScreenMessages.ended)
      : t(sharingScreenMessages.until, { day: timeText(until) }));
  const remove = useRemoveShare(row, onRemoved);
  return (
    <li title={reason || undefined}>
      {to === "user" ? <Avatar name={name} /> : <Icon name={ICONS[to] ?? "team"} size={18} />}
      <span className={`${base.grow} ${styles.shareWho}`}>
        <span className={base.clip}>{name}</span>
        <small className={base.muted}>
          {[option && of(option.label), ending].filter(Boolean).join(" · ")}
        </small>
        {powerless && <small className={styles.sharePowerless}>{t(sharingScreenMessages.powerless)}</small>}
      </span>
      <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
        {t(level === "edit" ? sharingScreenMessages.edit : sharingScreenMessages.read)}
      </span>
      {editable && (
        <QuietButton icon="edit" aria-label={t(sharingScreenMessages.change, { name })} onClick={onEdit} />
      )}
      {editable && (
        <QuietButton
          icon="close"
          aria-label={t(sharingScreenMessages.remove, { name })}
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}

function useRemoveShare(row: Values, onRemoved: () => void): () => Promise<boolean> {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const refresh = useRefresh();
  return () =>
    attempt(() => removeRecord("share", idOf(row), { key: newId() }), {
      told: t(sharingScreenMessages.removed),
      onDone: () => {
        refresh("share");
        onRemoved();
      },
    });
}
