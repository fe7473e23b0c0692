// Excel's own theme part with our colours and fonts: what the user adds later matches.

import { fontName, palette } from "../../sheets/theme";
import type { WorkbookPlan } from "../../sheets/plan";
import { declaration, namespaces } from "./xml";

export function themeXml(language: WorkbookPlan["language"]): string {
  return (
    `${declaration}<a:theme xmlns:a="${namespaces.drawing}" name="Salesbook"><a:themeElements>` +
    `<a:clrScheme name="Salesbook">${colours.map(([slot, colour]) => `<a:${slot}><a:srgbClr val="${colour.slice(1)}"/></a:${slot}>`).join("")}</a:clrScheme>` +
    `<a:fontScheme name="Salesbook">${fontXml("majorFont", language)}${fontXml("minorFont", language)}</a:fontScheme>` +
    `<a:fmtScheme name="Salesbook"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="9525">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}

const colours = [
  ["dk1", "#000000"], ["lt1", "#FFFFFF"], ["dk2", palette.navy], ["lt2", palette.paper], ["accent1", palette.teal], ["accent2", palette.navy],
  ["accent3", palette.amber], ["accent4", palette.blue], ["accent5", palette.violet], ["accent6", palette.orange],
  ["hlink", palette.blue], ["folHlink", palette.violet],
] as const;

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

function fontXml(tag: string, language: WorkbookPlan["language"]): string {
  const font = fontName(language);
  return `<a:${tag}><a:latin typeface="${font}"/><a:ea typeface="${language === "zh-CN" ? font : ""}"/><a:cs typeface=""/></a:${tag}>`;
}
