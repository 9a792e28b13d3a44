import { useQuery } from "@tanstack/react-query";
import { Cascader, Input } from "antd";
import type { Region } from "../../../shared/text/regions.ts";
import { readRegions } from "../../../shared/wire/search.contract.ts";
import { call } from "../../data/call.ts";
import { useState } from "react";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./AddressInput.module.css";

interface RegionOption {
  readonly value: string;
  readonly label: string;
  readonly code: string;
  children?: RegionOption[];
}
const optionOf = (region: Region): RegionOption => ({
  value: region.name,
  label: region.name,
  code: region.code,
  ...(region.children ? { children: region.children.map(optionOf) } : {}),
});

/** Read when the field is first touched. */
const useRegions = (wanted: boolean) =>
  useQuery({
    queryKey: ["regions"],
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => (await call(readRegions, {})).data.map(optionOf),
  });

export function AddressInput({ value, onChange, id, invalid, describedBy, disabled }: InputProps) {
  const { t } = useLanguage();
  const [touched, setTouched] = useState(false);
  const { data: regions } = useRegions(touched);
  const now = isMap(value) ? value : {};
  const part = (name: string) => textValue(now[name]);
  const change = (next: Record<string, string | null>) => {
    const all = { ...now, ...next };
    onChange(Object.values(all).some((one) => one) ? all : null);
  };
  return (
    <div className={styles.addressInput} onFocus={() => setTouched(true)}>
      {regions ? (
        <Cascader<RegionOption>
          id={id}
          className={base.fullWidth}
          options={regions}
          changeOnSelect
          showSearch
          value={[part("province"), part("city"), part("district")].filter(Boolean)}
          placeholder={t(fieldMessages.province)}
          status={invalid ? "error" : ""}
          disabled={disabled}
          onChange={(names, chain) => {
            const [province = null, city = null, district = null] = (names ?? []).map(String);
            change({ province, city, district, code: chain?.at(-1)?.code ?? null });
          }}
        />
      ) : (
        <div className={base.line}>
          {(["province", "city", "district"] as const).map((name, place) => (
            <Input
              key={name}
              {...(place === 0 ? { id } : {})}
              value={part(name)}
              disabled={disabled}
              aria-label={t(name === "province" ? fieldMessages.provinceOnly : fieldMessages[name])}
              placeholder={t(name === "province" ? fieldMessages.provinceOnly : fieldMessages[name])}
              onChange={(event) => change({ [name]: event.target.value || null })}
            />
          ))}
        </div>
      )}
      <Input
        value={part("detail")}
        placeholder={t(fieldMessages.detail)}
        aria-label={t(fieldMessages.detail)}
        aria-describedby={describedBy}
        disabled={disabled}
        onChange={(event) => change({ detail: event.target.value || null })}
      />
    </div>
  );
}
