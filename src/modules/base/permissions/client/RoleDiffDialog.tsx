import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import type { RoleReviewProps } from "../../../../ui/slots/people-and-roles.ts";
import { call } from "../../../../ui/data/call.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { diffRights } from "../shared/role-diff.contract.ts";
import { diffMessages } from "./diff.messages.ts";
import { RoleDiffView } from "./RoleDiffView.tsx";

/**
 * What a change of a role means, before it is saved. Saving waits for the answer, or for a clear word that
 * nobody waits.
 */
export function RoleDiffDialog({ role, name, rights, busy, onSave, onClose }: RoleReviewProps) {
  const { t } = useLanguage();
  const first = useDiff(role, rights, "named", true);
  // What hangs on other records takes longer; the rest is there to be read meanwhile.
  const whole = useDiff(role, rights, "all", first.data !== undefined);
  const diff = whole.data ?? first.data;
  const footer = (
    <>
      {!diff && (
        <Button type="text" loading={busy} onClick={onSave}>
          {t(diffMessages.skip)}
        </Button>
      )}
      <Button onClick={onClose}>{t(kitMessages.cancel)}</Button>
      <Button type="primary" disabled={!diff} loading={busy} onClick={onSave}>
        {t(kitMessages.save)}
      </Button>
    </>
  );
  return (
    <Modal open width={760} title={t(diffMessages.title, { name })} footer={footer} onCancel={onClose}>
      {first.isError && <Failure error={first.error} small />}
      {diff ? <RoleDiffView diff={diff} isPart={whole.isPending} /> : !first.isError && <Skeleton rows={6} />}
    </Modal>
  );
}

const useDiff = (role: string, rights: unknown, part: "named" | "all", enabled: boolean) =>
  useQuery({
    queryKey: ["role-diff", role, rights, part],
    gcTime: 0,
    retry: false,
    enabled,
    queryFn: async ({ signal }) => (await call(diffRights, { body: { role, rights, part }, signal })).data,
  });
