import { Dropdown } from "antd";
import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { user } from "../../../objects/system/user/user.object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { DepartmentDialog, moveDepartmentText } from "../../../modules/base/sharing/client/public.ts";
import { handoverMessages } from "../../../modules/data/handover/client/public.ts";
import { permissionMessages, startViewing } from "../../../modules/base/permissions/client/public.ts";
import { isAble, useMe } from "../../../ui/data/session.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { useTell } from "./use-tell.ts";

/** What else can be done about a person: why they see what they see, and seeing it as they do. */
export function PersonMore({ person }: { readonly person: Values }) {
  const { t } = useLanguage();
  const me = useMe();
  const tell = useTell();
  const navigate = useNavigate();
  const id = idOf(person);
  const { name, active } = partOf(user, person);
  const isHere = active !== false;
  const [moving, setMoving] = useState(false);
  const items = [
    ...(isAble(me, "permissions.explain")
      ? [{ key: "explain", icon: <Icon name="eye" />, label: t(permissionMessages.check) }]
      : []),
    ...(isAble(me, "permissions.view_as") && isHere && id !== me.user.id
      ? [{ key: "view", icon: <Icon name="user" />, label: t(permissionMessages.viewAs) }]
      : []),
    ...(isAble(me, "people.manage") && isAble(me, "record.transfer")
      ? [{ key: "handover", icon: <Icon name="transfer" />, label: t(handoverMessages.action) }]
      : []),
  ];
  if (isAble(me, "people.manage"))
    items.push({ key: "department", icon: <Icon name="apartment" />, label: t(moveDepartmentText) });
  if (items.length === 0) return null;
  const run = (key: string) => {
    if (key === "explain") void navigate(`/settings/permissions?user=${id}`);
    else if (key === "department") setMoving(true);
    else if (key === "handover") void navigate(`/handover/${id}`);
    else void startViewing({ user: id }).catch(tell.failed);
  };
  return (
    <>
      <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items, onClick: ({ key }) => run(key) }}>
        <Ghost icon="more" aria-label={`${t(recordTexts.more)} ${textValue(name)}`} />
      </Dropdown>
      <Suspense>{moving && <DepartmentDialog person={person} onClose={() => setMoving(false)} />}</Suspense>
    </>
  );
}
