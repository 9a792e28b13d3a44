import { theme as antdTheme, type ThemeConfig } from "antd";

export type Shade = "light" | "dark";

const LIGHT: ThemeConfig["token"] = {
  colorPrimary: "#0B7A75",
  colorInfo: "#0B7A75",
  colorLink: "#0B7A75",
  colorError: "#B42D24",
  colorWarning: "#9A6200",
  colorSuccess: "#1F7A4D",
  colorText: "#17211F",
  colorTextSecondary: "#52605C",
  colorTextTertiary: "#62706C",
  colorTextPlaceholder: "#62706C",
  colorBgBase: "#FFFFFF",
  colorBgContainer: "#FFFFFF",
  colorBgElevated: "#FFFFFF",
  colorBgLayout: "#F5F7F6",
  colorBorder: "#D5DCDA",
  colorBorderSecondary: "#E6EBE9",
};
/** Not the light turned round: three levels that are told apart, and one accent lifted for all it marks. */
const DARK: ThemeConfig["token"] = {
  colorPrimary: "#45B8AD",
  colorInfo: "#45B8AD",
  colorLink: "#45B8AD",
  colorError: "#F2857A",
  colorWarning: "#E3B04B",
  colorSuccess: "#63C596",
  colorText: "#E8EFED",
  colorTextSecondary: "#A9B8B4",
  colorTextTertiary: "#8FA09B",
  colorTextPlaceholder: "#8FA09B",
  colorBgBase: "#161E1D",
  colorBgContainer: "#161E1D",
  colorBgElevated: "#202B29",
  colorBgLayout: "#0B1110",
  colorBorder: "#3A4946",
  colorBorderSecondary: "#28332F",
};

/**
 * The one place where antd learns what Sluice looks like; the same colours stand in theme.css for our own
 * parts.
 */
export const themeOf = (shade: Shade, isStill = false): ThemeConfig => {
  const dark = shade === "dark";
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: `sluice-${shade}` },
    hashed: false,
    token: {
      ...(dark ? DARK : LIGHT),
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 5,
      fontSize: 13.5,
      controlHeight: 32,
      controlHeightSM: 26,
      fontFamily: "var(--font)",
      boxShadow: "var(--shadow)",
      boxShadowSecondary: "var(--shadow)",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
      wireframe: false,
      // Where the reader wants no motion antd must know: a pop-up whose animation never runs would stay out
      // of sight.
      motion: !isStill,
    },
    components: {
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        fontWeight: 500,
        ...(dark && { primaryColor: "#04211E" }),
      },
      Modal: { titleFontSize: 16 },
      // Days of the month beside are days one may choose: they are read, too.
      DatePicker: { colorTextDisabled: dark ? "#8FA09B" : "#62706C" },
      // The dark algorithm dulls it, and on a menu it would be too faint to read.
      ...(dark && { Dropdown: { colorError: "#F2857A" } }),
      Tooltip: { fontSize: 12, ...(dark && { colorBgSpotlight: "#2C3937", colorTextLightSolid: "#E8EFED" }) },
    },
  };
};
