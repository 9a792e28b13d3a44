import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { useRecord } from "../../../../ui/data/records.ts";
import { idOf, titleAt } from "../../../../ui/data/values.ts";
import { Avatar } from "../../../../ui/kit/Avatar.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useShares, useSharing } from "./share-data.ts";
import { ShareLine } from "./ShareLine.tsx";
import { sharingScreenMessages } from "./sharing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./SharePanel.module.css";

const ShareDialog = lazily(() => import("./ShareDialog.tsx").then((module) => module.ShareDialog));

export interface SharePanelProps extends Pick<RecordPanelProps, "record" | "asOf" | "reload"> {
  readonly object: Pick<RecordPanelProps["object"], "name">;
  /** Nobody changes such records but their owner. */
  readonly forReading?: boolean;
}
/** Who works on this record and who else sees it: the owner first, then whom it is shared with. */
export function SharePanel({ object, record, asOf, forReading = false, reload }: SharePanelProps) {
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
    <section className={styles.sharePanel} aria-label={t(sharingScreenMessages.panel)}>
      {shares.isLoading && <Hold />}
      <PanelHead onAdd={mayShare ? () => setDoing({ share: null }) : undefined} />
      <ul>
        {owner && <OwnerLine name={owner} />}
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
      {rows.length === 0 && shares.isSuccess && <p className={base.note}>{t(sharingScreenMessages.none)}</p>}
      <Suspense>
        {doing && (
          <ShareDialog
            object={share}
            regarding={{ object: object.name, id }}
            share={doing.share}
            forReading={forReading}
            onClose={close}
          />
        )}
      </Suspense>
    </section>
  );
}

function PanelHead({ onAdd }: { readonly onAdd: (() => void) | undefined }) {
  const { t } = useLanguage();
  return (
    <h2>
      {t(sharingScreenMessages.panel)}
      <span className={base.grow} />
      {onAdd && (
        <QuietButton icon="plus" onClick={onAdd}>
          {t(sharingScreenMessages.add)}
        </QuietButton>
      )}
    </h2>
  );
}

function OwnerLine({ name }: { readonly name: string }) {
  const { t } = useLanguage();
  return (
    <li>
      <Avatar name={name} />
      <span className={`${base.clip} ${base.grow}`}>{name}</span>
      <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(sharingScreenMessages.owner)}</span>
    </li>
  );
}
