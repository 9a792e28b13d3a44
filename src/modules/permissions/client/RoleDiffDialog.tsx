import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import type { Rights } from "../../identity/shared/rights.ts";
import { request } from "../../../ui/data/request.ts";
import { kitTexts } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { RoleDiff } from "../shared/wire.ts";
import { diffMessages } from "./diff.messages.ts";
import { RoleDiffView } from "./RoleDiffView.tsx";
import "./permissions.css";

export interface RoleDiffDialogProps {
  readonly role: string;
  readonly name: string;
  readonly rights: Rights;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What a change of a role means, before it is saved. Saving waits for the answer, or for a clear word that nobody waits. */
export function RoleDiffDialog({ role, name, rights, busy, onSave, onClose }: RoleDiffDialogProps) {
  const { t } = useLanguage();
  const diff = useQuery({
    queryKey: ["role-diff", role, rights],
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => (await request<{ data: RoleDiff }>("/permissions/diff", { method: "POST", body: { role, rights }, signal })).data,
  });
  const footer = (
    <>
      {!diff.data && (
        <Button type="text" loading={busy} onClick={onSave}>
          {t(diffMessages.skip)}
        </Button>
      )}
      <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
      <Button type="primary" disabled={!diff.data} loading={busy} onClick={onSave}>
        {t(kitTexts.save)}
      </Button>
    </>
  );
  return (
    <Modal open width={760} title={t(diffMessages.title, { name })} footer={footer} onCancel={onClose}>
      {diff.data ? <RoleDiffView diff={diff.data} /> : diff.isError ? <Failure error={diff.error} small /> : <Skeleton rows={6} />}
    </Modal>
  );
}
