import type { ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { scenesOf } from "./scenes.ts";
import * as styles from "./SceneTabs.module.css";

export interface SceneTabsProps {
  readonly object: ObjectInfo;
  readonly views: readonly SavedView[];
  readonly value: string;
  readonly onChange: (scene: string) => void;
}
export function SceneTabs({ object, views, value, onChange }: SceneTabsProps) {
  const { t } = useLanguage();
  const items = [
    ...scenesOf(object).map((scene) => ({ key: scene.key, label: scene.label ? t(scene.label) : scene.key })),
    ...views.map((view) => ({
      key: `view:${view.id}`,
      label: (
        <>
          <Icon name={view.kind} size={14} />
          {view.name}
        </>
      ),
    })),
  ];
  return (
    <div className={styles.sceneTabs}>
      <Tabs
        label={t(recordScreenMessages.scenes)}
        items={items}
        value={items.some((item) => item.key === value) ? value : "all"}
        onChange={onChange}
      />
    </div>
  );
}
