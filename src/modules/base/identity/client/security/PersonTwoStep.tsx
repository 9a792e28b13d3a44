import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { user } from "../../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { resetSecondFactor } from "../../shared/second-factor.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { idOf, textValue } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useRemove } from "../../../../../ui/kit/use-remove.ts";
import { useSecondFactor } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as securityStyles from "./security.module.css";

/** Whether somebody signs in in two steps, and taking it away when their phone is lost. */
export function PersonTwoStep({ person }: { readonly person: Values }) {
  const { t } = useLanguage();
  const me = useMe();
  const remove = useRemove();
  const client = useQueryClient();
  const id = idOf(person);
  const { data } = useSecondFactor(id);
  if (!data) return null;
  const reset = () =>
    remove({
      title: t(securityMessages.resetTitle, { name: textValue(partOf(user, person).name) }),
      detail: t(securityMessages.resetLead),
      action: t(securityMessages.reset),
      send: () => call(resetSecondFactor, { params: { id } }),
      told: t(kitMessages.saved),
      onDone: () => client.invalidateQueries({ queryKey: ["second-factor", id] }),
    });
  return (
    <div className={securityStyles.personTwoStep}>
      <strong>{t(securityMessages.twoStep)}</strong>
      <span className={`${base.grow} ${base.muted}`}>
        {t(data.on ? securityMessages.isOn : securityMessages.isOff)}
      </span>
      {data.on && id !== me.user.id && <Button onClick={reset}>{t(securityMessages.reset)}</Button>}
    </div>
  );
}
