import { Button } from "antd";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Empty } from "../../kit/States.tsx";
import { useNavigate } from "react-router";
import { useListActions } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { ListState } from "./list-state.ts";

export interface ListEmptyProps {
  readonly object: ObjectInfo;
  readonly change: (change: Partial<ListState>) => void;
  /** What leaves nothing over: conditions of one's own, the scene alone, or nothing: there are none at all. */
  readonly because: "conditions" | "scene" | "none";
  readonly onReset: () => void;
}
export function ListEmpty({ object, change, because, onReset }: ListEmptyProps) {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const links = useListActions(object, useMe()).filter((action) => action.to);
  if (because === "scene")
    return (
      <Empty icon={objectIcon(object.icon)} title={t(recordScreenMessages.noneHere)}>
        <Button onClick={onReset}>{t(recordScreenMessages.showEverything)}</Button>
      </Empty>
    );
  if (because === "conditions")
    return (
      <Empty
        icon="filter"
        title={t(recordScreenMessages.noMatch)}
        detail={t(recordScreenMessages.noMatchDetail)}
      >
        <Button onClick={onReset}>{t(recordScreenMessages.clearConditions)}</Button>
      </Empty>
    );
  return (
    <Empty
      icon={objectIcon(object.icon)}
      title={t(recordScreenMessages.none, { object: of(object.plural) })}
      detail={can(object, "create") ? t(recordScreenMessages.noneDetail) : undefined}
    >
      {can(object, "create") && (
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => change({ create: "1" })}>
          {t(recordScreenMessages.create, { object: of(object.label) })}
        </Button>
      )}
      {links.map((action) => (
        <Button
          key={action.name}
          icon={<Icon name={action.icon} />}
          onClick={() => void navigate(action.to?.(object) ?? "")}
        >
          {t(action.label)}
        </Button>
      ))}
    </Empty>
  );
}
