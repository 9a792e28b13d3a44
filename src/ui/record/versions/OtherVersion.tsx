import { Select } from "antd";
import { useLanguage } from "../../kit/language.tsx";
import { timeText } from "../../kit/time-text.ts";
import { nameOf } from "./VersionsList.tsx";
import type { VersionInfo } from "./version-data.ts";
import { versionMessages } from "./versions.messages.ts";
import * as styles from "./OtherVersion.module.css";

export interface OtherVersionProps {
  readonly versions: readonly VersionInfo[];
  readonly value: VersionInfo;
  readonly onChange: (from: string) => void;
}
/** Which version it is compared with. */
export function OtherVersion({ versions, value, onChange }: OtherVersionProps) {
  const { t } = useLanguage();
  const options = versions.map((one, at) => ({
    value: one.from,
    label: `${nameOf(one, t)} · ${timeText(one.from)}${at === 0 ? ` · ${t(versionMessages.current)}` : ""}`,
  }));
  return (
    <label className={styles.versionAgainst}>
      <span>{t(versionMessages.against)}</span>
      <Select value={value.from} popupMatchSelectWidth={false} options={options} onChange={onChange} />
    </label>
  );
}
