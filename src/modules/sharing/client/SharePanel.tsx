import { App, Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { RecordPanelProps } from "../../../ui/client-module.ts";
import { useObject } from "../../../ui/data/objects.ts";
import { useRecord, useRefresh } from "../../../ui/data/records.ts";
import { idOf, linkObject, textValue, titleAt } from "../../../ui/data/values.ts";
import { Face } from "../../../ui/kit/Face.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon, type IconName } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { lazily } from "../../../ui/kit/lazily.ts";
import { timeText } from "../../../ui/kit/time-text.ts";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { removeRecord, useShares, useSharing } from "./share-data.ts";
import { sharingTexts } from "./sharing.messages.ts";
import "./sharing.css";

const ShareDialog = lazily(() => import("./ShareDialog.tsx").then((module) => module.ShareDialog));

const ICONS: Readonly<Record<string, IconName>> = { department: "apartment", team: "team", role: "safety" };

/** Who works on this record and who else sees it: the owner first, then whom it is shared with. */
export function SharePanel({ object, record, asOf, reload }: RecordPanelProps) {
  const { t } = useLanguage();
  const share = useObject("share");
  const id = idOf(record);
  const shares = useShares(id, share !== undefined && asOf === null);
  const mayEdit = useRecord(object.name, id, asOf).data?.abilities?.update === true && asOf === null;
  const { sharing, refetch } = useSharing(object.name, id, mayEdit);
  const mayShare = sharing.may_share && mayEdit;
  const [doing, setDoing] = useState<{ readonly share: Values | null } | null>(null);
  if (!share || asOf !== null) return null;
  const owner = titleAt(record, "owner");
  const rows = shares.data?.data ?? [];
  const close = () => {
    setDoing(null);
    void shares.refetch();
    if (mayEdit) void refetch();
    reload();
  };
  return (
    <section className="share-panel" aria-label={t(sharingTexts.panel)}>
      <h2>
        {t(sharingTexts.panel)}
        <span className="grow" />
        {mayShare && (
          <Ghost icon="plus" aria-label={t(sharingTexts.add)} onClick={() => setDoing({ share: null })} />
        )}
      </h2>
      <ul>
        {owner && (
          <li>
            <Face name={owner} />
            <span className="clip grow">{owner}</span>
            <span className="chip chip-plain">{t(sharingTexts.owner)}</span>
          </li>
        )}
        {rows.map((row) => (
          <ShareLine
            key={idOf(row)}
            row={row}
            editable={mayShare}
            powerless={sharing.powerless.includes(idOf(row))}
            onEdit={() => setDoing({ share: row })}
            onRemoved={close}
          />
        ))}
      </ul>
      {rows.length === 0 && shares.isSuccess && <p className="note">{t(sharingTexts.none)}</p>}
      {rows.length === 0 && mayShare && (
        <Button size="small" onClick={() => setDoing({ share: null })}>
          {t(sharingTexts.add)}
        </Button>
      )}
      <Suspense>
        {doing && (
          <ShareDialog
            object={share}
            regarding={{ object: object.name, id }}
            share={doing.share}
            onClose={close}
          />
        )}
      </Suspense>
    </section>
  );
}

interface LineProps {
  readonly row: Values;
  readonly editable: boolean;
  /** No role of theirs opens what is shared. */
  readonly powerless: boolean;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}
function ShareLine({ row, editable, powerless, onEdit, onRemoved }: LineProps) {
  const { t, of } = useLanguage();
  const object = useObject("share");
  const to = linkObject(row["to"], ["user"]) ?? "user";
  const name = titleAt(row, "to");
  const duty = object?.byName["duty"];
  const option = duty?.kind === "select" ? duty.options.find((one) => one.name === row["duty"]) : undefined;
  const until = textValue(row["expires_at"]);
  const [opened] = useState(() => new Date().toISOString());
  const ending =
    until && (until <= opened ? t(sharingTexts.ended) : t(sharingTexts.until, { day: timeText(until) }));
  const remove = useRemove(row, onRemoved);
  return (
    <li title={textValue(row["reason"]) || undefined}>
      {to === "user" ? <Face name={name} /> : <Icon name={ICONS[to] ?? "team"} size={18} />}
      <span className="grow share-who">
        <span className="clip">{name}</span>
        <small className="muted">{[option && of(option.label), ending].filter(Boolean).join(" · ")}</small>
        {powerless && <small className="share-powerless">{t(sharingTexts.powerless)}</small>}
      </span>
      <span className="chip chip-plain">
        {t(row["level"] === "edit" ? sharingTexts.edit : sharingTexts.read)}
      </span>
      {editable && <Ghost icon="edit" aria-label={t(sharingTexts.change, { name })} onClick={onEdit} />}
      {editable && (
        <Ghost icon="close" aria-label={t(sharingTexts.remove, { name })} onClick={() => void remove()} />
      )}
    </li>
  );
}

function useRemove(row: Values, onRemoved: () => void): () => Promise<void> {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  return () =>
    removeRecord("share", idOf(row)).then(
      () => {
        void message.success(t(sharingTexts.removed));
        refresh("share");
        onRemoved();
      },
      (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
    );
}
