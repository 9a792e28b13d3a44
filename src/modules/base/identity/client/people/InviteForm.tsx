import { Button, Checkbox } from "antd";
import { useState } from "react";
import { call } from "../../../../../ui/data/call.ts";
import { isAble, useMe } from "../../../../../ui/data/session.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { invitePerson } from "../../shared/invite-person.contract.ts";
import { settingsMessages } from "../settings.messages.ts";
import { DepartmentField } from "./DepartmentField.tsx";
import type { Invited } from "./InvitedLink.tsx";
import { peopleMessages } from "./people.messages.ts";
import { besideInvited } from "./beside-invited.ts";
import { RolesField } from "./RolesField.tsx";
import * as base from "../../../../../ui/kit/base.module.css";

interface InviteFormProps {
  readonly onInvited: (invited: Invited) => void;
  /** Somebody who owns records but does not sign in, for now. */
  readonly onAddOnly: () => void;
  readonly onClose: () => void;
}
interface Given {
  readonly name: string;
  readonly contact: string;
  readonly roles: readonly string[];
  readonly department: string | null;
  readonly isCollaborator: boolean;
}
const NOTHING: Given = { name: "", contact: "", roles: [], department: null, isCollaborator: false };
const FIELDS = ["name", "contact", "role", "department"] as const;

/** Who, how they are reached, what they may do and where they sit; then their link. */
export function InviteForm({ onInvited, onAddOnly, onClose }: InviteFormProps) {
  const { t } = useLanguage();
  const canGive = isAble(useMe(), "roles.manage");
  const [given, setGiven] = useState(NOTHING);
  const { errors, busy, submit } = useForm<(typeof FIELDS)[number]>(FIELDS, besideInvited);
  const put = (part: Partial<Given>) => setGiven({ ...given, ...part });
  const { name, contact, roles, department, isCollaborator } = given;
  // Without a role they would come in and find nothing: it is asked of whoever may give one.
  const needed = { name, contact, ...(canGive && !isCollaborator ? { role: roles.join() } : {}) };
  const send = () =>
    submit(needed, async () => {
      const body = {
        name: name.trim(),
        contact: contact.trim(),
        ...(isCollaborator ? { kind: "collaborator" as const } : { roles }),
        ...(department ? { department } : {}),
      };
      const { data } = await call(invitePerson, { body });
      onInvited({ name: body.name, link: `${location.origin}${data.invitation.path}` });
    });
  return (
    <SimpleForm error={errors[""]} onSubmit={() => void send()}>
      <TextField
        label={t(settingsMessages.name)}
        required
        autoFocus
        maxLength={100}
        value={name}
        onChange={(text) => put({ name: text })}
        error={errors.name}
      />
      <TextField
        label={t(peopleMessages.contact)}
        required
        code
        maxLength={100}
        hint={t(peopleMessages.contactHint)}
        value={contact}
        onChange={(text) => put({ contact: text })}
        error={errors.contact}
      />
      <Checkbox checked={isCollaborator} onChange={({ target }) => put({ isCollaborator: target.checked })}>
        {t(peopleMessages.asCollaborator)}
      </Checkbox>
      {isCollaborator ? (
        <p className={base.muted}>{t(peopleMessages.collaboratorHint)}</p>
      ) : canGive ? (
        <RolesField value={roles} error={errors.role} onChange={(next) => put({ roles: next })} />
      ) : (
        <p className={base.muted}>{t(peopleMessages.roleLater)}</p>
      )}
      <DepartmentField
        value={department}
        error={errors.department}
        onChange={(next) => put({ department: next })}
      />
      <InviteButtons busy={busy} onAddOnly={onAddOnly} onClose={onClose} />
    </SimpleForm>
  );
}

interface InviteButtonsProps extends Omit<InviteFormProps, "onInvited"> {
  readonly busy: boolean;
}
function InviteButtons({ busy, onAddOnly, onClose }: InviteButtonsProps) {
  const { t } = useLanguage();
  return (
    <div className={base.rowWrap}>
      <QuietButton onClick={onAddOnly}>{t(peopleMessages.addOnly)}</QuietButton>
      <span className={base.grow} />
      <Button onClick={onClose}>{t(kitMessages.cancel)}</Button>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(peopleMessages.createLink)}
      </Button>
    </div>
  );
}
