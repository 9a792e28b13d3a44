import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { workingCalendar } from "../../../../objects/system/working-calendar/working-calendar.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { hoursMessages } from "./calendar.messages.ts";
import { HoursForm } from "./HoursForm.tsx";
import * as base from "../../../../ui/kit/base.module.css";

const isCompanys = (record: Values): boolean => partOf(workingCalendar, record).department === null;

/** The hours of the company, and those of departments that have their own. */
export function HoursPage() {
  const { t } = useLanguage();
  const calendars = useRecords(workingCalendar.name, { sort: "name", limit: 200 });
  const [isAdding, setAdding] = useState(false);
  return (
    <SettingsPage
      title={t(hoursMessages.title)}
      lead={t(hoursMessages.lead)}
      action={
        <Button icon={<Icon name="plus" />} disabled={isAdding} onClick={() => setAdding(true)}>
          {t(hoursMessages.add)}
        </Button>
      }
    >
      <QueryResult query={calendars} rows={8}>
        {({ data }) => {
          const company = data.find(isCompanys) ?? null;
          return (
            <div className={base.stack}>
              <HoursForm key={company ? idOf(company) : "company"} record={company} isCompanys />
              {isAdding && <HoursForm record={null} onClose={() => setAdding(false)} />}
              {data
                .filter((record) => !isCompanys(record))
                .map((record) => (
                  <HoursForm key={idOf(record)} record={record} />
                ))}
              <p className={`${base.line} ${base.note}`}>
                <Link to="/settings/calendar">{t(hoursMessages.days)}</Link>
                <Link to="/records/absence">{t(hoursMessages.absences)}</Link>
              </p>
            </div>
          );
        }}
      </QueryResult>
    </SettingsPage>
  );
}
