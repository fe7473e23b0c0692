// Colours of the pane: Fluent's light theme in Salesbook's teal.

import { createLightTheme, type BrandVariants } from "@fluentui/react-components";

const teal: BrandVariants = {
  10: "#041615", 20: "#082624", 30: "#0A3533", 40: "#0B4340", 50: "#0C524E", 60: "#0E615C", 70: "#10716C", 80: "#127C76",
  90: "#2B8D87", 100: "#469D97", 110: "#60ADA7", 120: "#7BBDB8", 130: "#96CCC8", 140: "#B1DBD8", 150: "#CCEAE8", 160: "#E6F5F4",
};

const fonts = "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The theme of pane and page. */
export const look = { ...createLightTheme(teal), fontFamilyBase: fonts };
