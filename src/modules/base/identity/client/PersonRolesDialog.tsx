import { Checkbox, Modal } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { partOf, valuesOf } from "../../../../shared/metadata/record-of.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { createRecord, removeRecord, useRecords, useRefresh } from "../../../../ui/data/records.ts";
import { idOf, linkId, textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { settingsMessages } from "./settings.messages.ts";
import * as abilityStyles from "../../../../ui/kit/ability.module.css";

/** Which roles a person has; a tick takes effect at once. */
export function PersonRolesDialog({
  person,
  onClose,
}: {
  readonly person: Values;
  readonly onClose: () => void;
}) {
  const { t, of } = useLanguage();
  const attempt = useAttempt();
  const refresh = useRefresh();
  const roles = useRecords("role", { sort: "created_at", limit: 100 });
  const given = useRecords("user_role", { filter: `user == ${JSON.stringify(idOf(person))}`, limit: 100 });
  const grantOf = (role: Values) =>
    given.data?.data.find((grant) => linkId(partOf(userRole, grant).role) === idOf(role));
  const toggle = (role: Values, on: boolean) => {
    const grant = grantOf(role);
    const values = valuesOf(userRole, { user: idOf(person), role: idOf(role) });
    const send = async (): Promise<unknown> => {
      if (on) return createRecord(userRole.name, values, newId());
      return grant && removeRecord(userRole.name, idOf(grant), { key: newId() });
    };
    void attempt(send, {
      onDone: () => {
        refresh(userRole.name);
        refresh(user.name);
      },
    });
  };
  return (
    <Modal
      open
      width={460}
      footer={null}
      title={t(settingsMessages.rolesOf, { name: textValue(partOf(user, person).name) })}
      onCancel={onClose}
    >
      <QueryResult query={given.isPending ? given : roles} small>
        {() =>
          (roles.data?.data ?? []).map((role) => (
            <label key={idOf(role)} className={abilityStyles.ability}>
              <Checkbox
                checked={grantOf(role) !== undefined}
                onChange={(event) => toggle(role, event.target.checked)}
              />
              <span>
                {of(roleLabel(role), roleCode(role))}
                <small>{textValue(partOf(roleObject, role).description)}</small>
              </span>
            </label>
          ))
        }
      </QueryResult>
    </Modal>
  );
}
