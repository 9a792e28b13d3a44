import { Checkbox, Radio, Select } from "antd";
import { department } from "../../../../../objects/system/department/department.object.ts";
import type { Rights } from "../../../../../shared/rights/rights.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { settingsMessages } from "../settings.messages.ts";
import type { MatrixProps } from "./ObjectMatrix.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./ChosenDepartments.module.css";

/** Which departments a role means where it says department: one's own, or some of the company's choosing. */
export function ChosenDepartments({ rights, onChange }: MatrixProps) {
  const { t } = useLanguage();
  const { departments, ...rest } = rights;
  const choose = (chosen: Chosen) => onChange({ ...rest, departments: chosen });
  return (
    <div className={styles.choice}>
      <span className={base.muted}>{t(settingsMessages.departmentsMean)}</span>
      <Radio.Group
        aria-label={t(settingsMessages.departmentsMean)}
        value={departments ? "chosen" : "own"}
        options={[
          { value: "own", label: t(settingsMessages.departmentsOwn) },
          { value: "chosen", label: t(settingsMessages.departmentsChosen) },
        ]}
        onChange={(event) =>
          event.target.value === "own" ? onChange(rest) : choose({ ids: [], below: true })
        }
      />
      {departments && <Departments chosen={departments} onChange={choose} />}
    </div>
  );
}

type Chosen = NonNullable<Rights["departments"]>;
interface DepartmentsProps {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}
function Departments({ chosen, onChange }: DepartmentsProps) {
  const { t } = useLanguage();
  const found = useRecords(department.name, { sort: "name", limit: 500, fields: "name" });
  const options = (found.data?.data ?? []).map((one) => ({
    value: idOf(one),
    label: partOf(department, one).name ?? "",
  }));
  return (
    <>
      <Select
        mode="multiple"
        className={styles.departments}
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t(settingsMessages.departmentsChosen)}
        placeholder={t(settingsMessages.departmentsChosen)}
        value={[...chosen.ids]}
        options={options}
        onChange={(ids: string[]) => onChange({ ...chosen, ids })}
      />
      <Checkbox
        checked={chosen.below}
        onChange={(event) => onChange({ ...chosen, below: event.target.checked })}
      >
        {t(settingsMessages.departmentsBelow)}
      </Checkbox>
    </>
  );
}
