import { Modal } from "antd";
import { Suspense } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Skeleton } from "../../../../ui/kit/States.tsx";
import { SharePanel } from "../../../base/sharing/client/public.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineMessages } from "./baseline.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface ShareBaselineProps {
  readonly row: Values;
  readonly onClose: () => void;
}
/** Shows frozen figures to people, departments, teams or roles. */
export function ShareBaseline({ row, onClose }: ShareBaselineProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const { name = "" } = partOf(baselineObject, row);
  return (
    <Modal open width={480} title={t(baselineMessages.shareTitle, { name })} footer={null} onCancel={onClose}>
      <p className={base.note}>{t(baselineMessages.shareHint)}</p>
      <Suspense fallback={<Skeleton rows={3} />}>
        <SharePanel
          object={baselineObject}
          record={row}
          asOf={null}
          forReading
          reload={() => refresh(baselineObject.name)}
        />
      </Suspense>
    </Modal>
  );
}
