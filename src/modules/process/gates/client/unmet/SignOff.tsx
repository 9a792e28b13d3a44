import { Checkbox } from "antd";
import { useId } from "react";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { gateScreenMessages } from "../gate.messages.ts";
import { useNamed } from "../../../pipeline/client/public.ts";
import { withMeet } from "../gate-answers.ts";
import type { UnmetProps } from "./UnmetCard.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as gateStyles from "../gate.module.css";

/** Who has the role signs here; everyone else sees whom to ask. */
export function SignOff({ group, supply, onSupply, role }: UnmetProps & { readonly role: string }) {
  const { t } = useLanguage();
  const name = useId();
  const roleName = useNamed("role").find((one) => one.value === role)?.label ?? role;
  const mine = useMe().roles.some((one) => one.name === role);
  if (group.criterion.startsWith("rule.")) return null;
  if (!mine)
    return (
      <div className={`${gateStyles.gateBody} ${base.note}`}>
        {t(gateScreenMessages.signOffOther, { role: roleName })}
      </div>
    );
  return (
    <div className={gateStyles.gateBody}>
      <label className={gateStyles.tick} htmlFor={name}>
        <Checkbox
          id={name}
          checked={supply.meet[group.criterion] === true}
          onChange={(event) => onSupply(withMeet(supply, group.criterion, event.target.checked))}
        />
        <span>{t(gateScreenMessages.signOff)}</span>
      </label>
    </div>
  );
}
