import { TreeSelect } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { DepartmentTree } from "./departments.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import * as insightStyles from "./insight.module.css";

export interface DepartmentChoiceProps {
  readonly departments: DepartmentTree;
  /** Empty for all of them. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}
/** A department out of the tree, or all of them. */
export function DepartmentChoice({ departments, value, onChange }: DepartmentChoiceProps) {
  const { t } = useLanguage();
  return (
    <TreeSelect
      className={insightStyles.insightChoice}
      aria-label={t(insightScreenMessages.department)}
      allowClear
      treeDefaultExpandAll
      popupMatchSelectWidth={false}
      placeholder={t(insightScreenMessages.allDepartments)}
      value={value || undefined}
      treeData={[...departments.roots]}
      onChange={(id?: string) => onChange(id ?? "")}
    />
  );
}
